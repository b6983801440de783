#pragma once
// "bedoelt u 'p.age'?", "did you mean 'p.age'?" for a word that is not in a list.

#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "samenloop/text.hpp"

namespace samenloop::base {

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The hint for a diagnostic, naming the nearest candidate (the first of equals); empty when none is near enough:
/// at most three edits, and at most one edit for each three letters.
Text did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

/// The same for any range of things that become a string_view.
template <class Range, class Projection>
Text did_you_mean(std::string_view word, const Range& range, Projection projection) {
    std::vector<std::string_view> candidates;
    candidates.reserve(static_cast<std::size_t>(std::ranges::distance(range)));
    for (const auto& each : range) candidates.push_back(projection(each));
    return did_you_mean(word, candidates);
}

}  // namespace samenloop::base
