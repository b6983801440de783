// Pieces of work on all cores: each is done once, and what goes wrong first by number is what is told.
#include "base/parallel.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using samenloop::base::in_parallel;

TEST_CASE("each piece is done once", "[parallel]") {
    for (const std::size_t n : {0U, 1U, 2U, 7U, 1000U}) {
        std::vector<int> times(n, 0);
        in_parallel(n, [&](std::size_t i) { ++times[i]; });
        CHECK(times == std::vector<int>(n, 1));
    }
}

TEST_CASE("of what is thrown the lowest number is thrown again, after all have ended", "[parallel]") {
    std::vector<int> times(50, 0);
    const auto piece = [&](std::size_t i) {
        ++times[i];
        if (i % 10 == 3) throw std::runtime_error(std::to_string(i));
    };
    CHECK_THROWS_WITH(in_parallel(times.size(), piece), "3");
    CHECK(times == std::vector<int>(50, 1));
}
