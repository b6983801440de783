#pragma once
// Which modifications a difference needs.
//
// Modifications are taken out: as long as the difference is still there without some, those are not needed; what is
// left needs each one (a minimal subset, as definitions 10.9 makes rules minimal).

#include "comparison/amendment_cache.hpp"
#include "samenloop/compare.hpp"

namespace samenloop::comparison {

/// On the first of its days; sorted.
std::vector<std::size_t> causes_of(AmendmentCache& laws, const Difference& d);

}  // namespace samenloop::comparison
