#pragma once
// The part of the graph in which the findings live, as a cgraph graph: things by kind, the findings' chains as edges,
// one frame a finding, a legend.  The worst findings first; what does not fit on an A4 is counted, not drawn.

#include "report/cgraph.hpp"
#include "samenloop/report.hpp"

namespace samenloop::report {

inline constexpr std::size_t max_findings_drawn = 6;
inline constexpr std::size_t max_links_drawn = 12;  // of one finding

Picture draw(const RuleBase& rules, const Report& report, const Style& style);

}  // namespace samenloop::report
