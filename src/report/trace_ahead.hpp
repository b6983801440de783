#pragma once
// The section of a trace that looks ahead.

#include "report/trace_page.hpp"

namespace samenloop::report {

/// On which later days the answer is another one, and what frees it where it is lost.
TraceSection ahead_section(const RuleBase& rules, const Trace& trace, Language language);

}  // namespace samenloop::report
