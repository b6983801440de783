#pragma once
// Items and concepts that a proposal makes be there twice.
//
// Two items are one when they are of one type and unit and have one title, or one rule each that defines them alike;
// two concepts, when they have one title.

#include "engine/program.hpp"
#include "samenloop/compare.hpp"

namespace samenloop::comparison {

/// Fills superfluous: pairs that are so after and were not before.
void find_duplicates(Comparison& c, const engine::Program& before, const engine::Program& after);

}  // namespace samenloop::comparison
