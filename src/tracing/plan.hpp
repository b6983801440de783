#pragma once
// In which order, and how soon: the steps to the goal with their terms, as a project network (critical path method,
// Kelley and Walker 1959).  A step starts when the last of those before it is done; its slack is how much longer it may
// take without the goal coming later.
//
// Terms are those of the law (`within`), else how long the data take that the step needs (the latency of exchanges).
// The first day on which the goal is reached on the timeline, with what is paid by then, counts beside the sum of
// terms.

#include "tracing/case.hpp"

namespace samenloop::tracing {

/// What the first way out does together; nothing where there is none, or where the goal is reached.
std::vector<Lever> first_way(const Trace& trace);

/// Fills plan and earliest; the reasons and fixes must be there.
void plan_steps(const Case& of, Trace& trace);

}  // namespace samenloop::tracing
