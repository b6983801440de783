#include "model/days.hpp"

#include <algorithm>
#include <ranges>

#include "model/ordinary.hpp"
#include "model/people.hpp"

namespace samenloop::model {
namespace {

/// Facts as they are changed step by step.
class Walk {
  public:
    Walk(const RuleBase& base, const SlotValues& facts) : base_(base), facts_(facts.pages()) {}

    void set(const Path& path, const Value& value) { put(path.slot, replaced(facts_, path, value)); }

    void since(const Event& event, const Value& value) {
        const auto slot = base_.items[event.item].since;
        if (slot != none && event.element == 0) put(slot, value);
    }

    void put(Slot slot, const Value& value) {
        facts_.set(slot, value);
        touched_.insert(slot);
    }

    void follow(const Situation& s, Date day) {
        if (s.rest == Rest::unknown || s.assumed.empty()) return;
        for (auto& [slot, value] : ordinary_after(base_, s, facts_, touched_, day)) put(slot, value);
    }

    FactChanges changes(const SlotValues& from) const {
        FactChanges all;
        for (const auto slot : touched_)
            if (!(facts_[slot] == from[slot])) all.emplace_back(slot, facts_[slot]);
        return all;
    }

  private:
    const RuleBase& base_;
    Paged<Value> facts_;
    std::set<Slot> touched_;
};

void come_once(const RuleBase& base, const SlotValues& facts, Date day, Walk& walk) {
    for (Slot slot = 0; slot < base.items.size(); ++slot) {
        const auto& item = base.items[slot];
        if (item.on == none || item.type.kind != Kind::number) continue;
        const auto* comes = facts[item.on].get<Date>();
        if (comes != nullptr && day < *comes) walk.put(slot, Decimal(0));
    }
}

}  // namespace

bool happened(const RuleBase& base, const Situation& s, const SlotValues& facts, const Event& event) {
    if (event.date != s.date) return event.date < s.date;
    return !(value_at(facts, place_of(base, event)) == event.from) || event.from == event.to;
}

bool corrects(const RuleBase& base, const Situation& s, const SlotValues& facts, const Event& event) {
    return base.items[event.item].whole_year && happened(base, s, facts, event);
}

Path place_of(const RuleBase& base, const Event& event) {
    Path path{event.item, event.element, 0};
    const auto& type = base.items[event.item].type;
    if (event.element > 0 && type.element && type.element->kind == Kind::record)
        path.field = field_index(*type.element, event.field);
    return path;
}

FactChanges changes_until(const RuleBase& base, const Situation& s, const SlotValues& facts, Date day) {
    Walk walk(base, facts);
    for (const auto& event : s.events)
        if (!happened(base, s, facts, event) && event.date <= day) {
            walk.set(place_of(base, event), event.to);
            walk.since(event, event.date);
        }
    for (const auto& event : s.events | std::views::reverse)
        if (happened(base, s, facts, event) && event.date > day) {
            walk.set(place_of(base, event), event.from);
            walk.since(event, Null{});
        }
    if (s.people != nullptr && day > s.people_until)
        for (const auto& [slot, value] : people_on(base, s, day))
            if (!value.is_unknown()) walk.put(slot, completed_list(value, base.items[slot], s));
    walk.follow(s, day);
    come_once(base, facts, day, walk);
    return walk.changes(facts);
}

std::set<Date> days_of_change(const RuleBase& base, const Situation& s, const SlotValues& facts) {
    std::set<Date> days;
    for (const auto& event : s.events) days.insert(event.date);
    for (const auto& item : base.items)
        if (item.on != none)
            if (const auto* day = facts[item.on].get<Date>()) days.insert(*day);
    return days;
}

Slot today_slot(const RuleBase& base) {
    const auto at = base.names.find("date.today");
    return at == base.names.end() ? none : at->second.slot;
}

std::set<Date> days_told(const RuleBase& base, const Situation& s, const SlotValues& facts) {
    auto days = days_of_change(base, s, facts);
    const auto today = today_slot(base);
    for (Slot slot = 0; slot < base.items.size(); ++slot) {
        const auto& item = base.items[slot];
        if (item.kind != SlotKind::item || item.type.kind != Kind::date || slot == today) continue;
        if (slot < s.assumed.size() && s.assumed[slot]) continue;
        if (const auto* day = facts[slot].get<Date>()) days.insert(*day);
    }
    return days;
}

void tell_since(Situation& s, const RuleBase& base) {
    for (const auto& event : s.events) {
        const auto slot = base.items[event.item].since;
        if (slot == none || event.element != 0) continue;
        if (happened(base, s, s.facts, event)) s.facts[slot] = event.date;
    }
}

std::int32_t months_ahead(const RuleBase& base) {
    constexpr std::int32_t where_no_norm_says = 6;
    const auto* norm = base.norm("time.months_ahead");
    return norm != nullptr ? static_cast<std::int32_t>(norm->value.to_int()) : where_no_norm_says;
}

Situation on_day(const RuleBase& base, Situation s, Date day) {
    if (day == s.date) return s;
    auto people = s.people != nullptr ? people_as_on(base, s, day) : nullptr;
    for (auto& [slot, value] : changes_until(base, s, s.facts, day)) s.facts[slot] = std::move(value);
    s.date = day;
    if (people == nullptr) return s;
    s.people = std::move(people);
    const auto until = told_until(base, s);
    return told_again(base, std::move(s), until);
}

}  // namespace samenloop::model
