#pragma once
// What a rule base says that can be read and is hardly meant: a condition that never or always holds, ids that differ
// in nothing but capitals, a norm that no file gives.  Warnings, at their place.

#include "samenloop/model.hpp"

namespace samenloop::solve {

Diagnostics doubtful(const RuleBase& base);

}  // namespace samenloop::solve
