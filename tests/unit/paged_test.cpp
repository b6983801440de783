// A vector whose copies share pages: what one copy writes no other sees, and what is not written stays shared.

#include "samenloop/paged.hpp"

#include <catch2/catch.hpp>

using samenloop::Paged;

TEST_CASE("what is written into a copy stays in it") {
    Paged<int> first(40);
    first.edit(3) = 7;
    auto second = first;
    CHECK(second == first);
    second.edit(3) = 8;
    second.set(39, 5);
    CHECK(first[3] == 7);
    CHECK(second[3] == 8);
    CHECK(first[39] == 0);
    CHECK(second[39] == 5);
    CHECK_FALSE(second == first);
}

TEST_CASE("a page is copied when something on it changes, and only then") {
    Paged<int> first(64);
    auto second = first;
    second.set(0, 0);  // as it is
    CHECK(&second[0] == &first[0]);
    second.set(0, 1);
    CHECK(&second[0] != &first[0]);
    CHECK(&second[63] == &first[63]);
}

TEST_CASE("pages of a plain vector") {
    const std::vector<int> flat{1, 2, 3};
    const Paged<int> pages(flat);
    REQUIRE(pages.size() == 3);
    for (std::size_t i = 0; i < flat.size(); ++i) CHECK(pages[i] == flat[i]);
    CHECK_FALSE(pages == Paged<int>(4));
    CHECK(Paged<int>() == Paged<int>(0));
}
