#include <algorithm>

#include "base/both.hpp"
#include "base/suggest.hpp"
#include "cli/common.hpp"
#include "cli/load.hpp"
#include "report/survey.hpp"

namespace samenloop::cli {
namespace {

/// Those with this id; all when it is empty; nothing, and a complaint, when there is none.
template <class Thing>
std::optional<std::vector<Index>> chosen(const std::vector<Thing>& things, const std::string& id, const Text& kind) {
    std::vector<Index> all;
    for (Index i = 0; i < things.size(); ++i)
        if (id.empty() || things[i].id == id) all.push_back(i);
    if (!all.empty() || id.empty()) return all;
    complain(base::both("er is geen {} '{}'", "there is no {} '{}'", kind, id),
             base::did_you_mean(id, things, [](const Thing& t) { return std::string_view(t.id); }));
    return std::nullopt;
}

/// --date, else today.
std::optional<Date> day_of(const SurveyArguments& arguments) {
    std::optional<Date> day = today();
    return read_day(arguments, day) ? day : std::nullopt;
}

}  // namespace

int run_concepts(const SurveyArguments& arguments) {
    const auto rules = load_rules(arguments);
    if (!rules) return bad_input;
    const auto day = day_of(arguments);
    const auto which = chosen(rules->concepts, arguments.about, {"begrip", "concept"});
    if (!day || !which) return bad_input;
    std::vector<ConceptSurvey> all;
    for (const auto c : *which) all.push_back(survey_concept(*rules, c, *day));
    auto* const form = arguments.format == "json" ? &report::concepts_json : &report::concepts_text;
    return deliver(arguments, form(*rules, all, *day, style_of(arguments).language),
                   code_of(false, report::judgement_of(std::span<const ConceptSurvey>(all))));
}

int run_holes(const SurveyArguments& arguments) {
    const auto rules = load_rules(arguments);
    if (!rules) return bad_input;
    const auto day = day_of(arguments);
    const auto which = chosen(rules->needs, arguments.about, {"behoefte", "need"});
    if (!day || !which) return bad_input;
    std::vector<NeedSurvey> all;
    for (const auto n : *which) all.push_back(survey_need(*rules, n, *day));
    auto* const form = arguments.format == "json" ? &report::holes_json : &report::holes_text;
    return deliver(arguments, form(*rules, all, *day, style_of(arguments).language),
                   code_of(false, report::judgement_of(std::span<const NeedSurvey>(all))));
}

}  // namespace samenloop::cli
