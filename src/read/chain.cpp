#include "read/chain.hpp"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include <fmt/core.h>

#include "model/days.hpp"

namespace samenloop::read {
namespace {

/// Where two values that do not agree differ first, and how: 'hh[2].age', 3, 4.
struct Difference {
    Text place;
    Value said;
    Value there;
};

Difference difference(const std::string& place, const Type& type, const Value& said, const Value& there) {
    const auto* a = said.get<List>();
    const auto* b = there.get<List>();
    const auto* fields = said.get<Record>();
    const auto* others = there.get<Record>();
    if (a != nullptr && b != nullptr && a->elements && b->elements && type.element) {
        const auto size = a->elements->size();
        if (size != b->elements->size())
            return {base::both("het aantal elementen van '{}'", "the number of '{}'", place),
                    Decimal(static_cast<std::int64_t>(size)), Decimal(static_cast<std::int64_t>(b->elements->size()))};
        for (std::size_t i = 0; i < size; ++i)
            if (!agree((*a->elements)[i], (*b->elements)[i]))
                return difference(
                    fmt::format("{}[{}]", place, i + 1), *type.element, (*a->elements)[i], (*b->elements)[i]);
    }
    if (fields != nullptr && others != nullptr)
        for (std::size_t i = 0; i < type.fields.size(); ++i)
            if (!agree((*fields->fields)[i], (*others->fields)[i]))
                return {base::both("'{}.{}'", "'{}.{}'", place, type.fields[i].first), (*fields->fields)[i],
                        (*others->fields)[i]};
    return {base::both("'{}'", "'{}'", place), said, there};
}

Text other_at(const Event& other) {
    return base::both("de andere gebeurtenis staat in {}", "the other event is at {}", line_of(other.at));
}

bool same_place(const Event& a, const Event& b) {
    return a.item == b.item && a.element == b.element && a.field == b.field;
}

/// Does the one event say something of what the other one changes?
bool overlap(const Event& a, const Event& b) {
    return a.item == b.item && (a.element == 0 || b.element == 0 || same_place(a, b));
}

std::size_t elements_of(const Value& list) {
    const auto* given = list.get<List>();
    return given != nullptr && given->elements ? given->elements->size() : 0;
}

}  // namespace

// From the last change of the whole item up to the situation's day, else back from the next one.
void Chain::tell_fact(Slot slot) {
    const auto whole = [&](const Event& e) { return e.item == slot && e.element == 0; };
    const auto happened = [&](const Event& e) { return e.date <= situation_.date; };
    auto& events = situation_.events;
    const auto last =
        std::ranges::find_if(events | std::views::reverse, [&](const Event& e) { return whole(e) && happened(e); });
    const auto next = std::ranges::find_if(events, [&](const Event& e) { return whole(e) && !happened(e); });
    const bool after = last != events.rend();
    if (!after && next == events.end()) return;
    auto& fact = situation_.facts[slot];
    fact = after ? last->to : next->from;
    const auto anchor = after ? last->date : next->date;
    for (const auto& e : events)
        if (after && e.item == slot && e.element > 0 && e.date > anchor && happened(e))
            fact = model::replaced(situation_.facts, model::place_of(rules_, e), e.to);
    for (const auto& e : events | std::views::reverse)
        if (!after && e.item == slot && e.element > 0 && e.date < anchor && !happened(e))
            fact = model::replaced(situation_.facts, model::place_of(rules_, e), e.from);
}

void Chain::tell_facts() {
    carry();
    for (const auto& event : situation_.events)
        if (situation_.facts[event.item].is_unknown()) tell_fact(event.item);
}

void Chain::tell_difference(const Event& event, const Value& there, const Value& said, bool finds) {
    const auto& item = rules_.items[event.item].id;
    const auto path = model::place_of(rules_, event);
    const auto differ = difference(model::to_string(rules_, path), model::type_at(rules_, path), said, there);
    const Text when = finds ? Text{"vóór de gebeurtenis (from)", "before the event (from)"}
                            : Text{"na de gebeurtenis (to)", "after the event (to)"};
    const auto said_of = [&](const Text& otherwise) {
        return base::both("{} is {} {}, maar {} is het {}", "{} {} is {}, but {} {}", when, differ.place,
                          to_string(differ.said), otherwise, to_string(differ.there));
    };
    if (const auto* other = neighbour(event, finds)) {
        const auto day = other->date.to_string();
        problems_.add(event.at,
                      said_of(finds ? base::both("na die van {}", "the event of {} leaves it at", day)
                                    : base::both("vóór die van {}", "the event of {} finds it at", day)),
                      other_at(*other));
        return;
    }
    const auto* place = given_.declared_at(item);
    problems_.add(
        event.at,
        base::both("{} is {} {}, maar het feit zegt {} op {}", "{} {} is {}, but the fact says {} on {}", when,
                   differ.place, to_string(differ.said), to_string(differ.there), situation_.date.to_string()),
        base::both(
            "{}een feit gaat over de dag van de situatie zelf, en kan naast een gebeurtenis weg",
            "{}a fact tells of the situation's own day, and may be left out beside an event",
            place == nullptr ? Text() : base::both("het feit staat in {}: ", "the fact is at {}: ", line_of(*place))));
}

/// The event between this one and the situation's day that is nearest to this one and tells of the same.
const Event* Chain::neighbour(const Event& event, bool finds) const {
    const auto between = [&](const Event& e) {
        return overlap(e, event) && (finds ? e.date > situation_.date && e.date < event.date
                                           : e.date <= situation_.date && e.date > event.date);
    };
    const Event* nearest = nullptr;
    for (const auto& e : situation_.events)
        if (between(e) && (nearest == nullptr || (finds ? e.date > nearest->date : e.date < nearest->date)))
            nearest = &e;
    return nearest;
}

Value Chain::joined(const Event& event, const Value& there, const Value& said, bool finds) {
    if (agree(there, said)) return both(said, there);
    tell_difference(event, there, said, finds);
    return said;
}

/// An event on an element that the list does not have at that time.
bool Chain::is_there(const Event& event, const std::vector<Value>& facts) {
    const auto& list = facts[event.item];
    if (event.element == 0 || list.is_unknown() || event.element <= elements_of(list)) return true;
    problems_.add(event.at, base::both("'{1}' heeft op {2} geen element {0}, het zijn er dan {3}",
                                       "there is no element {} of '{}' on {}, when it has {}", event.element,
                                       rules_.items[event.item].id, event.date.to_string(), elements_of(list)));
    return false;
}

void Chain::forward(Slot slot) {
    auto facts = situation_.facts;
    for (auto& event : situation_.events) {
        if (event.item != slot || event.date <= situation_.date || !is_there(event, facts)) continue;
        const auto path = model::place_of(rules_, event);
        event.from = joined(event, model::value_at(facts, path), event.from, true);
        event.to = carried(event.from, event.to);
        facts[slot] = model::replaced(facts, path, event.to);
    }
}

void Chain::back(Slot slot) {
    auto facts = situation_.facts;
    for (auto& event : situation_.events | std::views::reverse) {
        if (event.item != slot || event.date > situation_.date || !is_there(event, facts)) continue;
        const auto path = model::place_of(rules_, event);
        event.to = joined(event, model::value_at(facts, path), event.to, false);
        if (neighbour(event, false) == nullptr)
            situation_.facts[slot] =
                model::replaced(situation_.facts, path, both(model::value_at(facts, path), event.to));
        event.from = carried(event.to, event.from);
        facts[slot] = model::replaced(facts, path, event.from);
    }
}

/// An element that stays through a change of its list keeps what is not told anew.
void Chain::carry() {
    std::map<Slot, Value> left;
    for (auto& event : situation_.events) {
        if (event.element > 0) continue;
        auto& last = left[event.item];
        if (agree(event.from, last)) event.from = both(event.from, last);
        event.to = carried(event.from, event.to);
        event.from = carried(event.to, event.from);
        last = event.to;
    }
}

void Chain::check_days() {
    const auto& events = situation_.events;
    for (std::size_t i = 0; i < events.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (events[i].date == events[j].date && same_place(events[i], events[j]) &&
                !agree(events[i].to, events[j].to)) {
                problems_.add(events[i].at,
                              base::both("twee gebeurtenissen veranderen '{}' op één dag",
                                         "two events change '{}' on one day", rules_.items[events[i].item].id),
                              other_at(events[j]));
                break;
            }
}

/// The day of the last change, where the situation writes it beside the event.
void Chain::check_since() {
    std::set<Slot> seen;
    for (const auto& event : situation_.events | std::views::reverse) {
        const auto slot = rules_.items[event.item].since;
        if (slot == none || event.element != 0 || event.date > situation_.date) continue;
        const auto& since = rules_.items[slot].id;
        const auto* said = situation_.facts[slot].get<Date>();
        const auto* place = given_.declared_at(since);
        if (!seen.insert(slot).second || said == nullptr || place == nullptr || *said == event.date) continue;
        problems_.add(event.at,
                      base::both("de gebeurtenis van {} verandert '{}', maar '{}' zegt {}",
                                 "the event of {} changes '{}', but '{}' says {}", event.date.to_string(),
                                 rules_.items[event.item].id, since, said->to_string()),
                      base::both("het feit staat in {}: het kan weg, de gebeurtenis geeft de dag",
                                 "the fact is at {}: it may be left out, the event gives the day", line_of(*place)));
    }
}

void Chain::close() {
    check_days();
    check_since();
    if (!problems_.empty()) return;
    std::set<Slot> slots;
    for (const auto& event : situation_.events) slots.insert(event.item);
    for (const auto slot : slots) {
        back(slot);
        forward(slot);
    }
}

}  // namespace samenloop::read
