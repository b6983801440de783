#include "detect/duties.hpp"

#include <algorithm>

namespace samenloop::detect {
namespace {

bool counts_years(const Item& item, const std::string& field) {
    if (field.empty()) return item.type.unit == "year";
    if (!item.type.element) return false;
    const auto& fields = item.type.element->fields;
    return std::ranges::any_of(fields, [&](const FieldType& f) { return f.first == field && f.second.unit == "year"; });
}

}  // namespace

bool is_person(const RuleBase& base, std::string_view organisation) {
    return std::ranges::any_of(
        base.organisations, [&](const Organisation& o) { return o.is_person && o.id == organisation; });
}

std::string owed_to(const engine::Evaluation& e, engine::ArgumentId a, std::size_t instance) {
    const auto& effect = *e.program->effect(a);
    const auto rule = e.program->arguments[a].rule;
    return e.organisation(effect.to.empty() ? e.rule(rule).actor : effect.to, rule, instance);
}

std::vector<Slot> changed_items(const DetectionContext& scene) {
    std::vector<Slot> all;
    for (const auto& event : scene.situation.events)
        if (!event.birthday && !counts_years(scene.base().items[event.item], event.field)) all.push_back(event.item);
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

bool arises(const DetectionContext& scene, const Effect& obligation) {
    if (scene.base().acts[obligation.act].data != DataAct::report) return true;
    const auto changed = changed_items(scene);
    return std::ranges::any_of(obligation.items, [&](Slot item) { return std::ranges::binary_search(changed, item); });
}

}  // namespace samenloop::detect
