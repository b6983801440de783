// PU-8: two rules, of two laws or of one, say the same of the same thing, whenever either does; or the one says it only
// where the other does, too, and adds nothing.  One of them could be repealed (definitions section 4 and 11.8).  It is
// told where both apply and, if they give an amount, give the same (evaluate/overlaps.hpp).

#include <algorithm>
#include <set>

#include "detect/clash.hpp"
#include "detect/detectors.hpp"
#include "feel/work.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

Truth surely_stands(const engine::Evaluation& e, Index r) { return e.out[r] ? Truth::no : e.applies(r); }

/// Of grants and charges: the same amount for every instance.
bool same_amounts(const engine::Evaluation& e, engine::ArgumentId a, engine::ArgumentId b) {
    if (e.labels[a].size() != e.labels[b].size()) return false;
    for (std::size_t i = 0; i < e.labels[a].size(); ++i)
        if (!(e.yearly_amount(a, i) == e.yearly_amount(b, i))) return false;
    return true;
}

std::string key_of(const engine::Program& program, engine::ArgumentId a, engine::ArgumentId b) {
    const auto first = program.arguments[a].rule;
    const auto second = program.arguments[b].rule;
    auto key =
        object_id(*program.base, *program.effect(a)) + "|" + program.law_of(first).id + "|" + program.law_of(second).id;
    if (program.rule(a).law == program.rule(b).law) key += "|" + program.rule(a).id + "|" + program.rule(b).id;
    return key;
}

/// The rule that adds nothing to the other; none when they say the same or each says something of its own.
struct Overlap {
    bool any = false;
    Index part = none;
};
Overlap overlap(const DetectionContext& scene, Index first, Index second) {
    if (scene.calendar.equivalent(first, second)) return {true, none};
    for (const auto& [narrow, wide] : {std::pair{first, second}, std::pair{second, first}})
        if (engine::adds_nothing(scene.program(), narrow, wide) && scene.calendar.within(narrow, wide))
            return {true, narrow};
    return {};
}

Text does(EffectKind kind) {
    switch (kind) {
    case EffectKind::grant: return {"kennen hetzelfde toe: ", "grant the same: "};
    case EffectKind::deny: return {"weigeren hetzelfde: ", "deny the same: "};
    case EffectKind::reduce: return {"verlagen hetzelfde: ", "reduce the same: "};
    case EffectKind::obligation: return {"verplichten tot hetzelfde: ", "demand the same: "};
    case EffectKind::permission: return {"staan hetzelfde toe: ", "permit the same: "};
    case EffectKind::prohibition: return {"verbieden hetzelfde: ", "forbid the same: "};
    case EffectKind::allocate: return {"leggen dezelfde taak op: ", "allocate the same task: "};
    case EffectKind::define: return {"bepalen hetzelfde: ", "define the same: "};
    case EffectKind::refer: return {"verwijzen voor hetzelfde: ", "refer for the same: "};
    default: return {"brengen hetzelfde in rekening: ", "charge the same: "};
    }
}

}  // namespace

/// Of three that say the same, the second and the third are each told once.
std::vector<Candidate> find_overlap(const DetectionContext& scene) {
    std::vector<Candidate> all;
    std::set<std::string> told;
    std::set<engine::ArgumentId> superfluous;
    const auto& program = scene.program();
    for (const auto& [a, b] : program.look_alikes) {
        feel::work::add();
        const auto first = program.arguments[a].rule;
        const auto second = program.arguments[b].rule;
        if (superfluous.contains(b)) continue;
        const auto holds = surely_stands(scene.e, first) && surely_stands(scene.e, second);
        if (holds == Truth::no || !same_amounts(scene.e, a, b)) continue;
        const auto found = overlap(scene, first, second);
        if (!found.any) continue;
        auto key = key_of(program, a, b);
        if (!told.insert(key).second) continue;
        superfluous.insert(found.part == first ? a : b);
        Candidate c;
        c.key = std::move(key);
        c.holds = holds;
        c.rules = {first, second};
        c.ids = {a, b, found.part};
        all.push_back(std::move(c));
    }
    return all;
}

void describe_overlap(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto& effect = *scene.program().effect(c.ids[0]);
    f.severity = 1;
    const bool one_law = scene.program().rule(c.ids[0]).law == scene.program().rule(c.ids[1]).law;
    f.title =
        (one_law ? Text{"Twee regels van één wet ", "Two rules of one law "} : Text{"Twee wetten ", "Two laws "}) +
        does(effect.kind) + object_title(base, effect);
    for (const auto a : {c.ids[0], c.ids[1]}) {
        const auto r = scene.program().arguments[a].rule;
        f.explanation.push_back(model::says(base, r));
        f.chain.push_back({"rule:" + base.rules[r].id, object_id(base, effect), {"zegt hetzelfde", "says the same"}});
    }
    if (const auto part = c.ids[2]; part != none)
        f.explanation.push_back(
            base.rules[part].title + Text{": geldt deze regel, dan geldt de andere ook; zij voegt niets toe",
                                          ": when this rule holds, so does the other; it adds nothing"});
    else
        f.explanation.push_back(
            {"De voorwaarden zijn gelijkwaardig: geldt de ene regel, dan geldt de andere ook. Een van beide kan "
             "vervallen",
             "The conditions are equivalent: when the one rule holds, so does the other. One of them could be "
             "repealed"});
    if (effect.need != none) f.needs = {effect.need};
    if (effect.scheme != none) f.needs = base.schemes[effect.scheme].covers;
}

}  // namespace samenloop::detect
