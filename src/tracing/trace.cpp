// Puts a trace together: why, the ways out for this person and for everybody, where the data come from, the plan.

#include "samenloop/trace.hpp"

#include "detect/coverage.hpp"
#include "feel/work.hpp"
#include "tracing/ahead.hpp"
#include "tracing/levers.hpp"
#include "tracing/plan.hpp"
#include "tracing/upstream.hpp"
#include "tracing/ways.hpp"
#include "tracing/why.hpp"

namespace samenloop::tracing {
namespace {

Text words(graph::CutOff why) {
    switch (why) {
    case graph::CutOff::nothing: return {};
    case graph::CutOff::sets: return {"het grootste aantal uitkomsten", "the largest number of results"};
    case graph::CutOff::questions: return {"het grootste aantal vragen", "the largest number of questions"};
    default: return {"het grootste aantal geprobeerde keuzen", "the largest number of choices tried"};
    }
}

/// Levers that some way or block uses, in place of all that were offered.
void keep(Trace& trace, std::vector<Lever> offered, Ways found, std::vector<Way>& ways, bool with_blocks) {
    std::vector<std::uint32_t> now(offered.size(), none);
    const auto place = [&](std::uint32_t& l) {
        if (now[l] == none) {
            now[l] = static_cast<std::uint32_t>(trace.levers.size());
            trace.levers.push_back(offered[l]);
        }
        l = now[l];
    };
    for (auto& way : found.ways)
        for (auto* places : {&way.levers, &way.unless})
            for (auto& l : *places) place(l);
    ways = std::move(found.ways);
    if (!with_blocks) return;
    for (auto& block : found.blocks) {
        for (auto& l : block) place(l);
        trace.blocks.push_back(std::move(block));
    }
}

Trace trace_of(const Case& of, const TraceGoal& goal) {
    Trace t;
    t.goal = sought(of.practice(), of.law(), goal);
    t.situation = of.situation();
    t.reached = reached(of.practice(), of.law(), t.goal);
    t.by_law = reached(of.law(), of.law(), t.goal);
    t.shortfall = shortfall(of.practice(), of.law(), t.goal);
    explain(of, t);
    if (t.reached != Truth::yes) {
        auto offered = levers_for_person(of, t.goal);
        auto fixes = find_ways(of, t.goal, offered);
        t.cut_off = words(fixes.cut_off);
        keep(t, std::move(offered), std::move(fixes), t.fixes, false);
        auto changes = levers_for_everybody(of, t.goal);
        auto solves = find_ways(of, t.goal, changes);
        if (t.cut_off.nl.empty()) t.cut_off = words(solves.cut_off);
        weigh(of, t.goal, changes, solves.blocks, solves.ways);
        keep(t, std::move(changes), std::move(solves), t.solves, true);
    }
    look_upstream(of, t);
    plan_steps(of, t);
    return t;
}

}  // namespace

}  // namespace samenloop::tracing

namespace samenloop {

std::vector<Trace> trace(const RuleBase& rules, const Situation& situation, std::optional<TraceGoal> goal,
                         std::optional<Date> until) {
    const feel::work::Limit limit;
    const tracing::Case of(rules, situation);
    std::vector<Trace> all;
    if (goal) all.push_back(tracing::trace_of(of, *goal));
    else
        for (Index n = 0; n < rules.needs.size(); ++n) {
            const auto need = tracing::sought(of.practice(), of.law(), {GoalKind::need, n});
            if (detect::is_active(of.practice(), n) != Truth::no &&
                tracing::reached(of.practice(), of.law(), need) != Truth::yes)
                all.push_back(tracing::trace_of(of, need));
        }
    const auto trace_it = [](const tracing::Case& there, const TraceGoal& g) { return tracing::trace_of(there, g); };
    if (until && *until > situation.date) tracing::look_ahead(of, *until, !goal, all, trace_it);
    return all;
}

}  // namespace samenloop
