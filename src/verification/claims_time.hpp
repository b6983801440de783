#pragma once
// The claims of findings that are about days: computed anew, day by day and month by month.

#include <string>

#include "engine/calendar.hpp"
#include "engine/evaluation.hpp"
#include "samenloop/finding.hpp"

namespace samenloop::verification {

/// Is this kind of finding about days?
bool is_about_time(std::string_view code);

/// "" when the claim holds; else what does not hold.
std::string check_time_claim(const engine::Evaluation& here, const Situation& situation, const Calendar& calendar,
                             const Finding& finding);

}  // namespace samenloop::verification
