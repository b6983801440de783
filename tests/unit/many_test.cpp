// Many situations in one call: the reports of `check`, in their order, whatever the number of threads.

#include <algorithm>

#include <catch2/catch.hpp>

#include "engine/calendar.hpp"
#include "feel/work.hpp"
#include "samenloop/check.hpp"
#include "samenloop/report.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

std::vector<Situation> several() {
    std::vector<Situation> all;
    for (const std::string wage : {"0", "900", "1800", "2700"})
        for (const std::string rent : {"0", "680"})
            all.push_back(person({{"p.age", "32"},
                                  {"inc.wage_m", wage},
                                  {"rent", rent},
                                  {"kids", "[{age: 3, lawful: true, at_addr: true}]"}}));
    return all;
}

std::string told(const Report& report) {
    return std::ranges::find(output_formats(), "json", &OutputFormat::name)
        ->write(shipped_rules(), std::span(&report, 1), {});
}

}  // namespace

TEST_CASE("many situations are checked as each one is, by any number of threads") {
    const auto situations = several();
    std::vector<std::string> alone;
    for (const auto& s : situations) alone.push_back(told(check(shipped_rules(), s)));
    for (const std::size_t threads : {1, 2, 4}) {
        const auto reports = check_all(shipped_rules(), situations, {}, threads);
        REQUIRE(reports.size() == situations.size());
        for (std::size_t i = 0; i < reports.size(); ++i) CHECK(told(reports[i]) == alone[i]);
    }
    CHECK(check_all(shipped_rules(), {}).empty());
}

TEST_CASE("situations of other days in one call do not move the day of one") {
    // The rules are the same on all of these days; a birthday is behind one of them and ahead of the other.
    std::vector<Situation> days;
    for (const std::string day : {"2025-01-01", "2025-01-15", "2025-02-20"}) {
        auto read = read_situation(
            source("birthday.xml",
                   R"(<situation xmlns="urn:samenloop:situation:1" id="x" title="x" rest="ordinary" date=")" + day +
                       R"("><person id="self" relation="self" birth="1972-03-01" benefit_type="bijstand"
            income="17500"/><person id="son" relation="child" birth="1998-01-15" income="20000"/>
            <fact item="rent">650</fact></situation>)"),
            shipped_rules());
        REQUIRE(read);
        days.push_back(std::move(*read));
    }
    std::vector<std::string> alone;
    for (const auto& s : days) alone.push_back(told(check(shipped_rules(), s)));
    REQUIRE(alone[0] != alone[1]);
    for (int turn = 0; turn < 2; ++turn) {
        const auto reports = check_all(shipped_rules(), days, {}, 1);
        for (std::size_t i = 0; i < days.size(); ++i) CHECK(told(reports[i]) == alone[i]);
        std::ranges::reverse(days);
        std::ranges::reverse(alone);
    }
}

TEST_CASE("what the rules cost to compile counts for no situation") {
    const auto s = person({{"p.age", "32"}});
    const auto spent_on = [&](const Calendar& calendar) {
        const feel::work::Limit limit;
        const auto before = feel::work::spent();
        static_cast<void>(calendar.on(s.date));
        return feel::work::spent() - before;
    };
    const Calendar calendar(shipped_rules());
    CHECK(spent_on(calendar) == 0);
}
