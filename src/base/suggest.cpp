#include "suggest.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "both.hpp"

namespace samenloop::base {
namespace {

constexpr std::size_t longest_word = 100;  // the table is quadratic

}  // namespace

// Optimal string alignment: three rows of the classic table, the oldest one for swaps.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::array<std::vector<std::size_t>, 3> rows;
    for (auto& row : rows) row.resize(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i - 1) % 3];
        const auto& swapped = rows[(i + 1) % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = a[i - 1] == b[j - 1];
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0U : 1U)});
            const bool swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swap) row[j] = std::min(row[j], swapped[j - 2] + 1);
        }
    }
    return rows[a.size() % 3][b.size()];
}

Text did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
    if (word.size() > longest_word) return {};
    const auto limit = std::min<std::size_t>(3, std::max<std::size_t>(1, word.size() / 3));
    auto best = limit + 1;
    std::string_view nearest;
    for (const auto candidate : candidates) {
        if (candidate.size() > word.size() + limit || word.size() > candidate.size() + limit) continue;
        const auto distance = edit_distance(word, candidate);
        if (distance >= best || distance >= candidate.size()) continue;
        best = distance;
        nearest = candidate;
    }
    return nearest.empty() ? Text() : both("bedoelt u '{}'?", "did you mean '{}'?", nearest);
}

}  // namespace samenloop::base
