#pragma once
// The words of the data reports: what a basis is called, a decision, an organisation in few letters.

#include "data/view.hpp"
#include "report/words.hpp"

namespace samenloop::report {

std::string_view standing_id(data::Standing standing);                       // "statute", for JSON
std::string_view standing_word(data::Standing standing, Language language);  // "wet"
std::string decision_id(const RuleBase& rules, const data::Decision& d);     // "scheme:bijstand"
std::string decision_words(const RuleBase& rules, const data::Decision& d, Language language);
/// Its title, or a shorter alias when that is long: "BRP".
std::string short_name(const RuleBase& rules, std::string_view organisation, Language language);
/// Cut off with an ellipsis after so many columns.
std::string cut(std::string text, std::size_t columns);
/// Who can tell: those whom an exchange comes from, else the holders.
std::vector<std::string> sources(const RuleBase& rules, const data::DataRow& row);

}  // namespace samenloop::report
