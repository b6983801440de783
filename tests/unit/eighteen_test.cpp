// Child benefit is for who is not yet 18 on the first day of the quarter (AKW 11): it ends on the first day of a
// quarter, on the birthday itself when that is one.

#include <catch2/catch.hpp>

#include "engine/calendar.hpp"
#include "engine/timeline.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

struct Birthday {
    std::string day;
    std::string last;   // day of the right
    std::string first;  // day without it
};

}  // namespace

TEST_CASE("child benefit ends on the first day of the quarter on which one is 18", "[events]") {
    const auto row = GENERATE(values<Birthday>(
        {{"2025-03-31", "2025-03-31", "2025-04-01"},
         {"2025-04-01", "2025-03-31", "2025-04-01"},
         {"2025-04-02", "2025-06-30", "2025-07-01"},
         {"2025-10-01", "2025-09-30", "2025-10-01"},
         {"2025-12-31", "2025-12-31", "2026-01-01"}}));
    CAPTURE(row.day);
    const auto xml =
        R"(<situation xmlns="urn:samenloop:situation:1" id="x" title="x" date="2025-01-15" rest="ordinary">)"
        R"(<fact item="p.age">17</fact><event id="b" title="b" date=")" +
        row.day + R"(" item="p.age" from="17" to="18"/></situation>)";
    const auto situation = read_situation(source("birthday.xml", xml), shipped_rules());
    REQUIRE(situation);
    const Calendar calendar(shipped_rules());
    const auto now = engine::evaluate(calendar.on(situation->date), *situation, engine::World::law);
    const auto rule = std::ranges::find(shipped_rules().rules, "AKW-7-kind", &Rule::id);
    REQUIRE(rule != shipped_rules().rules.end());
    const auto index = static_cast<Index>(rule - shipped_rules().rules.begin());
    const auto applies = [&](const std::string& day) {
        return engine::moved_to(now, *situation, calendar, *Date::parse(day)).applies(index);
    };
    CHECK(applies(row.last) == Truth::yes);
    CHECK(applies(row.first) == Truth::no);
}
