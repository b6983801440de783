#pragma once
// The most that one analysis of one situation may work out.

#include <cstdint>
#include <stdexcept>

#include "samenloop/text.hpp"

namespace samenloop {

/// Expressions evaluated and list elements visited: some seconds.  A household of four takes a four-hundredth of it,
/// one of thirty people with two hundred debts a sixteenth.
inline constexpr std::uint64_t most_work = 40'000'000;

/// Thrown by check, trace, curve and data when rules and situation together would take more than `most_work`: rules
/// that go over lists inside one another, over lists of hundreds.
class TooMuchWork : public std::runtime_error {
  public:
    TooMuchWork();
    /// What `what` says, in both languages.
    static Text in_words();
};

}  // namespace samenloop
