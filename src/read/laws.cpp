// <law> with its <amount>, <scheme>, <charge> and <provision>.

#include <algorithm>

#include "nouns.hpp"
#include "read/order_of_ids.hpp"
#include "read/thousands.hpp"

namespace samenloop::read {
namespace {

Level level_of(const Element& element) {
    const auto name = text_of(element, "level");
    for (const auto level : {Level::aid, Level::practice, Level::policy, Level::ordinance, Level::ministerial,
                             Level::decree, Level::treaty})
        if (to_string(level) == name) return level;
    return Level::act;
}

std::optional<Goal> goal_of(Draft& draft, const Element& scheme) {
    const auto* element = scheme.child("goal");
    if (element == nullptr) return std::nullopt;
    auto target = attribute_expression(draft, *element, "target", type_of(Kind::boolean));
    auto reached = text_expression(draft, *element, type_of(Kind::boolean));
    if (!reached) return std::nullopt;
    const auto& named = element->attribute("title") != nullptr ? *element : scheme;
    return Goal{std::move(*reached), std::move(target), title_of(named)};
}

void finish_scheme(Draft& draft, const Element& element, Index index) {
    auto& scheme = draft.base.schemes[index];
    scheme.executor = whom(draft, element, "executor");
    scheme.covers = references_of(draft, draft.needs, element, "covers");
    scheme.persons = attribute_expression(draft, element, "persons", type_of(Kind::number));
    scheme.paid_from = attribute_expression(draft, element, "paid-from", type_of(Kind::date));
    scheme.reported = reference_of(draft, draft.slots, element, "reported");
    if (scheme.reported != none && draft.base.items[scheme.reported].type.kind != Kind::date)
        draft.problems.add(
            element, *element.attribute("reported"),
            base::both("'{}' is geen datum", "'{}' is not a date", draft.base.items[scheme.reported].id));
    scheme.goal = goal_of(draft, element);
}

void finish_charge(Draft& draft, const Element& element, Index index) {
    draft.base.charges[index].creditor = whom(draft, element, "creditor");
    draft.base.charges[index].replaces = reference_of(draft, draft.charges, element, "replaces");
}

/// "41" with "4 a" is article 41 lid 4 a; "21" with "a, b" has letters and no members: 21 a, b.
std::string place_of(const std::string& article, const std::string& lid) {
    if (lid.empty()) return article;
    return article + (lid.front() >= '0' && lid.front() <= '9' ? " lid " : " ") + lid;
}

void declare_provision(Draft& draft, const Element& element, Index law) {
    const auto article = title_of(element, "article");
    Provision provision{law, article.nl, title_of(element), element.at};
    for (const auto* child : in_order_of_ids(element.children)) {
        if (child->name != "rule") continue;
        const auto lid = text_of(*child, "lid");
        declare_rule(draft, *child, law, {place_of(article.nl, lid), place_of(article.en, lid)});
    }
    draft.base.provisions.push_back(std::move(provision));
}

std::optional<std::pair<Interval, Decimal>> dated_value(Draft& draft, const Element& element, std::string_view unit) {
    if (refuse_thousands(element, element.text, unit, draft.problems)) return std::nullopt;
    const auto text = trimmed(element.text.text());
    if (text.empty()) return std::nullopt;
    const auto value = Decimal::parse(text);
    const auto start = element.text.text().find_first_not_of(" \t\r\n");
    if (!value)
        draft.problems.add(element.place(element.text.offset_of(start)),
                           base::both("'{}' is geen getal", "'{}' is not a number", text),
                           {"ten hoogste 40 cijfers, geschreven als 1345.45, zonder punten tussen duizendtallen",
                            "at most 40 digits, written like 1345.45, without points between thousands"});
    const auto interval = interval_of(element, draft.problems);
    if (!value) return std::nullopt;
    return std::pair(interval, *value);
}

bool overlap(const Interval& a, const Interval& b) {
    return (!a.to || !b.from || *b.from < *a.to) && (!b.to || !a.from || *a.from < *b.to);
}

Text day_or(const std::optional<Date>& day, Text otherwise) {
    return day ? Text{day->to_string(), day->to_string()} : std::move(otherwise);
}

void check_overlap(Draft& draft, const Item& item, const Element& element, const Interval& interval) {
    for (const auto& [earlier, value] : item.values)
        if (overlap(earlier, interval)) {
            draft.problems.add(
                element.at,
                base::both("het bedrag '{}' heeft twee waarden in dezelfde tijd",
                           "the amount '{}' has two values at one time", item.id),
                base::both("een andere geldt vanaf {} tot {}", "another one counts from {} to {}",
                           day_or(earlier.from, {"het begin", "the beginning"}),
                           day_or(earlier.to, {"het einde", "the end"})));
            return;
        }
}

}  // namespace

void declare_law(Draft& draft, const Element& element) {
    auto* law = declare(draft, draft.laws, draft.base.laws, element, nullptr);
    if (law == nullptr) return;
    law->title = title_of(element);
    law->level = level_of(element);
    law->bwb = text_of(element, "bwb");
    law->ministry = text_of(element, "ministry");
    law->legislator = text_of(element, "legislator");
    if (law->legislator.empty()) law->legislator = law->ministry;
    law->goal = text_of(element, "goal");
    law->in_force = interval_of(element, draft.problems);
    law->read = day_of(element, "read");
    law->contract = flag_of(element, "contract");
    const auto index = static_cast<Index>(draft.base.laws.size() - 1);
    for (const auto* child : in_order_of_ids(element.children)) {
        if (child->name == "amount") declare_amount(draft, *child, index);
        else if (child->name == "scheme") declare_scheme(draft, *child, index);
        else if (child->name == "charge") declare_charge(draft, *child, index);
        else if (child->name == "provision") declare_provision(draft, *child, index);
        else if (child->name == "rule") declare_rule(draft, *child, index, title_of(*child, "article"));
        else if (child->name == "unmodelled") declare_unmodelled(draft, *child);
    }
}

std::optional<Slot> declare_slot(Draft& draft, Item item) {
    const auto slot = static_cast<Slot>(draft.base.items.size());
    if (!draft.slots.declare(item.id, slot, item.at, draft.problems)) return std::nullopt;
    draft.base.names.emplace(item.id, Symbol{slot, item.type});
    draft.base.items.push_back(std::move(item));
    return slot;
}

void declare_amount(Draft& draft, const Element& element, Index law) {
    Item item;
    item.kind = SlotKind::amount;
    item.title = title_of(element);
    item.type = type_of(Kind::number, text_of(element, "unit"));
    if (item.type.unit == "none") item.type.unit.clear();
    item.article = text_of(element, "article");
    item.status = verification_of(element);
    item.law = law;
    item.at = element.at;
    item.id = text_of(element, "id");
    for (const auto& child : element.children) {
        if (child.name != "value") continue;
        const auto value = dated_value(draft, child, item.type.unit);
        if (!value) continue;
        check_overlap(draft, item, child, value->first);
        item.values.push_back(*value);
    }
    std::ranges::stable_sort(
        item.values, {}, [](const auto& v) { return v.first.from ? v.first.from->days() : INT32_MIN; });
    if (!item.id.empty()) declare_slot(draft, std::move(item));
}

void declare_scheme(Draft& draft, const Element& element, Index law) {
    auto* scheme = declare(draft, draft.schemes, draft.base.schemes, element, finish_scheme);
    if (scheme == nullptr) return;
    scheme->title = title_of(element);
    scheme->law = law;
    scheme->disposable = flag_of(element, "disposable");
    scheme->on_application = flag_of(element, "application");
    Item item;
    item.title = scheme->title;
    item.law = law;
    item.at = element.at;
    item.scheme = static_cast<Index>(draft.base.schemes.size() - 1);
    item.kind = SlotKind::granted;
    item.type = type_of(Kind::boolean);
    item.id = "granted." + scheme->id;
    scheme->granted = declare_slot(draft, item).value_or(0);
    item.kind = SlotKind::sum;
    item.type = type_of(Kind::number, "eur/year");
    item.id = "amount." + scheme->id;
    scheme->sum = declare_slot(draft, item).value_or(0);
    item.type = type_of(Kind::number, "eur");
    item.kind = SlotKind::paid;
    item.id = "paid." + scheme->id;
    scheme->paid = declare_slot(draft, item).value_or(0);
    item.kind = SlotKind::due;
    item.id = "due." + scheme->id;
    scheme->due = declare_slot(draft, std::move(item)).value_or(0);
}

void declare_charge(Draft& draft, const Element& element, Index law) {
    auto* charge = declare(draft, draft.charges, draft.base.charges, element, finish_charge);
    if (charge == nullptr) return;
    charge->title = title_of(element);
    charge->disposable = flag_of(element, "disposable");
    charge->tax = flag_of(element, "tax");
    charge->due_day = due_day_of(draft, element);
    charge->withheld = flag_of(element, "withheld");
    Item item;
    item.kind = SlotKind::charge;
    item.title = charge->title;
    item.law = law;
    item.at = element.at;
    item.charge = static_cast<Index>(draft.base.charges.size() - 1);
    item.type = type_of(Kind::number, "eur/year");
    item.id = "charge." + charge->id;
    charge->slot = declare_slot(draft, std::move(item)).value_or(0);
}

}  // namespace samenloop::read
