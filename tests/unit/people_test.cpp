// People as a file tells them, and what they are on each day: no age is typed in, nobody is moved by hand.
#include "model/people.hpp"

#include <catch2/catch.hpp>

#include "model/kinship.hpp"
#include "reading.hpp"
#include "samenloop/check.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

Result<Situation> told(const std::string& people, const std::string& date = "2025-03-01",
                       const std::string& rest = "ordinary") {
    return read_situation(
        source("family.xml", R"(<situation xmlns="urn:samenloop:situation:1" id="family" title="f" date=")" + date +
                                 R"(" rest=")" + rest + R"(">)" + people + "</situation>"),
        shipped_rules());
}

const std::string mother = R"(<person id="mother" title="moeder" relation="self" birth="1984-02-01" wage_m="1000"/>)";
const std::string son = R"(<person id="son" title="zoon" relation="child" birth="2007-03-10"/>)";

Slot slot(std::string_view id) { return shipped_rules().names.find(id)->second.slot; }

Value on(const Situation& s, std::string_view day, std::string_view id) {
    return model::on_day(shipped_rules(), s, *Date::parse(day)).facts[slot(id)];
}

std::size_t count_of(const Value& list) { return list.get<List>()->elements->size(); }

Value field(const Value& list, std::size_t k, std::string_view list_id, std::string_view name) {
    const auto& type = *shipped_rules().items[slot(list_id)].type.element;
    return (*(*list.get<List>()->elements)[k].get<Record>()->fields)[model::field_index(type, name)];
}

std::string problems(const std::string& people) {
    const auto s = told(people);
    return s ? std::string() : render(s.error(), Language::en);
}

}  // namespace

TEST_CASE("an age follows from the birth on every day", "[people]") {
    const auto s = told(mother + son);
    REQUIRE(s);
    CHECK(s->facts[slot("p.age")] == Value(Decimal(41)));
    CHECK(on(*s, "2026-01-31", "p.age") == Value(Decimal(41)));
    CHECK(on(*s, "2026-02-01", "p.age") == Value(Decimal(42)));
    CHECK(on(*s, "2044-02-01", "p.age") == Value(Decimal(60)));  // far beyond what is told of events
    CHECK(on(*s, "2015-06-01", "p.age") == Value(Decimal(31)));
    CHECK(field(s->facts[slot("kids")], 0, "kids", "age") == Value(Decimal(17)));
}

TEST_CASE("a child that turns 18 is an adult in the house from that day", "[people]") {
    const auto s = told(mother + son);
    REQUIRE(s);
    CHECK(count_of(on(*s, "2025-03-09", "hh")) == 0);
    CHECK(count_of(on(*s, "2025-03-10", "hh")) == 1);
    CHECK(field(on(*s, "2025-03-10", "hh"), 0, "hh", "rel") == Value(std::string("child")));
    CHECK(count_of(on(*s, "2026-03-10", "kids")) == 0);
    CHECK(count_of(on(*s, "2006-01-01", "kids")) == 0);  // not born yet
}

TEST_CASE("who moves in is told once, as an event of that person", "[people]") {
    const auto s = told(mother + R"(<person id="granny" title="oma" relation="parent" birth="1950-05-05" at_addr="false"
        income="20000"/><event id="moves_in" title="oma trekt in" date="2025-04-01" person="granny" item="at_addr" to="true"/>)");
    REQUIRE(s);
    CHECK(count_of(s->facts[slot("hh")]) == 0);
    const auto after = on(*s, "2025-04-01", "hh");
    REQUIRE(count_of(after) == 1);
    CHECK(field(after, 0, "hh", "income") == Value(Decimal(20000)));
    CHECK(field(after, 0, "hh", "rel") == Value(std::string("parent")));
    CHECK(count_of(on(*s, "2025-03-31", "hh")) == 0);
    REQUIRE(!s->events.empty());
    const auto event = std::ranges::find(s->events, "moves_in", &Event::id);
    REQUIRE(event != s->events.end());
    CHECK(event->item == slot("hh"));
}

TEST_CASE("what is given of a person tells the rest of an ordinary one", "[people]") {
    const auto s = told(mother + R"(<person id="lodger" relation="lodger" birth="1990-01-01" wage_m="2000"/>
        <person id="man" relation="partner" birth="1980-01-01" married="true" wage_m="1500"/>)");
    REQUIRE(s);
    const auto& hh = s->facts[slot("hh")];
    REQUIRE(count_of(hh) == 1);  // the partner is none of the others
    CHECK(field(hh, 0, "hh", "income") == Value(Decimal(24000)));
    CHECK(field(hh, 0, "hh", "commercial") == Value(true));
    CHECK(field(hh, 0, "hh", "rel") == Value(std::string("none")));
    CHECK(s->facts[slot("partner.income")] == Value(Decimal(18000)));
    CHECK(s->facts[slot("partner.age")] == Value(Decimal(45)));
    CHECK(s->facts[slot("partner.same_addr")] == Value(true));
}

TEST_CASE("of whom it is not known whether they live here, nothing is said", "[people]") {
    const auto s = told(mother + R"(<person id="x" relation="other" birth="1990-01-01"/>)", "2025-03-01", "unknown");
    REQUIRE(s);
    CHECK(s->facts[slot("hh")].is_unknown());
    CHECK(count_of(s->facts[slot("kids")]) == 0);
}

TEST_CASE("what an event leaves open, the one before it tells", "[people]") {
    const auto s = told(mother + R"(<event id="a" date="2024-06-01" person="mother" item="benefit_m" from="0" to="900"/>
        <event id="b" date="2024-12-01" person="mother" item="benefit_m" to="800"/>
        <event id="c" date="2025-05-01" person="mother" item="benefit_m" to="700"/>
        <event id="d" date="2025-09-01" person="mother" item="benefit_m" to="600"/>)");
    REQUIRE(s);
    for (const auto& [day, amount] :
         {std::pair{"2024-05-31", 0}, std::pair{"2024-06-01", 900}, std::pair{"2024-11-30", 900},
          std::pair{"2024-12-01", 800}, std::pair{"2025-03-01", 800}, std::pair{"2025-04-30", 800},
          std::pair{"2025-05-01", 700}, std::pair{"2025-08-31", 700}, std::pair{"2025-09-01", 600}}) {
        INFO(day);
        CHECK(on(*s, day, "inc.benefit_m") == Value(Decimal(amount)));
    }
}

TEST_CASE("kin of kin", "[people]") {
    CHECK(model::kinship_between("child", "self") == "parent");
    CHECK(model::kinship_between("child", "parent") == "grandparent");
    CHECK(model::kinship_between("parent", "child") == "grandchild");
    CHECK(model::kinship_between("child", "lodger") == "other");
}

TEST_CASE("what does not fit together is told at its place", "[people]") {
    struct Row {
        std::string people;
        std::string message;
    };
    for (const auto& [people, message] : {
             Row{son, "nobody is the person concerned"},
             Row{mother + mother, "the person 'mother' is declared twice"},
             Row{mother + R"(<person id="x" relation="self"/>)", "'mother' and 'x' are both self"},
             Row{mother + R"(<person id="x" relation="chld"/>)", "unknown value 'chld'"},
             Row{mother + R"(<person id="x" relation="child" brth="2010-01-01"/>)", "a person has no 'brth'"},
             Row{mother + R"(<person id="x" relation="child" birth="2010-01-01" age="13"/>)",
                 "is 15 on 2025-03-01, not 13"},
             Row{mother + R"(<person relation="child"/>)", "'id' is missing in <person>"},
             Row{mother + R"(<person id="x"/>)", "'relation' is missing in <person>"},
             Row{mother + R"(<fact item="p.age">41</fact>)", "the people tell 'p.age'"},
             Row{mother + R"(<list item="kids"/>)", "the people tell 'kids'"},
             Row{mother + son + R"(<event id="e" date="2025-04-01" person="son" item="age" to="18"/>)",
                 "an age changes by itself"},
             Row{mother + son + R"(<event id="e" date="2025-04-01" person="sun" item="student" to="true"/>)",
                 "unknown person 'sun'"},
             Row{mother + R"(<person id="x" relation="parent" at_addr="true"/>
                 <event id="e" date="2025-04-01" person="x" item="at_addr" from="false" to="true"/>)",
                 "'at_addr' of 'x' is true on 2025-03-01, but this event says false"},
             Row{mother + R"(<event id="a" date="2025-01-01" person="mother" item="benefit_m" from="0" to="900"/>
                 <event id="b" date="2025-02-01" person="mother" item="benefit_m" from="800" to="700"/>)",
                 "'benefit_m' of 'mother' is 800, but the event of 2025-01-01"},
             Row{mother + R"(<event id="a" date="2025-02-01" person="mother" item="benefit_m" to="900"/>
                 <event id="b" date="2025-02-01" person="mother" item="benefit_m" to="700"/>)",
                 "two events change 'benefit_m' of 'mother' on one day"},
         }) {
        INFO(people);
        CHECK_THAT(problems(people), Catch::Contains(message));
    }
}

TEST_CASE("who has no place in any list is told", "[people]") {
    const auto s = told(mother + R"(<person id="brother" relation="sibling" birth="2010-01-01" at_addr="false"/>)");
    REQUIRE(s);
    REQUIRE(s->warnings.size() == 1);
    CHECK_THAT(s->warnings.front().message.en, Catch::Contains("no list of the rule base has a place for 'brother'"));
    const auto adult = told(mother + R"(<person id="brother" relation="sibling" birth="2000-01-01"/>)");
    REQUIRE(adult);
    CHECK(adult->warnings.empty());
    const auto minor = told(mother + R"(<person id="niece" relation="other" birth="2010-01-01"/>)");
    REQUIRE(minor);
    CHECK(minor->warnings.empty());
    CHECK(count_of(minor->facts[slot("minors")]) == 1);
    CHECK(count_of(minor->facts[slot("kids")]) == 0);
}

TEST_CASE("a foster child is among the children, and no kin as an adult", "[people]") {
    const auto s = told(mother + R"(<person id="foster" relation="foster" birth="2007-03-10"/>)");
    REQUIRE(s);
    CHECK(field(s->facts[slot("kids")], 0, "kids", "foster") == Value(true));
    CHECK(count_of(s->facts[slot("minors")]) == 0);
    CHECK(field(on(*s, "2025-03-10", "hh"), 0, "hh", "rel") == Value(std::string("none")));
}

TEST_CASE("another one of the people: seen from there, without what is the first one's alone", "[people]") {
    const auto s = told(mother + R"(<person id="son" title="zoon" relation="child" birth="2007-03-10"><fact
        item="study.can_follow">true</fact></person><fact item="bij.applied">true</fact><fact item="rent">500</fact>)",
                        "2025-03-10");
    REQUIRE(s);
    CHECK(s->facts[slot("study.can_follow")] == Value(false));  // of the son, not of her
    const auto his = model::told_for(shipped_rules(), *s, 1);
    CHECK(his.facts[slot("p.age")] == Value(Decimal(18)));
    CHECK(his.facts[slot("study.can_follow")] == Value(true));
    CHECK(his.facts[slot("inc.wage_m")] == Value(Decimal(0)));
    CHECK(his.facts[slot("bij.applied")] == Value(false));
    CHECK(his.facts[slot("dwelling")] == Value(std::string("self")));
    const auto& hh = his.facts[slot("hh")];
    REQUIRE(count_of(hh) == 1);
    CHECK(field(hh, 0, "hh", "rel") == Value(std::string("parent")));
    CHECK(field(hh, 0, "hh", "income") == Value(Decimal(12000)));
    CHECK(count_of(his.facts[slot("kids")]) == 0);
}

TEST_CASE("child benefit and budget end on their own days, and not with the birthday", "[people]") {
    for (const auto& [birth, benefit, budget] :
         {std::tuple{"2007-03-10", "2025-04-01", "2025-04-01"}, std::tuple{"2007-04-01", "2025-04-01", "2025-05-01"},
          std::tuple{"2007-04-02", "2025-07-01", "2025-05-01"}}) {
        INFO(birth);
        const auto s = told(mother + "<person id=\"son\" title=\"zoon\" relation=\"child\" birth=\"" + birth + "\"/>");
        REQUIRE(s);
        const auto report = check(shipped_rules(), *s, {{}, {}, nullptr, true, Date::parse("2025-12-01")});
        const auto ends = [&](std::string_view what) {
            const auto at =
                std::ranges::find_if(report.timeline, [&](const Moment& m) { return m.text.nl.starts_with(what); });
            return at == report.timeline.end() ? std::string("never") : at->day.to_string();
        };
        CHECK(ends("kinderbijslag: het recht eindigt") == benefit);
        CHECK(ends("kindgebonden budget: het recht eindigt") == budget);
        const auto cliff = std::ranges::find(report.findings, "IM-2", &Finding::code);
        REQUIRE(cliff != report.findings.end());
        CHECK_THAT(cliff->title.nl, Catch::Contains("Zoon wordt 18"));
    }
    // A month before it is ahead of what is looked at, and with a child of 10, there is no such finding.
    const auto young = told(mother + R"(<person id="d" relation="child" birth="2015-03-10"/>)");
    REQUIRE(young);
    for (const auto& f : check(shipped_rules(), *young).findings) CHECK(f.code != "IM-2");
}

TEST_CASE("what a birthday took away is told for a year, whatever the date of the file", "[people]") {
    // On 1 March 2025: a month, half a year, a year less some days, and a year and some days after the 18th birthday.
    for (const auto& [birth, is_told] : {std::pair{"2007-02-01", true}, std::pair{"2006-09-20", true},
                                         std::pair{"2006-03-10", true}, std::pair{"2006-02-20", false}}) {
        INFO(birth);
        const auto s = told(mother + "<person id=\"son\" title=\"zoon\" relation=\"child\" birth=\"" + birth + "\"/>");
        REQUIRE(s);
        const auto findings = check(shipped_rules(), *s).findings;
        const bool found = std::ranges::any_of(findings, [](const Finding& f) {
            return f.code == "IM-2" && f.title.nl.find("wordt 18") != std::string::npos;
        });
        CHECK(found == is_told);
    }
}

TEST_CASE("two birthdays on one day are one event of both", "[people]") {
    const auto s = told(mother + R"(<person id="son" title="zoon" relation="child" birth="2007-02-01"/>)");
    REQUIRE(s);
    const auto day = *Date::parse("2025-02-01");
    const auto event = std::ranges::find(s->events, day, &Event::date);
    REQUIRE(event != s->events.end());
    CHECK(event->title.nl == "moeder wordt 41 en zoon wordt 18");
    CHECK(event->title.en == "moeder turns 41 and zoon turns 18");
    CHECK(event->persons == std::vector<std::string>{"mother", "son"});
}
