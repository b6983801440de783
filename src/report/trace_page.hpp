#pragma once
// What a trace says, in sections of lines.

#include <string>
#include <vector>

#include "report/page.hpp"
#include "report/trace_report.hpp"

namespace samenloop::report {

struct TraceLine {
    std::size_t indent = 0;
    std::string lead;
    std::string text;
    Paint paint = Paint::plain;
};

struct TraceSection {
    std::string head;  // the first: goal and state
    std::vector<TraceLine> lines;
};

/// A goal that is held back by what an earlier one was, too, is told briefly.
std::vector<std::vector<TraceSection>> tell(const RuleBase& rules, std::span<const Trace> traces,
                                            const TraceStyle& style);

}  // namespace samenloop::report
