#include "engine/yardstick.hpp"

#include <map>

#include "engine/timeline.hpp"
#include "model/days.hpp"
#include "model/path.hpp"

namespace samenloop::engine {
namespace {

template <class Things>
std::vector<Index> places(const Things& from, const Things& to) {
    std::map<std::string_view, Index> known;
    for (Index i = 0; i < to.size(); ++i) known.emplace(to[i].id, i);
    std::vector<Index> all;
    for (const auto& thing : from) {
        const auto at = known.find(thing.id);
        all.push_back(at == known.end() ? none : at->second);
    }
    return all;
}

/// A list element whose fields stand in another order, or of which some are not there.
Value carried_element(const Value& element, const Type& from, const Type& to) {
    const auto* record = element.get<Record>();
    if (record == nullptr || !record->fields) return element;
    std::vector<Value> fields;
    for (const auto& [name, type] : to.fields) {
        const auto at = model::field_index(from, name);
        fields.push_back(at < record->fields->size() ? (*record->fields)[at] : Value());
    }
    return Record{std::make_shared<const std::vector<Value>>(std::move(fields))};
}

Value carried(const Value& value, const Type& from, const Type& to) {
    if (from == to) return value;
    if (from.kind != to.kind || from.unit != to.unit) return {};
    const auto* list = value.get<List>();
    if (list == nullptr || !list->elements || !from.element || !to.element) return value;
    std::vector<Value> elements;
    for (const auto& element : *list->elements)
        elements.push_back(carried_element(element, *from.element, *to.element));
    return List{std::make_shared<const std::vector<Value>>(std::move(elements))};
}

}  // namespace

Yardstick::Yardstick(const Calendar& before, const Situation& then, const RuleBase& rules, const Situation& now,
                     const std::vector<Index>& without)
    : calendar_(before),
      start_(evaluate(calendar_.on(then.date), then, World::law)),
      facts_(now.facts),
      out_(rules.rules.size(), false),
      items_(places(rules.items, base().items)),
      rules_(places(rules.rules, base().rules)),
      schemes_(places(rules.schemes, base().schemes)),
      schemes_now_(places(base().schemes, rules.schemes)) {
    if (const auto today = model::today_slot(rules); today != none) facts_[today] = now.date;
    for (const auto r : without) out_[r] = true;
    for (const auto& item : rules.items) types_.push_back(&item.type);
}

Variation Yardstick::what_if(const Evaluation& law) const {
    Variation v;
    for (Index r = 0; r < rules_.size(); ++r) {
        if (rules_[r] == none) continue;
        if (law.out[r] && !out_[r]) v.without.push_back(rules_[r]);
        if (law.used[r]) v.used.push_back(rules_[r]);
    }
    for (Slot s = 0; s < items_.size(); ++s)
        if (items_[s] != none && !(law.facts[s] == facts_[s]))
            v.facts.emplace_back(items_[s], carried(law.facts[s], *types_[s], base().items[items_[s]].type));
    return v;
}

Evaluation Yardstick::before(const Evaluation& law) const {
    const auto v = what_if(law);
    const auto& program = calendar_.on(law.day);
    auto start = start_;
    start.others = law.others;  // what is kept is kept by who asks: several threads ask at once
    auto e = &program == start.program ? vary(start, v)
                                       : vary(evaluate_again(program, start, v.facts), {v.without, v.used, {}});
    e.day = law.day;
    return e;
}

}  // namespace samenloop::engine
