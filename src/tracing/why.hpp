#pragma once
// What the goal takes, as an and-or graph over this situation: a need takes one of its schemes, an outcome or a duty; a
// scheme takes a grant, no denial and every condition; an outcome takes that it is there, or all that is required for
// it, or somebody who must make it so.  Each node says whether it is met and what hinders it.  What waits for itself by
// way of others is a circle (graph/and_or.hpp).

#include "tracing/case.hpp"

namespace samenloop::tracing {

/// Fills reasons and circles.
void explain(const Case& of, Trace& trace);

}  // namespace samenloop::tracing
