// VA-3: an organisation needs a datum for a decision and nobody keeps it, or nobody keeps it as fresh as the decision
// needs it.  Is the citizen asked for it by that organisation, then the datum is there and the burden is his: no
// vacuum, perhaps a PU-2.

#include <algorithm>

#include "detect/detectors.hpp"
#include "detect/needed_data.hpp"
#include "engine/flows.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

Truth citizen_is_asked(const engine::Evaluation& e, Slot item, const std::string& by) {
    auto any = Truth::no;
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || effect->kind != EffectKind::asks_citizen || effect->item != item) continue;
        if (!e.labels[a].empty() && kind_of(e.actor(a, 0)) == kind_of(by)) any = any || e.accepted(a);
    }
    return any;
}

/// The keeper's datum may be older than the decision allows.
bool too_old(const DetectionContext& scene, const Effect& need) {
    const auto& kept = scene.base().items[need.item].freshness;
    const auto day = scene.e.day;
    return need.freshness && kept && day.plus(*kept) > day.plus(*need.freshness);
}

Text decision_title(const RuleBase& base, const Effect& e) {
    return e.scheme != none ? base.schemes[e.scheme].title : base.acts[e.act].title;
}

}  // namespace

std::vector<Candidate> find_missing_holder(const DetectionContext& scene) {
    std::vector<Candidate> all;
    for (engine::ArgumentId a = 0; a < scene.program().arguments.size(); ++a) {
        const auto* effect = scene.program().effect(a);
        if (effect == nullptr || effect->kind != EffectKind::requires_data || scene.e.labels[a].empty()) continue;
        if (engine::has_holder(scene.base(), effect->item) && !too_old(scene, *effect)) continue;
        const auto to = scene.e.actor(a, 0);
        const auto missing = scene.e.accepted(a) && !citizen_is_asked(scene.e, effect->item, to);
        if (missing != Truth::no) all.push_back(datum_candidate(scene, a, missing));
    }
    return all;
}

void describe_missing_holder(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto& effect = *scene.program().effect(c.ids.front());
    const auto to = scene.e.actor(c.ids.front(), 0);
    const auto& item = base.items[effect.item];
    const bool old = engine::has_holder(base, effect.item);
    f.severity = 2;
    f.items = {effect.item};
    if (const auto need = need_of(base, effect); need != none) f.needs = {need};
    f.title = model::organisation_name(base, to) + Text{" heeft voor ", " needs a datum for "} +
              decision_title(base, effect) +
              (old ? Text{" een gegeven nodig dat niemand zo vers bijhoudt: ", " that nobody keeps that fresh: "}
                   : Text{" een gegeven nodig dat niemand bijhoudt: ", " that nobody keeps: "}) +
              item.title;
    if (old)
        f.explanation.push_back(
            Text{"Ten hoogste ", "At most "} + model::duration_words(*effect.freshness) +
            Text{" oud nodig; de houder werkt het bij per ", " old is needed; the holder updates it every "} +
            model::duration_words(*item.freshness));
    f.explanation.push_back(Text{"De burger wordt er niet naar gevraagd: het besluit kan dit niet toetsen",
                                 "The citizen is not asked for it: the decision cannot test it"});
    f.organisations = {to};
    for (const auto& h : engine::holders(scene.e, effect.item)) f.organisations.push_back(h);
    for (const auto r : f.rules)
        f.chain.push_back({"rule:" + base.rules[r].id, "item:" + item.id, {"heeft nodig", "needs"}});
    f.chain.push_back({"item:" + item.id, "organisation:" + to, {"komt niet bij", "does not reach"}});
}

}  // namespace samenloop::detect
