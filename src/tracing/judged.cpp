// Could it be told of each goal whether it is reached?  What it lacks are amounts, parts that the rules leave out and
// texts that were not read; a fact that nobody gave is an obstacle that the trace itself tells.

#include "detect/asks.hpp"
#include "detect/blocking_rules.hpp"
#include "detect/coverage.hpp"
#include "engine/disposable.hpp"
#include "engine/notices.hpp"
#include "engine/unused.hpp"
#include "samenloop/trace.hpp"
#include "tracing/goal.hpp"

namespace samenloop::tracing {
namespace {

void look(const RuleBase& base, const TraceGoal& goal, engine::Unknowns& u) {
    for (const auto s : schemes_of(base, goal)) u.slot(base.schemes[s].granted);
    for (const auto o : outcomes_of(base, goal)) u.outcome(o);
    if (goal.kind != GoalKind::need) return;
    const auto& need = base.needs[goal.index];
    if (need.active) u.expression(*need.active);
    if (need.covered) u.expression(*need.covered);
    if (need.act == none) return;
    for (Index r = 0; r < base.rules.size(); ++r)
        for (const auto& x : base.rules[r].effects)
            if (x.kind == EffectKind::obligation && x.act == need.act) u.rule(r);
}

bool asks_income(const RuleBase& base, const TraceGoal& goal) {
    return goal.kind == GoalKind::need && base.needs[goal.index].coverage == Coverage::income &&
           base.reference.has_value();
}

void add_rules(const engine::Unknowns& u, std::vector<Index>& into) {
    for (const auto r : u.rules()) into.push_back(r);
}

engine::Query question(const engine::Evaluation& e, const TraceGoal& goal) {
    const auto& base = e.base();
    engine::Query q{goal_id(base, goal), {}, {}, false};
    engine::Unknowns all(e, engine::Depth::all);
    look(base, goal, all);
    if (asks_income(base, goal)) all.income();
    add_rules(all, q.rules);
    if (goal.kind == GoalKind::need && detect::is_active(e, goal.index) == Truth::no) return q;
    const auto known = reached(e, e, goal);
    if (known == Truth::unknown) {
        engine::Unknowns u(e);
        look(base, goal, u);
        if (asks_income(base, goal)) u.income();
        q.lacking = u.found();
    }
    if (asks_income(base, goal) && !engine::is_exact(engine::protected_level(e))) {
        const auto reference = detect::own_reference(e);
        engine::Unknowns u(reference);
        u.income();
        q.lacking.add(u.found());
    }
    q.lacking.facts.clear();
    return q;
}

}  // namespace

}  // namespace samenloop::tracing

namespace samenloop {

Judgement judge_goals(const RuleBase& rules, const Situation& situation, std::optional<TraceGoal> goal) {
    const auto program = engine::compile(rules, situation.date);
    const auto law = engine::evaluate(program, situation, engine::World::law);
    std::vector<TraceGoal> goals;
    if (goal) goals.push_back(*goal);
    else
        for (Index n = 0; n < rules.needs.size(); ++n)
            if (detect::is_active(law, n) != Truth::no) goals.push_back({GoalKind::need, n});
    auto result = engine::judge(law, [&](const engine::Evaluation& e) {
        std::vector<engine::Query> all;
        for (const auto& g : goals) all.push_back(tracing::question(e, tracing::sought(e, e, g)));
        return all;
    });
    engine::tell_unused(program, situation, result);
    return result;
}

}  // namespace samenloop
