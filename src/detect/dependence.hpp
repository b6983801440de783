#pragma once
// What a conditional finding depends on: the facts that nobody gave and that decide whether it is there.  A finding
// that is conditional names at least one of them, so that the reader knows what to ask; a certain one depends on
// nothing.

#include "detect/what_if.hpp"

namespace samenloop::detect {

/// Unknown facts, in dictionary order; where there is none, amounts that have no value on the day, or sums of schemes
/// that no rule states.  `rules`: those of the finding.
std::vector<model::Path> depends_on(const WhatIf& inquiry, const CandidateFinding& m, const std::vector<Index>& rules);

/// Nobody could tell a fact that decides: amounts have no value on the day, or the rules leave something out.
bool lacks_only_rules(const engine::Evaluation& e, const std::vector<model::Path>& depends_on);

}  // namespace samenloop::detect
