#include "tracing/scope.hpp"

#include <algorithm>
#include <utility>

#include "tracing/belonging.hpp"

namespace samenloop::tracing {

GoalScope::GoalScope(const engine::Evaluation& e, const TraceGoal& goal)
    : schemes_(e.base().schemes.size(), false),
      outcomes_(e.base().outcomes.size(), false),
      acts_(e.base().acts.size(), false),
      slots_(e.base().items.size(), false),
      terms_(e.base().items.size(), false) {
    const auto& base = e.base();
    auto schemes = schemes_of(base, goal);
    if (goal.kind == GoalKind::need) schemes = Belonging(e).among(schemes);
    for (const auto s : schemes) schemes_[s] = true;
    for (const auto o : outcomes_of(base, goal)) {
        const auto of = base.outcomes[o].scheme;
        outcomes_[o] = of == none || schemes_[of] || goal.kind != GoalKind::need;
    }
    if (goal.kind == GoalKind::need) {
        need_ = goal.index;
        if (base.needs[goal.index].act != none) acts_[base.needs[goal.index].act] = true;
    }
    while (grow(e)) {
    }
    add_acts(base);
    add_slots(e);
    if (goal.in_hand) add_terms(e);
}

/// What an outcome requires, by rules that apply, and the schemes that grant it.
bool GoalScope::grow(const engine::Evaluation& e) {
    bool more = false;
    const auto add = [&](std::vector<bool>& in, Index i) {
        if (i == none || in[i]) return;
        in[i] = more = true;
    };
    const auto& base = e.base();
    for (Index r = 0; r < base.rules.size(); ++r) {
        if (!e.program->in_force[r] || e.out[r] || e.applies(r) == Truth::no) continue;
        std::size_t k = 0;
        for (const auto& effect : base.rules[r].effects) {
            if (effect.kind != EffectKind::requires_) continue;
            const auto& formula = base.rules[r].requirements[k++];
            if (!has_outcome(effect.outcome)) continue;
            for (const auto& set : formula)
                for (const auto o : set) add(outcomes_, o);
        }
    }
    for (Index o = 0; o < outcomes_.size(); ++o)
        if (outcomes_[o]) add(schemes_, base.outcomes[o].scheme);
    return more;
}

void GoalScope::add_acts(const RuleBase& base) {
    for (const auto& rule : base.rules)
        for (const auto& effect : rule.effects)
            if (effect.act != none && has_outcome(effect.achieves)) acts_[effect.act] = true;
}

namespace {

/// Marks what these slots rest on, down through the rules that apply and define them.
void mark_down(const engine::Evaluation& e, std::vector<Slot> pending, std::vector<bool>& marked) {
    const auto add = [&](Slot s) {
        if (marked[s]) return;
        marked[s] = true;
        pending.push_back(s);
    };
    const auto given = std::exchange(pending, {});
    std::ranges::for_each(given, add);
    while (!pending.empty()) {
        const auto s = pending.back();
        pending.pop_back();
        if (const auto& fallback = e.base().items[s].fallback)
            for (const auto& read : fallback->reads()) add(read.slot);
        const auto o = e.program->object_of_slot[s];
        if (o == none || e.program->objects[o].kind != engine::ObjectKind::item) continue;
        for (const auto a : e.program->objects[o].arguments)
            if (e.applies(e.program->arguments[a].rule) != Truth::no)
                std::ranges::for_each(e.program->reads[e.program->arguments[a].rule], add);
    }
}

}  // namespace

/// What its grants that apply read, and down through what defines that.
void GoalScope::add_slots(const engine::Evaluation& e) {
    std::vector<Slot> reads;
    for (Index r = 0; r < e.base().rules.size(); ++r)
        for (const auto& x : e.base().rules[r].effects)
            if (x.kind == EffectKind::grant && has_scheme(x.scheme) && e.applies(r) != Truth::no)
                reads.insert(reads.end(), e.program->reads[r].begin(), e.program->reads[r].end());
    mark_down(e, std::move(reads), slots_);
}

void GoalScope::add_terms(const engine::Evaluation& e) {
    std::vector<Slot> reads;
    for (Index s = 0; s < schemes_.size(); ++s)
        if (const auto& from = e.base().schemes[s].paid_from; from && schemes_[s])
            for (const auto& read : from->reads()) reads.push_back(read.slot);
    mark_down(e, std::move(reads), terms_);
}

bool GoalScope::touches(const Effect& effect) const {
    switch (effect.kind) {
    case EffectKind::allocate:
    case EffectKind::refer: return has_need(effect.need);
    case EffectKind::requires_:
    case EffectKind::waive: return has_outcome(effect.outcome);
    case EffectKind::obligation:
    case EffectKind::permission:
    case EffectKind::prohibition: return has_act(effect.act) || has_outcome(effect.achieves);
    case EffectKind::requires_data: return has_act(effect.act) || has_scheme(effect.scheme);
    case EffectKind::grant:
    case EffectKind::deny:
    case EffectKind::basis:
    case EffectKind::reduce: return has_scheme(effect.scheme);
    case EffectKind::define: return has_slot(effect.item) || has_term(effect.item);
    default: return false;
    }
}

}  // namespace samenloop::tracing
