#pragma once
// What a proposal makes superfluous: rules whose condition can no longer be met, that another always wins from, that
// another says too, or that hold on to what is gone; items that nothing reads any more, and items and concepts that are
// there twice; and rules of its own that go against a higher law.  With every
// new law old ones should go: these are the candidates.

#include "samenloop/compare.hpp"

namespace samenloop::comparison {

/// Fills superfluous: what is so after and was not before.
void find_excess(Comparison& c);

}  // namespace samenloop::comparison
