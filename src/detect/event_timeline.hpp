#pragma once
// The timeline of a report: what happens in the situation, which schemes start and stop, when money comes, and where
// gaps begin and end.

#include "engine/calendar.hpp"
#include "engine/timeline.hpp"
#include "samenloop/finding.hpp"

namespace samenloop::detect {

/// What happens in a stretch of days that was worked out.
std::vector<Moment> moments_in(const engine::Timeline& line, const Situation& situation, const Interval& days);

/// In the order of days; empty when time does not matter in this situation.
std::vector<Moment> event_timeline(const engine::Evaluation& law, const Situation& situation, const Calendar& calendar,
                                   const std::vector<Finding>& findings);

}  // namespace samenloop::detect
