#pragma once
// Looking ahead: on which later days it becomes another answer whether a goal is reached, and what frees it where it is
// lost.  Between two days on which something becomes another one every answer stays what it is (detect/outlook.hpp).

#include "base/function_ref.hpp"
#include "tracing/case.hpp"

namespace samenloop::tracing {

/// Traces a goal in a case.
using TraceIt = base::function_ref<Trace(const Case&, const TraceGoal&)>;

/// Tells of each trace the days up to `until` on which its answer changes.  With `every_need` those that are met and
/// lost later are traced, too, on the day on which they are.
void look_ahead(const Case& now, Date until, bool every_need, std::vector<Trace>& traces, TraceIt trace_it);

}  // namespace samenloop::tracing
