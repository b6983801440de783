#include "facts.hpp"

#include <algorithm>
#include <charconv>

#include "model/path.hpp"
#include "read/lexical.hpp"
#include "read/thousands.hpp"

namespace samenloop::read {
namespace {

std::vector<std::string_view> field_names(const Type& record) {
    std::vector<std::string_view> names;
    names.reserve(record.fields.size());
    for (const auto& [name, type] : record.fields) names.emplace_back(name);
    return names;
}

std::size_t size_of(const Value& list) {
    const auto* given = list.get<List>();
    return given != nullptr && given->elements ? given->elements->size() : 0;
}

/// More than any household has, or the country municipalities.
constexpr std::size_t most_in_a_list = 500;

Text too_long(const std::string& list) {
    const auto named = list.empty() ? Text{"deze lijst", "this list"} : base::both("'{}'", "'{}'", list);
    return base::both("{} heeft meer dan {} elementen, en meer kan niet",
                      "{} has more than {} elements, and that is the most", named, most_in_a_list);
}

Text no_field(const Item& item, std::string_view field) {
    return base::both("'{}' heeft geen veld '{}'", "'{}' has no field '{}'", item.id, field);
}

/// How many elements a list has on the day on which it has most.
std::size_t most_elements(const Situation& situation, Slot list) {
    auto most = size_of(situation.facts[list]);
    for (const auto& event : situation.events)
        if (event.item == list && event.element == 0) most = std::max({most, size_of(event.from), size_of(event.to)});
    return most;
}

/// A string without quotes, which may have blanks: Dienst Toeslagen.
bool is_bare_string(std::string_view text, const Type& type) {
    return type.kind == Kind::string && text != "null" && text != "unknown" && text.front() != '"' &&
           text.front() != '\'';
}

}  // namespace

std::optional<Slot> FactReader::slot(const Element& element, const Attribute& attribute, std::string_view name) {
    const auto found = rules_.names.find(name);
    if (found == rules_.names.end()) {
        std::vector<std::string_view> known;
        for (const auto& item : rules_.items)
            if (item.kind == SlotKind::item) known.emplace_back(item.id);
        problems_.add(element, attribute, base::both("er is geen gegeven '{}'", "unknown item '{}'", name),
                      problems_.suggest(name, known));
        return std::nullopt;
    }
    const auto kind = rules_.items[found->second.slot].kind;
    if (kind == SlotKind::item) return found->second.slot;
    problems_.add(
        element, attribute,
        base::both("'{}' is geen feit: de regels rekenen het uit", "'{}' is not a fact: the rules work it out", name));
    return std::nullopt;
}

std::optional<Value> FactReader::value(const Element& element, const MappedText& text, const Type& type,
                                       const model::Domain& domain) {
    const auto start = text.text().find_first_not_of(" \t\r\n");
    if (start == std::string::npos) {
        problems_.add(element.place(text.offset_of(0)), {"de waarde is leeg", "the value is empty"},
                      {"schrijf null als er geen is", "write null to say that there is none"});
        return std::nullopt;
    }
    const auto words = trimmed(text.text());
    if (refuse_thousands(element, text, type, problems_)) return std::nullopt;
    if (is_bare_string(words, type)) return bare_string(element, text, type);
    auto parsed = parse_literal(words, type);
    if (!parsed) {
        problems_.add(element, text, start, std::move(parsed.error()));
        return std::nullopt;
    }
    const auto problem = size_of(*parsed) > most_in_a_list ? too_long("") : model::outside(*parsed, domain);
    if (!problem.empty()) {
        problems_.add(element.place(text.offset_of(start)), problem);
        return std::nullopt;
    }
    return std::move(*parsed);
}

std::optional<Value> FactReader::bare_string(const Element& element, const MappedText& text, const Type& type) {
    const std::string words(trimmed(text.text()));
    if (type.names.empty() || std::ranges::find(type.names, words) != type.names.end()) return Value(words);
    const std::vector<std::string_view> known(type.names.begin(), type.names.end());
    problems_.add(element.place(text.offset_of(text.text().find_first_not_of(" \t\r\n"))),
                  base::both("onbekende waarde '{}'", "unknown value '{}'", words),
                  with_all(problems_.suggest(words, known), allowed_here(known)));
    return std::nullopt;
}

std::optional<Value> FactReader::list(const Element& element, const Item& item) {
    if (item.type.kind != Kind::list || !item.type.element) {
        problems_.add(element.at, base::both("'{}' is geen lijst", "'{}' is not a list", item.id),
                      base::both("schrijf <fact item=\"{}\">…</fact>", "write <fact item=\"{}\">…</fact>", item.id));
        return std::nullopt;
    }
    const auto& of = *item.type.element;
    const bool records = of.kind == Kind::record;
    std::vector<Value> values;
    for (const auto& child : element.children) {
        if (child.name != "element" && child.name != "value") continue;
        if (values.size() == most_in_a_list) {
            problems_.add(child.at, too_long(item.id));
            break;
        }
        if (records != (child.name == "element")) {
            problems_.add(
                child.at, base::both("'{}' is een lijst van <{}>, niet van <{}>", "'{}' is a list of <{}>, not of <{}>",
                                     item.id, records ? "element" : "value", child.name));
            continue;
        }
        const model::Domain domain(item.field_domains.empty() ? Range{} : item.field_domains.front());
        auto read = records ? record(child, item, of) : value(child, child.text, of, domain);
        values.push_back(read.value_or(Value()));
    }
    return List{std::make_shared<const std::vector<Value>>(std::move(values))};
}

std::optional<Value> FactReader::record(const Element& element, const Item& item, const Type& type) {
    std::vector<Value> fields(type.fields.size());
    for (const auto& attribute : element.attributes) {
        const auto index = model::field_index(type, attribute.name);
        if (index == type.fields.size()) {
            const auto known = field_names(type);
            problems_.add(element.place(attribute.offset), no_field(item, attribute.name),
                          with_all(problems_.suggest(attribute.name, known),
                                   base::both("de velden: {}", "its fields: {}", in_a_row(known))));
            continue;
        }
        const model::Domain domain(index < item.field_domains.size() ? item.field_domains[index] : Range{});
        auto read = value(element, attribute.value, type.fields[index].second, domain);
        if (read) fields[index] = std::move(*read);
    }
    return Record{std::make_shared<const std::vector<Value>>(std::move(fields))};
}

std::optional<FactReader::Target> FactReader::target(const Element& element, const Attribute& attribute, Event& event,
                                                     const Situation& situation) {
    const auto path = trimmed(attribute.value.text());
    const auto bracket = path.find('[');
    const auto slot = this->slot(element, attribute, path.substr(0, bracket));
    if (!slot) return std::nullopt;
    event.item = *slot;
    const auto& item = rules_.items[*slot];
    if (bracket == std::string_view::npos) return Target{item.type, model::Domain(item)};
    const auto close = path.find(']');
    if (close == std::string_view::npos) return std::nullopt;
    std::from_chars(path.data() + bracket + 1, path.data() + close, event.element);
    const auto size = most_elements(situation, *slot);
    if (item.type.kind != Kind::list || event.element == 0 || event.element > size) {
        problems_.add(element, attribute,
                      base::both("'{1}' heeft geen element {0}, het zijn er hier {2}",
                                 "there is no element {} of '{}', which has {} here", event.element, item.id, size));
        return std::nullopt;
    }
    return field_of(element, attribute, path.substr(close + 1), event, item);
}

std::optional<FactReader::Target> FactReader::field_of(const Element& element, const Attribute& attribute,
                                                       std::string_view rest, Event& event, const Item& item) {
    const auto& of = *item.type.element;
    const bool record = of.kind == Kind::record;
    if (record != rest.starts_with('.')) {
        problems_.add(
            element, attribute,
            record
                ? Text{"een gebeurtenis verandert één veld van een element", "an event changes one field of an element"}
                : base::both(
                      "de elementen van '{}' hebben geen velden", "the elements of '{}' have no fields", item.id),
            record ? base::both("schrijf {}[1].{}", "write {}[1].{}", item.id, of.fields.front().first) : Text());
        return std::nullopt;
    }
    if (!record) return Target{of, model::Domain(item.field_domains.empty() ? Range{} : item.field_domains.front())};
    event.field = rest.substr(1);
    const auto index = model::field_index(of, event.field);
    if (index == of.fields.size()) {
        problems_.add(element, attribute, no_field(item, event.field), problems_.suggest(event.field, field_names(of)));
        return std::nullopt;
    }
    return Target{of.fields[index].second,
                  model::Domain(index < item.field_domains.size() ? item.field_domains[index] : Range{})};
}

}  // namespace samenloop::read
