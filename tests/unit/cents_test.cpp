// Amounts by the cent: what counts as more, and how one amount is shared.

#include "engine/cents.hpp"

#include <numeric>

#include <catch2/catch.hpp>

using namespace samenloop;

namespace {

Decimal money(const char* text) { return *Decimal::parse(text); }

std::vector<Decimal> shared(const char* amount, const std::vector<Decimal>& claims) {
    return engine::shares(money(amount), claims);
}

}  // namespace

TEST_CASE("a cent more is more, less than a cent is not") {
    CHECK(engine::exceeds(money("1278.18"), money("1278.17")) == Truth::yes);
    CHECK(engine::exceeds(money("1278.18"), money("1278.175")) == Truth::no);
    CHECK(engine::exceeds(Decimal(100), Decimal(100) / Decimal(3) * Decimal(3)) == Truth::no);
    CHECK(engine::exceeds(Decimal(1) / Decimal(300) + Decimal(1) / Decimal(150), Decimal(0)) == Truth::yes);
    CHECK(engine::exceeds(Value(), Decimal(0)) == Truth::unknown);
    CHECK(engine::exceeds(Range{Decimal(0), money("0.009")}, Decimal(0)) == Truth::no);
    CHECK(engine::exceeds(Range{Decimal(0), money("0.01")}, Decimal(0)) == Truth::unknown);
}

TEST_CASE("cents left over go to the largest remainders") {
    CHECK(shared("67.27", {Decimal(7000), Decimal(1200)}) == std::vector{money("57.43"), money("9.84")});
    CHECK(shared("100", {Decimal(1), Decimal(1), Decimal(1)}) ==
          std::vector{money("33.34"), money("33.33"), money("33.33")});
    CHECK(shared("0.01", {Decimal(1), Decimal(2)}) == std::vector{money("0"), money("0.01")});
    CHECK(shared("10.005", {Decimal(1), Decimal(1)}) == std::vector{money("5.005"), money("5")});
}

TEST_CASE("the parts add up, whatever the claims") {
    for (std::int64_t first = 100; first <= 8100; first += 200)
        for (std::int64_t second = 150; second <= 8150; second += 200) {
            const auto parts = shared("67.27", {Decimal(first), Decimal(second), Decimal(1200)});
            CHECK(std::accumulate(parts.begin(), parts.end(), Decimal(0)) == money("67.27"));
            for (const auto& part : parts) CHECK(part.rounded(2) == part);
        }
}
