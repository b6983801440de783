// Income anew: disposable income at both ends of a step as plain evaluations, without the curve.

#include <algorithm>

#include "evaluate/disposable.hpp"
#include "verify/claims.hpp"

namespace samenloop {
namespace {

std::optional<Decimal> income_at(const Evaluation& e, Slot item, const Decimal& value) {
    const auto d = before_withholding(vary(e, {{}, {}, {{item, Value(value)}}}));
    const auto* exact = d.get<Decimal>();
    return exact == nullptr ? std::nullopt : std::optional(*exact);
}

bool near(const Decimal& a, const Decimal& b) {
    const auto d = a - b;
    return d <= Decimal(1) && d >= Decimal(-1);
}

}  // namespace

std::optional<Decimal> amount_of(const Finding& f, std::string_view key) {
    const auto at = std::ranges::find(f.amounts, key, &std::pair<std::string, Decimal>::first);
    return at == f.amounts.end() ? std::nullopt : std::optional(at->second);
}

std::string step_leaves(const Evaluation& e, const Finding& f) {
    const auto from = amount_of(f, "step_from");
    const auto to = amount_of(f, "step_to");
    const auto gain = amount_of(f, "step_gain_year");
    if (f.items.empty() || !from || !to || !gain) return "the step is not told";
    const auto before = income_at(e, f.items.front(), *from);
    const auto after = income_at(e, f.items.front(), *to);
    if (!before || !after) return f.certainty == Certainty::certain ? "the step cannot be computed" : "";
    return near(*after - *before, *gain) ? "" : "the step leaves another amount";
}

}  // namespace samenloop
