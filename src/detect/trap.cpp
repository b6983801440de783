// IM-2b: more work does not pay.  In a step of earnings (detect/steps.hpp) all that is earned more is lost again: the
// marginal rate of the step, or of a thousand a year inside it, is 100 % or more (definitions 10.6).  80 to 100 % is a
// finding of severity 1 where it is not part of a concurrence of phase-outs (PU-4).

#include <algorithm>
#include <set>

#include "detect/detectors.hpp"
#include "detect/steps.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

std::string key_of(const DetectionContext& scene, const EarningsStep& step) {
    return model::to_string(scene.base(), step.path) + (step.forward ? "/more" : "/from nothing");
}

/// Rules that let something be kept, and the rules of the finding that go before them: "L-7-4 gaat voor op L-7".
void tell_blocked(const DetectionContext& scene, Finding& f) {
    std::set<std::pair<Index, Index>> told;
    for (const auto& object : scene.program().objects)
        for (const auto& conflict : object.conflicts) {
            if (conflict.winner == engine::Winner::nobody) continue;
            auto winner = scene.program().arguments[conflict.first].rule;
            auto loser = scene.program().arguments[conflict.second].rule;
            if (conflict.winner == engine::Winner::second) std::swap(winner, loser);
            if (std::ranges::find(f.rules, winner) == f.rules.end() || scene.e.applies(winner) != Truth::yes ||
                scene.e.applies(loser) != Truth::yes || !told.emplace(winner, loser).second)
                continue;
            f.explanation.push_back(model::cite(scene.base(), winner) + Text{" gaat voor op ", " prevails over "} +
                                    model::says(scene.base(), loser));
            f.chain.push_back({"rule:" + scene.base().rules[winner].id,
                               "rule:" + scene.base().rules[loser].id,
                               {"gaat voor op", "prevails over"}});
        }
}

/// Which schemes fall, and which charges rise, by how much a month.
void tell_losses(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto at_x = [&](const Decimal& x) {
        return engine::vary(scene.e, {{}, {}, {{c.path.slot, model::replaced(scene.e.facts, c.path, x)}}});
    };
    const auto before = at_x(c.numbers[0]);
    const auto after = at_x(c.numbers[1]);
    const auto item = "item:" + scene.base().items[c.path.slot].id;
    const auto tell = [&](const Text& title, const std::string& id, Slot sum, bool falls, bool once = false) {
        const auto* a = before.values[sum].get<Decimal>();
        const auto* b = after.values[sum].get<Decimal>();
        if (a == nullptr || b == nullptr || (falls ? *b >= *a : *a >= *b)) return;
        const Decimal parts = once ? 1 : 12;
        f.explanation.push_back(
            title + model::plain(": ") + model::money(*a / parts) + model::plain(" → ") + model::money(*b / parts) +
            (once ? Text{" eenmalig", " once"} : Text{" per maand", " a month"}));
        f.chain.push_back(
            {item, id,
             (falls ? model::plain("−") : model::plain("+")) + model::money((falls ? *a - *b : *b - *a) / parts)});
    };
    for (const auto& s : scene.base().schemes)
        if (s.disposable) tell(s.title, "scheme:" + s.id, s.sum, true, s.once);
    for (const auto& charge : scene.base().charges)
        if (charge.disposable) tell(charge.title, "charge:" + charge.id, charge.slot, false);
}

}  // namespace

std::vector<Candidate> find_trap(const DetectionContext& scene) {
    std::vector<Candidate> all;
    const auto high = norm_or(scene, "im2b.high", 80);
    const auto full = norm_or(scene, "im2b.full", 100);
    std::vector<Candidate> phase_outs;
    for (const auto& step : earnings_steps(scene)) {
        if (scene.focus != nullptr && scene.focus->key != key_of(scene, step)) continue;
        const auto& c = engine::curve(scene.e, step.path, step.from, step.to);
        const auto worst = steepest(scene, step, c);
        if (!worst || worst->rate < (step.forward ? high : full)) continue;
        if (worst->rate < full) {
            if (phase_outs.empty()) phase_outs = find_phase_outs({scene.e, scene.law, scene.situation, scene.calendar});
            if (!phase_outs.empty()) continue;
        }
        Candidate found;
        found.key = key_of(scene, step);
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

void describe_trap(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& item = scene.base().items[c.path.slot];
    const auto earned = (c.numbers[1] - c.numbers[0]) * c.numbers[3];
    const auto kept = earned * (Decimal(100) - c.numbers[2]) / Decimal(100);
    const bool much = (earned - kept) / Decimal(12) >= norm_or(scene, "severity.amount_month", 50);
    f.severity = c.numbers[2] >= norm_or(scene, "im2b.full", 100) && much ? 2 : 1;
    f.items = {c.path.slot};
    f.title = Text{"Meer werken loont niet: van ", "Working more does not pay: of "} +
              model::money(earned / Decimal(12)) + Text{" per maand extra blijft ", " extra a month, "} +
              model::money(kept / Decimal(12)) + Text{" over", " is left"};
    f.explanation.push_back(
        item.title + model::plain(": ") + model::money(c.numbers[0]) + model::plain(" → ") +
        model::money(c.numbers[1]) + Text{"; marginale druk ", "; marginal rate "} + model::percent(c.numbers[2]));
    tell_losses(scene, c, f);
    tell_blocked(scene, f);
    f.amounts = {{"mtr", c.numbers[2]},
                 {"step_gain_year", kept},
                 {"gain_month", kept / Decimal(12)},
                 {"eur_month", (earned - kept) / Decimal(12)},
                 {"step_from", c.numbers[0]},
                 {"step_to", c.numbers[1]}};
}

}  // namespace samenloop::detect
