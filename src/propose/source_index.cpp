#include "propose/source_index.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/both.hpp"
#include "base/suggest.hpp"
#include "read/document.hpp"
#include "read/lexical.hpp"

namespace samenloop::propose {
namespace {

constexpr std::string_view rules_namespace = "urn:samenloop:rules:1";

/// Which elements have a name of their own, and its first half.  Items, lists and amounts share one set of ids.
struct Named {
    std::string_view element;
    std::string_view kind;
};
constexpr std::array kinds{
    Named{"organisation", "organisation"},
    Named{"need", "need"},
    Named{"outcome", "outcome"},
    Named{"act", "act"},
    Named{"item", "item"},
    Named{"list", "item"},
    Named{"amount", "item"},
    Named{"concept", "concept"},
    Named{"law", "law"},
    Named{"scheme", "scheme"},
    Named{"charge", "charge"},
    Named{"rule", "rule"},
    Named{"floor", "floor"},
    Named{"exchange", "exchange"},
    Named{"norm", "norm"},
    Named{"unmodelled", "unmodelled"},
};
/// Of which a rule base has one.
constexpr std::array<std::string_view, 2> single{"disposable", "reference"};

/// By which of its attributes a part is told from its likes.
constexpr std::array<std::string_view, 12> telling{
    "id", "article", "item", "act", "scheme", "charge", "need", "outcome", "from", "decision", "to", "title"};

/// Those of the elements that tell themselves by the key: by the first of these attributes that has it.
std::vector<const read::Element*> told_by(const std::vector<const read::Element*>& alike, std::string_view key) {
    std::vector<const read::Element*> found;
    const bool day = Date::parse(key).has_value();  // a value is told by the day it starts on, not by its last one
    for (const auto& name : telling) {
        if (day && name == "to") continue;
        for (const auto* element : alike) {
            const auto* attribute = element->attribute(name);
            if (attribute != nullptr && read::trimmed(attribute->value.text()) == key) found.push_back(element);
        }
        if (!found.empty()) break;
    }
    return found;
}

std::vector<const read::Element*> children_called(const read::Element& parent, std::string_view name) {
    std::vector<const read::Element*> alike;
    for (const auto& child : parent.children)
        if (child.name == name) alike.push_back(&child);
    return alike;
}

/// "value[2026-01-01]".
std::optional<Date> day_in(std::string_view word) {
    return word.size() > 11 ? Date::parse(word.substr(word.size() - 11, 10)) : std::nullopt;
}

bool is_dated(const std::vector<const read::Element*>& alike, std::string_view word) {
    return day_in(word) && !alike.empty() && alike.front()->attribute("from") != nullptr;
}

Text there_are(const std::vector<std::string_view>& names) {
    return base::both("wel zijn er: {}", "there are: {}", read::in_a_row(names));
}

/// "no value from 2026-01-01", where values are told by their days.
Text missing_part(const std::string& whole, const std::vector<const read::Element*>& alike, std::string_view word) {
    const auto day = day_in(word);
    const bool dated = is_dated(alike, word);
    if (!dated) return base::both("'{}' heeft geen onderdeel '{}'", "'{}' has no part '{}'", whole, word);
    return base::both(
        "'{}' heeft geen {} vanaf {}", "'{}' has no {} from {}", whole, alike.front()->name, day->to_string());
}

std::optional<std::size_t> number_in(std::string_view key) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    if (error != std::errc() || end != key.data() + key.size() || number == 0) return std::nullopt;
    return number;
}

/// "define[l.norm]" -> "define" and "l.norm"; "a/b" is cut at the first slash outside brackets.
std::pair<std::string_view, std::string_view> cut_at_slash(std::string_view path) {
    int depth = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] == '[') ++depth;
        if (path[i] == ']') --depth;
        if (path[i] == '/' && depth == 0) return {path.substr(0, i), path.substr(i + 1)};
    }
    return {path, {}};
}

/// "rule:L-7-4" of an element that can have such a name.
std::string typed_id(const read::Element& element) {
    if (std::ranges::find(single, element.name) != single.end()) return std::string(element.name);
    const auto found = std::ranges::find(kinds, element.name, &Named::element);
    const auto* id = element.attribute("id");
    if (found == kinds.end() || id == nullptr) return {};
    return std::string(found->kind) + ":" + std::string(read::trimmed(id->value.text()));
}

}  // namespace

std::string_view base_name(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

SourceIndex::SourceIndex(const Sources& sources, read::Problems& problems) : sources_(sources) {
    roots_.resize(sources.size());
    for (std::size_t file = 0; file < sources.size(); ++file) {
        auto root = read::read_document(sources[file], rules_namespace);
        if (root) roots_[file] = std::move(*root);
        else problems.add(std::move(root.error()));
        add(file, roots_[file], nullptr);
    }
}

// Recursive; a document is at most deepest_element deep.
void SourceIndex::add(std::size_t file, const read::Element& element, const read::Element* parent) {
    stands_.emplace(&element, Stands{file, parent});
    if (const auto name = own_name(element); !name.empty()) known_.emplace(name, &element);
    for (const auto& child : element.children) add(file, child, &element);
}

const read::Element* SourceIndex::parent_of(const read::Element& element) const { return stands_.at(&element).parent; }

/// "rule:L-7-4" of an element that has such a name; effects have none, though some have an id.
std::string SourceIndex::own_name(const read::Element& element) const {
    const auto& [file, parent] = stands_.at(&element);
    if (parent == nullptr) return "file:" + std::string(base_name(sources_[file]->name()));
    return parent->name == "rule" ? std::string() : typed_id(element);
}

std::string SourceIndex::step_to(const read::Element& element) const {
    std::string name(element.name);
    const auto alike = children_called(*parent_of(element), name);
    if (alike.size() == 1) return name;
    for (const auto& telling_name : telling) {
        const auto* attribute = element.attribute(telling_name);
        if (attribute == nullptr) continue;
        const auto key = read::trimmed(attribute->value.text());
        const bool alone = told_by(alike, key) == std::vector{&element};
        if (alone && key.find_first_of("[]") == std::string_view::npos) return name + "[" + std::string(key) + "]";
    }
    return name + "[" + std::to_string(std::ranges::find(alike, &element) - alike.begin() + 1) + "]";
}

std::string SourceIndex::name_of(const read::Element& element) const {
    auto name = own_name(element);
    return name.empty() ? name_of(*parent_of(element)) + "/" + step_to(element) : name;
}

Target SourceIndex::target_of(const read::Element& element) const {
    Target target;
    target.file = stands_.at(&element).file;
    target.element = &element;
    target.thing_element = &element;
    for (target.thing = own_name(element); target.thing.empty(); target.thing = own_name(*target.thing_element))
        target.thing_element = parent_of(*target.thing_element);
    return target;
}

std::optional<std::size_t> SourceIndex::file_named(std::string_view name) const {
    for (std::size_t file = 0; file < sources_.size(); ++file)
        if (base_name(sources_[file]->name()) == name) return file;
    return std::nullopt;
}

std::vector<const read::Element*> SourceIndex::outermost(std::size_t file, Bytes bytes) const {
    std::vector<const read::Element*> found;
    std::vector<const read::Element*> open{&roots_[file]};
    while (!open.empty()) {
        const auto* element = open.back();
        open.pop_back();
        const auto whole = extent_of(text(file), element->at.offset).whole;
        if (whole.end <= bytes.begin || whole.begin >= bytes.end) continue;
        if (bytes.begin <= whole.begin && whole.end <= bytes.end) found.push_back(element);
        else
            for (const auto& child : element->children) open.push_back(&child);
    }
    std::ranges::sort(found, {}, [](const read::Element* e) { return e->at.offset; });
    return found;
}

std::vector<std::string> SourceIndex::inside(std::size_t file, Bytes span) const {
    std::vector<std::string> names;
    each_element([&](std::size_t where, const read::Element& element) {
        if (where != file || element.at.offset < span.begin || element.at.offset >= span.end) return;
        if (parent_of(element) != nullptr && !own_name(element).empty()) names.push_back(own_name(element));
    });
    std::ranges::sort(names);
    return names;
}

std::vector<std::string> names_in(const read::Element& element) {
    std::vector<std::string> names;
    if (auto id = typed_id(element); !id.empty()) names.push_back(std::move(id));
    if (element.name != "law" && element.name != "provision") return names;
    for (const auto& child : element.children)
        for (auto& id : names_in(child)) names.push_back(std::move(id));
    return names;
}

const read::Element* SourceIndex::named(std::string_view name) const {
    const auto found = known_.find(name);
    return found == known_.end() ? nullptr : found->second;
}

void SourceIndex::each_element(base::function_ref<void(std::size_t file, const read::Element&)> visit) const {
    for (std::size_t file = 0; file < roots_.size(); ++file) {
        std::vector<const read::Element*> open{&roots_[file]};
        while (!open.empty()) {
            const auto* element = open.back();
            open.pop_back();
            visit(file, *element);
            for (const auto& child : element->children) open.push_back(&child);
        }
    }
}

Target SourceIndex::around(std::size_t file, std::size_t offset) const {
    const auto* element = &roots_[file];
    for (const read::Element* inner = element; inner != nullptr;) {
        element = inner;
        inner = nullptr;
        for (const auto& child : element->children)
            if (child.at.offset <= offset && offset < extent_of(text(file), child.at.offset).whole.end) inner = &child;
    }
    return target_of(*element);
}

std::optional<Target> SourceIndex::find(std::string_view target, const Location& at, read::Problems& problems,
                                        Missing missing) const {
    auto [head, path] = cut_at_slash(target);
    const auto found = known_.find(head);
    if (found == known_.end()) {
        std::vector<std::string_view> all;
        for (const auto& [id, thing] : known_) all.emplace_back(id);
        auto hint = problems.suggest(head, all);
        if (hint.empty() && head.find(':') == std::string_view::npos)
            hint = {"een doel is een soort en een id: rule:L-7-4, item:age, law:l, scheme:aid, file:items.xml",
                    "a target is a kind and an id: rule:L-7-4, item:age, law:l, scheme:aid, file:items.xml"};
        problems.add(
            at, base::both("er is geen '{}' in de regels", "there is no '{}' in the rules", head), std::move(hint));
        return std::nullopt;
    }
    Target result = target_of(*found->second);
    Location here{at.source, at.offset + head.size() + 1};
    while (!path.empty()) {
        const auto [word, rest] = cut_at_slash(path);
        if (word.starts_with('@')) {
            if (!rest.empty()) problems.add(here, {"een attribuut heeft geen onderdelen", "an attribute has no parts"});
            if (!rest.empty() || !attribute(result, word.substr(1), here, problems, missing)) return std::nullopt;
            return result;
        }
        const auto* next = step(*result.element, word, here, problems);
        if (next == nullptr) return std::nullopt;
        result = target_of(*next);
        here.offset += word.size() + 1;
        path = rest;
    }
    return result;
}

bool SourceIndex::attribute(Target& target, std::string_view name, const Location& at, read::Problems& problems,
                            Missing missing) const {
    target.attribute_name = name;
    target.attribute = target.element->attribute(name);
    if (target.attribute != nullptr || missing == Missing::allowed) return true;
    std::vector<std::string_view> known;
    for (const auto& each : target.element->attributes) known.push_back(each.name);
    auto hint = problems.suggest(name, known);
    if (hint.empty()) hint = known.empty() ? Text{"het heeft er geen", "it has none"} : there_are(known);
    problems.add(
        at, base::both("'{}' heeft geen attribuut '{}'", "'{}' has no attribute '{}'", name_of(*target.element), name),
        std::move(hint));
    return false;
}

const read::Element* SourceIndex::step(const read::Element& from, std::string_view word, const Location& at,
                                       read::Problems& problems) const {
    const auto bracket = word.find('[');
    const auto alike = children_called(from, word.substr(0, bracket));
    auto found = alike;
    if (bracket != std::string_view::npos) {
        auto key = word.substr(bracket + 1);
        if (key.ends_with(']')) key.remove_suffix(1);
        found = told_by(alike, key);
        const auto number = number_in(key);
        if (found.empty() && number && *number <= alike.size()) found.push_back(alike[*number - 1]);
    }
    if (found.size() == 1) return found.front();
    std::vector<std::string> ways;
    for (const auto& child : from.children) {
        const bool likely = found.empty() ? alike.empty() || child.name == alike.front()->name
                                          : std::ranges::find(found, &child) != found.end();
        if (likely && own_name(child).empty()) ways.push_back(step_to(child));
    }
    const std::vector<std::string_view> views(ways.begin(), ways.end());
    if (!found.empty()) {
        problems.add(at, base::both("'{}' heeft meer dan één '{}'", "'{}' has more than one '{}'", name_of(from), word),
                     base::both("zeg welke: {}", "say which: {}", read::in_a_row(views)));
        return nullptr;
    }
    auto hint = problems.suggest(word, views);
    if (views.empty()) hint = {"het heeft geen onderdelen", "it has no parts"};
    else if (hint.empty()) hint = there_are(views);
    else if (is_dated(alike, word)) hint = read::with_all(hint, there_are(views));
    problems.add(at, missing_part(name_of(from), alike, word), std::move(hint));
    return nullptr;
}

}  // namespace samenloop::propose
