#pragma once
// The constants that rules and needs compare a fact with: where something may change.

#include <vector>

#include "engine/evaluation.hpp"
#include "model/path.hpp"

namespace samenloop::detect {

/// Of all rules in force, in their order; a constant may come more than once.
std::vector<Value> breakpoints_of(const engine::Evaluation& e, const model::Path& path);

}  // namespace samenloop::detect
