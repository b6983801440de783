// <floor>: an amount of an income that the law leaves to the person; and how an effect that takes money stands to it.

#include <algorithm>

#include "nouns.hpp"

namespace samenloop::read {
namespace {

void finish_floor(Draft& draft, const Element& element, Index index) {
    const auto monthly = type_of(Kind::number, "eur/month");
    const auto slot = reference_of(draft, draft.slots, element, "item");
    if (slot != none && draft.base.items[slot].type.unit != "eur/month")
        draft.problems.add(element, *element.attribute("item"),
                           base::both("het beschermde bedrag '{}' is geen maandbedrag",
                                      "the floor '{}' is no monthly amount", draft.base.floors[index].id),
                           {"het gegeven ervan heeft de eenheid eur/month", "its item must have the unit eur/month"});
    auto& floor = draft.base.floors[index];
    floor.item = slot == none ? 0 : slot;
    floor.stream = child_expression(draft, element, "stream", monthly);
    floor.at_risk = child_expression(draft, element, "at-risk", type_of(Kind::boolean));
}

Reach reach_of(const Element& element) {
    const auto word = text_of(element, "reach");
    if (word == "own") return Reach::own;
    return word == "all" ? Reach::all : Reach::free;
}

}  // namespace

void declare_floor(Draft& draft, const Element& element) {
    auto* floor = declare(draft, draft.floors, draft.base.floors, element, finish_floor);
    if (floor == nullptr) return;
    floor->title = title_of(element);
    floor->source = text_of(element, "source");
}

void read_taking(Draft& draft, const Element& element, Effect& effect) {
    effect.floor = reference_of(draft, draft.floors, element, "floor");
    effect.reach = reach_of(element);
    effect.seen_by = references_of(draft, draft.organisations, element, "seen-by");
    if (const auto order = decimal_of(element, "order")) effect.order = static_cast<int>(order->to_int());
    const auto* reach = element.attribute("reach");
    if (reach != nullptr && element.attribute("floor") == nullptr)
        draft.problems.add(element, *reach,
                           {"'reach' zegt hoe ver onder een beschermd bedrag, en dat staat er niet bij",
                            "'reach' says how far below a floor, and there is no floor"},
                           {"zet floor=\"…\" erbij", "add floor=\"…\""});
}

}  // namespace samenloop::read
