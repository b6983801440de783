#include "model/people.hpp"

#include <algorithm>
#include <ranges>

#include "feel/work.hpp"
#include "model/cast.hpp"
#include "model/ordinary.hpp"
#include "model/wording.hpp"

namespace samenloop::model {
namespace {

using Of = PersonView::Of;

constexpr Duration back{-12, 0};  // what a birthday of before that took away is no news

/// What happens on one day, as events of the facts.
class Changes {
  public:
    Changes(const RuleBase& base, const Cast& cast, Situation& s) : base_(base), cast_(cast), s_(s) {}

    void on(Event what) {
        what.of_people = true;
        std::size_t told = 0;
        const auto day_before = cast_.on(Date::from_days(what.date.days() - 1));
        const auto that_day = cast_.on(what.date);
        for (Slot slot = 0; slot < base_.items.size(); ++slot) {
            if (base_.items[slot].view.of == PersonView::Of::nobody) continue;
            Members members_before;
            Members members_after;
            const auto before = day_before.value_of(slot, &members_before);
            const auto after = that_day.value_of(slot, &members_after);
            if (before == after) continue;
            what.item = slot;
            const bool same_people = before.get<List>() != nullptr && members_before == members_after;
            if (same_people) fields(what, before, after, told);
            else add(what, before, after, told);
        }
    }

  private:
    void add(Event event, const Value& from, const Value& to, std::size_t& told) {
        if (told++ > 0) event.id += "." + std::to_string(told);
        event.from = from;
        event.to = to;
        s_.events.push_back(std::move(event));
    }

    void fields(Event event, const Value& before, const Value& after, std::size_t& told) {
        const auto& record = *base_.items[event.item].type.element;
        const auto& old = *before.get<List>()->elements;
        const auto& young = *after.get<List>()->elements;
        for (std::size_t k = 0; k < old.size(); ++k)
            for (std::size_t f = 0; f < record.fields.size(); ++f) {
                const auto& a = (*old[k].get<Record>()->fields)[f];
                const auto& b = (*young[k].get<Record>()->fields)[f];
                if (a == b) continue;
                event.element = k + 1;
                event.field = record.fields[f].first;
                add(event, a, b, told);
            }
    }

    const RuleBase& base_;
    const Cast& cast_;
    Situation& s_;
};

Text turns(const Person& person, std::int64_t age) {
    const auto years = std::to_string(age);
    return {person.title.nl + " wordt " + years, person.title.en + " turns " + years};
}

/// What the file says, and birthdays, by their day.
std::map<Date, std::vector<Event>> happenings(const Situation& s, const Cast& cast, Date until) {
    std::map<Date, std::vector<Event>> days;
    for (const auto& e : s.people->events) {
        Event event;
        event.id = e.id;
        event.title = e.title;
        event.date = e.date;
        event.at = e.at;
        event.persons = {s.people->all[e.person].id};
        days[e.date].push_back(std::move(event));
    }
    for (std::size_t k = 0; k < s.people->all.size(); ++k) {
        const auto birth = cast.birth_of(k);
        if (!birth) continue;
        const auto& person = s.people->all[k];
        const auto latest = age_on(*birth, until);
        for (auto age = std::max<std::int64_t>(0, age_on(*birth, s.date.plus(back))); age <= latest; ++age) {
            const auto day = birth->plus({static_cast<std::int32_t>(12 * age), 0});
            if (day <= s.date.plus(back)) continue;
            Event event;
            event.id = person.id + ".turns_" + std::to_string(age);
            event.title = turns(person, age);
            event.date = day;
            event.at = person.at;
            event.birthday = age > 0;  // the first one is a birth
            event.persons = {person.id};
            days[day].push_back(std::move(event));
        }
    }
    return days;
}

/// Two on one day are one change: it cannot be told which of them does what.
Event as_one(std::vector<Event> events) {
    auto one = std::move(events.front());
    std::vector<Text> titles;
    if (!one.title.empty()) titles.push_back(one.title);
    for (const auto& other : events | std::views::drop(1)) {
        if (!other.title.empty()) titles.push_back(other.title);
        one.birthday = one.birthday && other.birthday;
        for (const auto& person : other.persons)
            if (std::ranges::find(one.persons, person) == one.persons.end()) one.persons.push_back(person);
    }
    if (!titles.empty()) one.title = listing(titles);
    return one;
}

}  // namespace

bool tells_people(const Type& type) {
    if (type.kind != Kind::list || !type.element || type.element->kind != Kind::record) return false;
    return std::ranges::all_of(fields_of_a_person, [&](const auto& needed) {
        const auto at = field_index(*type.element, needed.first);
        return at < type.element->fields.size() && type.element->fields[at].second.kind == needed.second;
    });
}

Slot people_slot(const RuleBase& base) {
    const auto at = base.names.find("people");
    return at == base.names.end() || !tells_people(base.items[at->second.slot].type) ? none : at->second.slot;
}

bool of_people(const RuleBase& base, const Situation& s, Slot slot) {
    return s.people != nullptr && base.items[slot].view.of != Of::nobody;
}

std::int64_t age_on(Date birth, Date day) {
    const auto years = std::int64_t{day.year()} - birth.year();
    return birth.plus({static_cast<std::int32_t>(12 * years), 0}) > day ? years - 1 : years;
}

FactChanges people_on(const RuleBase& base, const Situation& s, Date day) {
    const Cast cast(base, s);
    const auto there = cast.on(day);
    FactChanges all;
    for (Slot slot = 0; slot < base.items.size(); ++slot)
        if (of_people(base, s, slot)) all.emplace_back(slot, there.value_of(slot));
    return all;
}

Date told_until(const RuleBase& base, const Situation& s) {
    auto last = s.date;
    auto told = s;
    std::erase_if(told.events, [](const Event& e) { return e.of_people; });
    if (const auto days = days_told(base, told, told.facts); !days.empty()) last = std::max(last, *days.rbegin());
    for (const auto& event : s.people->events) last = std::max(last, event.date);
    return std::min(last, s.date.plus({18, 0})).plus({months_ahead(base), 0});
}

std::vector<std::size_t> in_no_list(const RuleBase& base, const Situation& s) {
    const Cast cast(base, s);
    std::set<Date> days{s.date, s.people_until};
    for (const auto& event : s.events) days.insert(event.date);
    std::set<std::size_t> found{s.people->about};
    for (const auto day : days) {
        const auto there = cast.on(day);
        for (Slot slot = 0; slot < base.items.size(); ++slot) {
            Members members;
            if (base.items[slot].view.of != Of::several) continue;
            if (there.value_of(slot, &members).is_unknown()) return {};
            found.insert(members.begin(), members.end());
        }
    }
    std::vector<std::size_t> all;
    for (std::size_t k = 0; k < s.people->all.size(); ++k)
        if (!found.contains(k) && !cast.is_partner(k) && !cast.is_named(k)) all.push_back(k);
    return all;
}

std::vector<Path> places_of(const RuleBase& base, const Situation& s, std::size_t person) {
    const Cast cast(base, s);
    const auto there = cast.on(s.date);
    std::vector<Path> all;
    for (Slot slot = 0; slot < base.items.size(); ++slot) {
        Members members;
        const auto& item = base.items[slot];
        if (item.view.of != Of::several || item.type.kind != Kind::list) continue;
        if (there.value_of(slot, &members).is_unknown()) continue;
        const auto at = std::ranges::find(members, person);
        if (at != members.end()) all.push_back({slot, static_cast<std::size_t>(at - members.begin()) + 1, 0});
    }
    return all;
}

std::vector<std::size_t> without_birth(const RuleBase& base, const Situation& s) {
    const Cast cast(base, s);
    std::vector<std::size_t> all;
    for (std::size_t k = 0; k < s.people->all.size(); ++k)
        if (!cast.birth_of(k)) all.push_back(k);
    return all;
}

std::shared_ptr<const People> people_as_on(const RuleBase& base, const Situation& s, Date day) {
    const Cast cast(base, s);
    auto people = *s.people;
    for (std::size_t k = 0; k < people.all.size(); ++k) {
        people.all[k].fields = cast.told_on(k, day);
        const auto age = field_index(*base.items[people_slot(base)].type.element, "age");
        if (cast.birth_of(k)) people.all[k].fields[age] = Value();
    }
    return std::make_shared<const People>(std::move(people));
}

Situation told_again(const RuleBase& base, Situation s, Date until) {
    for (Slot slot = 0; slot < s.assumed.size(); ++slot)
        if (s.assumed[slot]) s.facts[slot] = Value();
    s.assumed.assign(s.assumed.size(), false);
    tell_people(base, s, until);
    tell_since(s, base);
    return s.rest == Rest::ordinary ? with_ordinary_person(std::move(s), base) : s;
}

Situation told_for(const RuleBase& base, Situation s, std::size_t person) {
    if (person == s.people->about) return s;
    auto people = *s.people;
    people.about = person;
    for (Slot slot = 0; slot < s.facts.size(); ++slot)
        if (!base.items[slot].shared) s.facts[slot] = Value();
    s.assumed.assign(s.assumed.size(), false);  // what is shared is as it is for the one whom the file is about
    std::erase_if(s.events, [&](const Event& e) { return !e.of_people && !base.items[e.item].shared; });
    for (const auto& fact : people.all[person].facts) s.facts[fact.item] = fact.value;
    const auto& title = people.all[person].title;
    s.title = s.title + plain(" — ") + title;
    s.people = std::make_shared<const People>(std::move(people));
    const auto until = told_until(base, s);
    return told_again(base, std::move(s), until);
}

void tell_people(const RuleBase& base, Situation& s, Date until) {
    if (s.people == nullptr) return;
    const feel::work::Limit limit;
    std::erase_if(s.events, [](const Event& e) { return e.of_people; });
    s.people_until = until;
    for (auto& [slot, value] : people_on(base, s, s.date)) s.facts[slot] = std::move(value);
    const Cast cast(base, s);
    Changes changes(base, cast, s);
    for (auto& [day, events] : happenings(s, cast, until)) changes.on(as_one(std::move(events)));
    std::ranges::stable_sort(s.events, {}, &Event::date);
}

}  // namespace samenloop::model
