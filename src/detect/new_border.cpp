// IM-2 from the other side: in a comparison, a household that stands just before a border which the bill makes or moves
// (definitions 10.6 and 11.2).  It loses nothing on the day, and does so by a small step that the bill makes costly.
// Whoever stands beyond the border is found by the cliff detector itself.  Outside a comparison nothing is looked for.

#include "detect/detectors.hpp"
#include "detect/new_borders.hpp"
#include "detect/steps.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

constexpr std::int64_t furthest_year = 12000;  // euro: as far as a loss of so much a year is near

/// Those that apply on one side only; where an amount falls within a rule, all that it depends on.
std::vector<Index> rules_that_switch(const DetectionContext& scene, const model::Path& path, const NewBorder& b) {
    const auto with = [&](const Decimal& x) {
        return engine::vary(scene.e, {{}, {}, {{path.slot, model::replaced(scene.e.facts, path, x)}}});
    };
    const auto before = with(b.good);
    const auto beyond = with(b.bad);
    const auto all = rules_that_move(scene, path, b.good, b.bad);
    std::vector<Index> switching;
    for (const auto r : all)
        if (before.applies(r) != beyond.applies(r)) switching.push_back(r);
    return switching.empty() ? all : switching;
}

std::optional<Candidate> border_ahead(const DetectionContext& scene, const model::Path& path, const Decimal& x) {
    const auto& base = scene.base();
    const bool years = goes_by_years(base, path.slot);
    const auto ahead = years ? Decimal(1) : Decimal(furthest_year) / yearly_factor(base, path.slot);
    const auto low = years && x >= Decimal(1) ? x - Decimal(1) : x;
    for (const auto& b : new_borders(scene.e, path, low, x + ahead, norm_or(scene, "im2.threshold_year", 600))) {
        if (!comes_near(base, path.slot, x, b)) continue;
        Candidate c;
        c.key = model::to_string(base, path);
        c.path = path;
        c.numbers = {b.at, b.before, b.after, x};
        c.measure = b.after / Decimal(12);
        if (scene.focus == nullptr) c.rules = rules_that_switch(scene, path, b);
        return c;
    }
    return std::nullopt;
}

bool looked_over(const Item& item, const Decimal& x) {
    return (item.earnings && x > Decimal(0)) || item.assets || item.type.unit == "year";
}

Text distance_words(const DetectionContext& scene, const Candidate& c) {
    const auto unit = model::type_at(scene.base(), c.path).unit;
    if (c.numbers[3] >= c.numbers[0])
        return {"Dit huishouden staat er net voorbij", "This household stands just beyond it"};
    return Text{"Dit huishouden staat er ", "This household stands "} +
           model::with_unit(c.numbers[0] - c.numbers[3], unit) + Text{" vandaan", " away from it"};
}

}  // namespace

std::vector<Candidate> find_new_border(const DetectionContext& scene) {
    std::vector<Candidate> all;
    if (scene.law.yardstick == nullptr) return all;
    for (Slot s = 0; s < scene.base().items.size(); ++s) {
        const model::Path path{s, 0, 0};
        if (scene.focus != nullptr && scene.focus->path != path) continue;
        const auto* x = scene.e.facts[s].get<Decimal>();
        if (x == nullptr || !looked_over(scene.base().items[s], *x)) continue;
        if (auto c = border_ahead(scene, path, *x)) all.push_back(std::move(*c));
    }
    return all;
}

void describe_new_border(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& item = scene.base().items[c.path.slot];
    const auto limit = model::with_unit(c.numbers[0], model::type_at(scene.base(), c.path).unit);
    const auto loss = c.numbers[2] / Decimal(12);
    f.severity = loss >= norm_or(scene, "severity.amount_month", 50) ? 2 : 1;
    f.items = {c.path.slot};
    f.title = Text{"Het voorstel maakt of verlegt een grens vlak bij dit huishouden: bij ",
                   "The bill makes or moves a border close to this household: at "} +
              limit + model::plain(" (") + item.title +
              Text{") daalt het besteedbaar inkomen met ", ") disposable income falls by "} + model::money(loss) +
              Text{" per maand", " a month"};
    f.amounts = {{"threshold", c.numbers[0]},
                 {"eur_month", loss},
                 {"eur_year", c.numbers[2]},
                 {"fall_before_month", c.numbers[1] / Decimal(12)},
                 {"value", c.numbers[3]}};
    f.explanation.push_back(
        Text{"Val op deze grens: vóór het voorstel ", "Fall at this border: before the bill "} +
        model::money(c.numbers[1] / Decimal(12)) + Text{" per maand, erna ", " a month, after it "} +
        model::money(loss) + Text{" per maand", " a month"});
    f.explanation.push_back(distance_words(scene, c));
    for (const auto r : f.rules)
        f.chain.push_back({"item:" + item.id, "rule:" + scene.base().rules[r].id, Text{"grens ", "border "} + limit});
}

}  // namespace samenloop::detect
