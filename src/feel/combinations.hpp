#pragma once
// How often the innermost condition of an expression is asked, as far as it can be told from the text: lists that are
// written out, inside one another.  (Lists of facts are as long as the situation makes them; see work.hpp.)

#include <cstdint>

#include "body.hpp"

namespace samenloop::feel {

inline constexpr std::uint64_t most_combinations = 10'000;

/// Saturates far above `most_combinations`.
std::uint64_t combinations(const Expression::Body& body);

}  // namespace samenloop::feel
