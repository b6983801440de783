#include "detect/instead.hpp"

#include <algorithm>

#include "model/holdable.hpp"
#include "model/ordinary.hpp"

namespace samenloop::detect {

Instead::Instead(const RuleBase& base, const Situation& situation) : base_(base), situation_(situation) {
    for (const auto& event : situation.events) {
        const auto& element = base.items[event.item].type.element;
        const bool record = element && element->kind == Kind::record && !event.field.empty();
        told_.insert({event.item, event.element, record ? model::field_index(*element, event.field) : 0});
    }
}

/// An event says what it is before and after, or another fact of the same group was given, which says it already.
bool Instead::fixed(const model::Path& place) const {
    if (told_.contains(place) || told_.contains({place.slot, 0, 0})) return true;
    const auto& group = base_.items[place.slot].group;
    const auto assumed = [&](Slot s) { return s < situation_.assumed.size() && situation_.assumed[s]; };
    if (group.empty() || !assumed(place.slot)) return false;
    for (Slot s = 0; s < base_.items.size(); ++s)
        if (base_.items[s].group == group && !situation_.facts[s].is_unknown() && !assumed(s)) return true;
    return false;
}

std::optional<model::FactChanges> Instead::at(const model::Path& place, const Value& value) const {
    return at(std::vector<std::pair<model::Path, Value>>{{place, value}});
}

std::optional<model::FactChanges> Instead::at(const std::vector<std::pair<model::Path, Value>>& all) const {
    auto facts = situation_.facts;
    std::vector<Slot> changed;
    for (const auto& [place, value] : all) {
        if (fixed(place) || !model::may_hold(base_, place, value)) return std::nullopt;
        facts[place.slot] = model::replaced(facts, place, value);
        if (std::ranges::find(changed, place.slot) == changed.end()) changed.push_back(place.slot);
    }
    model::FactChanges instead;
    for (const auto s : changed) instead.emplace_back(s, facts[s]);
    if (situation_.rest == Rest::ordinary)
        for (auto& follows :
             model::ordinary_after(base_, situation_, facts, {changed.begin(), changed.end()}, situation_.date))
            instead.push_back(std::move(follows));
    return instead;
}

bool contradicts(const engine::Evaluation& before, const engine::Evaluation& after) {
    return std::ranges::any_of(before.base().impossible, [&](const Impossible& i) {
        return evaluate(i.when, {after.values, {}}).truth() == Truth::yes &&
               evaluate(i.when, {before.values, {}}).truth() != Truth::yes;
    });
}

}  // namespace samenloop::detect
