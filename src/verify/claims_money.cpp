// Income anew: disposable income at both ends of a step as plain evaluations, without the curve.

#include <algorithm>

#include "evaluate/disposable.hpp"
#include "model/path.hpp"
#include "verify/claims.hpp"

namespace samenloop {
namespace {

std::optional<Decimal> income_at(const Evaluation& e, const Path& path, const Decimal& value) {
    const auto d = before_withholding(vary(e, {{}, {}, {{path.slot, replaced(e.facts, path, Value(value))}}}));
    const auto* exact = d.get<Decimal>();
    return exact == nullptr ? std::nullopt : std::optional(*exact);
}

bool near(const Decimal& a, const Decimal& b) {
    const auto d = a - b;
    return d <= Decimal(1) && d >= Decimal(-1);
}

/// A place with its two values: on the good side of a limit and on the bad one.
struct Sides {
    Path path;
    Decimal good;
    Decimal bad;
};

/// Over the limit by an event: what was there before it and what it brought.  Else of itself: a cent below the limit,
/// and a cent above it or what is there, if that is less.
std::optional<Sides> sides(const Evaluation& e, const Situation& situation, Slot item, const Decimal& limit) {
    for (const auto& event : situation.events) {
        const auto* from = event.from.get<Decimal>();
        const auto* to = event.to.get<Decimal>();
        if (event.item != item || from == nullptr || to == nullptr || *to != limit) continue;
        const auto& type = e.base().items[item].type;
        const auto field = event.element > 0 && type.element ? field_index(*type.element, event.field) : 0;
        return Sides{{item, event.element, field}, *from, *to};
    }
    const auto* now = e.facts[item].get<Decimal>();
    if (now == nullptr || *now < limit) return std::nullopt;
    const auto cent = Decimal(1) / Decimal(100);
    return Sides{{item, 0, 0}, limit - cent, std::min(limit + cent, *now)};
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
    const auto before = income_at(e, {f.items.front(), 0, 0}, *from);
    const auto after = income_at(e, {f.items.front(), 0, 0}, *to);
    if (!before || !after) return f.certainty == Certainty::certain ? "the step cannot be computed" : "";
    return near(*after - *before, *gain) ? "" : "the step leaves another amount";
}

std::string limit_costs(const Evaluation& e, const Situation& situation, const Finding& f) {
    const auto limit = amount_of(f, "threshold");
    if (f.items.empty() || !limit) return "the limit is not told";
    const auto there = sides(e, situation, f.items.front(), *limit);
    if (!there) return "nothing is beyond the limit";
    const auto before = income_at(e, there->path, there->good);
    const auto after = income_at(e, there->path, there->bad);
    if (!before || !after) return "income at the limit cannot be computed";
    const auto tells = [&](std::string_view key, const Decimal& a_year, int parts) {
        const auto told = amount_of(f, key);
        return told && near(*told * Decimal(parts), a_year);
    };
    const bool ends = tells("eur_month_before", *before, 12) && tells("eur_month_after", *after, 12);
    const auto loss = *before - *after;
    return ends && tells("eur_month", loss, 12) && tells("eur_year", loss, 1) ? "" : "at the limit another sum is lost";
}

}  // namespace samenloop
