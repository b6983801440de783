#include <algorithm>

#include "base/suggest.hpp"
#include "cli/common.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "report/survey.hpp"

namespace samenloop::cli {
namespace {

/// Those with this id; all when it is empty; nothing, and a complaint, when there is none.
template <class Thing>
std::optional<std::vector<Index>> chosen(const std::vector<Thing>& things, const std::string& id, const char* kind) {
    std::vector<Index> all;
    for (Index i = 0; i < things.size(); ++i)
        if (id.empty() || things[i].id == id) all.push_back(i);
    if (!all.empty() || id.empty()) return all;
    complain("there is no " + std::string(kind) + " '" + id + "'",
             did_you_mean(id, things, [](const Thing& t) { return std::string_view(t.id); }));
    return std::nullopt;
}

/// --date, else the day of which the rule base knows most amounts: the last first day of a year on which one starts.
std::optional<Date> day_of(const SurveyArguments& arguments, const RuleBase& rules) {
    std::optional<Date> day;
    if (!read_day(arguments, day) || day) return day;
    Date latest;
    for (const auto& item : rules.items)
        for (const auto& [interval, value] : item.values) latest = std::max(latest, interval.from.value_or(latest));
    return latest;
}

}  // namespace

int run_concepts(const SurveyArguments& arguments) {
    const auto rules = load_rules(rules_folder(arguments.rules));
    if (!rules) return bad_input;
    const auto day = day_of(arguments, *rules);
    const auto which = chosen(rules->concepts, arguments.about, "concept");
    if (!day || !which) return bad_input;
    std::vector<ConceptSurvey> all;
    for (const auto c : *which) all.push_back(survey_concept(*rules, c, *day));
    auto* const form = arguments.format == "json" ? &concepts_json : &concepts_text;
    return deliver(arguments, form(*rules, all, *day, style_of(arguments).language));
}

int run_holes(const SurveyArguments& arguments) {
    const auto rules = load_rules(rules_folder(arguments.rules));
    if (!rules) return bad_input;
    const auto day = day_of(arguments, *rules);
    const auto which = chosen(rules->needs, arguments.about, "need");
    if (!day || !which) return bad_input;
    std::vector<NeedSurvey> all;
    for (const auto n : *which) all.push_back(survey_need(*rules, n, *day));
    auto* const form = arguments.format == "json" ? &holes_json : &holes_text;
    return deliver(arguments, form(*rules, all, *day, style_of(arguments).language));
}

}  // namespace samenloop::cli
