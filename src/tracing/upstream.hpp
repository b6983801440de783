#pragma once
// Every datum that the goal rests on, back to its register: who keeps it, how it comes to those who decide, how old it
// may be, and what happens if it is wrong.

#include "tracing/case.hpp"

namespace samenloop::tracing {

/// Fills upstream; the reasons must be there.
void look_upstream(const Case& of, Trace& trace);

}  // namespace samenloop::tracing
