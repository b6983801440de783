// IM-2: a threshold where disposable income falls by a norm (600 a year) or more, with this person on the losing side
// and near it (definitions 10.6): over income and assets by at most one year's loss; over age only when the crossing is
// an event of the last twelve months.  The thresholds are the breakpoints of the exact curve (evaluate/curve.hpp).

#include <algorithm>

#include "detect/detectors.hpp"
#include "detect/steps.hpp"
#include "evaluate/disposable.hpp"

namespace samenloop {
namespace {

Decimal least_loss(const Scene& scene) {
    const auto* n = scene.base().norm("im2.threshold_year");
    return n != nullptr ? n->value : Decimal(600);
}

Candidate make(const Scene& scene, const Path& path, const Decimal& good, const Decimal& bad, const Decimal& threshold,
               const Decimal& before, const Decimal& after) {
    Candidate c;
    c.key = to_string(scene.base(), path);
    c.path = path;
    c.numbers = {threshold, before, after, good};
    c.measure = (before - after) / Decimal(12);
    if (scene.focus == nullptr) c.rules = rules_that_move(scene, path, good, bad);
    return c;
}

/// The highest threshold at or below x where the curve falls by enough, and x is within a year's loss of it.
std::optional<Candidate> fall_below(const Scene& scene, const Path& path, const Decimal& x, const Decimal& yearly) {
    const auto here = curve(scene.e, path, Decimal(0), x);
    const auto now = disposable_at(scene.e, path, x);
    if (here.pieces.empty() || !now) return std::nullopt;
    for (std::size_t i = here.pieces.size(); i-- > 0;) {
        const auto& p = here.pieces[i];
        const auto left = at(p.disposable, p.high);
        const auto right = i + 1 < here.pieces.size() ? at(here.pieces[i + 1].disposable, p.high) : now;
        if (!left || !right) continue;
        const auto loss = *left - *right;
        if (loss >= least_loss(scene) && (x - p.high) * yearly <= loss)
            return make(scene, path, p.high, x, p.high, *left, *right);
    }
    return std::nullopt;
}

bool recent(const Scene& scene, const Event& e) {
    const auto* n = scene.base().norm("im2.event_months");
    const auto months = n != nullptr ? static_cast<std::int32_t>(n->value.to_int()) : 12;
    return e.date <= scene.program().day && e.date.plus({months, 0}) > scene.program().day;
}

Path place_of(const Scene& scene, const Event& e) {
    const auto& type = scene.base().items[e.item].type;
    return {e.item, e.element, e.element > 0 && type.element ? field_index(*type.element, e.field) : 0};
}

/// An event that moves a number across a threshold: what was before it against what is now.
std::optional<Candidate> fall_at(const Scene& scene, const Event& event) {
    const auto* from = event.from.get<Decimal>();
    const auto* to = event.to.get<Decimal>();
    const auto path = place_of(scene, event);
    const auto& item = scene.base().items[path.slot];
    if (from == nullptr || to == nullptr || item.earnings || item.assets || !recent(scene, event)) return std::nullopt;
    if (!(value_at(scene.e.facts, path) == event.to)) return std::nullopt;
    const auto before = disposable_at(scene.e, path, *from);
    const auto after = disposable_at(scene.e, path, *to);
    if (!before || !after || *before - *after < least_loss(scene)) return std::nullopt;
    return make(scene, path, *from, *to, *to, *before, *after);
}

}  // namespace

std::vector<Candidate> find_cliff(const Scene& scene) {
    std::vector<Candidate> all;
    for (Slot s = 0; s < scene.base().items.size(); ++s) {
        const auto& item = scene.base().items[s];
        const Path path{s, 0, 0};
        if ((!item.earnings && !item.assets) || (scene.focus != nullptr && scene.focus->path != path)) continue;
        const auto* x = scene.e.facts[s].get<Decimal>();
        if (x == nullptr || *x <= Decimal(0)) continue;
        if (auto c = fall_below(scene, path, *x, item.type.unit == "eur/month" ? Decimal(12) : Decimal(1)))
            all.push_back(std::move(*c));
    }
    for (const auto& event : scene.situation.events)
        if (auto c = fall_at(scene, event)) all.push_back(std::move(*c));
    return all;
}

}  // namespace samenloop
