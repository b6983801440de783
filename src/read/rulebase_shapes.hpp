#pragma once

#include <span>

#include "read/shape.hpp"

namespace samenloop::read {

/// The elements of a rule base, the root first; the same as rules/rules.rng says.
std::span<const Shape> rulebase_shapes();

}  // namespace samenloop::read
