#pragma once
// Borders that a proposal makes or moves, and which of the situations come near them.  That nobody in a set of
// situations stands near a border says something of the set, not of the proposal: so it is told.

#include <span>

#include "comparison/amendment_cache.hpp"
#include "samenloop/compare.hpp"

namespace samenloop::comparison {

struct SituationDay {
    std::size_t situation = 0;
    Date day;
};

/// Of the situations that the proposal reaches.  The curves of a few households show the borders; what a household
/// earns, owns and its ages are looked over as far as the modified rules can depend on them.
void find_borders(Comparison& c, const AmendmentCache& laws, std::span<const SituationDay> reached);

}  // namespace samenloop::comparison
