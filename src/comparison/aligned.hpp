#pragma once
// A rule base in which one law's definition of a word is read instead of another's.

#include <optional>

#include "samenloop/model.hpp"

namespace samenloop::comparison {

/// The rules whose condition, list, request or values read the slot.
std::vector<Index> readers_of(const RuleBase& rules, Slot slot);

/// All of them read `to` where they read `from`; nothing when a definition would then rest on itself.
std::optional<RuleBase> aligned(const RuleBase& rules, Slot from, Slot to);

}  // namespace samenloop::comparison
