#include "survey/support.hpp"

#include <algorithm>

#include "feel/comparisons.hpp"

namespace samenloop::survey {
namespace {

template <class T>
void add(std::vector<T>& all, const T& x) {
    if (std::ranges::find(all, x) == all.end()) all.push_back(x);
}

}  // namespace

Support::Support(const engine::Program& program, Paged<Value> known) : program_(program), known_(std::move(known)) {}

void Support::item(Slot slot) {
    const auto& item = program_.base->items[slot];
    if (item.kind == SlotKind::amount || !met_.emplace(slot, Met{}).second) return;
    order_.push_back(slot);
    if (item.fallback) walk(*item.fallback, slot);
    for (const auto u : program_.unmodelled[slot]) condition(program_.base->unmodelled[u].when);
    const auto o = program_.object_of_slot[slot];
    if (o == none) return;
    for (const auto a : program_.objects[o].arguments) {
        const auto* effect = program_.effect(a);
        walk_rule(program_.arguments[a].rule);
        if (effect != nullptr && effect->kind == EffectKind::define && effect->value) walk(*effect->value, slot);
    }
}

void Support::condition(const std::optional<Expression>& e) {
    if (e) walk(*e, std::nullopt);
}

void Support::walk(const Expression& e, std::optional<Slot> decides) {
    const auto found = feel::comparisons(e, {known_, {}});
    for (const auto& read : e.reads()) item(read.slot);
    for (const auto& read : e.reads())
        if (const auto at = met_.find(read.slot); at != met_.end()) at->second.constants[read.field];
    for (const auto& c : found.all)
        if (const auto at = met_.find(c.of.slot); at != met_.end()) add(at->second.constants[c.of.field], c.with);
    for (const auto s : found.non_separable)
        if (const auto at = met_.find(s); at != met_.end()) at->second.non_separable = true;
    if (!decides) return;
    for (const auto s : found.copied) made_of_[*decides].emplace(s, true);
    for (const auto s : found.non_separable) made_of_[*decides].emplace(s, false);
}

void Support::walk_rule(Index index) {
    if (!rules_.insert(index).second) return;
    const auto& rule = program_.base->rules[index];
    condition(rule.when);
    condition(rule.request);
    if (rule.each) {
        condition(rule.each);
        for (const auto& read : rule.each->reads()) add(lists_, read.slot);
    }
    for (const auto& effect : rule.effects) {
        if (effect.kind == EffectKind::grant || effect.kind == EffectKind::reduce || effect.kind == EffectKind::charge)
            condition(effect.value);
        condition(effect.actor.instance);
    }
    condition(rule.actor.instance);
    if (rule.each)
        for (const auto* e : {&rule.when, &rule.request})
            if (*e)
                for (const auto& local : (*e)->local_reads())
                    for (const auto list : lists_)
                        for (const auto& v : (*e)->local_borders(local)) add(met_[list].constants[local.field], v);
}

/// What a derived item is compared with, what it is made of is compared with too.
void Support::hand_down() {
    for (bool more = true; more;) {
        more = false;
        for (const auto& [derived, parts] : made_of_)
            for (const auto& [part, copied] : parts) {
                const auto at = met_.find(part);
                if (at == met_.end()) continue;
                const auto& from = met_[derived];
                const auto constants = from.constants.find("");
                auto& into = at->second;
                const auto size = into.constants[""].size();
                if (constants != from.constants.end())
                    for (const auto& v : constants->second) add(into.constants[""], v);
                more = more || into.constants[""].size() != size ||
                       ((from.non_separable || !copied) && !into.non_separable);
                into.non_separable = into.non_separable || from.non_separable || !copied;
            }
    }
}

solve::Axis Support::axis(Slot slot) const {
    const auto& item = program_.base->items[slot];
    const auto& met = met_.at(slot);
    if (item.type.kind != Kind::list) {
        const auto at = met.constants.find("");
        return solve::axis_of(
            *program_.base, slot, at == met.constants.end() ? std::vector<Value>{} : at->second, met.non_separable);
    }
    std::vector<std::optional<std::vector<Value>>> read;
    if (item.type.element)
        for (const auto& [name, type] : item.type.element->fields) {
            const auto at = met.constants.find(name);
            read.push_back(at == met.constants.end() ? std::nullopt : std::optional(at->second));
        }
    return solve::list_axis(*program_.base, slot, read);
}

std::vector<solve::Axis> Support::axes() const {
    auto all = *this;
    all.hand_down();
    std::vector<solve::Axis> axes;
    for (const auto s : order_) {
        const auto& item = program_.base->items[s];
        const bool given = program_.object_of_slot[s] == none && !item.fallback && item.kind == SlotKind::item;
        if (given && known_[s].is_unknown()) axes.push_back(all.axis(s));
    }
    return axes;
}

}  // namespace samenloop::survey
