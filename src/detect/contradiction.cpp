// CL-1: somebody must do what he must not do, or must do two things that exclude one another (definitions section 1).
// Duties of different actors do not contradict one another; neither does a permission.

#include <algorithm>

#include "detect/clash.hpp"
#include "detect/detectors.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

constexpr engine::ObjectKind act_kinds[] = {engine::ObjectKind::acts};

Truth always(const engine::Evaluation& /*e*/, const Meeting& /*m*/) { return Truth::yes; }
bool every_one(const engine::Program& /*program*/, const engine::Conflict& /*c*/) { return true; }

const Text& verb(const Effect& effect) {
    static const Text must{" moet: ", " must: "};
    static const Text must_not{" mag niet: ", " must not: "};
    return effect.kind == EffectKind::prohibition ? must_not : must;
}

void tell_duty(const DetectionContext& scene, engine::ArgumentId a, std::size_t instance, Finding& f) {
    const auto& base = scene.base();
    const auto rule = scene.program().arguments[a].rule;
    const auto& effect = *scene.program().effect(a);
    const auto who = model::organisation_name(base, scene.e.actor(a, instance));
    auto line = model::plain(base.rules[rule].id + ": ") + who + verb(effect) + base.acts[effect.act].title;
    if (std::ranges::none_of(f.explanation, [&](const Text& t) { return t.nl == line.nl; }))
        f.explanation.push_back(std::move(line));
    const Link link{
        "rule:" + base.rules[rule].id, "act:" + base.acts[effect.act].id,
        effect.kind == EffectKind::prohibition ? Text{"verbiedt", "forbids"} : Text{"verplicht", "obliges"}};
    if (std::ranges::find(f.chain, link) == f.chain.end()) f.chain.push_back(link);
}

}  // namespace

std::vector<Candidate> find_contradiction(const DetectionContext& scene) {
    return clashes(scene, {act_kinds, always, every_one});
}

void describe_contradiction(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto all = meetings(c);
    const auto kind = [&](engine::ArgumentId a) { return scene.program().effect(a)->kind; };
    const bool two_duties = kind(all.front().first) == kind(all.front().second);
    f.severity = 2;
    f.title =
        (two_duties
             ? Text{"Twee verplichtingen sluiten elkaar uit: ", "Two duties exclude one another: "}
             : Text{"De ene regel verplicht wat de andere verbiedt: ", "One rule demands what another forbids: "}) +
        objects_of(scene, c);
    for (const auto& m : all) {
        tell_duty(scene, m.first, m.first_instance, f);
        tell_duty(scene, m.second, m.second_instance, f);
    }
    tell_clash(scene, c, f);
}

}  // namespace samenloop::detect
