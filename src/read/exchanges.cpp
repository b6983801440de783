// <exchange>: who may give which item to whom, for what.

#include "nouns.hpp"

namespace samenloop {
namespace {

Basis basis_of(const Element& element) {
    const auto name = text_of(element, "basis");
    if (name == "statute") return Basis::statute;
    if (name == "covenant") return Basis::covenant;
    return name == "consent" ? Basis::consent : Basis::none;
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
    exchange.from = whom(draft, element, "from", fields);
    exchange.to = whom(draft, element, "to", fields);
    exchange.arrived = child_expression(draft, element, "arrived", type_of(Kind::date));
    exchange.person_class = child_expression(draft, element, "person-class", type_of(Kind::boolean));
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

}  // namespace samenloop
