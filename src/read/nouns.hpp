#pragma once
// The things a rule base is made of: one row an element below <rulebase>, one file a noun.

#include "read/expressions.hpp"

namespace samenloop::read {

void declare_organisation(Draft& draft, const Element& element);
void declare_need(Draft& draft, const Element& element);
void declare_outcome(Draft& draft, const Element& element);
void declare_act(Draft& draft, const Element& element);
void declare_item(Draft& draft, const Element& element);
void declare_list(Draft& draft, const Element& element);
void declare_concept(Draft& draft, const Element& element);
void declare_law(Draft& draft, const Element& element);
void declare_floor(Draft& draft, const Element& element);
void declare_exchange(Draft& draft, const Element& element);
void declare_norm(Draft& draft, const Element& element);
void declare_impossible(Draft& draft, const Element& element);
void declare_unmodelled(Draft& draft, const Element& element);
void declare_contradiction(Draft& draft, const Element& element);
void declare_disposable(Draft& draft, const Element& element);
void declare_reference(Draft& draft, const Element& element);

/// The parts of a law.
void declare_amount(Draft& draft, const Element& element, Index law);
void declare_scheme(Draft& draft, const Element& element, Index law);
void declare_charge(Draft& draft, const Element& element, Index law);
void declare_rule(Draft& draft, const Element& element, Index law, const Text& article);

/// Who can make an item, or a field of a list, otherwise.
Changer changer_of(Draft& draft, const Element& element, const Type& type, const Locals& locals);
/// What an item or a list is when a situation tells of people.
PersonView person_view_of(Draft& draft, const Element& element, const Item& item);
/// What stands between the bars of an attribute: "woon|brief|none".
std::vector<std::string> between_bars(Draft& draft, const Element& element, std::string_view name, bool once);

/// A slot of the dictionary that is no item; nothing and a problem if its name is taken.
std::optional<Slot> declare_slot(Draft& draft, Item item);

/// Reads the effect that the element says into the rule, for each thing it names.
void read_effect(Draft& draft, const Element& element, Rule& rule, const Locals& locals);
/// Where an effect takes from: floor, reach, order and who sees it.
void read_taking(Draft& draft, const Element& element, Effect& effect);
/// `bijstand or (insurance and brp)` as alternatives; nothing, and problems, if it says something else.
std::optional<Alternatives> read_requirement(Draft& draft, const Element& element);

/// Rules that read well and mean nothing.
void check_soundness(Draft& draft);
/// What can only be seen once everything is there: circles, amounts that overlap, components that nothing grants.
void validate(Draft& draft);

}  // namespace samenloop::read
