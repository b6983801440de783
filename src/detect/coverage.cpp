#include "detect/coverage.hpp"

#include "detect/blocking_rules.hpp"
#include "engine/disposable.hpp"
#include "engine/timeline.hpp"
#include "feel/number.hpp"

namespace samenloop::detect {
namespace {

Truth truth_of(const engine::Evaluation& e, const std::optional<Expression>& x) {
    return x ? evaluate(*x, {e.values, {}}).truth() : Truth::no;
}

Truth duty_covers(const engine::Evaluation& e, Index act) {
    auto any = Truth::no;
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a)
        if (const auto* effect = e.program->effect(a);
            effect != nullptr && effect->kind == EffectKind::obligation && effect->act == act)
            any = any || e.accepted(a);
    return any;
}

/// Enough income, seen from the protected level.
Truth income_suffices(const engine::Evaluation& e, const engine::Evaluation& law, Payment payment) {
    const auto* tolerance = e.base().norm("im1.tolerance");
    const auto income = payment == Payment::in_hand ? engine::disposable_in_hand(e) : engine::disposable(e);
    const auto room = Value((tolerance != nullptr ? tolerance->value : Decimal(0)) * Decimal(12));
    return feel::number::compare(
        feel::Relation::less_equal, feel::number::subtract(engine::protected_level(law), income), room);
}

}  // namespace

Truth is_active(const engine::Evaluation& e, Index need) { return truth_of(e, e.base().needs[need].active); }

Truth scheme_covers(const engine::Evaluation& e, const std::vector<Truth>& reached, Index s, Payment payment) {
    auto t = e.values[e.base().schemes[s].granted].truth();
    for (std::size_t o = 0; o < reached.size(); ++o)
        if (e.base().outcomes[o].scheme == s) t = t && reached[o];
    return payment == Payment::in_hand ? t && engine::is_paid(e, s) : t;
}

Truth is_covered(const engine::Evaluation& e, const engine::Evaluation& law, const std::vector<Truth>& reached, Index n,
                 Payment payment) {
    const auto& need = e.base().needs[n];
    auto any = truth_of(e, need.covered);
    if (need.outcome != none) any = any || reached[need.outcome];
    if (need.act != none) any = any || duty_covers(e, need.act);
    for (const auto s : schemes_for(e.base(), n)) any = any || scheme_covers(e, reached, s, payment);
    if (need.coverage == Coverage::income && any != Truth::yes) any = any || income_suffices(e, law, payment);
    return any;
}

}  // namespace samenloop::detect
