// Income anew: disposable income at both ends of a step as plain evaluations, without the curve.

#include <algorithm>

#include "engine/disposable.hpp"
#include "engine/timeline.hpp"
#include "model/days.hpp"
#include "model/path.hpp"
#include "verification/claims.hpp"

namespace samenloop::verification {
namespace {

std::optional<Decimal> income_at(const engine::Evaluation& e, const model::Path& path, const Decimal& value) {
    const auto d = engine::before_withholding(
        engine::vary(e, {{}, {}, {{path.slot, model::replaced(e.facts, path, Value(value))}}}));
    const auto* exact = d.get<Decimal>();
    return exact == nullptr ? std::nullopt : std::optional(*exact);
}

bool near(const Decimal& a, const Decimal& b) {
    const auto d = a - b;
    return d <= Decimal(1) && d >= Decimal(-1);
}

/// A place with its two values: on the good side of a limit and on the bad one.
struct Sides {
    model::Path path;
    Decimal good;
    Decimal bad;
};

/// A cent below the limit, and a cent above it or what is there, if that is less; the other way round where an event
/// came from above.
std::optional<Sides> sides(const engine::Evaluation& e, const Situation& situation, Slot item, const Decimal& limit) {
    const auto cent = Decimal(1) / Decimal(100);
    for (const auto& event : situation.events) {
        const auto* from = event.from.get<Decimal>();
        const auto* to = event.to.get<Decimal>();
        if (event.item != item || from == nullptr || to == nullptr) continue;
        if (limit < std::min(*from, *to) || std::max(*from, *to) < limit) continue;
        const auto above = std::min(limit + cent, std::max(*from, *to));
        const bool up = *from < *to;
        return Sides{model::place_of(e.base(), event), up ? limit - cent : above, up ? above : limit - cent};
    }
    const auto* now = e.facts[item].get<Decimal>();
    if (now == nullptr || *now < limit) return std::nullopt;
    return Sides{{item, 0, 0}, limit - cent, std::min(limit + cent, *now)};
}

/// The ends of a fall are what was told of them.
std::string told_so(const Finding& f, const Decimal& before, const Decimal& after, const std::string& of = {}) {
    const auto tells = [&](std::string_view key, const Decimal& a_year, int parts) {
        const auto told = amount_of(f, key);
        return told && near(*told * Decimal(parts), a_year);
    };
    const auto loss = before - after;
    const bool ends = tells("eur_month_before" + of, before, 12) && tells("eur_month_after" + of, after, 12);
    return ends && tells("eur_month", loss, 12) && tells("eur_year", loss, 1) ? "" : "another sum is lost there";
}

/// Another household: the day before its event against the day itself, each evaluated on its own.
std::string event_costs(const engine::Evaluation& e, const Situation& situation, const Finding& f) {
    if (!f.period || !f.period->from) return "neither a limit nor a day is told";
    const Calendar calendar(*e.program);
    const auto day = *f.period->from;
    const auto after = engine::moved_to(e, situation, calendar, day);
    const auto elsewhere = [&](Slot slot) {  // what else changes on that day
        return slot == e.program->today || std::ranges::any_of(situation.events, [&](const Event& event) {
                   return event.item == slot && event.date == day && std::ranges::count(f.items, slot) == 0;
               });
    };
    model::FactChanges undone;
    const auto eve = engine::moved_to(e, situation, calendar, Date::from_days(day.days() - 1));
    for (Slot slot = 0; slot < eve.facts.size(); ++slot)
        if (!elsewhere(slot) && !(eve.facts[slot] == after.facts[slot])) undone.emplace_back(slot, eve.facts[slot]);
    const auto d0 = engine::before_withholding(engine::vary(after, {{}, {}, undone}));
    const auto d1 = engine::before_withholding(after);
    const auto* before = d0.get<Decimal>();
    const auto* then = d1.get<Decimal>();
    return before == nullptr || then == nullptr ? "income around the event cannot be computed"
                                                : told_so(f, *before, *then, "_event");
}

}  // namespace

std::optional<Decimal> amount_of(const Finding& f, std::string_view key) {
    const auto at = std::ranges::find(f.amounts, key, &std::pair<std::string, Decimal>::first);
    return at == f.amounts.end() ? std::nullopt : std::optional(at->second);
}

std::string step_leaves(const engine::Evaluation& e, const Finding& f) {
    const auto from = amount_of(f, "step_from");
    const auto to = amount_of(f, "step_to");
    const auto gain = amount_of(f, "step_gain_year");
    if (f.items.empty() || !from || !to || !gain) return "no step is told";
    const auto before = income_at(e, {f.items.front(), 0, 0}, *from);
    const auto after = income_at(e, {f.items.front(), 0, 0}, *to);
    if (!before || !after) return f.certainty == Certainty::certain ? "the step cannot be computed" : "";
    return near(*after - *before, *gain) ? "" : "the step leaves another amount";
}

std::string limit_costs(const engine::Evaluation& e, const Situation& situation, const Finding& f) {
    const auto limit = amount_of(f, "threshold");
    if (f.items.empty()) return "it names no fact";
    if (!limit) return event_costs(e, situation, f);
    const auto there = sides(e, situation, f.items.front(), *limit);
    if (!there) return "nothing is beyond the limit";
    const auto before = income_at(e, there->path, there->good);
    const auto after = income_at(e, there->path, there->bad);
    if (!before || !after) return "income at the limit cannot be computed";
    return told_so(f, *before, *after);
}

}  // namespace samenloop::verification
