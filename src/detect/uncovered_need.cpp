// VA-1: a need is active, and nothing that could cover it does: every scheme is denied or out of reach, no duty is in
// force, the outcome it stands for is not attainable (definitions 10.10).  For income a scheme that pays too little is
// IM-1, not this.

#include <algorithm>

#include "detect/blocking_rules.hpp"
#include "detect/coverage.hpp"
#include "detect/detectors.hpp"
#include "engine/disposable.hpp"
#include "engine/reach.hpp"
#include "engine/yardstick.hpp"
#include "feel/number.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

/// The law means to leave the person out, and says so.
Text meant(const Rule& rule) {
    if (rule.intended_exclusion.empty()) return {"", ""};
    return Text{", bedoelde uitsluiting: ", ", intended exclusion: "} + model::plain(rule.intended_exclusion);
}

/// Some rule that would grant it stands, and is of this sort.
template <class Sort>
bool granted_by_one(const engine::Evaluation& e, Index scheme, Sort sort) {
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        const auto r = e.program->arguments[a].rule;
        if (effect != nullptr && effect->kind == EffectKind::grant && effect->scheme == scheme &&
            e.applies(r) != Truth::no && !e.out[r] && sort(e.rule(r)))
            return true;
    }
    return false;
}

/// Nothing refuses it, and yet it does not help.
Text not_in_hand(const engine::Evaluation& e, Index scheme) {
    if (e.values[e.base().schemes[scheme].granted].truth() == Truth::yes)
        return {"toegekend, maar buiten bereik", "granted, but out of reach"};
    if (granted_by_one(e, scheme, [](const Rule& r) { return r.discretion == Discretion::may; }))
        return {"mag worden toegekend, maar dat hoeft niet", "may be granted, but need not be"};
    if (granted_by_one(e, scheme, [](const Rule& r) { return r.on_request; }))
        return {"alleen op verzoek, en daarvan blijkt niet", "on request only, and there is no sign of one"};
    return {"of dit wordt toegekend, is niet bekend", "whether it is granted is not known"};
}

/// "denied by …": what closes a scheme, by the rule that it stands in.
Text closed_by(const engine::Evaluation& e, engine::ArgumentId a, bool cited) {
    const auto& effect = *e.program->effect(a);
    const auto rule = e.program->arguments[a].rule;
    const auto how = is_stop(effect)                   ? Text{"stopgezet door ", "stopped by "}
                     : effect.kind == EffectKind::deny ? Text{"geweigerd door ", "denied by "}
                                                       : Text{"voorwaarde niet vervuld van ", "condition not met of "};
    return how + (cited ? model::cite(e.base(), rule) + meant(e.rule(rule)) : model::plain(e.rule(rule).id));
}

/// Why a scheme that would pay does not: the accepted denial, else a basis that does not apply, else what holds it.
Text why_not(const engine::Evaluation& e, Index scheme, bool cited) {
    for (const auto kind : {EffectKind::deny, EffectKind::basis})
        for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
            const auto* effect = e.program->effect(a);
            if (effect == nullptr || effect->kind != kind || effect->scheme != scheme) continue;
            const bool closes = kind == EffectKind::deny ? e.accepted(a) == Truth::yes : e.accepted(a) == Truth::no;
            if (closes) return closed_by(e, a, cited);
        }
    return not_in_hand(e, scheme);
}

/// The need of the law of before that has the same id; none: it is not there.
Index need_before(const DetectionContext& scene, Index need) {
    const auto& needs = scene.law.yardstick->base().needs;
    const auto at = std::ranges::find(needs, scene.base().needs[need].id, &Need::id);
    return at == needs.end() ? none : static_cast<Index>(at - needs.begin());
}

/// Under the law of before the bill a scheme provided for it.
bool covered_before(const DetectionContext& scene, Index need) {
    if (scene.law.yardstick == nullptr) return false;
    const auto there = need_before(scene, need);
    const auto& before = scene.law.yardstick->start();
    const auto open = engine::reach(before);
    return there != none && std::ranges::any_of(schemes_for(before.base(), there), [&](Index s) {
               return scheme_covers(before, open, s, Payment::granted) == Truth::yes;
           });
}

/// Rules that gave it under the law of before and do not here; when there are none, all that were tried.
std::vector<Index> stopped_giving(const DetectionContext& scene, const std::vector<Index>& tried_rules) {
    if (scene.law.yardstick == nullptr) return tried_rules;
    std::vector<Index> stopped;
    for (const auto r : tried_rules) {
        const auto there = scene.law.yardstick->rule(r);
        if (there != none && scene.e.effective(r) == Truth::no &&
            scene.law.yardstick->start().effective(there) == Truth::yes)
            stopped.push_back(r);
    }
    return stopped.empty() ? tried_rules : stopped;
}

/// Income that no scheme denies is at most too low, which is IM-1; where no amounts are known at all nothing can be
/// said.
bool counts(const DetectionContext& scene, Index need) {
    if (scene.base().needs[need].coverage != Coverage::income) return true;
    const auto gap = feel::number::subtract(engine::protected_level(scene.law), engine::disposable(scene.e)).bounds();
    return (gap.low || gap.high || !scene.base().reference) &&
           (std::ranges::any_of(schemes_for(scene.base(), need), [&](Index s) { return tried(scene.e, s); }) ||
            covered_before(scene, need));
}

void tell_schemes(const DetectionContext& scene, Index n, Finding& f) {
    const auto& base = scene.base();
    Text others;
    for (const auto s : schemes_for(base, n)) {
        if (!tried(scene.e, s)) {
            others = others + (others.nl.empty() ? model::plain("") : model::plain(", ")) + base.schemes[s].title;
            continue;
        }
        f.explanation.push_back(base.schemes[s].title + model::plain(": ") + why_not(scene.e, s, true));
        f.chain.push_back({"need:" + base.needs[n].id, "scheme:" + base.schemes[s].id, why_not(scene.e, s, false)});
    }
    if (!others.nl.empty())
        f.explanation.push_back(Text{"Geen regel kent hier toe: ", "No rule grants these here: "} + others);
}

}  // namespace

std::vector<Candidate> find_uncovered_need(const DetectionContext& scene) {
    std::vector<Candidate> all;
    const auto reached = engine::reach(scene.e);
    for (Index n = 0; n < scene.base().needs.size(); ++n) {
        const auto& need = scene.base().needs[n];
        if (scene.focus != nullptr && scene.focus->ids.front() != n) continue;
        const auto active = is_active(scene.e, n);
        if (active == Truth::no) continue;
        const auto open = active && !is_covered(scene.e, scene.law, reached, n);
        if (open == Truth::no || !counts(scene, n)) continue;
        Candidate c;
        c.key = need.id;
        c.holds = open;
        if (scene.focus == nullptr) {
            c.rules = blocking_rules(scene.e, n);
            c.tried = stopped_giving(scene, closing_rules(scene.e, n));
        }
        c.ids = {n};
        if (need.active) c.conditions = {&*need.active};
        if (need.coverage == Coverage::income)
            c.measure = feel::number::divide(
                feel::number::subtract(engine::protected_level(scene.law), engine::disposable(scene.e)), Decimal(12));
        all.push_back(std::move(c));
    }
    return all;
}

void describe_uncovered_need(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto& need = base.needs[c.ids.front()];
    f.severity = 2;
    f.needs = {c.ids.front()};
    f.title = Text{"Niemand voorziet in deze behoefte: ", "Nobody provides for this need: "} + need.title;
    tell_schemes(scene, c.ids.front(), f);
    if (need.act != none)
        f.explanation.push_back(
            Text{"Geen regel verplicht nu tot: ", "No rule now obliges anyone to: "} + base.acts[need.act].title);
    for (const auto r : f.rules)
        f.chain.push_back({"rule:" + base.rules[r].id, "need:" + need.id, {"staat in de weg", "stands in the way"}});
    if (const auto low = c.measure.bounds().low) f.amounts.emplace_back("eur_month", *low);
}

}  // namespace samenloop::detect
