#pragma once
// Where a curve is nowhere above what it was before.

#include "engine/income_profile.hpp"

namespace samenloop::engine {

struct LevelPiece {
    Decimal low;
    Decimal high;
    Value level;  // Decimal or polynomial; of anything else the search starts anew behind the piece
};

/// From left to right, with `parts` left empty.  Shorter than a cent is no trap.  `at_start`: the level exactly where
/// the first piece begins, which at a limit is another one than just beyond it.
std::vector<Trap> find_traps(const std::vector<LevelPiece>& pieces, std::optional<Decimal> at_start = std::nullopt);

}  // namespace samenloop::engine
