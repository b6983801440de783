#pragma once
// The ordinary person (definitions 10.3): what a situation does not give is taken from the `ordinary` expressions of
// the dictionary.  They may read one another and what was given, so they are worked out in that order.  Giving one item
// of a group ("income") makes the other ones 0; a given list element gets the `ordinary` of the fields it leaves out.

#include <set>

#include "model/path.hpp"

namespace samenloop::model {

/// Slots with an `ordinary` expression, each after those it reads; a circle is an error at the item.
Result<std::vector<Slot>> ordinary_order(const RuleBase& rules);

/// Fills the unknown facts and marks them as assumed; `rest` is not asked.
Situation with_ordinary_person(Situation situation, const RuleBase& rules);

/// The fields of an element, each unknown one as it is for the ordinary person.
std::vector<Value> completed_fields(std::vector<Value> fields, const Item& list, std::span<const Value> facts);
/// A list that this situation would give, with what it leaves open as the situation says that the rest is.
Value completed_list(const Value& list, const Item& item, const Situation& situation);

/// What the rule base says the amount is worth on the day; unknown on a day without a value.
Value amount_at(const Item& item, Date day);

/// What was assumed follows what it was assumed from: its values on the day, once these facts have changed.
FactChanges ordinary_after(const RuleBase& rules, const Situation& situation, Paged<Value> facts,
                           const std::set<Slot>& changed, Date day);

/// The situation as it would be if it gave this fact so: what was assumed is assumed anew.
Situation given_instead(Situation situation, const RuleBase& rules, Slot slot, Value value);

}  // namespace samenloop::model
