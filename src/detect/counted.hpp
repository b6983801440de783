#pragma once
// Kinds of finding that are there once something is counted often enough (PU-3, PU-5, PU-7).

#include <optional>

#include "detect/detection_context.hpp"

namespace samenloop::detect {

Decimal count_of(std::size_t n);

/// Measured by what is there for sure, which may fall short of enough; nothing when even with what may be there it
/// does.
std::optional<Candidate> counted(std::string key, std::size_t surely, std::size_t perhaps, const Decimal& enough);

}  // namespace samenloop::detect
