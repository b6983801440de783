// IM-2b: more work does not pay.  In a step of earnings (detect/steps.hpp) all that is earned more is lost again: the
// marginal rate of the step, or of a thousand a year inside it, is 100 % or more (definitions 10.6).  80 to 100 % is a
// finding of severity 1 where it is not part of a concurrence of phase-outs (PU-4).

#include <algorithm>

#include "detect/detectors.hpp"
#include "detect/steps.hpp"
#include "model/wording.hpp"

namespace samenloop {
namespace {

Decimal norm(const Scene& scene, std::string_view id, std::int64_t otherwise) {
    const auto* n = scene.base().norm(id);
    return n != nullptr ? n->value : Decimal(otherwise);
}

struct Worst {
    Decimal rate;
    Decimal from;
    Decimal to;
};

/// The step itself, and windows of a norm's width that start or end at a breakpoint inside it.
std::optional<Worst> worst_in(const Scene& scene, const EarningsStep& step, const Curve& c) {
    std::optional<Worst> worst;
    const auto look = [&](const Decimal& from, const Decimal& to) {
        const auto rate = marginal_rate(c, step, from, to);
        if (rate && (!worst || *rate > worst->rate)) worst = Worst{*rate, from, to};
    };
    look(step.from, step.to);
    const auto width = norm(scene, "im2b.step", 1000) / step.yearly;
    if (!step.forward || step.to - step.from <= width) return worst;
    for (const auto& p : c.pieces)
        for (const auto& from : {p.low, p.high - width, p.low - width / Decimal(2)})
            if (from >= step.from && from + width <= step.to) look(from, from + width);
    return worst;
}

}  // namespace

std::vector<Candidate> find_trap(const Scene& scene) {
    std::vector<Candidate> all;
    const auto high = norm(scene, "im2b.high", 80);
    const auto full = norm(scene, "im2b.full", 100);
    std::vector<Candidate> phase_outs;
    for (const auto& step : earnings_steps(scene)) {
        const auto c = curve(scene.e, step.path, step.from, step.to);
        const auto worst = worst_in(scene, step, c);
        if (!worst || worst->rate < (step.forward ? high : full)) continue;
        if (worst->rate < full) {
            if (phase_outs.empty()) phase_outs = find_phase_outs({scene.e, scene.law, scene.situation, scene.calendar});
            if (!phase_outs.empty()) continue;
        }
        Candidate found;
        found.key = to_string(scene.base(), step.path) + (step.forward ? "/more" : "/from nothing");
        found.path = step.path;
        found.numbers = {worst->from, worst->to, worst->rate, step.yearly};
        found.measure = (worst->to - worst->from) * step.yearly * (worst->rate - Decimal(100)) / Decimal(1200);
        if (scene.focus == nullptr) found.rules = rules_that_move(scene, step.path, worst->from, worst->to);
        all.push_back(std::move(found));
    }
    const auto without_forward =
        std::ranges::find_if(all, [](const Candidate& c) { return c.key.ends_with("/from nothing"); });
    if (all.size() > 1 && without_forward != all.end())
        std::erase_if(
            all, [&](const Candidate& c) { return c.key.ends_with("/more") && c.path == without_forward->path; });
    return all;
}

void describe_trap(const Scene& scene, const Candidate& c, Finding& f) {
    const auto& item = scene.base().items[c.path.slot];
    const auto earned = (c.numbers[1] - c.numbers[0]) * c.numbers[3];
    const auto kept = earned * (Decimal(100) - c.numbers[2]) / Decimal(100);
    const bool much = (earned - kept) / Decimal(12) >= norm(scene, "severity.amount_month", 50);
    f.severity = c.numbers[2] >= norm(scene, "im2b.full", 100) && much ? 2 : 1;
    f.items = {c.path.slot};
    f.title =
        Text{"Meer werken loont niet: van ", "Working more does not pay: of "} + money(earned / Decimal(12)) +
        Text{" per maand extra blijft ", " a month extra "} + money(kept / Decimal(12)) + Text{" over", " is left"};
    f.explanation.push_back(item.title + plain(": ") + money(c.numbers[0]) + plain(" → ") + money(c.numbers[1]) +
                            Text{"; marginale druk ", "; marginal rate "} + percent(c.numbers[2]));
    for (const auto r : f.rules) {
        f.explanation.push_back(cite(scene.base(), r) + plain(": ") + scene.base().rules[r].title);
        f.chain.push_back({"item:" + item.id, "rule:" + scene.base().rules[r].id, {"telt mee", "counts"}});
    }
    f.amounts = {{"mtr", c.numbers[2]},
                 {"step_gain_year", kept},
                 {"gain_month", kept / Decimal(12)},
                 {"eur_month", (earned - kept) / Decimal(12)},
                 {"step_from", c.numbers[0]},
                 {"step_to", c.numbers[1]}};
}

}  // namespace samenloop
