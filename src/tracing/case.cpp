#include "tracing/case.hpp"

#include <algorithm>

#include "feel/rewrite.hpp"
#include "model/request.hpp"

namespace samenloop::tracing {
namespace {

/// Whoever asks for a rule makes so the fact that tells it.
engine::Variation variation_of(const RuleBase& base, const std::vector<Lever>& levers,
                               const std::vector<std::pair<Slot, Value>>& facts) {
    engine::Variation v;
    for (const auto& lever : levers) switch (lever.kind) {
        case LeverKind::use_rule:
            v.used.push_back(lever.rule);
            if (const auto fact = model::asked_by(base, lever.rule)) v.facts.emplace_back(*fact, true);
            break;
        case LeverKind::bind_rule: v.used.push_back(lever.rule); break;
        case LeverKind::stop_practice:
        case LeverKind::repeal_rule: v.without.push_back(lever.rule); break;
        case LeverKind::make_outcome: v.made.push_back(lever.outcome); break;
        default: break;
        }
    v.facts.insert(v.facts.end(), facts.begin(), facts.end());
    return v;
}

void read_instead(Rule& rule, Slot from, Slot to) {
    const auto rewrite = [&](std::optional<Expression>& e) {
        if (e) e = feel::with_slot(*e, from, to);
    };
    rewrite(rule.when);
    for (auto& effect : rule.effects) rewrite(effect.value);
}

/// Conditions of one rule are dropped from the last on, so that their places stay what they were.
void drop_conditions(RuleBase& base, const std::vector<Lever>& levers) {
    std::vector<std::pair<Index, std::size_t>> parts;
    for (const auto& lever : levers)
        if (lever.kind == LeverKind::drop_condition) parts.emplace_back(lever.rule, lever.part);
    std::ranges::sort(parts, std::greater());
    for (const auto& [rule, part] : parts) base.rules[rule].when = feel::without_conjunct(*base.rules[rule].when, part);
}

}  // namespace

bool rewrites(const Lever& lever) { return lever.kind >= LeverKind::drop_condition; }

RuleBase amended(const RuleBase& base, const std::vector<Lever>& levers) {
    auto changed = base;
    for (const auto& lever : levers) switch (lever.kind) {
        case LeverKind::repeal_rule: changed.rules[lever.rule].in_force = {Date(), Date()}; break;
        case LeverKind::align_definition: read_instead(changed.rules[lever.rule], lever.from, lever.to); break;
        case LeverKind::bring_forward: changed.rules[lever.rule].in_force = {}; break;
        case LeverKind::bind_rule:
            changed.rules[lever.rule].on_request = false;
            changed.rules[lever.rule].request.reset();
            changed.rules[lever.rule].discretion = Discretion::bound;
            break;
        case LeverKind::give_basis: changed.exchanges[lever.exchange].basis = Basis::statute; break;
        default: break;
        }
    drop_conditions(changed, levers);
    return changed;
}

Case::Case(const RuleBase& base, const Situation& situation)
    : base_(base),
      situation_(situation),
      calendar_(std::make_shared<const Calendar>(base)),
      now_{engine::evaluate(calendar_->on(situation.date), situation, engine::World::law),
           engine::evaluate(calendar_->on(situation.date), situation, engine::World::practice)} {}

Case::Case(const Case& other, const Situation& situation)
    : base_(other.base_),
      situation_(situation),
      calendar_(other.calendar_),
      now_{engine::evaluate(calendar_->on(situation.date), situation, engine::World::law),
           engine::evaluate(calendar_->on(situation.date), situation, engine::World::practice)} {}

Worlds Case::with(const std::vector<Lever>& levers, const std::vector<std::pair<Slot, Value>>& facts) const {
    const auto v = variation_of(base_, levers, facts);
    return {engine::vary(now_.law, v), engine::vary(now_.practice, v)};
}

/// The program keeps the place of its rule base, so both live until the answer is there.
template <class Ask>
auto Case::ask(const std::vector<Lever>& levers, Ask about) const {
    if (std::ranges::none_of(levers, rewrites)) {
        const auto w = with(levers);
        return about(w.practice, w.law);
    }
    const auto changed = amended(base_, levers);
    const auto program = engine::compile(changed, situation_.date, calendar_->implications());
    const auto v = variation_of(base_, levers, {});
    const auto law = engine::evaluate(program, situation_, engine::World::law, v);
    return about(engine::evaluate(program, situation_, engine::World::practice, v), law);
}

Truth Case::reaches(const TraceGoal& goal, const std::vector<Lever>& levers) const {
    return ask(levers, [&](const engine::Evaluation& practice, const engine::Evaluation& law) {
        auto then = goal;
        then.in_full = in_full(practice, goal);
        const auto truth = reached(practice, law, then);
        return truth != Truth::no && !levers.empty() && pays_nothing(practice, goal) ? Truth::no : truth;
    });
}

Case::Part Case::reaches_in_part(const TraceGoal& goal, const std::vector<Lever>& levers) const {
    return ask(levers, [&](const engine::Evaluation& practice, const engine::Evaluation& law) {
        auto all = goal;
        all.in_full = in_full(practice, goal);
        Part part{reached(practice, law, goal), shortfall(practice, law, all)};
        if (pays_nothing(practice, goal)) part.reached = Truth::no;
        return part;
    });
}

}  // namespace samenloop::tracing
