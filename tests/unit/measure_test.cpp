// Words stay in their room: wrapped at blanks, broken where one word is too long, cut with a sign that they are.

#include "report/measure.hpp"

#include <catch2/catch.hpp>

using namespace samenloop;

TEST_CASE("lines are no wider than their room, and nothing is lost") {
    const report::Words style{10};
    const std::string text = "De gemeente verstrekt € 5 aan wie in een veenkoloniegemeenschapsvoorziening woont";
    const auto lines = report::fit(text, 90, style, 99);
    std::string all;
    for (const auto& line : lines) {
        CHECK(report::width_of(line, style) <= 90);
        for (const char c : line)
            if (c != ' ') all += c;
    }
    std::string expected;
    for (const char c : text)
        if (c != ' ') expected += c;
    CHECK(all == expected);
}

TEST_CASE("what does not fit in its lines ends in an ellipsis, inside the room") {
    const report::Words style{10, report::Align::start, true};
    const auto lines = report::fit("WWWWWWWWWWWWWWWWWWWW iiii", 60, style, 2);
    REQUIRE(lines.size() == 2);
    CHECK(lines.back().ends_with("…"));
    CHECK(report::width_of(lines.back(), style) <= 60);
    CHECK(report::fit("kort", 60, style, 2) == std::vector<std::string>{"kort"});
    CHECK(report::fit("", 60, style, 2).empty());
}

TEST_CASE("wide letters take more room than narrow ones, bold more than plain") {
    CHECK(report::width_of("WWW", {10}) > 2 * report::width_of("iii", {10}));
    CHECK(report::width_of("veen", {10, report::Align::start, true}) > report::width_of("veen", {10}));
    CHECK(report::width_of("é", {10}) >= report::width_of("e", {10}));
}
