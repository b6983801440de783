// Findings about the rules themselves anew: orphans and overlaps, read from the rule base rule by rule.

#include <algorithm>

#include "solve/implies.hpp"
#include "verification/claims.hpp"

namespace samenloop::verification {
namespace {

bool over(const Interval& in_force, Date day) { return in_force.to && *in_force.to <= day; }

bool over(const engine::Evaluation& e, Index r) {
    return over(e.rule(r).in_force, e.day) || over(e.base().laws[e.rule(r).law].in_force, e.day);
}

/// Some scheme for the need is granted by a rule in force.
bool has_a_scheme(const engine::Evaluation& e, Index need) {
    for (Index r = 0; r < e.base().rules.size(); ++r)
        for (const auto& effect : e.rule(r).effects)
            if (e.program->in_force[r] && effect.kind == EffectKind::grant &&
                std::ranges::count(e.base().schemes[effect.scheme].covers, need) > 0)
                return true;
    return false;
}

bool obliged(const engine::Evaluation& e, Index act) {
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a)
        if (const auto* x = e.program->effect(a);
            x != nullptr && x->kind == EffectKind::obligation && x->act == act && e.accepted(a) == Truth::yes)
            return true;
    return false;
}

std::string datum_is_idle(const engine::Evaluation& e, const Rule& rule, const Finding& f) {
    for (const auto& effect : rule.effects)
        if (effect.kind == EffectKind::requires_data && effect.act != none && obliged(e, effect.act))
            return "the duty stands all the same";
    return datum_cannot_come(e, f);
}

std::string nobody_needs(const engine::Evaluation& e, Slot item) {
    for (Index r = 0; r < e.base().rules.size(); ++r) {
        if (!e.program->in_force[r]) continue;
        const auto reads = engine::slots_read(e.rule(r));
        bool needs = std::ranges::find(reads, item) != reads.end();
        for (const auto& effect : e.rule(r).effects)
            needs = needs || (effect.kind == EffectKind::requires_data && effect.item == item) ||
                    std::ranges::count(effect.items, item) > 0;
        if (needs) return "rule " + e.rule(r).id + " needs it";
    }
    return {};
}

/// A reference of the rule to something repealed, or an effect of nobody.
std::string broken(const engine::Evaluation& e, Index r) {
    const auto& rule = e.rule(r);
    for (const auto* list : {&rule.overrides, &rule.exception_to, &rule.rebuts})
        if (std::ranges::any_of(*list, [&](Index x) { return over(e, x); })) return {};
    const auto law_over = [&](Index l) { return over(e.base().laws[l].in_force, e.day); };
    if (std::ranges::any_of(rule.overrides_laws, law_over)) return {};
    for (const auto s : engine::slots_read(rule))
        if (e.base().items[s].law != none && law_over(e.base().items[s].law)) return {};
    for (const auto a : e.program->arguments_of_rule[r])
        for (std::size_t i = 0; i < e.labels[a].size(); ++i)
            if (const auto who = e.actor(a, i); who.empty() || who.ends_with("[?]")) return {};
    return "rule " + rule.id + " refers to nothing repealed and has an actor";
}

bool same_items(const Effect& x, const Effect& y) {
    return x.items.size() == y.items.size() && std::ranges::is_permutation(x.items, y.items);
}

const Effect* shared(const Rule& a, const Rule& b) {
    for (const auto& x : a.effects)
        for (const auto& y : b.effects)
            if (x.kind == y.kind && x.scheme == y.scheme && x.act == y.act && x.need == y.need &&
                x.charge == y.charge && x.component == y.component && same_items(x, y))
                return &x;
    return nullptr;
}

}  // namespace

std::string orphaned(const engine::Evaluation& e, const Finding& f) {
    if (f.rules.empty())
        return f.needs.empty() || has_a_scheme(e, f.needs.front()) ? "something could cover the need" : "";
    for (const auto r : f.rules)
        if (e.out[r] || e.applies(r) == Truth::no) return "rule " + e.rule(r).id + " does not apply";
    const auto& rule = e.rule(f.rules.front());
    const auto has = [&](EffectKind kind) {
        return std::ranges::any_of(rule.effects, [&](const Effect& x) {
            return x.kind == kind && !f.items.empty() && x.item == f.items.front();
        });
    };
    if (has(EffectKind::requires_data)) return datum_is_idle(e, rule, f);
    if (has(EffectKind::asks_citizen)) return nobody_needs(e, f.items.front());
    return broken(e, f.rules.front());
}

std::string rule_leaves_out(const engine::Evaluation& e, const Finding& f) {
    if (f.rules.size() != 1) return "it does not name one rule";
    const auto without = engine::vary(e, {f.rules, {}, {}});
    for (const auto& link : f.chain)
        for (const auto& scheme : e.base().schemes) {
            if (link.to != "scheme:" + scheme.id) continue;
            const bool flips =
                e.values[scheme.granted].truth() != Truth::yes && without.values[scheme.granted].truth() == Truth::yes;
            if (!flips && e.values[scheme.sum] == without.values[scheme.sum])
                return "scheme " + scheme.id + " is the same without the rule";
        }
    return f.chain.empty() ? "it names no scheme" : "";
}

std::string laws_say_the_same(const engine::Evaluation& e, const Finding& f) {
    if (f.rules.size() != 2) return "it does not name two rules";
    const auto& a = e.rule(f.rules[0]);
    const auto& b = e.rule(f.rules[1]);
    for (const auto r : f.rules)
        if (e.out[r] || e.applies(r) == Truth::no) return "rule " + e.rule(r).id + " does not apply";
    if (shared(a, b) == nullptr) return "the two rules have no effect in common";
    if (!a.when || !b.when || a.each || b.each) return {};
    const bool within = solve::implies(*a.when, *b.when, e.base()) == Truth::yes ||
                        solve::implies(*b.when, *a.when, e.base()) == Truth::yes;
    return within ? "" : "neither condition implies the other";
}

}  // namespace samenloop::verification
