#pragma once
// How findings end: for each the steps after which it is gone or settled, every one tried on all that can depend on it,
// and the borders within which it holds (definitions 11.3).
//
// A step is no way out when it contradicts what else is so, leaves the person worse off, or brings another finding as
// bad as the one it ends.  Two steps together are tried only where none will do alone, three only where no two will.

#include "detect/group.hpp"

namespace samenloop::detect {

/// Fills removed_by and borders of every finding; `there` is all that was found or settled, also if facts are as
/// supposed.  False when not everything was tried.
bool find_ways_out(const WhatIf& inquiry, const std::vector<CandidateFinding>& there, const Vanished& vanished,
                   std::vector<DraftFinding>& all);

/// Only what somebody can do: of removed_by what comes before a change of the law.
void find_steps(const WhatIf& inquiry, const std::vector<CandidateFinding>& there, std::vector<DraftFinding>& all);

}  // namespace samenloop::detect
