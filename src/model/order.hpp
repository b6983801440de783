#pragma once
// In which order the slots of the dictionary are to be worked out, so that what decides a slot is known before the
// slot.
//
// A slot needs what may decide it: an item its `define` effects and its `otherwise`; granted.<scheme> and
// amount.<scheme> the grants, denials, bases and reductions of the scheme; charge.<id> its charges and reductions.  An
// effect needs what its value and its organisations read, and whether its rule applies: what `when`, `each` and
// `request` read, and whether one of the rules that are an exception to it applies.  (An override bites on effects on
// the same object only, and those are among the effects that decide the slot anyway.)

#include <vector>

#include "samenloop/model.hpp"

namespace samenloop::model {

/// All slots, each after the slots it needs; definitions in a circle are errors at the rule that closes it.
Result<std::vector<Slot>> definition_order(const RuleBase& rules);

}  // namespace samenloop::model
