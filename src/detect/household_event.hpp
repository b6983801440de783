#pragma once
// A day on which the household changes by an event: somebody moves in or out, a child is born, a partner comes or
// leaves.  The day just before it and the day itself are compared under the same rules, so that nothing differs but the
// household and what follows from it.

#include <vector>

#include "detect/scene.hpp"

namespace samenloop {

struct HouseholdEvent {
    Date day;
    std::vector<Index> events;  // of the situation, all on that day
    Evaluation before;
    Evaluation after;
};

/// The days near now: after `from`, twelve months back, and up to `to`, as far as is looked ahead.
struct DaysNear {
    Date from;
    Date to;
};
DaysNear days_near(const Evaluation& now);

/// The days on which the household changes: those of the last twelve months and of the stretch that is looked ahead
/// over; each with its events, in order.
std::vector<std::pair<Date, std::vector<Index>>> household_days(const Evaluation& now, const Situation& situation);

HouseholdEvent household_event(const Evaluation& now, const Situation& situation, const Calendar& calendar, Date day,
                               std::vector<Index> events);

}  // namespace samenloop
