// Clashes anew: the two sides are looked up among the effects of the named rules and compared one by one.

#include <algorithm>

#include "feel/number.hpp"
#include "verification/claims.hpp"

namespace samenloop::verification {
namespace {

/// In law an effect that another one defeats no longer speaks; in practice all that applies does.
bool speaks(const engine::Evaluation& e, engine::ArgumentId a) {
    for (std::size_t i = 0; i < e.labels[a].size(); ++i) {
        const auto label = e.label(a, i);
        if (label == engine::Label::absent || (e.world == engine::World::law && label == engine::Label::rejected))
            continue;
        return e.applies(e.program->arguments[a].rule) != Truth::no;
    }
    return false;
}

std::vector<engine::ArgumentId> speaking(const engine::Evaluation& e, const Finding& f) {
    std::vector<engine::ArgumentId> all;
    for (const auto r : f.rules)
        for (const auto a : e.program->arguments_of_rule[r])
            if (e.program->effect(a) != nullptr && !e.out[r] && speaks(e, a)) all.push_back(a);
    return all;
}

bool either(const Effect& a, const Effect& b, EffectKind x, EffectKind y) {
    return (a.kind == x && b.kind == y) || (a.kind == y && b.kind == x);
}

bool excludes(const RuleBase& base, Index a, Index b) {
    const auto has = [&](Index x, Index y) {
        return std::ranges::find(base.acts[x].excludes, y) != base.acts[x].excludes.end();
    };
    return has(a, b) || has(b, a);
}

bool duties_clash(const RuleBase& base, const Effect& a, const Effect& b) {
    using enum EffectKind;
    if (a.act == none || b.act == none) return false;
    return (a.act == b.act && either(a, b, obligation, prohibition)) ||
           (a.kind == obligation && b.kind == obligation && excludes(base, a.act, b.act));
}

bool outcomes_clash(const Effect& a, const Effect& b) {
    using enum EffectKind;
    if (a.kind == define && b.kind == define) return a.item == b.item;
    if (a.need != none && a.need == b.need) return either(a, b, allocate, refer) || either(a, b, allocate, allocate);
    return a.scheme != none && a.scheme == b.scheme && (either(a, b, grant, deny) || either(a, b, grant, grant));
}

template <class Clash>
std::string some_pair(const engine::Evaluation& e, const Finding& f, Clash clash) {
    const auto all = speaking(e, f);
    for (const auto a : all)
        for (const auto b : all)
            if (e.program->arguments[a].rule != e.program->arguments[b].rule &&
                clash(*e.program->effect(a), *e.program->effect(b)))
                return {};
    return "no two of its rules contradict one another here";
}

}  // namespace

std::string duties_contradict(const engine::Evaluation& e, const Finding& f) {
    return some_pair(e, f, [&](const Effect& a, const Effect& b) { return duties_clash(e.base(), a, b); });
}

std::string outcomes_contradict(const engine::Evaluation& e, const Finding& f) {
    return some_pair(e, f, outcomes_clash);
}

std::string meanings_differ(const engine::Evaluation& e, const Finding& f) {
    if (f.concepts.empty()) return "no concept is named";
    if (f.severity == 0) return {};
    const auto& slots = e.base().concepts[f.concepts.front()].definitions;
    for (const auto a : slots)
        for (const auto b : slots) {
            if (e.values[a] == e.values[b] || e.values[b].is_unknown()) continue;
            const auto other = engine::vary(e, {{}, {}, {{a, e.values[b]}}});
            for (Slot s = 0; s < e.values.size(); ++s) {
                const auto kind = e.base().items[s].kind;
                const bool outcome = kind == SlotKind::granted || kind == SlotKind::sum || kind == SlotKind::charge;
                if (outcome && !(e.values[s] == other.values[s])) return {};
            }
        }
    return "exchanging its meanings changes no grant and no amount";
}

std::string premise_fails(const engine::Evaluation& e, const Finding& f) {
    const bool certain = f.certainty == Certainty::certain;
    const auto fails = [&](Truth premise) { return certain ? premise == Truth::no : premise != Truth::yes; };
    for (const auto r : f.rules) {
        const auto applies = e.applies(r);
        if (!e.rule(r).premise || e.out[r] || applies == Truth::no || (certain && applies != Truth::yes)) continue;
        for (const auto a : e.program->arguments_of_rule[r])
            for (std::size_t i = 0; i < e.labels[a].size(); ++i)
                if (fails(e.value_of(e.rule(r).premise->holds, r, i).truth())) return {};
    }
    return "no premise of its rules fails here";
}

}  // namespace samenloop::verification
