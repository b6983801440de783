// Vacuums anew: referrals are followed step by step, exchanges are read one by one.

#include <algorithm>
#include <set>

#include "verification/claims.hpp"

namespace samenloop::verification {
namespace {

using Referral = std::pair<std::string, std::string>;

/// Who sends whom where for this need; only what is sure, or also what may be.
std::set<Referral> referrals(const engine::Evaluation& e, Index need, bool sure = false) {
    std::set<Referral> all;
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || effect->kind != EffectKind::refer || effect->need != need) continue;
        const auto r = e.program->arguments[a].rule;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i)
            if (sure ? e.label(a, i) == engine::Label::accepted
                     : e.label(a, i) != engine::Label::absent && e.label(a, i) != engine::Label::rejected)
                all.emplace(e.actor(a, i), e.organisation(effect->to, r, i));
    }
    return all;
}

bool comes_back(const std::set<Referral>& steps, const std::string& to) {
    std::set<std::string> met;
    std::vector<std::string> next{to};
    while (!next.empty()) {
        const auto here = next.back();
        next.pop_back();
        for (const auto& [from, target] : steps) {
            if (from != here) continue;
            if (target == to) return true;
            if (met.insert(target).second) next.push_back(target);
        }
    }
    return false;
}

std::string kind_of(const std::string& organisation) { return organisation.substr(0, organisation.find('[')); }

bool delivers(const engine::Evaluation& e, const Exchange& x, const Effect& need, const Finding& f) {
    const auto& base = e.base();
    if (x.item != need.item || x.basis == Basis::none || !x.in_force.contains(e.day)) return false;
    if (!x.purpose.empty() && x.purpose != need.purpose) return false;
    if (x.person_class && evaluate(*x.person_class, {e.values, {}}).truth() != Truth::yes) return false;
    const auto named = [&](Index organisation) {
        return std::ranges::any_of(
            f.organisations, [&](const auto& o) { return kind_of(o) == base.organisations[organisation].id; });
    };
    return x.from.organisation != none && named(x.from.organisation) &&
           (x.to.organisation == none || named(x.to.organisation));
}

}  // namespace

std::string referrals_circle(const engine::Evaluation& e, const Finding& f) {
    if (f.needs.empty() || f.organisations.size() < 2) return "it names no need or fewer than two organisations";
    const auto steps = referrals(e, f.needs.front());
    for (const auto& o : f.organisations)
        if (!comes_back(steps, o)) return "no referral leads back to " + o;
    return {};
}

std::string referral_ends_nowhere(const engine::Evaluation& e, const Finding& f) {
    if (f.needs.empty()) return "no need is named";
    const auto steps = referrals(e, f.needs.front());
    const auto onward = f.certainty == Certainty::certain ? steps : referrals(e, f.needs.front(), true);
    for (const auto& step : steps)
        if (std::ranges::none_of(onward, [&](const Referral& next) { return next.first == step.second; })) return {};
    return "every referral leads on";
}

std::string datum_cannot_come(const engine::Evaluation& e, const Finding& f) {
    for (const auto r : f.rules) {
        if (e.out[r] || e.applies(r) == Truth::no) continue;
        for (const auto& effect : e.rule(r).effects)
            if (effect.kind == EffectKind::requires_data && std::ranges::find(f.items, effect.item) != f.items.end())
                return std::ranges::any_of(
                           e.base().exchanges, [&](const Exchange& x) { return delivers(e, x, effect, f); })
                           ? "an exchange delivers it"
                           : "";
    }
    return "none of its rules needs the datum";
}

}  // namespace samenloop::verification
