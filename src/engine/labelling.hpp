#pragma once
// The grounded extension on one object, and what practice makes of it.

#include "engine/evaluation.hpp"

namespace samenloop::engine {

/// Sets the labels of all arguments on the object; the conditions of their rules must have been evaluated.
void label_object(Evaluation& e, Index index);

}  // namespace samenloop::engine
