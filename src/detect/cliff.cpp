// IM-2: a threshold where disposable income falls by a norm (600 a year) or more, with this person on the losing side
// and near it (definitions 10.6): over income and assets by at most one year's loss; over another number, an age, only
// when an event of the last twelve months crosses it.  The thresholds are the breakpoints of the exact curve
// (evaluate/curve.hpp): an event that changes an amount and crosses none is no cliff.  Another household is one of
// itself (definitions 11.4): just before and just after each event that changes it, the last twelve months and ahead.

#include <algorithm>

#include "detect/detectors.hpp"
#include "detect/household_event.hpp"
#include "detect/steps.hpp"
#include "engine/disposable.hpp"
#include "model/days.hpp"

namespace samenloop::detect {
namespace {

Decimal least_loss(const DetectionContext& scene) {
    const auto* n = scene.base().norm("im2.threshold_year");
    return n != nullptr ? n->value : Decimal(600);
}

Candidate make(const DetectionContext& scene, const model::Path& path, const Decimal& good, const Decimal& bad,
               const Decimal& threshold, const Decimal& before, const Decimal& after) {
    Candidate c;
    c.key = model::to_string(scene.base(), path);
    c.path = path;
    c.numbers = {threshold, before, after, good, bad};
    c.measure = (before - after) / Decimal(12);
    if (scene.focus == nullptr) c.rules = rules_that_move(scene, path, good, bad);
    return c;
}

/// The highest threshold at or below x where the curve falls by enough, and x is within a year's loss of it.
std::optional<Candidate> fall_below(const DetectionContext& scene, const model::Path& path, const Decimal& x,
                                    const Decimal& yearly) {
    const auto& here = engine::curve(scene.e, path, Decimal(0), x);
    const auto now = engine::disposable_at(scene.e, path, x);
    if (here.pieces.empty() || !now) return std::nullopt;
    for (std::size_t i = here.pieces.size(); i-- > 0;) {
        const auto& p = here.pieces[i];
        const auto left = engine::at(p.disposable, p.high);
        const auto right = i + 1 < here.pieces.size() ? engine::at(here.pieces[i + 1].disposable, p.high) : now;
        if (!left || !right) continue;
        const auto loss = *left - *right;
        if (loss >= least_loss(scene) && (x - p.high) * yearly <= loss)
            return make(scene, path, p.high, x, p.high, *left, *right);
    }
    return std::nullopt;
}

/// Over the last twelve months; of who lives here, ahead as well.
bool is_near(const DetectionContext& scene, const Event& e) {
    const auto near = days_near(scene.e);
    const bool ahead = scene.base().items[e.item].household;
    return e.date > near.from && e.date <= (ahead ? near.to : scene.e.day);
}

struct Jump {
    Decimal limit;
    Decimal below;  // D just below it
    Decimal above;  // D at it or just above it, whichever is further
};

/// The places between two numbers where the curve jumps; at the higher one, too.
std::vector<Jump> jumps(const DetectionContext& scene, const model::Path& path, const Decimal& low,
                        const Decimal& high) {
    std::vector<Jump> all;
    const auto& pieces = engine::curve(scene.e, path, low, high).pieces;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto& x = pieces[i].high;
        const auto below = engine::at(pieces[i].disposable, x);
        const auto above =
            i + 1 < pieces.size() ? engine::at(pieces[i + 1].disposable, x) : engine::disposable_at(scene.e, path, x);
        if (below && above && *below != *above) all.push_back({x, *below, *above});
    }
    return all;
}

/// By enough, from one end to the other.  Of a birthday that is all there is to ask: nobody is of an age between.
bool falls(const DetectionContext& scene, const model::Path& path, const Decimal& from, const Decimal& to) {
    const auto before = engine::disposable_at(scene.e, path, from);
    const auto after = before ? engine::disposable_at(scene.e, path, to) : std::nullopt;
    return before && after && *before - *after >= least_loss(scene);
}

/// An event that moves a number across a threshold: where it falls most on the way.
std::optional<Candidate> fall_at(const DetectionContext& scene, const Event& event) {
    const auto* from = event.from.get<Decimal>();
    const auto* to = event.to.get<Decimal>();
    const auto path = model::place_of(scene.base(), event);
    const auto& item = scene.base().items[path.slot];
    if (scene.focus != nullptr && scene.focus->path != path) return std::nullopt;
    if (from == nullptr || to == nullptr || item.earnings || item.assets || !is_near(scene, event)) return std::nullopt;
    const bool happened = event.date <= scene.e.day;
    if (!(model::value_at(scene.e.facts, path) == (happened ? event.to : event.from))) return std::nullopt;
    if (event.birthday && !falls(scene, path, *from, *to)) return std::nullopt;
    const bool up = *from < *to;
    std::optional<Jump> worst;
    const auto loss = [&](const Jump& j) { return up ? j.below - j.above : j.above - j.below; };
    for (const auto& jump : jumps(scene, path, std::min(*from, *to), std::max(*from, *to)))
        if (loss(jump) >= least_loss(scene) && (!worst || loss(*worst) < loss(jump))) worst = jump;
    if (!worst) return std::nullopt;
    return make(
        scene, path, *from, *to, worst->limit, up ? worst->below : worst->above, up ? worst->above : worst->below);
}

std::optional<Decimal> exact(const Value& v) {
    const auto* number = v.get<Decimal>();
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

/// Another household with less to live on.
std::optional<Candidate> fall_with(const DetectionContext& scene, Date day, const std::vector<Index>& events) {
    Candidate c;
    c.path = model::place_of(scene.base(), scene.situation.events[events.front()]);
    c.key = scene.base().items[c.path.slot].id + "@" + day.to_string();
    if (scene.focus != nullptr && scene.focus->key != c.key) return std::nullopt;
    // Whether one that was found is still there is asked of the day on which it is felt.
    const auto days = scene.focus != nullptr && !scene.focus->numbers.empty()
                          ? std::vector{Date::from_days(static_cast<std::int32_t>(scene.focus->numbers[0].to_int()))}
                          : days_felt(scene.e, scene.situation, scene.calendar, day);
    for (const auto felt : days) {
        const auto there = household_event(scene.e, scene.situation, scene.calendar, felt, events);
        const auto before = exact(engine::before_withholding(there.before));
        const auto after = exact(engine::before_withholding(there.after));
        if (!before || !after || *before - *after < least_loss(scene)) continue;
        c.ids = events;
        c.numbers = {Decimal(felt.days()), *before, *after};
        c.measure = (*before - *after) / Decimal(12);
        if (scene.focus == nullptr) c.rules = rules_between(there.before, there.after);
        return c;
    }
    return std::nullopt;
}

}  // namespace

std::vector<Candidate> find_cliff(const DetectionContext& scene) {
    std::vector<Candidate> all;
    for (Slot s = 0; s < scene.base().items.size(); ++s) {
        const auto& item = scene.base().items[s];
        const model::Path path{s, 0, 0};
        if ((!item.earnings && !item.assets) || (scene.focus != nullptr && scene.focus->path != path)) continue;
        const auto* x = scene.e.facts[s].get<Decimal>();
        if (x == nullptr || *x <= Decimal(0)) continue;
        if (auto c = fall_below(scene, path, *x, item.type.unit == "eur/month" ? Decimal(12) : Decimal(1)))
            all.push_back(std::move(*c));
    }
    const auto days = household_days(scene.e, scene.situation);
    const auto of_household = [&](Index i) {  // told with it: a child that turns 18 is another household
        return std::ranges::any_of(
            days, [&](const auto& d) { return std::ranges::find(d.second, i) != d.second.end(); });
    };
    for (Index i = 0; i < scene.situation.events.size(); ++i)
        if (!scene.situation.events[i].of_people || !of_household(i))
            if (auto c = fall_at(scene, scene.situation.events[i])) all.push_back(std::move(*c));
    for (const auto& [day, events] : days)
        if (auto c = fall_with(scene, day, events)) all.push_back(std::move(*c));
    return all;
}

}  // namespace samenloop::detect
