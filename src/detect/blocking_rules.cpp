#include "detect/blocking_rules.hpp"

#include <algorithm>
#include <set>

namespace samenloop::detect {
namespace {

bool contains(const std::vector<Index>& all, Index x) { return std::ranges::find(all, x) != all.end(); }

bool stands(const engine::Evaluation& e, Index r) {
    return e.program->in_force[r] && !e.out[r] && e.applies(r) != Truth::no;
}

/// The outcomes that the need rests on, through what each of them requires.
class Outcomes {
  public:
    Outcomes(const engine::Evaluation& e, Index need) : e_(e), in_(e.base().outcomes.size(), false) {
        if (e.base().needs[need].outcome != none) in_[e.base().needs[need].outcome] = true;
        const auto schemes = schemes_for(e.base(), need);
        for (Index o = 0; o < in_.size(); ++o)
            if (contains(schemes, e.base().outcomes[o].scheme)) in_[o] = true;
        while (grown()) {
        }
    }

    bool holds(Index o) const { return o != none && in_[o]; }

  private:
    bool grown() {
        bool more = false;
        for (Index r = 0; r < e_.base().rules.size(); ++r) {
            if (!stands(e_, r)) continue;
            std::size_t k = 0;
            for (const auto& effect : e_.rule(r).effects) {
                if (effect.kind != EffectKind::requires_) continue;
                const auto& required = e_.rule(r).requirements[k++];
                if (!in_[effect.outcome]) continue;
                for (const auto& set : required)
                    for (const auto o : set)
                        if (!in_[o]) in_[o] = more = true;
            }
        }
        return more;
    }

    const engine::Evaluation& e_;
    std::vector<bool> in_;
};

/// The act would make one of these outcomes true: forbidding it stands in the way.
bool achieves(const engine::Evaluation& e, Index act, const Outcomes& outcomes) {
    for (const auto& rule : e.base().rules)
        for (const auto& effect : rule.effects)
            if (effect.act == act && outcomes.holds(effect.achieves)) return true;
    return false;
}

/// A duty that would cover the need arises only with this datum.
bool asks_for(const Effect& effect, const Need& need) {
    return effect.kind == EffectKind::requires_data && effect.act != none && effect.act == need.act;
}

/// The rules in force with an effect of which fits(argument, effect, rule) holds.
template <class Fits>
std::vector<Index> rules_with(const engine::Evaluation& e, Fits fits) {
    std::set<Index> found;
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a)
        if (const auto* effect = e.program->effect(a); effect != nullptr)
            if (const auto r = e.program->arguments[a].rule; fits(a, *effect, r)) found.insert(r);
    return {found.begin(), found.end()};
}

class InTheWay {
  public:
    InTheWay(const engine::Evaluation& e, Index need)
        : e_(e), need_(e.base().needs[need]), schemes_(schemes_for(e.base(), need)), outcomes_(e, need) {}

    bool operator()(Index r, const Effect& effect) const {
        const bool pays = effect.scheme != none && contains(schemes_, effect.scheme) && tried(e_, effect.scheme);
        switch (effect.kind) {
        case EffectKind::deny: return pays && stands(e_, r);
        case EffectKind::basis: return pays && e_.applies(r) != Truth::yes;
        case EffectKind::requires_: return stands(e_, r) && outcomes_.holds(effect.outcome);
        case EffectKind::prohibition: return e_.effective(r) != Truth::no && achieves(e_, effect.act, outcomes_);
        case EffectKind::requires_data: return effect.act != none && effect.act == need_.act && stands(e_, r);
        default: return false;
        }
    }

  private:
    const engine::Evaluation& e_;
    const Need& need_;
    std::vector<Index> schemes_;
    Outcomes outcomes_;
};

}  // namespace

std::vector<Index> schemes_for(const RuleBase& base, Index need) {
    std::vector<Index> all;
    for (Index s = 0; s < base.schemes.size(); ++s)
        if (contains(base.schemes[s].covers, need)) all.push_back(s);
    return all;
}

bool tried(const engine::Evaluation& e, Index scheme) {
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a)
        if (const auto* effect = e.program->effect(a);
            effect != nullptr && effect->kind == EffectKind::grant && effect->scheme == scheme &&
            stands(e, e.program->arguments[a].rule))
            return true;
    return false;
}

std::vector<Index> blocking_rules(const engine::Evaluation& e, Index need) {
    const InTheWay in_the_way(e, need);
    std::vector<Index> rules;
    for (Index r = 0; r < e.base().rules.size(); ++r)
        if (e.program->in_force[r] && !e.out[r] &&
            std::ranges::any_of(e.rule(r).effects, [&](const Effect& x) { return in_the_way(r, x); }))
            rules.push_back(r);
    return rules;
}

std::vector<Index> closing_rules(const engine::Evaluation& e, Index need) {
    const Outcomes outcomes(e, need);
    auto schemes = schemes_for(e.base(), need);
    for (Index o = 0; o < e.base().outcomes.size(); ++o)
        if (outcomes.holds(o) && e.base().outcomes[o].scheme != none) schemes.push_back(e.base().outcomes[o].scheme);
    auto denials = rules_with(e, [&](engine::ArgumentId a, const Effect& effect, Index) {
        return effect.kind == EffectKind::deny && contains(schemes, effect.scheme) && e.accepted(a) != Truth::no;
    });
    if (!denials.empty()) return denials;
    auto data = rules_with(e, [&](engine::ArgumentId, const Effect& effect, Index r) {
        return asks_for(effect, e.base().needs[need]) && stands(e, r);
    });
    if (!data.empty()) return data;
    auto grants = rules_with(e, [&](engine::ArgumentId, const Effect& effect, Index r) {
        return effect.kind == EffectKind::grant && contains(schemes, effect.scheme) && !stands(e, r);
    });
    if (!grants.empty()) return grants;
    auto requirements = rules_with(e, [&](engine::ArgumentId, const Effect& effect, Index r) {
        return effect.kind == EffectKind::requires_ && outcomes.holds(effect.outcome) && stands(e, r);
    });
    if (!requirements.empty()) return requirements;
    return rules_with(e, [&](engine::ArgumentId, const Effect& effect, Index r) {
        return outcomes.holds(effect.achieves) && !stands(e, r);
    });
}

}  // namespace samenloop::detect
