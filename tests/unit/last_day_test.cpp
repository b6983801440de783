// The first and the last day of the calendar are days like any other: an interval that holds them has an end.

#include <catch2/catch.hpp>

#include "samenloop/check.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

TEST_CASE("a day has a day before and after it, at the ends of the calendar too", "[date]") {
    const auto last = *Date::parse("9999-12-31");
    const auto first = *Date::parse("0001-01-01");
    CHECK(Date::from_days(last.days() + 1) > last);
    CHECK(Date::from_days(first.days() - 1) < first);
    CHECK(Date::from_days(last.days() + 2) == Date::from_days(last.days() + 1));
    CHECK(last.plus({1, 0}) == Date::from_days(last.days() + 1));
    CHECK(Date::parse("9999-12-01")->plus({1, 0}) > last);
    CHECK(first.plus({0, -5}) == Date::from_days(first.days() - 1));
    CHECK(last.plus({1, 0}).to_string() == "9999-12-31");
    CHECK_FALSE(Date::parse("0000-12-31"));
}

TEST_CASE("a situation with events can be looked at on every day", "[date]") {
    const auto day = GENERATE(as<std::string>{}, "9999-12-31", "9999-12-30", "0001-01-01", "0001-01-02");
    const auto file = GENERATE(as<std::string>{}, "ontslag.xml", "kind-wordt-27.xml");
    CAPTURE(day, file);
    const auto path = SAMENLOOP_SOURCE_DIR "/examples/situations/" + file;
    const auto situation = read_situation(source(file, text_of_file(path)), shipped_rules());
    REQUIRE(situation);
    CHECK_NOTHROW(check(shipped_rules(), *situation, {Date::parse(day), {}}));
}
