#include "propose/people_text.hpp"

#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "model/people.hpp"
#include "propose/inverse_edit.hpp"

namespace samenloop::propose {
namespace {

using Of = PersonView::Of;

struct PersonDraft {
    std::string id;
    std::map<std::string, Value> fields;
    Slot list = none;  // of the old file; none: the person concerned, or the partner
};

std::string attribute(std::string_view name, const Value& value) {
    const auto* text = value.get<std::string>();
    const auto* day = value.get<Date>();
    const auto word = text != nullptr ? *text : day != nullptr ? day->to_string() : to_string(value);
    return fmt::format(" {}=\"{}\"", name, escaped(word));
}

const std::vector<Value>& people_in(const Value& list) {
    static const std::vector<Value> nobody;
    const auto* found = list.get<List>();
    return found != nullptr && found->elements ? *found->elements : nobody;
}

class PeopleWording {
  public:
    PeopleWording(const RuleBase& rules, const Situation& s)
        : rules_(rules), s_(s), record_(*rules.items[model::people_slot(rules)].type.element) {}

    tl::expected<std::string, CannotWord> run() {
        people_.push_back({"self", {{"relation", std::string("self")}}, none});
        single(Of::self, 0);
        people_.push_back({"partner", {{"relation", std::string("partner")}}, none});
        single(Of::partner, 1);
        for (Slot slot = 0; slot < rules_.items.size(); ++slot)
            if (rules_.items[slot].view.of == Of::several) list(slot);
        for (const auto& event : s_.events) {
            if (rules_.items[event.item].view.of == Of::nobody) continue;
            if (!happens(event)) return tl::unexpected(CannotWord{problem_, event.at});
        }
        if (!problem_.empty()) return tl::unexpected(CannotWord{problem_, {}});
        if (people_[1].fields.size() == 1 && !partner_event_) people_[1].id.clear();
        return text();
    }

  private:
    /// The one field that an expression reads as it is; "" for anything else.
    std::string plain_field(const std::optional<Expression>& is) const {
        if (!is) return {};
        const auto name = to_string(*is, [](Slot) { return std::string("?"); });
        return model::field_index(record_, name) < record_.fields.size() ? name : std::string();
    }

    void single(Of of, std::size_t person) {
        for (Slot slot = 0; slot < rules_.items.size(); ++slot) {
            const auto& item = rules_.items[slot];
            if (item.view.of != of || s_.facts[slot].is_unknown()) continue;
            const auto field = plain_field(item.view.is);
            if (field.empty())
                problem_ = base::both("'{}' is geen veld van een persoon", "'{}' is no field of a person", item.id);
            else people_[person].fields[field] = s_.facts[slot];
        }
    }

    /// The list of its own day.
    void list(Slot slot) {
        for (const auto& element : people_in(s_.facts[slot])) people_.push_back(drafted(slot, element));
    }

    PersonDraft drafted(Slot slot, const Value& element) {
        const auto& item = rules_.items[slot];
        const auto& type = *item.type.element;
        PersonDraft person{fmt::format("{}{}", item.id, ++numbers_[slot]), {}, slot};
        const auto* record = element.get<Record>();
        for (std::size_t f = 0; record != nullptr && f < type.fields.size(); ++f) {
            const auto& value = (*record->fields)[f];
            if (value.is_unknown()) continue;
            if (const auto field = plain_field(item.view.fields[f]); !field.empty()) person.fields[field] = value;
            else person.fields["relation"] = value;
        }
        if (!person.fields.contains("relation")) person.fields["relation"] = relation_for(slot, person);
        return person;
    }

    /// The first with which this list is where the person belongs.
    Value relation_for(Slot slot, const PersonDraft& person) const {
        const auto at = model::field_index(record_, "relation");
        for (const auto& name : record_.fields[at].second.names) {
            if (name == "self" || name == "partner") continue;
            std::vector<Value> fields(record_.fields.size());
            for (const auto& [field, value] : person.fields) fields[model::field_index(record_, field)] = value;
            fields[at] = std::string(name);
            if (const auto here = model::field_index(record_, "at_addr");
                here < fields.size() && fields[here].is_unknown())
                fields[here] = true;
            if (evaluate(*rules_.items[slot].view.belongs, {{}, fields}).truth() == Truth::yes)
                return std::string(name);
        }
        return std::string("none");
    }

    std::size_t person_of(const Event& event) const {
        const auto of = rules_.items[event.item].view.of;
        if (of != Of::several) return of == Of::self ? 0 : 1;
        std::size_t left = event.element;
        for (std::size_t k = 2; k < people_.size(); ++k)
            if (people_[k].list == event.item && --left == 0) return k;
        return people_.size();
    }

    bool refuse(Text why) {
        problem_ = std::move(why);
        return false;
    }

    bool happens(const Event& event) {
        const auto& item = rules_.items[event.item];
        if (item.view.of == Of::several && event.element == 0) return comes_or_goes(event);
        const auto person = person_of(event);
        if (person == people_.size())
            return refuse(base::both("de gebeurtenis '{}' gaat over niemand van de lijst",
                                     "the event '{}' is about nobody of the list", event.id));
        partner_event_ = partner_event_ || person == 1;
        const auto& is = item.view.of == Of::several
                             ? item.view.fields[model::field_index(*item.type.element, event.field)]
                             : item.view.is;
        const auto field = plain_field(is);
        if (field.empty())
            return refuse(base::both("wat de gebeurtenis '{}' verandert, is geen veld van een persoon",
                                     "what the event '{}' changes is no field of a person", event.id));
        if (field == "age") return birthday(event, person);
        tell(event, person, field, event.from, event.to);
        return true;
    }

    bool birthday(const Event& event, std::size_t person) {
        const auto* from = event.from.get<Decimal>();
        const auto* to = event.to.get<Decimal>();
        if (from == nullptr || to == nullptr || *from + Decimal(1) != *to)
            return refuse(
                base::both("de gebeurtenis '{}' is geen verjaardag", "the event '{}' is no birthday", event.id));
        const auto birth = event.date.plus({static_cast<std::int32_t>(-12 * to->to_int()), 0});
        const auto known = people_[person].fields.find("birth");
        if (known != people_[person].fields.end() && !(known->second == Value(birth)))
            return refuse(base::both("de gebeurtenis '{}' en de geboortedatum verschillen",
                                     "the event '{}' and the birth differ", event.id));
        people_[person].fields["birth"] = birth;
        people_[person].fields.erase("age");
        return true;
    }

    /// Those who are in one list and not in the other; the rest stays.
    bool comes_or_goes(const Event& event) {
        auto came = people_in(event.to);
        auto went = people_in(event.from);
        for (auto at = came.begin(); at != came.end();) {
            const auto same = std::ranges::find(went, *at);
            if (same != went.end()) went.erase(same);
            at = same != went.end() || std::ranges::find(people_in(event.from), *at) != people_in(event.from).end()
                     ? came.erase(at)
                     : std::next(at);
        }
        if (came.size() + went.size() != 1)
            return refuse(base::both("de gebeurtenis '{}' gaat niet over één persoon die komt of gaat",
                                     "the event '{}' is not of one person who comes or goes", event.id));
        const bool comes = went.empty();
        const bool here_now = comes == (event.date <= s_.date);
        const auto person = here_now ? housemate(event.item, comes ? came.front() : went.front())
                                     : absent(event.item, comes ? came.front() : went.front());
        const auto age = people_[person].fields.find("age");
        if (comes && age != people_[person].fields.end() && age->second == Value(Decimal(0))) {
            people_[person].fields["birth"] = event.date;
            people_[person].fields.erase("age");
            people_[person].fields.erase("at_addr");
        } else {
            tell(event, person, "at_addr", here_now || !comes ? Value(!comes) : Value(), comes);
        }
        return true;
    }

    /// Who lives there on the day of the situation; told by the list itself, or only by having come.
    std::size_t housemate(Slot list, const Value& element) {
        auto person = drafted(list, element);
        const auto same = std::ranges::find_if(
            people_, [&](const PersonDraft& other) { return other.list == list && other.fields == person.fields; });
        if (same != people_.end()) return static_cast<std::size_t>(same - people_.begin());
        people_.push_back(std::move(person));
        return people_.size() - 1;
    }

    std::size_t absent(Slot list, const Value& element) {
        people_.push_back(drafted(list, element));
        people_.back().fields["at_addr"] = false;
        return people_.size() - 1;
    }

    void tell(const Event& event, std::size_t person, const std::string& field, const Value& from, const Value& to) {
        events_ += fmt::format("\n  <event id=\"{}\"", escaped(event.id));
        if (!event.title.nl.empty()) events_ += fmt::format(" title=\"{}\"", escaped(event.title.nl));
        if (event.title.en != event.title.nl) events_ += fmt::format(" title-en=\"{}\"", escaped(event.title.en));
        events_ +=
            fmt::format(" date=\"{}\" person=\"{}\" item=\"{}\"", event.date.to_string(), people_[person].id, field);
        if (!from.is_unknown()) events_ += attribute("from", from);
        events_ += attribute("to", to) + "/>";
    }

    std::string text() const {
        std::string all;
        for (const auto& person : people_) {
            if (person.id.empty()) continue;
            all += "\n  <person id=\"" + person.id + "\"" + attribute("relation", person.fields.at("relation"));
            for (const auto& [name, type] : record_.fields)
                if (const auto at = person.fields.find(name); at != person.fields.end() && name != "relation")
                    all += attribute(name, at->second);
            all += "/>";
        }
        return all + events_;
    }

    const RuleBase& rules_;
    const Situation& s_;
    const Type& record_;
    std::vector<PersonDraft> people_;
    std::map<Slot, int> numbers_;
    std::string events_;
    Text problem_;
    bool partner_event_ = false;
};

}  // namespace

tl::expected<std::string, CannotWord> people_text(const RuleBase& rules, const Situation& written) {
    return PeopleWording(rules, written).run();
}

}  // namespace samenloop::propose
