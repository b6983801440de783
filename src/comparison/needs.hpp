#pragma once
// What a proposal needs: data that a decision did not need before, with who holds them and how they may come; and who
// gets a task that he did not have.

#include "samenloop/compare.hpp"

namespace samenloop::comparison {

/// Fills data and tasks.
void find_needs(Comparison& c);

Counts counts_of(const RuleBase& rules);

}  // namespace samenloop::comparison
