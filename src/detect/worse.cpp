#include "detect/worse.hpp"

#include "detect/coverage.hpp"
#include "engine/disposable.hpp"
#include "engine/reach.hpp"

namespace samenloop::detect {
namespace {

bool clearly_less(const Decimal& a, const Decimal& b) {
    static const auto cent = Decimal(1) / Decimal(100);
    return b - a >= cent;
}

/// What was known exactly and no longer is may be less: unknown mends nothing.
bool less(const Value& before, const Value& after) {
    const auto a = before.bounds();
    const auto b = after.bounds();
    if (before.get<Decimal>() != nullptr && after.get<Decimal>() == nullptr) return true;
    if (a.low && (!b.low || clearly_less(*b.low, *a.low))) return true;
    return a.high && b.high && clearly_less(*b.high, *a.high);
}

/// The level falls, and the income is below what it was.
bool lowers_the_level(const Footing& before, const Footing& after) {
    const auto was = before.level.bounds().low;
    const auto is = after.level.bounds().low;
    if (!was) return false;
    if (!is) return true;
    const auto income = after.income.bounds().low;
    return clearly_less(*is, *was) && (!income || clearly_less(*income, *was));
}

}  // namespace

Footing footing(const engine::Evaluation& e, const engine::Evaluation& law) {
    Footing s{engine::disposable(e), engine::protected_level(law), {}};
    const auto reached = engine::reach(e);
    for (Index n = 0; n < e.base().needs.size(); ++n) {
        const auto active = is_active(e, n);
        s.unmet.push_back(active == Truth::no ? Truth::no : active && !is_covered(e, law, reached, n));
    }
    return s;
}

bool worse_off(const Footing& before, const Footing& after) {
    if (less(before.income, after.income) || lowers_the_level(before, after)) return true;
    for (std::size_t n = 0; n < before.unmet.size(); ++n)
        if (after.unmet[n] > before.unmet[n]) return true;
    return false;
}

}  // namespace samenloop::detect
