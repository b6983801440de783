// `person` and `persons`: what a fact of the dictionary is when a situation tells of people.  An item is a field of the
// person concerned or of the partner; a list is those of the others whom its condition picks.

#include <algorithm>

#include "model/people.hpp"
#include "read/nouns.hpp"

namespace samenloop::read {
namespace {

/// The fields that every person has; nothing where the rule base knows no people.
const Locals* fields_of_people(const Draft& draft) {
    const auto slot = draft.slots.known("people");
    if (slot == none) return nullptr;
    const auto& type = draft.base.items[slot].type;
    return model::tells_people(type) ? &type.element->fields : nullptr;
}

void check_people(Draft& draft, const Element& element, const Item& item) {
    if (item.id != "people" || model::tells_people(item.type)) return;
    draft.problems.add(element.at,
                       {"'people' is een lijst met de velden id, relation, birth en age",
                        "'people' is a list with the fields id, relation, birth and age"},
                       {"teksten, een datum en een getal: wat het programma zelf van een persoon leest",
                        "strings, a date and a number: what the program itself reads of a person"});
}

Text with_blank(const Text& hint) { return hint.empty() ? hint : base::both("{} ", "{} ", hint); }

/// `is`, or the field of the same name.
std::optional<Expression> what_it_is(Draft& draft, const Element& element, std::string_view attribute,
                                     const std::string& name, const Type& type, const Locals& people) {
    if (element.attribute("is") != nullptr) return attribute_expression(draft, element, "is", type, people);
    if (std::ranges::find(people, name, &FieldType::first) == people.end()) {
        std::vector<std::string_view> known;
        for (const auto& field : people) known.emplace_back(field.first);
        const auto* told = element.attribute(attribute);
        draft.problems.add(element.place(told != nullptr ? told->offset : element.at.offset),
                           base::both("'people' heeft geen veld '{}'", "'people' has no field '{}'", name),
                           base::both("{}zeg met is=\"…\" wat het is", "{}say with is=\"…\" what it is",
                                      with_blank(draft.problems.suggest(name, known))));
        return std::nullopt;
    }
    auto parsed = Expression::parse(name, Scope{&draft.base.names, people}, type);
    if (parsed) return std::move(*parsed);
    draft.problems.add(element.at, base::both("het veld '{}' van 'people' is van een ander type",
                                              "the field '{}' of 'people' is of another type", name));
    return std::nullopt;
}

}  // namespace

PersonView person_view_of(Draft& draft, const Element& element, const Item& item) {
    PersonView view;
    check_people(draft, element, item);
    const bool list = element.name == "list";
    const auto* attribute = element.attribute(list ? "persons" : "person");
    const auto* is = element.attribute("is");
    if (attribute == nullptr) {
        if (is != nullptr) draft.problems.add(element, *is, {"'is' hoort bij 'person'", "'is' goes with 'person'"});
        return view;
    }
    const auto* people = fields_of_people(draft);
    if (people == nullptr) {
        draft.problems.add(element, *attribute,
                           {"er is geen <list id=\"people\"> met de velden van een persoon",
                            "there is no <list id=\"people\"> with the fields of a person"});
        return view;
    }
    if (list) {
        view.of = PersonView::Of::several;
        view.belongs = attribute_expression(draft, element, "persons", type_of(Kind::boolean), *people);
        for (const auto& child : element.children)
            if (child.name == "field" && view.fields.size() < item.type.element->fields.size()) {
                const auto& [name, type] = item.type.element->fields[view.fields.size()];
                view.fields.push_back(what_it_is(draft, child, "id", name, type, *people));
            }
        return view;
    }
    view.of = text_of(element, "person") == "self" ? PersonView::Of::self : PersonView::Of::partner;
    const auto dot = item.id.rfind('.');
    view.is = what_it_is(
        draft, element, "person", item.id.substr(dot == std::string::npos ? 0 : dot + 1), item.type, *people);
    return view;
}

}  // namespace samenloop::read
