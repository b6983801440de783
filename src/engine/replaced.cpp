#include "engine/replaced.hpp"

#include <algorithm>

#include "feel/number.hpp"

namespace samenloop::engine {
namespace {

/// What is taken for the charge: by an effect that reads it, or as the charge itself.
Value taken_for(const Evaluation& e, const Taken& year, Index charge) {
    const auto slot = e.base().charges[charge].slot;
    Value sum = Decimal(0);
    for (const auto& t : year.takes) {
        const auto* effect = t.charge == none ? e.program->effect(t.argument) : nullptr;
        const bool reads_it =
            effect != nullptr && effect->value &&
            std::ranges::any_of(effect->value->reads(), [&](const Read& r) { return r.slot == slot; });
        if (t.charge == charge || reads_it) sum = feel::number::add(sum, t.amount);
    }
    return sum;
}

/// What the other charge would come to without the rules that lay this one.
Value instead_of(const Evaluation& e, Index charge) {
    Variation without;
    for (Index r = 0; r < e.base().rules.size(); ++r)
        for (const auto& effect : e.rule(r).effects)
            if (effect.kind == EffectKind::charge && effect.charge == charge) without.without.push_back(r);
    const auto other = e.base().charges[charge].replaces;
    return vary(e, without).values[e.base().charges[other].slot];
}

}  // namespace

Value replaced_charges(const Evaluation& e, const Taken& year) {
    Value sum = Decimal(0);
    for (Index c = 0; c < e.base().charges.size(); ++c) {
        const auto& charge = e.base().charges[c];
        if (charge.replaces == none || e.base().charges[charge.replaces].disposable) continue;
        if (e.values[charge.slot] == Value(Decimal(0))) continue;
        const auto taken = taken_for(e, year, c);
        if (!(taken == Value(Decimal(0)))) sum = feel::number::add(sum, feel::number::min(taken, instead_of(e, c)));
    }
    return sum;
}

}  // namespace samenloop::engine
