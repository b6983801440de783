#pragma once
// Money is paid in cents.  Amounts are compared by the cent: a difference smaller than that is dust of a division or of
// a rounding that no law makes, and none.  An amount that is shared is shared in cents, and the parts add up to it.

#include <vector>

#include "samenloop/value.hpp"

namespace samenloop::engine {

/// Is the first more than the second, by a cent at least?
Truth exceeds(const Value& more, const Value& less);

/// Is there a cent of it at least?
inline Truth worth_a_cent(const Value& amount) { return exceeds(amount, Decimal(0)); }

/// The amount in proportion to the claims, in whole cents by largest remainder; of two equal remainders the larger
/// claim goes first, then who stands first.  What is no whole cent goes with the first cent that is left over.
std::vector<Decimal> shares(const Decimal& amount, const std::vector<Decimal>& claims);

}  // namespace samenloop::engine
