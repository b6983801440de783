#pragma once
// Rules that can move disposable income or the protected level.

#include "detect/detection_context.hpp"

namespace samenloop::detect {

/// All that put an amount on an item, scheme or charge, here or in the reference household.
std::vector<Index> rules_of_the_level(const DetectionContext& scene);

}  // namespace samenloop::detect
