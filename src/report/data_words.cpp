#include "report/data_words.hpp"

#include <algorithm>
#include <array>

#include <utf8.h>

namespace samenloop::report {
namespace {

struct DataWords {
    std::string_view id, nl, en;
};
// In the order of Standing.
constexpr std::array words{
    DataWords{"own", "houdt het zelf bij", "keeps it itself"},
    DataWords{"statute", "wet", "statute"},
    DataWords{"covenant", "convenant", "covenant"},
    DataWords{"consent", "toestemming", "consent"},
    DataWords{"missing", "geen grondslag", "no legal basis"},
    DataWords{"nobody", "niemand houdt het bij", "nobody keeps it"},
};
constexpr std::size_t long_name = 26;

/// "BRP", "RvIG", "DUS-I": two capitals or more in a few letters.
bool is_acronym(std::string_view alias) {
    return alias.size() <= 8 && std::ranges::count_if(alias, [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

}  // namespace

std::string_view standing_id(data::Standing standing) { return words.at(static_cast<std::size_t>(standing)).id; }

std::string_view standing_word(data::Standing standing, Language language) {
    const auto& w = words.at(static_cast<std::size_t>(standing));
    return pick(language, w.nl, w.en);
}

std::string decision_id(const RuleBase& rules, const data::Decision& d) {
    if (d.scheme != none) return "scheme:" + rules.schemes[d.scheme].id;
    if (d.act != none) return "act:" + rules.acts[d.act].id;
    return "purpose:" + d.purpose;
}

std::string decision_words(const RuleBase& rules, const data::Decision& d, Language language) {
    if (d.scheme != none) return pick(language, rules.schemes[d.scheme].title);
    if (d.act != none) return pick(language, rules.acts[d.act].title);
    return d.purpose.empty() ? std::string(pick(language, "elk doel", "any purpose")) : d.purpose;
}

std::string short_name(const RuleBase& rules, std::string_view organisation, Language language) {
    const auto known = rules.organisation_named(organisation);
    if (known == none) return std::string(organisation);
    const auto& o = rules.organisations[known];
    auto name = pick(language, o.title);
    if (name.size() <= long_name) return name;
    for (const auto& alias : o.aliases)
        if (is_acronym(alias) && alias.size() < name.size()) name = alias;
    return name;
}

std::string cut(std::string text, std::size_t columns) {
    if (static_cast<std::size_t>(utf8::distance(text.begin(), text.end())) <= columns) return text;
    auto end = text.begin();
    utf8::advance(end, static_cast<std::ptrdiff_t>(columns) - 1, text.end());
    return std::string(text.begin(), end) + "…";
}

std::vector<std::string> sources(const RuleBase& rules, const data::DataRow& row) {
    std::vector<std::string> all;
    for (const auto x : row.exchanges)
        if (const auto from = rules.exchanges[x].from.organisation; from != none)
            all.push_back(rules.organisations[from].id);
    if (all.empty()) all = row.holders;
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace samenloop::report
