#pragma once
// Words for people: names of things in both languages, citations, money.

#include <string>
#include <string_view>

#include "samenloop/finding.hpp"
#include "samenloop/model.hpp"
#include "samenloop/value.hpp"

namespace samenloop::model {

/// The same words in both languages: a number, a name.
Text plain(std::string both);
/// " art. 41 lid 4", or ", beleidsregel opvang" where there is no number: what follows the name of a law.
Text place_in_law(const Rule& rule);
/// "Voorbeeldwet art. 7 lid 4 (L-7-4)".
Text cite(const RuleBase& base, Index rule);
/// What a rule says: "Voorbeeldwet art. 7 lid 4 (L-7-4): wie vraagt, krijgt".
Text says(const RuleBase& base, Index rule);
/// "gemeente, loket" for one instance is "gemeente A, loket"; an instance that is not known is called so.
Text of_instance(const Text& organisation, std::string_view instance);
/// "gemeente A" for "gemeente[A]"; the text itself when it is not known.
Text organisation_name(const RuleBase& base, std::string_view id);
/// A value as a reader knows it: yes or no, money with its period, the label of a name.
Text value_text(const RuleBase& base, Slot slot, const Value& value);
/// The label of one of the names that an item (or the field of a list's elements) may have; null when it has none.
const Text* value_title(const Item& item, std::size_t field, const Type& type, const std::string& name);
/// "27 jaar", "€ 10,00 per maand": a number with the unit of its item.
Text with_unit(const Decimal& number, std::string_view unit);
/// "€ 1.345,45" and "€1,345.45", rounded half up to cents.
Text money(const Decimal& euro);
/// "85,8 %" and "85.8%".
Text percent(const Decimal& p);
/// "15 januari 2025" and "15 January 2025".
Text date_words(const Date& day);
/// "28 dagen" and "28 days", "1 maand en 5 dagen" and "1 month and 5 days".
Text duration_words(Duration d);
/// With a capital, as a sentence begins.
Text sentence(Text text);
/// "a, b en c" and "a, b and c".
Text listing(const std::vector<Text>& all);
/// The same of the first few, and how many more there are.
Text some_of(std::vector<Text> all);

}  // namespace samenloop::model
