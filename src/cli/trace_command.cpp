#include <algorithm>

#include "base/both.hpp"
#include "base/suggest.hpp"
#include "cli/common.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "cli/whom.hpp"
#include "model/days.hpp"
#include "report/trace_report.hpp"
#include "samenloop/trace.hpp"

namespace samenloop::cli {
namespace {

/// Nothing asked: a goal that is none.  Nothing, and a complaint: no such goal, or several.
std::optional<std::optional<TraceGoal>> goal_of(const RuleBase& rules, const std::string& name) {
    if (name.empty()) return std::optional<TraceGoal>();
    if (const auto goal = goal_named(rules, name)) return std::optional(goal);
    std::vector<std::string> known;
    std::size_t same = 0;
    const auto add = [&](const auto& things, const char* kind) {
        for (const auto& t : things) {
            known.push_back(t.id);
            known.push_back(std::string(kind) + t.id);
            same += t.id == name ? 1 : 0;
        }
    };
    add(rules.needs, "need:");
    add(rules.schemes, "scheme:");
    add(rules.outcomes, "outcome:");
    if (same > 1)
        complain(
            base::both("'{}' is meer dan één ding", "'{}' is more than one thing", name),
            base::both("zeg need:{0}, scheme:{0} of outcome:{0}", "say need:{0}, scheme:{0} or outcome:{0}", name));
    else
        complain(base::both("geen behoefte, regeling of uitkomst heet '{}'",
                            "no need, scheme or outcome is called '{}'", name),
                 base::did_you_mean(name, known, [](const std::string& s) { return std::string_view(s); }));
    return std::nullopt;
}

/// It is not reached; or, where what it lacks is a fact, perhaps not.
bool is_told(const RuleBase& rules, const Trace& t, const Judgement& judgement) {
    if (t.reached != Truth::unknown) return t.reached == Truth::no;
    return std::ranges::find(judgement.unanswered, goal_id(rules, t.goal), &Unanswered::code) ==
           judgement.unanswered.end();
}

}  // namespace

int run_trace(const TraceArguments& arguments) {
    const auto rules = load_rules(arguments);
    if (!rules) return bad_input;
    const auto goal = goal_of(*rules, arguments.goal);
    const auto situations = load_situations({arguments.situation}, *rules);
    std::optional<Date> day;
    std::optional<Date> until;
    if (!goal || !situations || !read_day(arguments, day) || !read_until(arguments.until, until)) return bad_input;
    const auto asked = of_one(*rules, situations->front(), arguments.person);
    if (!asked) return bad_input;
    // On that day, with the events until then.
    const auto situation = day ? model::on_day(*rules, *asked, *day) : *asked;
    if (!is_ahead(until, situation.date, situation.id)) return bad_input;
    const auto traces = trace(*rules, situation, *goal, until);
    const auto format =
        std::ranges::find(report::trace_formats(), std::string_view(arguments.format), &report::TraceFormat::name);
    const auto judgement = judge_goals(*rules, situation, *goal);
    const auto told = [&](const Trace& t) { return is_told(*rules, t, judgement); };
    return deliver(arguments, format->write(*rules, traces, {style_of(arguments), arguments.verbose, judgement}),
                   code_of(std::ranges::any_of(traces, told), judgement));
}

}  // namespace samenloop::cli
