#pragma once
// The findings that are not there on the day looked at and begin before the last day of the timeline.

#include <string>
#include <vector>

#include "samenloop/finding.hpp"

namespace samenloop::report {

/// Their first days, in order; one that a finding of today tells of already is left out.
std::vector<const Moment*> coming(const Report& report);

/// "Op komst: 2 bevindingen, de eerste op 10 maart 2025. De ergste, op 1 april 2025: …", and from which day on less can
/// be judged; nothing where neither is so.
std::vector<std::string> coming_lines(const Report& report, Language language);

}  // namespace samenloop::report
