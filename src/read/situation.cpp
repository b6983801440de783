// Reading a life situation: facts by the names, types and domains of the rule base's dictionary.

#include <algorithm>

#include "model/days.hpp"
#include "model/ordinary.hpp"
#include "model/people.hpp"
#include "read/chain.hpp"
#include "read/contradictions.hpp"
#include "read/document.hpp"
#include "read/facts.hpp"
#include "read/history.hpp"
#include "read/keys.hpp"
#include "read/organisations_by_id.hpp"
#include "read/persons.hpp"
#include "read/shape.hpp"
#include "read/values.hpp"
#include "samenloop/read.hpp"

namespace samenloop::read {
namespace {

constexpr std::string_view situation_namespace = "urn:samenloop:situation:1";

constexpr std::size_t most_dated = 5000;  // events and facts with from or to

constexpr Shape shapes[] = {
    {"situation", "xmlns:text id!:rule title!:words title-en:words date!:date rest:unknown|ordinary",
     "person fact list event", TextRule::none},
    {"person", "*", "fact", TextRule::none},
    {"fact", "item!:id from:date to:date", "", TextRule::optional},
    {"list", "item!:id", "element value", TextRule::none},
    {"element", "*", "", TextRule::none},
    {"value", "", "", TextRule::optional},
    {"event", "id!:id title:words title-en:words date!:date person:plain item!:path from:text to!:text", "",
     TextRule::none},
};

Text told_by_people(const Item& item) {
    return base::both("'{}' staat al bij de personen", "the people tell '{}'", item.id);
}

class SituationReader {
  public:
    SituationReader(const RuleBase& rules, const std::shared_ptr<const Source>& source)
        : rules_(rules), facts_(rules, problems_), persons_(rules, facts_, problems_) {
        situation_.source = source;
        situation_.facts.resize(rules.items.size());
        situation_.assumed.resize(rules.items.size(), false);
    }

    Result<Situation> run(const Element& root, bool as_written) {
        static const Shapes known(shapes);
        known.check(root, problems_);
        situation_.id = text_of(root, "id");
        situation_.title = title_of(root);
        situation_.date = Date::parse(text_of(root, "date")).value_or(Date());
        situation_.rest = text_of(root, "rest") == "ordinary" ? Rest::ordinary : Rest::unknown;
        if (too_many_days(root)) return tl::unexpected(problems_.sorted());
        for (const auto& child : root.children)
            if (child.name == "fact" || child.name == "list") read_fact(child);
            else if (child.name == "person") persons_.person(child);
        history_.into(situation_, given_);
        read_events(root);
        read_people();
        if (!problems_.empty()) return tl::unexpected(problems_.sorted());
        model::tell_since(situation_, rules_);
        if (as_written) return std::move(situation_);
        name_organisations_by_id(rules_, situation_);
        if (situation_.rest == Rest::ordinary) situation_ = model::with_ordinary_person(std::move(situation_), rules_);
        check_facts(rules_, situation_, given_, problems_);
        check_names(rules_, situation_, given_, problems_);
        if (!problems_.empty()) return tl::unexpected(problems_.sorted());
        return std::move(situation_);
    }

  private:
    /// What follows from the people is told once: by them.
    void read_people() {
        situation_.people = persons_.finish(situation_.date);
        if (situation_.people == nullptr) return note_facts_of_people();
        const auto& about = situation_.people->all[situation_.people->about];
        for (const auto& fact : about.facts)
            if (given_.declare(rules_.items[fact.item].id, fact.item, fact.at, problems_))
                situation_.facts[fact.item] = fact.value;
        for (const auto& item : rules_.items)
            if (const auto* at = given_.declared_at(item.id); at != nullptr && item.view.of != PersonView::Of::nobody)
                problems_.add(
                    *at, told_by_people(item),
                    {"schrijf het als attribuut bij de <person>", "write it as an attribute of its <person>"});
        for (const auto& event : situation_.events)
            if (const auto& item = rules_.items[event.item]; item.view.of != PersonView::Of::nobody)
                problems_.add(event.at, told_by_people(item),
                              {"schrijf <event person=\"…\" item=\"…\"> met het veld van die persoon",
                               "write <event person=\"…\" item=\"…\"> with the field of that person"});
        if (!problems_.empty()) return;
        model::tell_people(rules_, situation_, model::told_until(rules_, situation_));
        for (const auto k : model::in_no_list(rules_, situation_)) {
            const auto& person = situation_.people->all[k];
            situation_.warnings.push_back(
                {base::both("geen lijst van het regelbestand heeft een plaats voor '{}'",
                            "no list of the rule base has a place for '{}'", person.id),
                 {"de relatie, de leeftijd of het adres houdt die persoon overal buiten",
                  "its relation, age or address keeps it out of all of them"},
                 person.at.offset,
                 person.at.source,
                 false,
                 Severity::warning});
        }
    }

    /// A file of before there were people is read as it was; how it is written now can be seen.
    void note_facts_of_people() {
        const Location* first = nullptr;
        std::string names;
        for (const auto& item : rules_.items) {
            const auto* at = given_.declared_at(item.id);
            if (at == nullptr || item.view.of == PersonView::Of::nobody) continue;
            if (first == nullptr) first = at;
            names += (names.empty() ? "'" : ", '") + item.id + "'";
        }
        if (first == nullptr) return;
        situation_.warnings.push_back(
            {base::both("staat nu bij personen, elk met een geboortedatum: {}",
                        "told of people now, with a date of birth each: {}", names),
             base::both("'samenloop situations upgrade --print {}' laat zien hoe het nu geschreven wordt",
                        "'samenloop situations upgrade --print {}' shows how it is written now",
                        situation_.source->name()),
             first->offset, first->source, false, Severity::note});
    }

    /// Each dated fact and event is compared with those of the same item.
    bool too_many_days(const Element& root) {
        std::size_t dated = 0;
        for (const auto& child : root.children) {
            if (child.name != "event" && child.attribute("from") == nullptr && child.attribute("to") == nullptr)
                continue;
            if (++dated <= most_dated) continue;
            problems_.add(child.at,
                          base::both("meer dan {} gebeurtenissen en gedateerde feiten",
                                     "more than {} events and dated facts", most_dated),
                          {"meer kan niet; geef die van de jaren waar het om gaat",
                           "that is the most; give those of the years that matter"});
            return true;
        }
        return false;
    }

    void read_fact(const Element& element) {
        const auto* attribute = element.attribute("item");
        if (attribute == nullptr) return;
        const auto slot = facts_.slot(element, *attribute, trimmed(attribute->value.text()));
        if (!slot) return;
        const auto& item = rules_.items[*slot];
        if (element.attribute("from") != nullptr || element.attribute("to") != nullptr) {
            history_.add(element, *slot, facts_.value(element, element.text, item.type, model::Domain(item)));
            return;
        }
        if (!given_.declare(item.id, *slot, element.at, problems_)) return;
        const auto value = element.name == "list" ? facts_.list(element, item)
                                                  : facts_.value(element, element.text, item.type, model::Domain(item));
        if (value) situation_.facts[*slot] = *value;
        std::size_t position = 0;
        for (const auto& child : element.children)
            if (!given_.declare(item.id + "[" + std::to_string(++position) + "]", *slot, child.at, problems_)) return;
    }

    /// Those of whole items first: they tell which elements there are.
    void read_events(const Element& root) {
        std::vector<const Element*> fresh;
        for (const auto& child : root.children) {
            const auto id = text_of(child, "id");
            if (child.name == "event" && (id.empty() || events_.declare(id, 0, child.at, problems_)))
                fresh.push_back(&child);
        }
        for (const auto* event : fresh)
            if (event->attribute("person") != nullptr) persons_.event(*event);
        std::erase_if(fresh, [](const Element* event) { return event->attribute("person") != nullptr; });
        for (const bool of_element : {false, true})
            for (const auto* event : fresh)
                if ((text_of(*event, "item").find('[') != std::string::npos) == of_element) read_event(*event);
        if (!problems_.empty()) return;
        std::ranges::stable_sort(situation_.events, {}, &Event::date);
        Chain chain(rules_, situation_, given_, problems_);
        chain.tell_facts();
        chain.close();
    }

    void read_event(const Element& element) {
        const auto* path = element.attribute("item");
        if (path == nullptr) return;
        Event event;
        event.id = text_of(element, "id");
        event.title = title_of(element);
        event.date = Date::parse(text_of(element, "date")).value_or(Date());
        event.at = element.at;
        const auto target = facts_.target(element, *path, event, situation_);
        if (!target) return;
        if (const auto* from = element.attribute("from"))
            event.from = facts_.value(element, from->value, target->type, target->domain).value_or(Value());
        if (const auto* to = element.attribute("to"))
            event.to = facts_.value(element, to->value, target->type, target->domain).value_or(Value());
        situation_.events.push_back(std::move(event));
    }

    const RuleBase& rules_;
    Problems problems_;
    FactReader facts_;
    PersonReader persons_;
    Situation situation_;
    History history_{rules_, problems_};
    Names given_{{"feit", "fact"}};
    Names events_{{"gebeurtenis", "event"}};
};

Result<Situation> read(const std::shared_ptr<const Source>& file, const RuleBase& rules, bool as_written) {
    auto root = read_document(file, situation_namespace);
    if (!root) return tl::unexpected(std::move(root.error()));
    return SituationReader(rules, file).run(*root, as_written);
}

}  // namespace

}  // namespace samenloop::read

namespace samenloop {

Result<Situation> read_situation(const std::shared_ptr<const Source>& file, const RuleBase& rules) {
    return read::read(file, rules, false);
}

Result<Situation> read_as_written(const std::shared_ptr<const Source>& file, const RuleBase& rules) {
    return read::read(file, rules, true);
}

}  // namespace samenloop
