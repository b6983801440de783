#pragma once
// In which order outcomes can be reached: what needs nothing that is not there comes first, then what needs only that,
// and so on.  Outcomes of one step can be sought at the same time.  The steps are the rounds of the least fixpoint
// (evaluate/reach.hpp), so an outcome of a circle is in none of them.

#include "engine/evaluation.hpp"

namespace samenloop::detect {

/// Outcomes that are not there yet, by step; each step sorted.
std::vector<std::vector<Index>> steps_to_outcomes(const engine::Evaluation& e);

/// What must come before the outcome, of those that are not there yet: by the alternative whose last part comes first.
std::vector<Index> before(const engine::Evaluation& e, Index outcome);

}  // namespace samenloop::detect
