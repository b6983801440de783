#pragma once
// The borders within which a finding holds: facts that nobody changes, and how far they can be otherwise before it is
// gone (definitions 11.3).  Of a number or a day the nearest tried value on each side, of anything else the nearest
// other value.

#include "detect/instead.hpp"
#include "detect/what_if.hpp"

namespace samenloop::detect {

struct Breakpoints {
    std::vector<Border> borders;
    bool cut_short = false;  // of some places they were not sought
};

/// `places`: of the facts that the matter rests on; `about_days`: other days count, too.
Breakpoints breakpoints_within(const WhatIf& inquiry, const Instead& instead, const CandidateFinding& m,
                               const std::vector<model::Path>& places, bool about_days);

}  // namespace samenloop::detect
