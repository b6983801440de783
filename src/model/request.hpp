#pragma once
// Rules that somebody must ask for.

#include <optional>

#include "samenloop/model.hpp"

namespace samenloop::model {

/// The one fact that tells that the rule was asked for: whoever asks makes it so.  Nothing where the rule is not asked
/// for, or where no single yes-or-no fact tells it.
std::optional<Slot> asked_by(const RuleBase& base, Index rule);

}  // namespace samenloop::model
