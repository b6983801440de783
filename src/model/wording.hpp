#pragma once
// Words for people: names of things in both languages, citations, money.

#include <string>
#include <string_view>

#include "samenloop/finding.hpp"
#include "samenloop/model.hpp"

namespace samenloop {

Text operator+(const Text& a, const Text& b);
/// The same words in both languages: a number, a name.
Text plain(std::string both);
/// "Participatiewet art. 41 lid 4 (PW-41-4)".
Text cite(const RuleBase& base, Index rule);
/// "gemeente A" for "gemeente[A]"; the text itself when it is not known.
Text organisation_name(const RuleBase& base, std::string_view id);
/// "€ 1.345,45" and "€1,345.45", rounded half up to cents.
Text money(const Decimal& euro);
/// "85,8 %" and "85.8 %".
Text percent(const Decimal& p);
/// "15 januari 2025" and "15 January 2025".
Text date_words(const Date& day);
/// "28 dagen" and "28 days", "1 maand en 5 dagen" and "1 month and 5 days".
Text duration_words(Duration d);
/// "a, b en c" and "a, b and c".
Text listing(const std::vector<Text>& all);

}  // namespace samenloop
