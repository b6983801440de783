#include "report/names.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/core.h>

#include "base/overloaded.hpp"
#include "model/wording.hpp"
#include "report/numbers.hpp"
#include "report/words.hpp"

namespace samenloop::report {
namespace {

template <class Thing>
const Thing* find_id(const std::vector<Thing>& things, std::string_view id) {
    const auto found = std::ranges::find(things, id, &Thing::id);
    return found == things.end() ? nullptr : &*found;
}

const std::string& title_or_id(Language language, const Text& title, const std::string& id) {
    const auto& text = pick(language, title);
    return text.empty() ? id : text;
}

const Item* find_item(const RuleBase& rules, std::string_view id) {
    const auto found = rules.names.find(id);
    return found == rules.names.end() ? nullptr : &rules.items.at(found->second.slot);
}

/// The position of a field of a list's elements; nothing when it has no such field.
std::optional<std::size_t> field_of(const Item& item, std::string_view field) {
    if (!item.type.element) return std::nullopt;
    const auto& fields = item.type.element->fields;
    const auto found = std::ranges::find(fields, field, [](const auto& f) { return std::string_view(f.first); });
    if (found == fields.end()) return std::nullopt;
    return static_cast<std::size_t>(found - fields.begin());
}

std::string range_text(const Range& range, std::string_view unit, Language language) {
    const auto side = [&](const std::optional<Decimal>& bound) {
        return bound ? quantity_text(*bound, unit, language) : std::string(pick(language, "onbekend", "unknown"));
    };
    return fmt::format("{} … {}", side(range.low), side(range.high));
}

}  // namespace

PathText parse_path(std::string_view path) {
    const auto open = path.find('[');
    const auto close = path.find(']');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {path, {}, {}};
    PathText parts{path.substr(0, open), path.substr(open + 1, close - open - 1), path.substr(close + 1)};
    if (parts.field.starts_with('.')) parts.field.remove_prefix(1);
    return parts;
}

TypedId parse_typed(std::string_view id) {
    const auto colon = id.find(':');
    if (colon == std::string_view::npos) return {{}, id};
    return {id.substr(0, colon), id.substr(colon + 1)};
}

std::string Names::organisation(std::string_view id) const {
    const auto path = parse_path(id);
    if (path.base.empty()) return std::string(path.index.empty() ? id : path.index);
    const auto* const found = find_id(rules_.organisations, path.base);
    const auto name = found == nullptr ? std::string(path.base) : title_or_id(language_, found->title, found->id);
    return path.index.empty() ? name : pick(language_, model::of_instance({name, name}, path.index));
}

std::string Names::organisation(const OrganisationRef& ref) const { return organisation(reference_text(rules_, ref)); }

std::string Names::law(Index law) const {
    if (law == none) return {};
    const auto& found = rules_.laws.at(law);
    return title_or_id(language_, found.title, found.id);
}

std::string Names::citation(const Rule& rule) const {
    auto text = law(rule.law);
    text += pick(language_, model::place_in_law(rule));
    if (!rule.ecli.empty()) text += ", " + rule.ecli;
    return text;
}

std::string Names::level(const Law& law) const {
    return law.contract ? "contract" : std::string(level_word(law.level, language_));
}

Names::Place Names::place(std::string_view path) const {
    const auto parts = parse_path(path);
    const auto* const found = find_item(rules_, parts.base);
    if (found == nullptr) return {};
    if (parts.index.empty()) return {found, 0, &found->type};
    if (parts.field.empty()) return {found, 0, found->type.element.get()};
    const auto field = field_of(*found, parts.field);
    return field ? Place{found, *field, &found->type.element->fields.at(*field).second} : Place{};
}

const Type* Names::type(std::string_view path) const { return place(path).type; }

std::string Names::item_title(std::string_view path) const {
    const auto parts = parse_path(path);
    const auto* const found = find_item(rules_, parts.base);
    if (found == nullptr) return std::string(path);
    auto text = title_or_id(language_, found->title, found->id);
    if (!parts.index.empty()) text += std::string(pick(language_, " nr. ", " no. ")) + std::string(parts.index);
    if (parts.field.empty()) return text;
    const auto field = field_of(*found, parts.field);
    const bool titled = field && *field < found->field_titles.size();
    const auto name = std::string(parts.field);
    return text + ", " + (titled ? title_or_id(language_, found->field_titles.at(*field), name) : name);
}

std::string Names::item(std::string_view path) const {
    const auto title = item_title(path);
    return title == path ? title : fmt::format("{} [{}]", title, path);
}

std::string Names::list_value(const List& list, const Place& at) const {
    if (!list.elements || list.elements->empty()) return std::string(pick(language_, "geen", "none"));
    const Place element{at.item, 0, at.type == nullptr ? nullptr : at.type->element.get()};
    std::string text;
    for (const auto& each : *list.elements) text += (text.empty() ? "" : "; ") + typed_value(each, element);
    return text;
}

std::string Names::record_value(const Record& record, const Place& at) const {
    std::string text;
    for (std::size_t i = 0; record.fields && i < record.fields->size(); ++i) {
        const bool named = at.type != nullptr && i < at.type->fields.size();
        const bool titled = named && at.item != nullptr && i < at.item->field_titles.size();
        const auto name = !named   ? std::string()
                          : titled ? title_or_id(language_, at.item->field_titles[i], at.type->fields[i].first)
                                   : at.type->fields[i].first;
        const Place field{at.item, i, named ? &at.type->fields[i].second : nullptr};
        text += (text.empty() ? "" : ", ") + (named ? name + " " : name) + typed_value(record.fields->at(i), field);
    }
    return text;
}

std::string Names::typed_value(const Value& value, const Place& at) const {
    const auto unit = at.type == nullptr ? std::string_view() : std::string_view(at.type->unit);
    const auto name = [&](const std::string& s) {
        const auto* label = at.item == nullptr ? nullptr : model::value_title(*at.item, at.field, *at.type, s);
        if (label != nullptr) return pick(language_, *label);
        if (const auto known = rules_.organisation_named(s); known != none && !s.empty())
            return pick(language_, rules_.organisations[known].title);
        return s.empty() ? std::string("\"\"") : s;
    };
    return std::visit(
        base::overloaded{
            [&](const Unknown&) { return std::string(pick(language_, "onbekend", "unknown")); },
            [&](const Null&) { return std::string(pick(language_, "geen", "none")); },
            [&](bool b) { return std::string(b ? pick(language_, "ja", "yes") : pick(language_, "nee", "no")); },
            [&](const Decimal& d) { return quantity_text(d, unit, language_); },
            [&](const std::shared_ptr<const Range>& r) { return range_text(*r, unit, language_); },
            [&](const std::string& s) { return name(s); },
            [&](const Date& d) { return date_text(d, language_); },
            [&](const List& l) { return list_value(l, at); },
            [&](const Record& r) { return record_value(r, at); },
            [&](const auto&) { return to_string(value); },
        },
        value.data());
}

std::string Names::value(std::string_view path, const Value& value) const { return typed_value(value, place(path)); }

std::string Names::fact(const Fact& fact) const { return item(fact.item) + " = " + value(fact.item, fact.value); }

std::vector<std::string> Names::known(const Fact& fact) const {
    const auto* const list = fact.value.get<List>();
    const auto* const of = type(fact.item);
    if (list == nullptr || !list->elements || list->elements->empty() || of == nullptr || !of->element)
        return {this->fact(fact)};
    std::vector<std::string> lines;
    for (std::size_t k = 0; k < list->elements->size(); ++k) {
        const auto place = fmt::format("{}[{}]", fact.item, k + 1);
        const auto* const record = (*list->elements)[k].get<Record>();
        if (record == nullptr || !record->fields) {
            lines.push_back(this->fact({place, (*list->elements)[k]}));
            continue;
        }
        for (std::size_t f = 0; f < record->fields->size() && f < of->element->fields.size(); ++f)
            if (!(*record->fields)[f].is_unknown())
                lines.push_back(this->fact({place + "." + of->element->fields[f].first, (*record->fields)[f]}));
    }
    return lines;
}

std::string Names::thing(std::string_view typed_id) const {
    const auto [kind, id] = parse_typed(typed_id);
    const auto titled = [&, name = std::string(id)](const auto& things) {
        const auto* const found = find_id(things, name);
        return found == nullptr ? name : title_or_id(language_, found->title, found->id);
    };
    if (kind == "organisation") return organisation(id);
    if (kind == "item") return item_title(id);
    if (kind == "scheme") return titled(rules_.schemes);
    if (kind == "outcome") return titled(rules_.outcomes);
    if (kind == "need") return titled(rules_.needs);
    if (kind == "concept") return titled(rules_.concepts);
    if (kind == "act") return titled(rules_.acts);
    if (kind == "charge") return titled(rules_.charges);
    if (kind == "law") return titled(rules_.laws);
    return std::string(id);
}

std::string expression_text(const RuleBase& rules, const Expression& expression) {
    return to_string(expression, [&](Slot slot) { return rules.items.at(slot).id; });
}

std::string reference_text(const RuleBase& rules, const OrganisationRef& ref) {
    std::string text;
    if (ref.organisation != none) text = rules.organisations.at(ref.organisation).id;
    if (ref.instance) text += "[" + expression_text(rules, *ref.instance) + "]";
    return text;
}

}  // namespace samenloop::report
