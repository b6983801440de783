// Checks that need all files: circles among definitions, and components of schemes that no grant has.

#include <set>

#include "model/order.hpp"
#include "model/ordinary.hpp"
#include "nouns.hpp"

namespace samenloop::read {
namespace {

void check_components(Draft& draft) {
    std::map<Index, std::set<std::string_view>> granted;
    for (const auto& rule : draft.base.rules)
        for (const auto& effect : rule.effects)
            if (effect.kind == EffectKind::grant) granted[effect.scheme].insert(effect.component);
    for (const auto& rule : draft.base.rules)
        for (const auto& effect : rule.effects) {
            const bool named = effect.kind == EffectKind::deny || effect.kind == EffectKind::reduce;
            if (!named || effect.component.empty() || granted[effect.scheme].contains(effect.component)) continue;
            const std::vector<std::string_view> known(granted[effect.scheme].begin(), granted[effect.scheme].end());
            draft.problems.add(effect.at,
                               base::both("geen regel kent het onderdeel '{}' van de regeling '{}' toe",
                                          "no rule grants the component '{}' of the scheme '{}'", effect.component,
                                          draft.base.schemes[effect.scheme].id),
                               draft.problems.suggest(effect.component, known));
        }
}

/// A scheme is given once when all its amounts are.
void mark_once(Draft& draft) {
    std::set<Index> once;
    std::set<Index> periodic;
    for (const auto& rule : draft.base.rules)
        for (const auto& effect : rule.effects)
            if (effect.kind == EffectKind::grant && effect.value)
                (effect.value->type().unit == "eur" ? once : periodic).insert(effect.scheme);
    for (const auto s : once) draft.base.schemes[s].once = !periodic.contains(s);
}

/// A duty that stops a scheme takes nothing off what the household is meant to have at least: it is no part of the
/// reference household.
void leave_out_stops(RuleBase& base) {
    if (!base.reference) return;
    auto& omitted = base.reference->omit_rules;
    for (Index r = 0; r < base.rules.size(); ++r) {
        const bool stops = std::ranges::any_of(base.rules[r].effects, is_stop);
        if (stops && std::ranges::find(omitted, r) == omitted.end()) omitted.push_back(r);
    }
}

}  // namespace

void validate(Draft& draft) {
    leave_out_stops(draft.base);
    check_components(draft);
    mark_once(draft);
    check_soundness(draft);
    auto order = model::definition_order(draft.base);
    if (!order) draft.problems.add(std::move(order.error()));
    auto ordinary = model::ordinary_order(draft.base);
    if (ordinary) draft.base.ordinary = std::move(*ordinary);
    else draft.problems.add(std::move(ordinary.error()));
}

}  // namespace samenloop::read
