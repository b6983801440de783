#pragma once
// What is no longer there on a day, and what has lost its hold by it.

#include "engine/program.hpp"

namespace samenloop::engine {

bool repealed(const Interval& in_force, Date day);

/// The rule, or the law that it stands in.
bool repealed(const RuleBase& base, Index rule, Date day);

/// All that the rule sets aside, excepts, corrects, or reads by the definition of some law has been repealed.
bool dangles(const Program& program, Index rule);

}  // namespace samenloop::engine
