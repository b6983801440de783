#pragma once
// Rules that can move disposable income or the protected level.

#include "detect/scene.hpp"

namespace samenloop::detect {

/// All that put an amount on an item, scheme or charge, here or in the reference household.
std::vector<Index> rules_of_the_level(const Scene& scene);

}  // namespace samenloop::detect
