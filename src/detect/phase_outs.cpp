// PU-4: two or more phase-outs of two or more laws take from the same extra earnings, and with tax at least half of
// them is lost (definitions 10.6).  Slopes are derivatives of the exact curve, a phase-out is a scheme or tax credit
// that falls.

#include <algorithm>
#include <set>

#include "detect/detectors.hpp"
#include "detect/steps.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

struct Slope {
    Index scheme = none;
    Index rule = none;  // of a reduction of a charge: the credit
    Decimal percent;    // lost of each extra euro
};

/// Credits: reductions of a charge that get smaller.
void falling_credits(const DetectionContext& scene, const EarningsStep& step, const engine::CurvePiece& p,
                     std::vector<Slope>& into) {
    const auto middle = (p.low + p.high) / Decimal(2);
    for (const auto& [argument, amount] : p.reductions) {
        if (!scene.base().charges[scene.program().effect(argument)->charge].disposable) continue;
        const auto d = engine::slope(amount, middle);
        if (d && *d < Decimal(0))
            into.push_back({none, scene.program().arguments[argument].rule, -*d * Decimal(100) / step.yearly});
    }
}

std::vector<Slope> phase_outs_in(const DetectionContext& scene, const EarningsStep& step, const engine::CurvePiece& p) {
    std::vector<Slope> all;
    const auto middle = (p.low + p.high) / Decimal(2);
    for (Index s = 0; s < scene.base().schemes.size(); ++s) {
        if (!scene.base().schemes[s].disposable) continue;
        const auto d = engine::slope(p.schemes[s], middle);
        if (d && *d < Decimal(0)) all.push_back({s, none, -*d * Decimal(100) / step.yearly});
    }
    falling_credits(scene, step, p, all);
    return all;
}

std::set<Index> laws_of(const DetectionContext& scene, const std::vector<Slope>& slopes) {
    std::set<Index> laws;
    for (const auto& s : slopes)
        laws.insert(s.scheme != none ? scene.base().schemes[s.scheme].law : scene.base().rules[s.rule].law);
    return laws;
}

/// The piece of the step where most phase-outs fall together, enough of them and heavy enough; nothing else.
std::optional<std::size_t> heaviest(const DetectionContext& scene, const EarningsStep& step, const engine::Curve& c) {
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < c.pieces.size(); ++i) {
        const auto& p = c.pieces[i];
        const auto rate = rate_within(p, step);
        if (!rate || *rate < norm_or(scene, "pu4.mtr", 50)) continue;
        const auto slopes = phase_outs_in(scene, step, p);
        const auto enough = static_cast<std::size_t>(norm_or(scene, "pu4.laws", 2).to_int());
        if (slopes.size() < 2 || laws_of(scene, slopes).size() < enough || slopes.size() <= most) continue;
        most = slopes.size();
        best = i;
    }
    return best;
}

/// They still fall together where they did: enough to know that the finding is still there.
bool still_there(const DetectionContext& scene, const EarningsStep& step) {
    const auto& low = scene.focus->numbers[4];
    const auto& high = scene.focus->numbers[5];
    if (low < step.from || high > step.to) return false;
    return heaviest(scene, step, engine::curve(scene.e, step.path, low, high)).has_value();
}

}  // namespace

std::vector<Candidate> find_phase_outs(const DetectionContext& scene) {
    std::vector<Candidate> all;
    for (const auto& step : earnings_steps(scene)) {
        if (!step.forward) continue;
        if (scene.only_whether && scene.focus != nullptr && still_there(scene, step)) return {*scene.focus};
        const auto& c = engine::curve(scene.e, step.path, step.from, step.to);
        const auto piece = heaviest(scene, step, c);
        const auto rate = marginal_rate(scene, c, step, step.from, step.to);
        if (!piece || !rate) continue;
        Candidate found;
        found.key = model::to_string(scene.base(), step.path);
        found.path = step.path;
        const auto& p = c.pieces[*piece];
        found.numbers = {step.from, step.to, *rate, step.yearly, p.low, p.high};
        found.measure = (step.to - step.from) * step.yearly * *rate / Decimal(1200);
        if (scene.focus == nullptr) found.rules = rules_that_move(scene, step.path, step.from, step.to);
        all.push_back(std::move(found));
    }
    return all;
}

namespace {

/// The smallest and the largest slope of a phase-out in the step, and from where it falls.
struct Extent {
    Slope slope;
    Decimal least;
    Decimal most;
    Decimal from;
};

/// The slopes of the heaviest piece, with what the same phase-outs do in the rest of the step.
std::vector<Extent> extents(const DetectionContext& scene, const EarningsStep& step, const engine::Curve& c,
                            const engine::CurvePiece& heaviest) {
    std::vector<Extent> all;
    for (const auto& s : phase_outs_in(scene, step, heaviest)) all.push_back({s, s.percent, s.percent, heaviest.low});
    for (const auto& p : c.pieces)
        for (const auto& s : phase_outs_in(scene, step, p)) {
            const auto same = std::ranges::find_if(
                all, [&](const Extent& e) { return e.slope.scheme == s.scheme && e.slope.rule == s.rule; });
            if (same == all.end()) continue;
            same->from = std::min(same->from, p.low);
            for (const auto& x : {p.low, p.high}) {
                const auto d = s.scheme != none ? engine::slope(p.schemes[s.scheme], x) : std::nullopt;
                const auto percent = d ? -*d * Decimal(100) / step.yearly : s.percent;
                same->least = std::min(same->least, percent);
                same->most = std::max(same->most, percent);
            }
        }
    return all;
}

void tell_slopes(const DetectionContext& scene, const EarningsStep& step, const std::vector<Extent>& all, Finding& f) {
    const auto& base = scene.base();
    for (const auto& e : all) {
        const auto name = e.slope.scheme != none ? base.schemes[e.slope.scheme].title : model::cite(base, e.slope.rule);
        const bool varies = (e.most - e.least).rounded(1) > Decimal(0);
        const auto range =
            varies ? model::percent(e.least) + Text{" tot ", " to "} + model::percent(e.most) : model::percent(e.most);
        const auto from =
            e.from > step.from ? Text{" (vanaf ", " (from "} + model::money(e.from) + model::plain(")") : Text{};
        f.explanation.push_back(name + Text{": bouwt af met ", ": phases out by "} + range + from);
        f.chain.push_back({"item:" + base.items[step.path.slot].id,
                           e.slope.scheme != none ? "scheme:" + base.schemes[e.slope.scheme].id
                                                  : "rule:" + base.rules[e.slope.rule].id,
                           model::plain("−") + range});
    }
}

/// Disposable income and marginal rate at five points of the step; the rate is that of the next hundred a year.
void tell_table(const DetectionContext& scene, const EarningsStep& step, Finding& f) {
    constexpr int parts = 4;
    const auto hundred = Decimal(100) / step.yearly;
    const auto& here = engine::curve(scene.e, step.path, step.from, step.to + hundred);
    for (int k = 0; k <= parts; ++k) {
        const auto x = step.from + (step.to - step.from) * Decimal(k) / Decimal(parts);
        const auto d = curve_at(scene, here, step.path, x);
        const auto rate = marginal_rate(scene, here, step, x, x + hundred);
        if (d && rate)
            f.explanation.push_back(
                Text{"Bij ", "At "} + model::with_unit(x, scene.base().items[step.path.slot].type.unit) +
                Text{": besteedbaar ", ": disposable "} + model::money(*d) +
                Text{" per jaar; marginale druk ", " a year; marginal rate "} + model::percent(*rate));
    }
}

}  // namespace

void describe_phase_outs(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const EarningsStep step{c.path, c.numbers[0], c.numbers[1], c.numbers[3], true};
    const auto& here = engine::curve(scene.e, step.path, step.from, step.to);
    const auto at_piece = std::ranges::find(here.pieces, c.numbers[4], &engine::CurvePiece::low);
    const auto slopes = at_piece == here.pieces.end() ? std::vector<Extent>{} : extents(scene, step, here, *at_piece);
    const auto highest = steepest(scene, step, here);
    const auto earned = (step.to - step.from) * step.yearly;
    const auto kept = earned * (Decimal(100) - c.numbers[2]) / Decimal(100);
    f.severity = 1;
    f.items = {c.path.slot};
    f.title =
        Text{"Van ", "Of "} + model::money(earned) + Text{" meer loon per jaar blijft ", " more in wages a year, "} +
        model::money(kept) + Text{" over: ", " is left: "} + model::plain(std::to_string(slopes.size())) +
        Text{" regelingen bouwen tegelijk af", " schemes phase out together"};
    tell_slopes(scene, step, slopes, f);
    f.explanation.push_back(Text{"Over de hele stap: marginale druk ", "Over the whole step: marginal rate "} +
                            model::percent(c.numbers[2]));
    tell_table(scene, step, f);
    f.amounts = {{"mtr", c.numbers[2]},
                 {"step_gain_year", kept},
                 {"phase_outs", Decimal(static_cast<std::int64_t>(slopes.size()))},
                 {"eur_month", (earned - kept) / Decimal(12)},
                 {"mtr_highest", highest ? highest->rate : c.numbers[2]},
                 {"step_from", c.numbers[0]},
                 {"step_to", c.numbers[1]}};
}

}  // namespace samenloop::detect
