#pragma once
// Chance with a seed: the same everywhere, which the distributions of <random> are not.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <span>
#include <vector>

namespace samenloop::test {

/// How many to look at: all, or the percentage in SAMENLOOP_SAMPLE where each takes long, as under sanitizers.
inline int sample(int all) {
    const char* percentage = std::getenv("SAMENLOOP_SAMPLE");
    return percentage == nullptr ? all : std::max(1, all * std::atoi(percentage) / 100);
}

class Random {
  public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    /// From low up to and including high.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool percent(int chance) { return between(1, 100) <= chance; }
    template <class T>
    const T& one_of(const std::vector<T>& all) {
        return all[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(all.size()) - 1))];
    }
    /// Lies between the marks low, q1, median, q3, high, a quarter of the chance in each part.
    std::int64_t spread(const std::vector<std::int64_t>& marks) {
        const auto part = static_cast<std::size_t>(between(0, static_cast<std::int64_t>(marks.size()) - 2));
        return between(marks[part], marks[part + 1]);
    }

  private:
    std::mt19937_64 engine_;
};

}  // namespace samenloop::test
