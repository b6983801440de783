#pragma once
// The pieces of one analysis on all cores: what is told of each finding rests on hundreds of what-ifs of its own.
//
// The outcome is the same for any number of threads.  So each piece asks a copy of the what-if as it was before all of
// them, and may spend a share of what is left for explanations, whatever the others spend.

#include "base/function_ref.hpp"
#include "detect/what_if.hpp"

namespace samenloop::detect {

/// Calls piece(…, 0) … piece(…, n - 1); what all have spent counts for the caller.
void side_by_side(const WhatIf& inquiry, std::size_t n, base::function_ref<void(const WhatIf&, std::size_t)> piece);

}  // namespace samenloop::detect
