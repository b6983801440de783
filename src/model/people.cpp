#include "model/people.hpp"

#include <algorithm>
#include <ranges>

#include "feel/work.hpp"
#include "model/kinship.hpp"
#include "model/ordinary.hpp"
#include "model/wording.hpp"

namespace samenloop::model {
namespace {

using Of = PersonView::Of;
using Members = std::vector<std::size_t>;

constexpr Duration back{-12, 0};  // what a birthday of before that took away is no news

/// Where the fields stand that the program itself reads.
struct Places {
    explicit Places(const Type& record)
        : birth(field_index(record, "birth")),
          age(field_index(record, "age")),
          relation(field_index(record, "relation")),
          lives_with(field_index(record, named_of_a_person[0])),
          other_parent(field_index(record, named_of_a_person[1])) {}
    std::size_t birth;
    std::size_t age;
    std::size_t relation;
    std::size_t lives_with;  // past the end where the dictionary has none
    std::size_t other_parent;
};

class Cast {
  public:
    Cast(const RuleBase& base, const Situation& s)
        : base_(base), s_(s), item_(base.items[people_slot(base)]), places_(*item_.type.element), self_(file_self()) {}

    std::optional<Date> birth_of(std::size_t person) const {
        const auto& fields = s_.people->all[person].fields;
        const auto* day = places_.birth < fields.size() ? fields[places_.birth].get<Date>() : nullptr;
        return day != nullptr ? std::optional(*day) : std::nullopt;
    }

    Value value_of(Slot slot, Date day, Members* members = nullptr) const {
        const auto& view = base_.items[slot].view;
        if (view.of == Of::several) return list_of(view, day, members);
        for (std::size_t k = 0; k < s_.people->all.size(); ++k) {
            const bool self = k == s_.people->about;
            // Of the person whom the file is about the ordinary person tells the rest, of everybody else their fields
            // do.
            const bool completed = !self || k != self_;
            if (view.of == Of::self ? self : !self && is_partner(k))
                return value_of(view.is, fields_of(k, day, completed));
        }
        return {};
    }

    bool is_partner(std::size_t person) const {
        const auto relation = relation_of(person);
        const auto* text = relation.get<std::string>();
        return text != nullptr && *text == "partner";
    }

    /// Somebody lives with them, or is their child: they are there to be named.
    bool is_named(std::size_t person) const {
        for (std::size_t k = 0; k < s_.people->all.size(); ++k)
            for (const auto field : {places_.lives_with, places_.other_parent})
                if (const auto* name = name_in(k, field); name != nullptr && *name == s_.people->all[person].id)
                    return true;
        return false;
    }

    /// As the file would tell them on that day.
    std::vector<Value> told_on(std::size_t person, Date day) const {
        feel::work::add(s_.people->events.size());
        auto fields = s_.people->all[person].fields;
        for (const auto& event : s_.people->events)
            if (event.person == person && event.date > s_.date && event.date <= day) fields[event.field] = event.to;
        for (const auto& event : s_.people->events | std::views::reverse)
            if (event.person == person && event.date <= s_.date && event.date > day) fields[event.field] = event.from;
        return fields;
    }

  private:
    std::size_t file_self() const {
        const auto& all = s_.people->all;
        for (std::size_t k = 0; k < all.size(); ++k)
            if (const auto* text = all[k].fields[places_.relation].get<std::string>(); text && *text == "self")
                return k;
        return s_.people->about;
    }

    /// To the person concerned; the file tells it to whom it calls self.
    Value relation_of(std::size_t person) const {
        const auto& all = s_.people->all;
        const auto about = s_.people->about;
        if (person == about) return std::string("self");
        const auto& told = all[person].fields[places_.relation];
        const auto* to_self = told.get<std::string>();
        const auto* mine = all[about].fields[places_.relation].get<std::string>();
        if (about == self_ || to_self == nullptr || mine == nullptr) return told;
        if (is_other_parent(about, person)) return std::string("child");
        if (is_other_parent(person, about)) return std::string("parent");
        return std::string(kinship_between(*mine, *to_self));
    }

    std::vector<Value> fields_of(std::size_t person, Date day, bool completed) const {
        auto fields = told_on(person, day);
        if (const auto birth = birth_of(person)) fields[places_.age] = Decimal(age_on(*birth, day));
        fields[places_.relation] = relation_of(person);
        if (s_.people->about != self_ && person != s_.people->about) seen_from_another(person, day, fields);
        return completed && s_.rest == Rest::ordinary ? completed_fields(fields, item_, s_.facts) : fields;
    }

    const std::string* name_in(std::size_t person, std::size_t field) const {
        const auto& fields = s_.people->all[person].fields;
        return field < fields.size() ? fields[field].get<std::string>() : nullptr;
    }

    bool is_other_parent(std::size_t parent, std::size_t child) const {
        const auto* name = name_in(child, places_.other_parent);
        return name != nullptr && *name == s_.people->all[parent].id;
    }

    /// Does one of the two live with the other, elsewhere than whom the file is about?
    bool live_together(std::size_t a, std::size_t b) const {
        const auto* of_a = name_in(a, places_.lives_with);
        const auto* of_b = name_in(b, places_.lives_with);
        const auto& all = s_.people->all;
        return (of_a != nullptr && (*of_a == all[b].id || (of_b != nullptr && *of_a == *of_b))) ||
               (of_b != nullptr && *of_b == all[a].id);
    }

    /// Do they live at one address?  The file tells of each whether it is that of whom it is about.
    Truth together(std::size_t person, const Value& here, const Value& there) const {
        const auto about = s_.people->about;
        const auto mine = about == self_ ? Truth::yes : here.truth();
        const auto theirs = person == self_ ? Truth::yes : there.truth();
        if (mine == Truth::no && theirs == Truth::no) return live_together(about, person) ? Truth::yes : Truth::no;
        if (mine == Truth::yes) return theirs;
        return theirs == Truth::yes ? mine : Truth::unknown;
    }

    /// The file tells of everybody as the one does whom it is about.
    void seen_from_another(std::size_t person, Date day, std::vector<Value>& fields) const {
        const auto here = completed_fields(told_on(s_.people->about, day), item_, s_.facts);
        const auto there = completed_fields(told_on(person, day), item_, s_.facts);
        auto at_one_address = Truth::unknown;
        for (std::size_t f = 0; f < fields.size(); ++f) {
            if (item_.field_seen[f] == SeenAs::mutual) fields[f] = person == self_ ? here[f] : Value();
            if (item_.field_seen[f] != SeenAs::together) continue;
            at_one_address = together(person, here[f], there[f]);
            fields[f] = at_one_address == Truth::unknown ? Value() : Value(at_one_address == Truth::yes);
        }
        if (at_one_address != Truth::no) return;
        for (std::size_t f = 0; f < fields.size(); ++f)
            if (const auto* share = there[f].get<Decimal>(); item_.field_seen[f] == SeenAs::rest && share != nullptr)
                fields[f] = Decimal(1) - *share;
    }

    static Value value_of(const std::optional<Expression>& what, const std::vector<Value>& fields) {
        return what ? evaluate(*what, Environment{{}, fields}) : Value();
    }

    /// Not known where it is not certain of somebody whether they belong to it.
    Value list_of(const PersonView& view, Date day, Members* members) const {
        if (s_.rest == Rest::unknown && s_.people->all.size() == 1) return {};  // nothing is said of others
        std::vector<Value> elements;
        for (std::size_t k = 0; k < s_.people->all.size(); ++k) {
            if (k == s_.people->about || is_partner(k)) continue;
            if (const auto birth = birth_of(k); birth && day < *birth) continue;
            const auto fields = fields_of(k, day, true);
            const auto belongs = value_of(view.belongs, fields).truth();
            if (belongs == Truth::no) continue;
            if (belongs == Truth::unknown) return {};
            std::vector<Value> element;
            for (const auto& field : view.fields) element.push_back(value_of(field, fields));
            elements.emplace_back(Record{std::make_shared<const std::vector<Value>>(std::move(element))});
            if (members != nullptr) members->push_back(k);
        }
        return List{std::make_shared<const std::vector<Value>>(std::move(elements))};
    }

    const RuleBase& base_;
    const Situation& s_;
    const Item& item_;
    Places places_;
    std::size_t self_;
};

/// What happens on one day, as events of the facts.
class Changes {
  public:
    Changes(const RuleBase& base, const Cast& cast, Situation& s) : base_(base), cast_(cast), s_(s) {}

    void on(Event what) {
        what.of_people = true;
        std::size_t told = 0;
        for (Slot slot = 0; slot < base_.items.size(); ++slot) {
            if (base_.items[slot].view.of == PersonView::Of::nobody) continue;
            Members members_before;
            Members members_after;
            const auto before = cast_.value_of(slot, Date::from_days(what.date.days() - 1), &members_before);
            const auto after = cast_.value_of(slot, what.date, &members_after);
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
        event.person = s.people->all[e.person].id;
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
            event.person = person.id;
            days[day].push_back(std::move(event));
        }
    }
    return days;
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
    FactChanges all;
    for (Slot slot = 0; slot < base.items.size(); ++slot)
        if (of_people(base, s, slot)) all.emplace_back(slot, cast.value_of(slot, day));
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
    for (Slot slot = 0; slot < base.items.size(); ++slot)
        for (const auto day : days) {
            if (base.items[slot].view.of != Of::several) break;
            Members members;
            if (cast.value_of(slot, day, &members).is_unknown()) return {};
            found.insert(members.begin(), members.end());
        }
    std::vector<std::size_t> all;
    for (std::size_t k = 0; k < s.people->all.size(); ++k)
        if (!found.contains(k) && !cast.is_partner(k) && !cast.is_named(k)) all.push_back(k);
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
    // Two on one day are one change: it cannot be told which of them does what.
    for (auto& [day, events] : happenings(s, cast, until)) changes.on(std::move(events.front()));
    std::ranges::stable_sort(s.events, {}, &Event::date);
}

}  // namespace samenloop::model
