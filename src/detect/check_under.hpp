#pragma once
// The check of a situation under programs that others use, too: compiled once, whatever is asked of them.

#include "engine/calendar.hpp"
#include "samenloop/check.hpp"

namespace samenloop::detect {

/// What `check` says under the rules of the calendar.
Report check_under(const Calendar& calendar, const Situation& situation, const CheckOptions& options = {});

}  // namespace samenloop::detect
