// Could it be told of each goal whether it is reached?  What it lacks are amounts, parts that the rules leave out and
// texts that were not read; a fact that nobody gave is an obstacle that the trace itself tells.

#include "detect/asks.hpp"
#include "detect/coverage.hpp"
#include "detect/culprits.hpp"
#include "evaluate/disposable.hpp"
#include "evaluate/notices.hpp"
#include "evaluate/unused.hpp"
#include "samenloop/trace.hpp"
#include "trace/goal.hpp"

namespace samenloop {
namespace {

void look(const RuleBase& base, const TraceGoal& goal, Unknowns& u) {
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

void add_rules(const Unknowns& u, std::vector<Index>& into) {
    for (const auto r : u.rules()) into.push_back(r);
}

Query question(const Evaluation& e, const TraceGoal& goal) {
    const auto& base = e.base();
    Query q{goal_id(base, goal), {}, {}, false};
    Unknowns all(e, Depth::all);
    look(base, goal, all);
    if (asks_income(base, goal)) all.income();
    add_rules(all, q.rules);
    if (goal.kind == GoalKind::need && is_active(e, goal.index) == Truth::no) return q;
    const auto known = reached(e, e, goal);
    if (known == Truth::unknown) {
        Unknowns u(e);
        look(base, goal, u);
        if (asks_income(base, goal)) u.income();
        q.lacking = u.found();
    }
    if (asks_income(base, goal) && !is_exact(protected_level(e))) {
        const auto reference = own_reference(e);
        Unknowns u(reference);
        u.income();
        q.lacking.add(u.found());
    }
    q.lacking.facts.clear();
    return q;
}

}  // namespace

Judgement judge_goals(const RuleBase& rules, const Situation& situation, std::optional<TraceGoal> goal) {
    const auto program = compile(rules, situation.date);
    const auto law = evaluate(program, situation, World::law);
    std::vector<TraceGoal> goals;
    if (goal) goals.push_back(*goal);
    else
        for (Index n = 0; n < rules.needs.size(); ++n)
            if (is_active(law, n) != Truth::no) goals.push_back({GoalKind::need, n});
    auto result = judge(law, [&](const Evaluation& e) {
        std::vector<Query> all;
        for (const auto& g : goals) all.push_back(question(e, sought(e, e, g)));
        return all;
    });
    tell_unused(program, situation, result);
    return result;
}

}  // namespace samenloop
