#pragma once
// A day on which the household changes by an event: somebody moves in or out, a child is born or turns 18, a partner
// comes or leaves.  The household of the day before and that of the day itself are compared under the same rules, so
// that nothing differs but the household and what follows from it.  Where a rule lets the change count later, from the
// next month or quarter on, they are compared on that day.

#include <vector>

#include "detect/detection_context.hpp"

namespace samenloop::detect {

struct HouseholdEvent {
    Date day;                   // on which it is felt
    std::vector<Index> events;  // of the situation, all on that day
    engine::Evaluation before;
    engine::Evaluation after;
};

/// The days near now: after `from`, twelve months back, and up to `to`, as far as is looked ahead.
struct DaysNear {
    Date from;
    Date to;
};
DaysNear days_near(const engine::Evaluation& now);

/// The days on which the household changes: those of the last twelve months and of the stretch that is looked ahead
/// over; each with its events, in order.
std::vector<std::pair<Date, std::vector<Index>>> household_days(const engine::Evaluation& now,
                                                                const Situation& situation);

/// `felt`: the day itself, or a later one.
HouseholdEvent household_event(const engine::Evaluation& now, const Situation& situation, const Calendar& calendar,
                               Date felt, std::vector<Index> events);

/// The days on which what happened on a day may be felt: itself, and those of the months after it on which something
/// changes by the course of time, before the household changes again.
std::vector<Date> days_felt(const engine::Evaluation& now, const Situation& situation, const Calendar& calendar,
                            Date day);

}  // namespace samenloop::detect
