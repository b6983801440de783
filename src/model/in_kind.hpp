#pragma once
// What a scheme or a need is about: money, or something else (care, a place to sleep, a permit), of which nothing is
// paid.

#include "samenloop/model.hpp"

namespace samenloop::model {

/// No rule states an amount of it, and it counts as no income.
bool in_kind(const RuleBase& base, Index scheme);

}  // namespace samenloop::model
