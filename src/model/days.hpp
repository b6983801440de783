#pragma once
// A situation on other days than its own: its facts hold on `situation.date`, events tell what changes and when.
//
// An event up to that day has happened: going back over it undoes it.  An event dated on that day itself whose fact
// still has the value `from` has not happened yet.  An item with `on` comes once, on the day that item tells: before it
// there is nothing.  An item with `since` has its latest change in that other item.

#include <set>
#include <utility>
#include <vector>

#include "model/path.hpp"

namespace samenloop::model {

/// The item that holds the day of analysis; none where the rule base knows no day.
Slot today_slot(const RuleBase& base);

/// The facts, which hold on the situation's day, are those of after it.
bool happened(const RuleBase& base, const Situation& s, const SlotValues& facts, const Event& event);

/// A figure of the whole year turned out to be another one than was reckoned with so far: the event corrects it for all
/// months, also those that have gone by.  What is still to come is a change that somebody makes and can report in time.
bool corrects(const RuleBase& base, const Situation& s, const SlotValues& facts, const Event& event);

Path place_of(const RuleBase& base, const Event& event);

/// What differs from `facts`, which hold on the situation's day, on another day.
FactChanges changes_until(const RuleBase& base, const Situation& situation, const SlotValues& facts, Date day);

/// The days on which facts change: of events, and of what comes once.
std::set<Date> days_of_change(const RuleBase& base, const Situation& situation, const SlotValues& facts);

/// All days that the situation itself tells of: those, and every date fact that was given.
std::set<Date> days_told(const RuleBase& base, const Situation& situation, const SlotValues& facts);

/// How many months after the last day told of are looked at.
std::int32_t months_ahead(const RuleBase& base);

/// Fills the `since` items from the events that have happened.
void tell_since(Situation& situation, const RuleBase& base);

/// The same situation, told on another day.
Situation on_day(const RuleBase& base, Situation situation, Date day);

}  // namespace samenloop::model
