#include "engine/defeat.hpp"

#include <algorithm>

#include "solve/implies.hpp"

namespace samenloop::engine {
namespace {

const Law& law_of(const RuleBase& base, Index rule) { return base.laws[base.rules[rule].law]; }

bool has(const std::vector<Index>& list, Index x) { return std::ranges::find(list, x) != list.end(); }

bool same_goal(const RuleBase& base, Index a, Index b) {
    const auto& first = law_of(base, a);
    const auto& second = law_of(base, b);
    return base.rules[a].law == base.rules[b].law || (!first.goal.empty() && first.goal == second.goal);
}

bool more_special(const RuleBase& base, Index a, Index b, solve::Implications& implications) {
    const auto& special = base.rules[a];
    const auto& general = base.rules[b];
    if (!special.when || special.each || general.each) return false;
    if (!general.when) return true;
    return implications.implies(*special.when, *general.when) == Truth::yes &&
           implications.implies(*general.when, *special.when) == Truth::no;
}

Date entry_into_force(const RuleBase& base, Index rule) {
    const auto law = law_of(base, rule).in_force.from.value_or(Date{});
    return std::max(law, base.rules[rule].in_force.from.value_or(law));
}

bool is(const RuleBase& base, const Argument& n, EffectKind kind) {
    return n.effect != none && base.rules[n.rule].effects[n.effect].kind == kind;
}

/// A denial in the law that grants is the ordinary exception of its own article.
Winner denial_of_own_law(const RuleBase& base, const Argument& a, const Argument& b) {
    if (base.rules[a.rule].law != base.rules[b.rule].law) return Winner::nobody;
    if (is(base, a, EffectKind::deny) && is(base, b, EffectKind::grant)) return Winner::first;
    if (is(base, b, EffectKind::deny) && is(base, a, EffectKind::grant)) return Winner::second;
    return Winner::nobody;
}

/// One of two holds: that one wins; both or neither: nobody.
Winner one_of(bool first, bool second) {
    if (first == second) return Winner::nobody;
    return first ? Winner::first : Winner::second;
}

Winner posterior(const RuleBase& base, Index a, Index b) {
    const auto& first = law_of(base, a);
    const auto& second = law_of(base, b);
    if (first.level != second.level || first.legislator.empty() || first.legislator != second.legislator)
        return Winner::nobody;
    const auto da = entry_into_force(base, a);
    const auto db = entry_into_force(base, b);
    return one_of(da > db, db > da);
}

}  // namespace

bool overrides(const RuleBase& base, Index first, Index second) {
    const auto& rule = base.rules[first];
    const bool says_so = has(rule.overrides, second) || has(rule.exception_to, second) ||
                         has(rule.overrides_laws, base.rules[second].law);
    return says_so && (rule.delegated || law_of(base, first).level >= law_of(base, second).level);
}

Defeat decide(const RuleBase& base, const Argument& first, const Argument& second, solve::Implications& implications) {
    const auto a = first.rule;
    const auto b = second.rule;
    if (const auto w = one_of(overrides(base, a, b), overrides(base, b, a)); w != Winner::nobody)
        return {w, Criterion::override_};
    if (const auto w = denial_of_own_law(base, first, second); w != Winner::nobody) return {w, Criterion::denial};
    const auto la = law_of(base, a).level;
    const auto lb = law_of(base, b).level;
    if (la != lb) return {la > lb ? Winner::first : Winner::second, Criterion::superior};
    if (same_goal(base, a, b))
        if (const auto w = one_of(more_special(base, a, b, implications), more_special(base, b, a, implications));
            w != Winner::nobody)
            return {w, Criterion::specialis};
    if (const auto w = posterior(base, a, b); w != Winner::nobody) return {w, Criterion::posterior};
    return {};
}

}  // namespace samenloop::engine
