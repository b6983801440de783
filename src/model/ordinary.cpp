#include "model/ordinary.hpp"

#include <algorithm>
#include <set>

#include "base/both.hpp"
#include "model/components.hpp"
#include "model/days.hpp"

namespace samenloop::model {
namespace {

bool has_ordinary(const Item& item) {
    const auto given = [](const std::optional<Expression>& e) { return e.has_value(); };
    return item.ordinary || std::ranges::any_of(item.field_ordinary, given);
}

void add_reads(const std::optional<Expression>& expression, std::vector<std::uint32_t>& needed) {
    if (!expression) return;
    for (const auto& read : expression->reads()) needed.push_back(read.slot);
}

Value complete_element(const Value& element, const Item& list, std::span<const Value> facts) {
    const auto* record = element.get<Record>();
    if (record == nullptr || !record->fields) return element;
    return Record{std::make_shared<const std::vector<Value>>(completed_fields(*record->fields, list, facts))};
}

Value complete_list(const Value& value, const Item& list, std::span<const Value> facts) {
    const auto* given = value.get<List>();
    if (given == nullptr || !given->elements) return value;
    std::vector<Value> elements;
    elements.reserve(given->elements->size());
    for (const auto& element : *given->elements) elements.push_back(complete_element(element, list, facts));
    return List{std::make_shared<const std::vector<Value>>(std::move(elements))};
}

std::set<std::string> groups_given(const Situation& situation, const RuleBase& rules) {
    std::set<std::string> groups;
    for (Slot slot = 0; slot < rules.items.size(); ++slot)
        if (!rules.items[slot].group.empty() && !situation.facts[slot].is_unknown() && !situation.assumed[slot])
            groups.insert(rules.items[slot].group);
    return groups;
}

/// What is no fact, but what the law says on a day, or the day itself.
class OfTheDay {
  public:
    explicit OfTheDay(const RuleBase& rules) : rules_(rules), today_(today_slot(rules)) {}

    bool follows(const Expression& ordinary) const {
        return std::ranges::any_of(ordinary.reads(), [&](const auto& read) { return is_of_the_day(read.slot); });
    }

    template <class Facts>
    Value ordinary_value(const Expression& ordinary, const Facts& facts, Date day) const {
        if (!follows(ordinary)) return evaluate(ordinary, Environment{facts, {}});
        Paged<Value> known(facts);
        for (const auto& read : ordinary.reads())
            if (is_of_the_day(read.slot))
                known.set(read.slot, read.slot == today_ ? Value(day) : amount_at(rules_.items[read.slot], day));
        return evaluate(ordinary, Environment{known, {}});
    }

    bool is_of_the_day(Slot s) const { return s == today_ || rules_.items[s].kind == SlotKind::amount; }

  private:
    const RuleBase& rules_;
    Slot today_;
};

}  // namespace

Value amount_at(const Item& item, Date day) {
    for (const auto& [interval, value] : item.values)
        if (interval.contains(day)) return value;
    return {};
}

std::vector<Value> completed_fields(std::vector<Value> fields, const Item& list, std::span<const Value> facts) {
    for (std::size_t i = 0; i < fields.size() && i < list.field_ordinary.size(); ++i)
        if (fields[i].is_unknown() && list.field_ordinary[i])
            fields[i] = evaluate(*list.field_ordinary[i], Environment{facts, fields});
    return fields;
}

Value completed_list(const Value& list, const Item& item, const Situation& situation) {
    const bool open = situation.rest == Rest::ordinary && item.type.kind == Kind::list;
    return open ? complete_list(list, item, situation.facts) : list;
}

Result<std::vector<Slot>> ordinary_order(const RuleBase& rules) {
    Needs needs(rules.items.size());
    for (Slot slot = 0; slot < rules.items.size(); ++slot) {
        add_reads(rules.items[slot].ordinary, needs[slot]);
        for (const auto& field : rules.items[slot].field_ordinary) add_reads(field, needs[slot]);
    }
    std::vector<Slot> order;
    Diagnostics circles;
    for (const auto& component : components(needs)) {
        const auto circle = circle_in(needs, component);
        if (!circle.empty()) {
            const auto& first = rules.items[circle.front()];
            std::string row;
            for (const auto slot : circle) row += rules.items[slot].id + " -> ";
            circles.push_back({base::both("de gewone waarden vormen een kring: {}",
                                          "the ordinary values run in a circle: {}", row + first.id),
                               {},
                               first.at.offset,
                               first.at.source});
        } else if (has_ordinary(rules.items[component.front()])) {
            order.push_back(component.front());
        }
    }
    if (!circles.empty()) return tl::unexpected(std::move(circles));
    return order;
}

Situation with_ordinary_person(Situation situation, const RuleBase& rules) {
    situation.facts.resize(rules.items.size());
    situation.assumed.resize(rules.items.size(), false);
    const auto groups = groups_given(situation, rules);
    const OfTheDay of_the_day(rules);
    for (const Slot slot : rules.ordinary) {
        const auto& item = rules.items[slot];
        auto& fact = situation.facts[slot];
        if (item.type.kind == Kind::list) fact = complete_list(fact, item, situation.facts);
        for (auto& event : situation.events)
            if (event.item == slot && event.element == 0 && item.type.kind == Kind::list) {
                event.from = complete_list(event.from, item, situation.facts);
                event.to = complete_list(event.to, item, situation.facts);
            }
        if (!fact.is_unknown() || !item.ordinary) continue;
        if (item.type.kind == Kind::number && groups.contains(item.group)) fact = Decimal(0);
        else fact = of_the_day.ordinary_value(*item.ordinary, situation.facts, situation.date);
        situation.assumed[slot] = !fact.is_unknown();
    }
    return situation;
}

FactChanges ordinary_after(const RuleBase& rules, const Situation& situation, Paged<Value> facts,
                           const std::set<Slot>& changed, Date day) {
    FactChanges all;
    std::optional<std::set<std::string>> groups;
    const OfTheDay of_the_day(rules);
    std::vector<bool> is_another(rules.items.size(), false);
    for (const auto slot : changed) is_another[slot] = true;
    for (const Slot slot : rules.ordinary) {
        const auto& item = rules.items[slot];
        const auto moves = [&] {
            return std::ranges::any_of(item.ordinary->reads(), [&](const auto& read) {
                return is_another[read.slot] || of_the_day.is_of_the_day(read.slot);
            });
        };
        const bool follows =
            situation.assumed[slot] && item.ordinary && moves() && facts[slot] == situation.facts[slot];
        if (!follows) continue;
        if (item.type.kind == Kind::number && !item.group.empty()) {
            if (!groups) groups = groups_given(situation, rules);
            if (groups->contains(item.group)) continue;
        }
        auto value = of_the_day.ordinary_value(*item.ordinary, facts, day);
        if (value == facts[slot]) continue;
        facts.set(slot, value);
        is_another[slot] = true;
        all.emplace_back(slot, std::move(value));
    }
    return all;
}

Situation given_instead(Situation situation, const RuleBase& rules, Slot slot, Value value) {
    for (Slot s = 0; s < situation.assumed.size(); ++s)
        if (situation.assumed[s]) situation.facts[s] = Value();
    situation.assumed.assign(situation.assumed.size(), false);
    situation.facts[slot] = std::move(value);
    return situation.rest == Rest::ordinary ? with_ordinary_person(std::move(situation), rules) : situation;
}

}  // namespace samenloop::model
