#include "data/household.hpp"

#include <algorithm>

#include "engine/flows.hpp"

namespace samenloop::data {
namespace {

/// Does something for or to a person; a definition is a step on the way.
bool acts(const Rule& rule) {
    return std::ranges::any_of(
        rule.effects, [](const Effect& x) { return x.kind != EffectKind::define && x.kind != EffectKind::waive; });
}

/// What a slot rests on, through the rules that define it.
void read_by(const engine::Evaluation& e, Slot slot, std::set<Slot>& seen) {
    if (!seen.insert(slot).second) return;
    const auto& item = e.base().items[slot];
    if (item.fallback)
        for (const auto& read : item.fallback->reads()) read_by(e, read.slot, seen);
    const auto object = e.program->object_of_slot[slot];
    if (object == none || item.kind != SlotKind::item) return;
    for (const auto a : e.program->objects[object].arguments) {
        const auto r = e.program->arguments[a].rule;
        if (e.applies(r) == Truth::no) continue;
        for (const auto s : e.program->reads[r]) read_by(e, s, seen);
    }
}

}  // namespace

Household::Household(const engine::Evaluation& e) {
    for (Index r = 0; r < e.base().rules.size(); ++r) {
        if (!e.program->in_force[r] || e.applies(r) == Truth::no || !acts(e.rule(r))) continue;
        const auto actor = e.rule(r).actor.organisation;
        if (actor == none) continue;
        auto& items = needed_[e.base().organisations[actor].id];
        for (const auto s : e.program->reads[r]) read_by(e, s, items);
    }
}

bool Household::needs(std::string_view body, Slot item) const {
    const auto found = needed_.find(body);
    return found != needed_.end() && found->second.contains(item);
}

bool Household::deals_with(const DataRow& row) const {
    return !row.asked.empty() || !row.required.empty() || needs(row.consumer, row.item);
}

}  // namespace samenloop::data
