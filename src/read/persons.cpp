#include "read/persons.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/people.hpp"
#include "read/chain.hpp"
#include "read/lexical.hpp"
#include "read/values.hpp"

namespace samenloop::read {
namespace {

constexpr std::size_t most_people = 500;

bool is(const Value& value, std::string_view text) {
    const auto* word = value.get<std::string>();
    return word != nullptr && *word == text;
}

Text has_no(std::string_view field) { return base::both("een persoon heeft geen '{}'", "a person has no '{}'", field); }

std::vector<std::string_view> names_of(const Type& record) {
    std::vector<std::string_view> all;
    for (const auto& [name, type] : record.fields) all.emplace_back(name);
    return all;
}

}  // namespace

const Type* PersonReader::record() const {
    const auto slot = model::people_slot(rules_);
    return slot == none ? nullptr : rules_.items[slot].type.element.get();
}

void PersonReader::person(const Element& element) {
    const auto* type = record();
    if (type == nullptr) {
        problems_.add(element.at, {"het regelbestand kent geen personen", "the rule base knows no people"},
                      {"daarvoor is een <list id=\"people\"> met hun velden nodig",
                       "it needs a <list id=\"people\"> with their fields"});
        return;
    }
    if (people_.all.size() == most_people) {
        problems_.add(element.at, base::both("meer dan {} personen, en meer kan niet",
                                             "more than {} people, and that is the most", most_people));
        return;
    }
    Person person;
    person.id = text_of(element, "id");
    person.title = element.attribute("title") != nullptr ? title_of(element) : Text{person.id, person.id};
    person.fields.resize(type->fields.size());
    person.at = element.at;
    for (const auto& attribute : element.attributes) field(element, attribute, person);
    if (person.id.empty()) problems_.add(element.at, {"'id' ontbreekt in <person>", "'id' is missing in <person>"});
    else if (!names_.declare(person.id, static_cast<Index>(people_.all.size()), element.at, problems_)) return;
    if (element.attribute("relation") == nullptr)
        problems_.add(element.at, {"'relation' ontbreekt in <person>", "'relation' is missing in <person>"},
                      {"relation=\"self\" is de persoon om wie het gaat", "relation=\"self\" is the person concerned"});
    own_facts(element, person);
    elements_[people_.all.size()] = &element;
    people_.all.push_back(std::move(person));
}

void PersonReader::field(const Element& element, const Attribute& attribute, Person& person) {
    const auto& type = *record();
    if (attribute.name == "title" || attribute.name == "title-en") return;
    if (attribute.name == "id") {
        check_kind(element, attribute, "plain", problems_);
        return;
    }
    const auto at = model::field_index(type, attribute.name);
    if (at == type.fields.size()) {
        const auto known = names_of(type);
        problems_.add(element.place(attribute.offset), has_no(attribute.name),
                      with_all(problems_.suggest(attribute.name, known),
                               base::both("van een persoon kan gezegd worden: {}", "what can be told of a person: {}",
                                          in_a_row(known))));
        return;
    }
    const auto& item = rules_.items[model::people_slot(rules_)];
    auto value = facts_.value(element, attribute.value, type.fields[at].second, model::Domain(item.field_domains[at]));
    if (value) person.fields[at] = std::move(*value);
}

void PersonReader::own_facts(const Element& element, Person& person) {
    for (const auto& child : element.children) {
        const auto* attribute = child.attribute("item");
        if (child.name != "fact" || attribute == nullptr) continue;
        const auto slot = facts_.slot(child, *attribute, trimmed(attribute->value.text()));
        if (!slot) continue;
        const auto& item = rules_.items[*slot];
        auto value = facts_.value(child, child.text, item.type, model::Domain(item));
        if (value) person.facts.push_back({*slot, std::move(*value), child.at});
    }
}

void PersonReader::event(const Element& element) {
    const auto* type = record();
    const auto* who = element.attribute("person");
    const auto* what = element.attribute("item");
    if (type == nullptr || who == nullptr || what == nullptr) return;
    PersonEvent event;
    event.id = text_of(element, "id");
    event.title = title_of(element);
    event.date = Date::parse(text_of(element, "date")).value_or(Date());
    event.at = element.at;
    const auto person = names_.find(trimmed(who->value.text()), element.place(who->value.offset_of(0)), problems_);
    event.field = model::field_index(*type, trimmed(what->value.text()));
    if (event.field == type->fields.size())
        problems_.add(element, *what, has_no(trimmed(what->value.text())),
                      problems_.suggest(trimmed(what->value.text()), names_of(*type)));
    if (person == none || event.field == type->fields.size()) return;
    event.person = person;
    const auto& of = type->fields[event.field].second;
    const model::Domain domain(rules_.items[model::people_slot(rules_)].field_domains[event.field]);
    for (const auto& [name, value] : {std::pair{"from", &event.from}, std::pair{"to", &event.to}})
        if (const auto* told = element.attribute(name))
            *value = facts_.value(element, told->value, of, domain).value_or(Value());
    people_.events.push_back(std::move(event));
}

std::shared_ptr<const People> PersonReader::finish(Date day) {
    if (people_.all.empty()) return nullptr;
    check_relations();
    check_named();
    for (const auto& person : people_.all) check_age(person, day);
    std::ranges::stable_sort(people_.events, {}, &PersonEvent::date);
    for (const auto& event : people_.events) check_event(event, day);
    join_events(day);
    return std::make_shared<const People>(std::move(people_));
}

/// What an event leaves open, the one before it tells, or the person's own attribute on its side of the day; what the
/// person leaves open, the last event that has happened.
void PersonReader::join_events(Date day) {
    std::map<std::pair<std::size_t, std::size_t>, const PersonEvent*> last;
    std::set<std::pair<std::size_t, std::size_t>> open;
    for (auto& event : people_.events) {
        const std::pair place{event.person, event.field};
        auto& now = people_.all[event.person].fields[event.field];
        const auto* before = std::exchange(last[place], &event);
        if (event.date > day && event.from.is_unknown() && (before == nullptr || before->date <= day)) event.from = now;
        if (before != nullptr) join(*before, event);
        if (event.date > day) continue;
        if (now.is_unknown()) open.insert(place);
        if (open.contains(place)) now = event.to;
    }
}

void PersonReader::join(const PersonEvent& before, PersonEvent& event) {
    const auto named =
        base::both("'{}' van '{}'", "'{}' of '{}'", record()->fields[event.field].first, people_.all[event.person].id);
    const auto other = base::both("de andere gebeurtenis staat in {}", "the other event is at {}", line_of(before.at));
    if (before.date == event.date && !agree(before.to, event.to))
        return problems_.add(
            event.at,
            base::both("twee gebeurtenissen veranderen {} op één dag", "two events change {} on one day", named),
            other);
    if (event.from.is_unknown()) event.from = before.to;
    if (before.to.is_unknown() || agree(before.to, event.from)) return;
    problems_.add(event.at,
                  base::both("vóór de gebeurtenis (from) is {} {}, maar na de gebeurtenis van {} is het {}",
                             "before the event (from) {} is {}, but the event of {} leaves it at {}", named,
                             to_string(event.from), before.date.to_string(), to_string(before.to)),
                  other);
}

void PersonReader::check_relations() {
    const auto relation = model::field_index(*record(), "relation");
    for (const std::string_view only : {"self", "partner"}) {
        const Person* first = nullptr;
        for (const auto& person : people_.all) {
            if (!is(person.fields[relation], only)) continue;
            if (first != nullptr)
                problems_.add(
                    person.at,
                    base::both("'{}' en '{}' zijn allebei {}", "'{}' and '{}' are both {}", first->id, person.id, only),
                    only == "self" ? Text{"het gaat om één persoon", "one person is the one whom it is about"}
                                   : Text());
            else first = &person;
        }
        if (only == "self" && first == nullptr)
            problems_.add(
                people_.all.front().at, {"niemand is de persoon om wie het gaat", "nobody is the person concerned"},
                {"geef een van hen relation=\"self\"", "give one of them relation=\"self\""});
        if (only == "self" && first != nullptr) people_.about = static_cast<std::size_t>(first - people_.all.data());
    }
}

/// With whom somebody lives, and who a child's other parent is: another one of these people.
void PersonReader::check_named() {
    std::vector<std::string_view> known;
    for (const auto& person : people_.all) known.emplace_back(person.id);
    for (const auto field : model::named_of_a_person) {
        const auto at = model::field_index(*record(), field);
        if (at == record()->fields.size()) continue;
        for (const auto& person : people_.all) {
            const auto* name = person.fields[at].get<std::string>();
            if (name == nullptr || (*name != person.id && std::ranges::find(known, *name) != known.end())) continue;
            const bool own = *name == person.id;
            problems_.add(
                person.at,
                own ? base::both("'{}' van '{}' is die persoon zelf", "'{}' of '{}' is that person", field, person.id)
                    : base::both("'{}' van '{}' is '{}', en niemand heet zo", "'{}' of '{}' is '{}', and nobody is",
                                 field, person.id, *name),
                own ? Text() : problems_.suggest(*name, known));
        }
    }
}

void PersonReader::check_age(const Person& person, Date day) {
    const auto& type = *record();
    const auto birth = model::field_index(type, "birth");
    const auto age = model::field_index(type, "age");
    if (birth == type.fields.size() || age == type.fields.size()) return;
    const auto* born = person.fields[birth].get<Date>();
    const auto* told = person.fields[age].get<Decimal>();
    if (born == nullptr) return;
    const auto years = model::age_on(*born, day);
    if (told != nullptr && *told != Decimal(years))
        problems_.add(
            person.at,
            base::both("'{}' is geboren op {} en dus {} op {}, niet {}",
                       "'{}' was born on {} and so is {} on {}, not {}", person.id, born->to_string(), years,
                       day.to_string(), told->to_string()),
            {"laat de leeftijd weg: die volgt uit de geboortedatum", "leave the age out: it follows from the birth"});
    const auto relation = model::field_index(type, "relation");
    if (years < 0 && (is(person.fields[relation], "self") || is(person.fields[relation], "partner")))
        problems_.add(person.at, base::both("'{}' is op {} nog niet geboren", "'{}' is not born yet on {}", person.id,
                                            day.to_string()));
}

void PersonReader::check_event(const PersonEvent& event, Date day) {
    const auto& type = *record();
    const auto& name = type.fields[event.field].first;
    if (name == "birth" || name == "relation")
        problems_.add(event.at, base::both("'{}' verandert niet", "'{}' does not change", name),
                      name == "relation" ? Text{"wie komt of gaat, staat in een ander veld, zoals at_addr",
                                                "who comes or goes is told by another field, such as at_addr"}
                                         : Text());
    if (name == "age")
        problems_.add(event.at, {"een leeftijd verandert vanzelf", "an age changes by itself"},
                      {"geef de geboortedatum (birth): daaruit volgt elke verjaardag",
                       "give the person's birth: it tells every birthday"});
    const auto& now = people_.all[event.person].fields[event.field];
    const auto& said = event.date > day ? event.from : event.to;
    const bool latest = std::ranges::none_of(people_.events, [&](const PersonEvent& other) {
        const bool same = other.person == event.person && other.field == event.field;
        return same && (event.date > day ? other.date > day && other.date < event.date
                                         : other.date <= day && other.date > event.date);
    });
    if (latest && !now.is_unknown() && !said.is_unknown() && !agree(now, said))
        problems_.add(
            event.at, base::both("'{}' van '{}' is {} op {}, maar deze gebeurtenis zegt {}",
                                 "'{}' of '{}' is {} on {}, but this event says {}", name, people_.all[event.person].id,
                                 to_string(now), day.to_string(), to_string(said)));
}

}  // namespace samenloop::read
