#pragma once
// From labels to values: what an item, a scheme or a charge is worth once it is known which effects are accepted.
// What rests on a maybe effect is covered from both sides: the hull of with and without.

#include "engine/evaluation.hpp"

namespace samenloop::engine {

/// Sets the values of the slots that the object decides.
void decide_values(Evaluation& e, Index index);

}  // namespace samenloop::engine
