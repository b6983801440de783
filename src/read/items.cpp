// <item>, <list>, <field> and <concept>: the dictionary of facts and derived items.

#include <algorithm>

#include "nouns.hpp"

namespace samenloop::read {
namespace {

const Text a_number{"een getal", "a number"};
const Text a_string{"een tekst", "a string"};

Kind kind_named(std::string_view name) {
    if (name == "boolean") return Kind::boolean;
    if (name == "number") return Kind::number;
    if (name == "string") return Kind::string;
    if (name == "date") return Kind::date;
    return name == "duration" ? Kind::duration : Kind::any;
}

/// Complains of an attribute that says nothing about a value of this kind.
void only_for(Draft& draft, const Element& element, std::string_view attribute, bool fits, const Text& kind) {
    const auto* found = element.attribute(attribute);
    if (found != nullptr && !fits)
        draft.problems.add(
            element.place(found->offset), base::both("'{}' is alleen voor {}", "'{}' is only for {}", attribute, kind));
}

Type simple_type(Draft& draft, const Element& element, std::string_view attribute) {
    auto kind = kind_named(text_of(element, attribute));
    if (attribute == "of" && kind == Kind::any) kind = Kind::string;  // the key of a list
    Type type = type_of(kind, text_of(element, "unit"));
    if (type.unit == "none") type.unit.clear();
    type.names = between_bars(draft, element, "values", true);
    const bool number = type.kind == Kind::number;
    for (const auto name : {"unit", "min", "max"}) only_for(draft, element, name, number, a_number);
    only_for(draft, element, "values", type.kind == Kind::string, a_string);
    return type;
}

/// The words for a reader, one for each of the values in their order.
std::vector<Text> labels_of(Draft& draft, const Element& element, const Type& type) {
    std::vector<Text> labels(type.names.size());
    for (const auto& [name, language] : {std::pair{"labels", &Text::nl}, std::pair{"labels-en", &Text::en}}) {
        const auto* attribute = element.attribute(name);
        if (attribute == nullptr) continue;
        const auto words = between_bars(draft, element, name, false);
        if (words.size() != labels.size())
            draft.problems.add(element.place(attribute->offset),
                               base::both("'{}' geeft er {} bij {} in 'values'", "'{}' gives {} for {} 'values'", name,
                                          words.size(), labels.size()));
        for (std::size_t i = 0; i < std::min(words.size(), labels.size()); ++i) labels[i].*language = words[i];
    }
    std::erase_if(labels, [](const Text& t) { return t.nl.empty(); });
    for (auto& label : labels)
        if (label.en.empty()) label.en = label.nl;
    return labels;
}

SeenAs seen_of(Draft& draft, const Element& element, const Type& type) {
    const auto seen = text_of(element, "seen");
    if (seen == "together")
        only_for(draft, element, "seen", type.kind == Kind::boolean,
                 {"een ja of nee, om samen te zijn", "a boolean, to be together"});
    if (seen == "rest")
        only_for(draft, element, "seen", type.kind == Kind::number,
                 {"een getal, om een rest te hebben", "a number, to have a rest"});
    return seen == "mutual"     ? SeenAs::mutual
           : seen == "together" ? SeenAs::together
           : seen == "rest"     ? SeenAs::rest
                                : SeenAs::own;
}

Range domain_of(Draft& draft, const Element& element) {
    Range range{decimal_of(element, "min"), decimal_of(element, "max")};
    if (range.low && range.high && *range.low > *range.high)
        draft.problems.add(
            element, *element.attribute("max"), {"'max' is minder dan 'min'", "'max' is less than 'min'"});
    return range;
}

void finish_concept(Draft& draft, const Element& element, Slot slot) {
    auto& item = draft.base.items[slot];
    item.concept_ = reference_of(draft, draft.concepts, element, "concept");
    item.law = reference_of(draft, draft.laws, element, "law");
    if (item.concept_ == none) return;
    if (element.attribute("law") == nullptr) {
        draft.problems.add(element.at, {"de omschrijving van een begrip noemt haar wet, met het attribuut 'law'",
                                        "the definition of a concept names its law, with the attribute 'law'"});
        return;
    }
    auto& definitions = draft.base.concepts[item.concept_].definitions;
    for (const auto other : definitions)
        if (item.law != none && draft.base.items[other].law == item.law)
            draft.problems.add(
                element.at,
                base::both("de wet '{}' omschrijft het begrip '{}' twee keer",
                           "the law '{}' defines the concept '{}' twice", draft.base.laws[item.law].id,
                           draft.base.concepts[item.concept_].id),
                base::both("de eerste omschrijving staat in {}", "the first definition is at {}",
                           line_of(draft.base.items[other].at)));
    definitions.push_back(slot);
}

/// The date item that an attribute names.
Slot date_item(Draft& draft, const Element& element, std::string_view attribute) {
    const auto slot = reference_of(draft, draft.slots, element, attribute);
    if (slot == none || draft.base.items[slot].type.kind == Kind::date) return slot;
    draft.problems.add(element, *element.attribute(attribute),
                       base::both("'{}' is geen datum", "'{}' is not a date", draft.base.items[slot].id));
    return none;
}

/// `of`: a text is the name of an organisation, or the key of an element of that list.
NamesOf names_of(Draft& draft, const Element& element) {
    const auto* of = element.attribute("of");
    const auto name = text_of(element, "of");
    if (of == nullptr || (element.name == "list" && kind_named(name) != Kind::any)) return {};
    if (element.name != "list" && text_of(element, "type") != "string") {
        only_for(draft, element, "of", false, a_string);
        return {};
    }
    if (name == "organisation") return {true, none};
    const auto slot = draft.slots.known(name);
    if (slot == none) {
        std::vector<std::string_view> known{"boolean", "number", "string", "date", "duration"};
        if (element.name != "list") known = {"organisation"};
        for (const auto& item : draft.base.items)
            if (item.key) known.emplace_back(item.id);
        draft.problems.add(
            element, *of,
            base::both("'{}' is noch een lijst met een sleutel, noch {}", "'{}' is neither a list with a key nor {}",
                       name,
                       element.name == "list" ? Text{"een type", "a type"} : Text{"'organisation'", "'organisation'"}),
            draft.problems.suggest(name, known));
        return {};
    }
    if (draft.base.items[slot].type.kind == Kind::list && draft.base.items[slot].key) return {false, slot};
    draft.problems.add(
        element, *of, base::both("'{}' is geen lijst met een sleutel", "'{}' is not a list with a key", name),
        {"schrijf key=\"…\" bij die <list>, met het veld waarmee de elementen worden genoemd",
         "write key=\"…\" on that <list>, with the field by which its elements are named"});
    return {};
}

/// The field by which the elements of a list are told apart.
std::optional<std::size_t> key_of(Draft& draft, const Element& element, const Type& of) {
    const auto* key = element.attribute("key");
    if (key == nullptr) return std::nullopt;
    const auto name = text_of(element, "key");
    const auto at = std::ranges::find(of.fields, name, &FieldType::first);
    std::vector<std::string_view> known;
    for (const auto& f : of.fields) known.push_back(f.first);
    if (at == of.fields.end())
        draft.problems.add(
            element, *key, base::both("deze lijst heeft geen veld '{}'", "this list has no field '{}'", name),
            draft.problems.suggest(name, known));
    else if (at->second.kind != Kind::string)
        draft.problems.add(element, *key, {"een sleutel is een tekst", "a key is a string"});
    else return static_cast<std::size_t>(at - of.fields.begin());
    return std::nullopt;
}

void finish_item(Draft& draft, const Element& element, Index slot) {
    auto& item = draft.base.items[slot];
    item.names_of = names_of(draft, element);
    Locals fields;  // an organisation or an ordinary value inside an element may name the element's fields
    if (item.type.element) fields = item.type.element->fields;
    item.holder = whom(draft, element, "holder", fields);
    item.ordinary = attribute_expression(draft, element, "ordinary", item.type);
    item.fallback = attribute_expression(draft, element, "otherwise", item.type);
    item.since = date_item(draft, element, "since");
    item.on = date_item(draft, element, "on");
    item.changer = changer_of(draft, element, item.type, fields);
    item.view = person_view_of(draft, element, item);
    std::size_t field = 0;
    for (const auto& child : element.children) {
        if (child.name != "field" || field >= item.field_ordinary.size()) continue;
        item.field_ordinary[field] = attribute_expression(draft, child, "ordinary", fields[field].second, fields);
        item.field_changers[field] = changer_of(draft, child, fields[field].second, fields);
        item.field_names_of[field] = names_of(draft, child);
        ++field;
    }
}

/// What <item> and <list> have in common.
Item* declare_common(Draft& draft, const Element& element, Type type) {
    auto* item = declare(draft, draft.slots, draft.base.items, element, finish_item, Writes::its_own_thing);
    if (item == nullptr) return nullptr;
    item->title = title_of(element);
    item->type = std::move(type);
    item->freshness = duration_of(element, "freshness");
    item->group = text_of(element, "group");
    item->reference = title_of(element, "reference");
    item->status = verification_of(element);
    const auto slot = static_cast<Slot>(draft.base.items.size() - 1);
    draft.all.later.push_back({finish_concept, &element, slot});  // its concept gets it, too
    draft.base.names.emplace(item->id, Symbol{slot, item->type});
    return item;
}

}  // namespace

std::vector<std::string> between_bars(Draft& draft, const Element& element, std::string_view name, bool once) {
    std::vector<std::string> all;
    const auto* attribute = element.attribute(name);
    if (attribute == nullptr) return all;
    const std::string_view text = attribute->value.text();
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('|', at), text.size());
        const auto piece = trimmed(text.substr(at, end - at));
        const auto place = element.place(attribute->value.offset_of(at));
        if (piece.empty())
            draft.problems.add(place, base::both("een lege waarde bij '{}'", "an empty value among '{}'", name));
        else if (!once || std::ranges::find(all, piece) == all.end()) all.emplace_back(piece);
        else
            draft.problems.add(
                place, base::both("de waarde '{}' staat er twee keer", "the value '{}' stands twice", piece));
        at = end + 1;
    }
    return all;
}

void declare_item(Draft& draft, const Element& element) {
    auto* item = declare_common(draft, element, simple_type(draft, element, "type"));
    if (item == nullptr) return;
    item->value_titles = {labels_of(draft, element, item->type)};
    const auto domain = domain_of(draft, element);
    item->minimum = domain.low;
    item->maximum = domain.high;
    item->earnings = flag_of(element, "earnings");
    item->assets = flag_of(element, "assets");
    item->fixed_cost = flag_of(element, "fixed-cost");
    item->exogenous = flag_of(element, "exogenous");
    item->rare = flag_of(element, "rare");
    item->household = flag_of(element, "household");
    item->shared = flag_of(element, "shared");
    item->whole_year = text_of(element, "period") == "year";
    item->due_day = due_day_of(draft, element);
    for (const auto name : {"earnings", "assets", "fixed-cost"})
        only_for(draft, element, name, item->type.kind == Kind::number, a_number);
}

void declare_list(Draft& draft, const Element& element) {
    Type of = type_of(Kind::record);
    std::vector<Range> domains;
    std::vector<Text> titles;
    std::vector<std::vector<Text>> labels;
    std::vector<bool> exogenous;
    std::vector<SeenAs> seen;
    Names known({"veld", "field"});
    if (element.attribute("of") != nullptr) {
        of = simple_type(draft, element, "of");
        domains.push_back(domain_of(draft, element));
        labels.push_back(labels_of(draft, element, of));
    }
    for (const auto& child : element.children) {
        if (child.name != "field" || child.attribute("id") == nullptr) continue;
        const auto id = text_of(child, "id");
        if (!known.declare(id, 0, child.at, draft.problems)) continue;
        if (of.kind != Kind::record) {
            draft.problems.add(child.at, {"een lijst van losse waarden ('of') heeft geen velden",
                                          "a list of plain values ('of') has no fields"});
            break;
        }
        of.fields.emplace_back(id, simple_type(draft, child, "type"));
        domains.push_back(domain_of(draft, child));
        labels.push_back(labels_of(draft, child, of.fields.back().second));
        titles.push_back(title_of(child));
        exogenous.push_back(flag_of(child, "exogenous"));
        seen.push_back(seen_of(draft, child, of.fields.back().second));
    }
    if (of.kind == Kind::record && of.fields.empty())
        draft.problems.add(element.at, {"een lijst heeft <field>-elementen nodig, of 'of' met het type van de waarden",
                                        "a list needs its <field> elements, or 'of' with the type of its values"});
    Type list = type_of(Kind::list);
    list.element = std::make_shared<const Type>(of);
    auto* item = declare_common(draft, element, std::move(list));
    if (item == nullptr) return;
    item->field_domains = std::move(domains);
    item->field_titles = std::move(titles);
    item->value_titles = std::move(labels);
    item->field_exogenous = std::move(exogenous);
    item->field_seen = std::move(seen);
    item->household = flag_of(element, "household");
    item->shared = flag_of(element, "shared");
    item->key = key_of(draft, element, of);
    item->field_names_of.resize(of.fields.size());
    item->field_ordinary.resize(of.fields.size());
    item->field_changers.resize(of.fields.size());
}

void declare_concept(Draft& draft, const Element& element) {
    auto* word = declare(draft, draft.concepts, draft.base.concepts, element, nullptr);
    if (word != nullptr) word->title = title_of(element);
}

}  // namespace samenloop::read
