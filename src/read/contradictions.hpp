#pragma once
// What a situation says that cannot be so, or hardly: facts that exclude one another, an organisation that the rules do
// not know, an element of which something is missing that nobody assumes.  Told at the fact that was given last.

#include "read/names.hpp"
#include "read/problems.hpp"
#include "samenloop/situation.hpp"

namespace samenloop {

/// `situation` with what the ordinary person adds; `given` holds the facts that were written, with their places.
/// Errors become problems, warnings go with the situation.
void check_facts(const RuleBase& rules, Situation& situation, const Names& given, Problems& problems);

}  // namespace samenloop
