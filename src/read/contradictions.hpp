#pragma once
// What a situation says that cannot be so, or hardly: facts that exclude one another, told at the one that was given
// last, and an element of which something is missing that nobody assumes.

#include "read/names.hpp"
#include "read/problems.hpp"
#include "samenloop/situation.hpp"

namespace samenloop::read {

/// `situation` with what the ordinary person adds; `given` holds the facts that were written, with their places.
/// Errors become problems, warnings go with the situation.
void check_facts(const RuleBase& rules, Situation& situation, const Names& given, Problems& problems);

}  // namespace samenloop::read
