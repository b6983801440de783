// A situation of facts written as one of people.  What each fact says of whom stands in the dictionary (PersonView);
// the result is read again, and must say the same on every day that the file tells of.

#include <algorithm>
#include <set>

#include "base/both.hpp"
#include "model/people.hpp"
#include "propose/extent.hpp"
#include "propose/people_text.hpp"
#include "read/document.hpp"
#include "samenloop/read.hpp"

namespace samenloop::propose {
namespace {

constexpr std::string_view situation_namespace = "urn:samenloop:situation:1";

bool is_told_by_people(const RuleBase& rules, const read::Element& element) {
    const auto* item = element.attribute("item");
    if (item == nullptr || element.attribute("person") != nullptr) return false;
    const auto& path = item->value.text();
    const auto name = path.substr(path.find_first_not_of(" \t\r\n"), path.find_first_of("[ \t\r\n"));
    const auto at = rules.names.find(name);
    return at != rules.names.end() && rules.items[at->second.slot].view.of != PersonView::Of::nobody;
}

/// The element with the blanks before it, and the line's end where it stands alone on its line.
Bytes with_its_line(std::string_view text, std::size_t offset) {
    const auto whole = extent_of(text, offset).whole;
    return {starts_line(text, whole.begin) ? before_blanks(text, whole.begin) : whole.begin, whole.end};
}

std::string without(std::string_view text, std::vector<Bytes> out, std::size_t insert_at, const std::string& inserted) {
    out.push_back({insert_at, insert_at});
    std::ranges::sort(out);
    std::string result;
    std::size_t from = 0;
    for (const auto& bytes : out) {
        result += text.substr(from, bytes.begin - from);
        if (bytes.begin == insert_at && bytes.end == insert_at) result += inserted;
        from = std::max(from, bytes.end);
    }
    return result + std::string(text.substr(from));
}

/// The days on which the old file, or the new one, says that something changes, and those before them.  A birthday of
/// before the file only the new one knows: an age that the old one gives is that of its date.
std::set<Date> days_to_compare(const Situation& old, const Situation& young) {
    std::set<Date> days{old.date};
    for (const auto* s : {&old, &young})
        for (const auto& event : s->events)
            if (!event.birthday || event.date > old.date)
                days.insert({event.date, Date::from_days(event.date.days() - 1)});
    return days;
}

/// Nothing is lost: the new one may know more, such as the day on which a child turns 18.
bool same(const Value& old, const Value& young) {
    if (old == young || old.is_null()) return true;
    const auto* a = old.get<List>();
    const auto* b = young.get<List>();
    if (a != nullptr && b != nullptr && a->elements && b->elements)
        return std::ranges::equal(*a->elements, *b->elements, same);
    const auto* r = old.get<Record>();
    const auto* q = young.get<Record>();
    return r != nullptr && q != nullptr && r->fields && q->fields && std::ranges::equal(*r->fields, *q->fields, same);
}

/// The first fact that they do not say alike; what was only assumed may now follow from what was given.
std::optional<Text> first_difference(const RuleBase& rules, const Situation& a, const Situation& b) {
    for (const auto day : days_to_compare(a, b)) {
        const auto old = model::on_day(rules, a, day);
        const auto young = model::on_day(rules, b, day);
        for (Slot slot = 0; slot < rules.items.size(); ++slot)
            if (!same(old.facts[slot], young.facts[slot]) &&
                !(old.assumed[slot] && model::of_people(rules, young, slot)))
                return base::both(
                    "'{}' zou {} zijn op {}, niet {}", "'{}' would be {} on {}, not {}", rules.items[slot].id,
                    to_string(young.facts[slot]), day.to_string(), to_string(old.facts[slot]));
    }
    return std::nullopt;
}

Diagnostics cannot(const Situation& s, const Text& why, const Location& at) {
    return {{base::both("dit kan niet als personen worden geschreven: {}", "this cannot be written as people: {}", why),
             {},
             at.source ? at.offset : 0,
             s.source}};
}

}  // namespace

}  // namespace samenloop::propose

namespace samenloop {

Result<std::optional<std::string>> upgraded(const std::shared_ptr<const Source>& file, const RuleBase& rules) {
    const auto root = read::read_document(file, propose::situation_namespace);
    const auto old = read_situation(file, rules);
    const auto written = read_as_written(file, rules);
    if (!root) return tl::unexpected(root.error());
    if (!old || !written) return tl::unexpected(old ? written.error() : old.error());
    const auto text = file->text();
    std::vector<propose::Bytes> out;
    for (const auto& child : root->children)
        if (propose::is_told_by_people(rules, child)) out.push_back(propose::with_its_line(text, child.at.offset));
    if (model::people_slot(rules) == none || old->people != nullptr || out.empty()) return std::optional<std::string>();
    const auto people = propose::people_text(rules, *written);
    if (!people) return tl::unexpected(propose::cannot(*old, people.error().message, people.error().at));
    const auto start = propose::extent_of(text, root->at.offset).content.begin;
    auto result = propose::without(text, std::move(out), start, *people);
    const auto again = read_situation(std::make_shared<const Source>(file->name(), result), rules);
    if (!again) return tl::unexpected(propose::cannot(*old, again.error().front().message, {}));
    if (const auto difference = propose::first_difference(rules, *old, *again))
        return tl::unexpected(propose::cannot(*old, *difference, {}));
    return std::optional(std::move(result));
}

}  // namespace samenloop
