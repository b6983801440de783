// Bounds on work, on the shipped rules: what is counted grows slowly, long lists are refused at their place, what would
// take for ever is given up, and a search that stops early says so.

#include "feel/work.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "engine/timeline.hpp"
#include "samenloop/check.hpp"
#include "samenloop/trace.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

std::string elements(std::size_t count, const std::function<std::string(std::size_t)>& attributes) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += "<element " + attributes(i) + "/>\n";
    return all;
}

std::string children(std::size_t count) {
    return elements(count, [](std::size_t i) { return "age=\"" + std::to_string(i % 18) + "\""; });
}

std::string debts(std::size_t count) {
    static const std::vector<std::string> creditors{"CAK", "CJIB", "DUO", "Belastingdienst", "verhuurder"};
    static const std::vector<std::string> stages{"overdue", "writ", "attachment", "current", "reminder"};
    return elements(count, [](std::size_t i) {
        return "creditor=\"" + creditors[i % 5] + "\" eur=\"" + std::to_string(100 + i) + "\" stage=\"" +
               stages[i / 5 % 5] + "\"";
    });
}

std::string towns(std::size_t count) {
    return elements(count, [](std::size_t i) {
        return "name=\"" + (i == 0 ? std::string("A") : "M" + std::to_string(i)) + "\" region_binding=\"true\"";
    });
}

std::string adults(std::size_t count) {
    return elements(count, [](std::size_t i) {
        return "age=\"" + std::to_string(20 + i) + "\" rel=\"none\" student=\"false\" income=\"20000\"";
    });
}

std::string list(const std::string& item, const std::string& content) {
    return "<list item=\"" + item + "\">\n" + content + "</list>\n";
}

Result<Situation> household_with(const std::string& lists) {
    return read_situation(
        source("long.xml",
               "<situation xmlns=\"urn:samenloop:situation:1\" id=\"x\" title=\"x\" date=\"2025-01-15\" "
               "rest=\"ordinary\">\n<fact item=\"inc.benefit_type\">bijstand</fact>\n"
               "<fact item=\"inc.toets\">17500</fact>\n<fact item=\"rent\">650</fact>\n" +
                   lists + "</situation>"),
        shipped_rules());
}

struct Looked {
    Report report;
    std::uint64_t work = 0;
    bool stopped_early = false;
};

Looked look(const std::string& lists) {
    const auto situation = household_with(lists);
    INFO((situation ? "" : render(situation.error(), Language::en)));
    REQUIRE(situation.has_value());
    const feel::work::Limit limit(std::numeric_limits<std::uint64_t>::max());
    Looked all{check(shipped_rules(), *situation), 0, false};
    all.work = feel::work::spent();
    all.stopped_early =
        std::ranges::any_of(all.report.judgement.notices, [](const Notice& n) { return n.kind == NoticeKind::search; });
    return all;
}

}  // namespace

TEST_CASE("what thirty people with two hundred debts take is far from the limit") {
    const auto all = look(list("kids", children(10)) + list("hh", adults(18)) + list("debts", debts(200)));
    CHECK(all.work < most_work / 5);
    CHECK(look(list("kids", children(2)) + list("debts", debts(3))).work < most_work / 200);
}

TEST_CASE("work grows no faster than the square of each list") {
    const auto ratio = [](const std::string& shorter, const std::string& longer) {
        return static_cast<double>(look(longer).work) / static_cast<double>(look(shorter).work);
    };
    CHECK(ratio(list("kids", children(25)), list("kids", children(50))) < 5);
    CHECK(ratio(list("hh", adults(15)), list("hh", adults(30))) < 5);
    CHECK(ratio(list("debts", debts(100)), list("debts", debts(200))) < 5);
    CHECK(ratio(list("mun", towns(150)), list("mun", towns(300))) < 5);
}

TEST_CASE("of a family each fact is looked at by itself, of a list of hundreds not, and that is told") {
    CHECK_FALSE(look(list("kids", children(6)) + list("debts", debts(12))).stopped_early);
    CHECK(look(list("hh", adults(18)) + list("debts", debts(300))).stopped_early);
}

TEST_CASE("a list is refused at its 501st element") {
    REQUIRE(household_with(list("kids", children(500))).has_value());
    const auto refused = household_with(list("kids", children(501)));
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().size() == 1);
    CHECK(
        render(refused.error(), Language::en).starts_with("long.xml:506:1: error: 'kids' has more than 500 elements"));
}

TEST_CASE("a situation is refused at its 5,001st event or dated fact") {
    const auto dated = [](std::size_t count) {
        std::string facts;
        auto day = *Date::parse("2000-01-01");
        for (std::size_t i = 0; i < count; ++i) {
            const auto next = Date::from_days(day.days() + 1);
            facts += "<fact item=\"inc.wage_m\" from=\"" + day.to_string() + "\" to=\"" + next.to_string() + "\">" +
                     std::to_string(1000 + i % 7) + "</fact>\n";
            day = next;
        }
        return read_situation(
            source("days.xml",
                   "<situation xmlns=\"urn:samenloop:situation:1\" id=\"x\" title=\"x\" "
                   "date=\"2025-01-15\" rest=\"unknown\">\n" +
                       facts + "</situation>"),
            shipped_rules());
    };
    REQUIRE(dated(5000).has_value());
    const auto refused = dated(5001);
    REQUIRE_FALSE(refused.has_value());
    CHECK(render(refused.error(), Language::en)
              .starts_with("days.xml:5002:1: error: more than 5000 events and dated facts"));
}

TEST_CASE("what would take for ever is given up") {
    auto files = rule_files(SAMENLOOP_SOURCE_DIR "/rules");
    files.push_back(source("slow.xml", R"(<rulebase xmlns="urn:samenloop:rules:1" jurisdiction="nl">
        <item id="slow" type="boolean" title="s" otherwise="some a in kids, b in kids, c in kids satisfies a.age + b.age + c.age = 99"/>
        </rulebase>)"));
    const auto rules = read_rulebase(files);
    REQUIRE(rules.has_value());
    const auto situation = [&](std::size_t count) {
        auto read = read_situation(
            source("long.xml", R"(<situation xmlns="urn:samenloop:situation:1" id="x" title="x" )"
                               R"(date="2025-01-15" rest="ordinary">)" +
                                   list("kids", children(count)) + "</situation>"),
            *rules);
        REQUIRE(read.has_value());
        return std::move(*read);
    };
    CHECK_THROWS_AS(check(*rules, situation(500)), TooMuchWork);
    CHECK_THROWS_AS(trace(*rules, situation(500)), TooMuchWork);
    CHECK_NOTHROW(check(*rules, situation(5)));
}

TEST_CASE("a limit ends with its block") {
    const feel::work::Limit outer(100);
    {
        const feel::work::Limit inner(10);
        CHECK_THROWS_AS(feel::work::add(11), TooMuchWork);
    }
    CHECK(feel::work::spent() == 11);
    CHECK_NOTHROW(feel::work::add(89));
    CHECK_THROWS_AS(feel::work::add(), TooMuchWork);
}

TEST_CASE("no day is looked at on which nothing can change") {
    // What the rules ask of the day: its year, its month, the month and the quarter that follow, days shifted from it.
    const auto family = read_situation(
        source("family.xml", R"(<situation xmlns="urn:samenloop:situation:1" id="x" title="x" date="2025-02-01"
            rest="ordinary"><person id="m" relation="self" birth="1984-02-01" wage_m="1000"/>
            <person id="s" relation="child" birth="2007-03-10"/><person id="d" relation="child" birth="2013-05-20"/>
            </situation>)"),
        shipped_rules());
    REQUIRE(family);
    const Calendar calendar(shipped_rules());
    const auto now = engine::evaluate(calendar.on(family->date), *family, engine::World::law);
    const auto line = engine::timeline(now, *family, calendar, {family->date, *Date::parse("2025-08-01")});
    CHECK(line.spans.size() >= 4);
    CHECK(line.spans.size() <= 12);  // six months, birthdays, quarters and half-years: not 181 days
}
