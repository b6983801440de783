// <exchange>: who may give which item to whom, for what.  One article often gives a whole class of bodies the same
// basis: then `from` or `to` is a row of organisations, and the element is read as an exchange for each of them.

#include <algorithm>

#include "nouns.hpp"

namespace samenloop::read {
namespace {

Basis basis_of(const Element& element) {
    const auto name = text_of(element, "basis");
    if (name == "statute") return Basis::statute;
    if (name == "covenant") return Basis::covenant;
    return name == "consent" ? Basis::consent : Basis::none;
}

/// One reference, or one for each organisation of a row.
std::vector<OrganisationRef> whoms(Draft& draft, const Element& element, std::string_view attribute,
                                   const Locals& fields) {
    const auto* found = element.attribute(attribute);
    if (found == nullptr) return {OrganisationRef{}};
    const auto& text = found->value.text();
    const auto words = words_in(text);
    if (words.size() < 2 || text.find('[') != std::string::npos) return {whom(draft, element, attribute, fields)};
    std::vector<OrganisationRef> all;
    for (const auto& word : words) {
        const auto place = element.place(found->value.offset_of(word.start));
        OrganisationRef ref;
        ref.organisation = draft.organisations.find(word.text, place, draft.problems);
        const auto same = [&](const OrganisationRef& r) { return r.organisation == ref.organisation; };
        if (ref.organisation == none) continue;
        if (std::ranges::any_of(all, same))
            draft.problems.add(place, base::both("de organisatie '{}' staat hier twee keer",
                                                 "the organisation '{}' stands here twice", word.text));
        else all.push_back(std::move(ref));
    }
    return all;
}

/// What tells the exchanges of one element apart: the organisations on the sides that name several.
std::string class_member(const RuleBase& base, const std::vector<const OrganisationRef*>& several) {
    std::string text;
    for (const auto* ref : several) text += (text.empty() ? "" : ">") + base.organisations[ref->organisation].id;
    return text.empty() ? "" : "[" + text + "]";
}

/// An exchange for each organisation of a row; the first keeps its place, the others come behind all elements.
void for_each_member(Draft& draft, Index index, const std::vector<OrganisationRef>& from,
                     const std::vector<OrganisationRef>& to) {
    const auto whole = draft.base.exchanges[index];
    bool first = true;
    for (const auto& giver : from)
        for (const auto& taker : to) {
            auto one = whole;
            one.from = giver;
            one.to = taker;
            std::vector<const OrganisationRef*> several;
            if (from.size() > 1) several.push_back(&giver);
            if (to.size() > 1) several.push_back(&taker);
            one.id = whole.basis_id + class_member(draft.base, several);
            if (first) draft.base.exchanges[index] = std::move(one);
            else draft.base.exchanges.push_back(std::move(one));
            first = false;
        }
}

void finish_exchange(Draft& draft, const Element& element, Index index) {
    auto& exchange = draft.base.exchanges[index];
    const auto slot = reference_of(draft, draft.slots, element, "item");
    Locals fields;
    if (slot != none) {
        exchange.item = slot;
        const auto& type = draft.base.items[slot].type;
        if (type.element) fields = type.element->fields;
    }
    exchange.arrived = child_expression(draft, element, "arrived", type_of(Kind::date));
    exchange.person_class = child_expression(draft, element, "person-class", type_of(Kind::boolean));
    exchange.basis_id = exchange.id;
    for_each_member(draft, index, whoms(draft, element, "from", fields), whoms(draft, element, "to", fields));
}

}  // namespace

void declare_exchange(Draft& draft, const Element& element) {
    auto* exchange = declare(draft, draft.exchanges, draft.base.exchanges, element, finish_exchange);
    if (exchange == nullptr) return;
    exchange->basis = basis_of(element);
    exchange->citation = text_of(element, "citation");
    exchange->purpose = text_of(element, "purpose");
    exchange->latency = duration_of(element, "latency");
    exchange->in_force = interval_of(element, draft.problems, "from-date", "to-date");
    exchange->problem = title_of(element, "problem");
    exchange->status = verification_of(element);
}

}  // namespace samenloop::read
