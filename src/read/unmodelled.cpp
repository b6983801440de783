// <unmodelled>: what the rules leave out, and of whom.

#include "nouns.hpp"

namespace samenloop::read {
namespace {

void finish_unmodelled(Draft& draft, const Element& element, Index index) {
    auto& part = draft.base.unmodelled[index];
    part.when = attribute_expression(draft, element, "when", type_of(Kind::boolean));
    part.items = references_of(draft, draft.slots, element, "items");
    part.schemes = references_of(draft, draft.schemes, element, "schemes");
    part.charges = references_of(draft, draft.charges, element, "charges");
    for (const auto slot : part.items)
        if (draft.base.items[slot].kind != SlotKind::item)
            draft.problems.add(
                element, *element.attribute("items"),
                base::both("'{}' is geen gegeven", "'{}' is no item", draft.base.items[slot].id),
                {"een bedrag zonder waarde op een dag heeft geen <unmodelled> nodig; een regeling of "
                 "heffing staat in 'schemes' of 'charges'",
                 "an amount without a value on some day needs no <unmodelled>; a scheme or a charge is "
                 "named in 'schemes' or 'charges'"});
    const auto names = [&](std::string_view attribute) { return element.attribute(attribute) != nullptr; };
    if (!names("items") && !names("schemes") && !names("charges"))
        draft.problems.add(
            element.at, base::both("'{}' zegt niet wat onbekend is", "'{}' does not say what is unknown", part.id),
            {"noem in 'items', 'schemes' of 'charges' wat het openlaat",
             "name what it leaves open in 'items', 'schemes' or 'charges'"});
}

}  // namespace

void declare_unmodelled(Draft& draft, const Element& element) {
    auto* part =
        declare(draft, draft.unmodelled, draft.base.unmodelled, element, finish_unmodelled, Writes::its_own_thing);
    if (part != nullptr) part->title = title_of(element);
}

}  // namespace samenloop::read
