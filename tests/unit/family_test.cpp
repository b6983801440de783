// A family through three years: what is told of the time ahead is what each day by itself says, and nothing else; and
// what two of them have in common is told once.
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "engine/timeline.hpp"
#include "model/people.hpp"
#include "samenloop/check.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

Situation shipped_situation(const std::string& name) {
    const auto path = std::string(SAMENLOOP_SOURCE_DIR "/examples/situations/") + name + ".xml";
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    auto s = read_situation(source(path, text.str()), shipped_rules());
    INFO((s ? "" : render(s.error(), Language::en)));
    REQUIRE(s.has_value());
    return std::move(*s);
}

Situation family_of(const std::string& people, const std::string& date) {
    auto s = read_situation(
        source("family.xml", R"(<situation xmlns="urn:samenloop:situation:1" id="f" title="f" date=")" + date +
                                 R"(" rest="ordinary">)" + people + "</situation>"),
        shipped_rules());
    INFO((s ? "" : render(s.error(), Language::en)));
    REQUIRE(s.has_value());
    return std::move(*s);
}

Report on(const Situation& s, Date day) {
    CheckOptions options;
    options.date = day;
    options.ways_out = false;
    return check(shipped_rules(), s, options);
}

/// Those that are told by the day on which they are there, and not by days of their own.
std::map<std::string, std::string> lasting(const Report& report) {
    std::map<std::string, std::string> all;
    for (const auto& f : report.findings)
        if (f.severity >= 1 && !f.period) all[f.id] = f.code + " " + f.title.nl;
    return all;
}

Date before(Date day) { return Date::from_days(day.days() - 1); }

Value sum_on(const Situation& s, Date day, const Scheme& scheme) {
    static const Calendar calendar(shipped_rules());
    const auto e = engine::evaluate(calendar.on(day), model::on_day(shipped_rules(), s, day), engine::World::law);
    return e.values[scheme.sum];
}

const Finding* first_of(const std::vector<Finding>& all, std::string_view code) {
    const auto at = std::ranges::find(all, code, &Finding::code);
    return at == all.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("three years of a family: every day that matters, and nothing else", "[family]") {
    const auto s = shipped_situation("gescheiden-gezin");
    CheckOptions options;
    options.until = Date::parse("2028-01-01");
    const auto report = check(shipped_rules(), s, options);
    REQUIRE(report.timeline.size() >= 10);

    std::set<Date> days;
    for (const auto& m : report.timeline) days.insert({m.day, before(m.day)});
    auto open = lasting(report);
    auto next = report.timeline.begin();
    for (const auto day : days) {
        if (day < s.date) continue;
        const auto there = on(s, day);
        INFO(day.to_string());
        const auto found = lasting(there);
        for (; next != report.timeline.end() && next->day <= day; ++next) {
            const auto& m = *next;
            if (m.finding.empty() || (!open.contains(m.finding) && !found.contains(m.finding))) continue;
            INFO(m.text.nl);
            if (!m.replaces.empty()) CHECK(open.erase(m.replaces) == 1);
            const bool over = m.text.nl.starts_with("Voorbij");
            CHECK(open.contains(m.finding) == over);
            if (over) open.erase(m.finding);
            else open[m.finding] = m.text.nl;
        }
        if (there.judgement.verdict != Verdict::complete) continue;
        for (const auto& [id, title] : found) {
            INFO("not told: " << title);
            CHECK(open.contains(id));
        }
        for (const auto& [id, title] : open) {
            INFO("told, and not there: " << title);
            CHECK(found.contains(id));
        }
    }
}

TEST_CASE("each amount that is told to change does so on that day", "[family]") {
    const auto s = shipped_situation("gescheiden-gezin");
    CheckOptions options;
    options.until = Date::parse("2028-01-01");
    std::size_t told = 0;
    for (const auto& m : check(shipped_rules(), s, options).timeline)
        for (const auto& scheme : shipped_rules().schemes)
            if (m.finding.empty() && m.text.nl.starts_with(scheme.title.nl + ":") && m.day > s.date) {
                INFO(m.day.to_string() << " " << m.text.nl);
                CHECK_FALSE(sum_on(s, before(m.day), scheme) == sum_on(s, m.day, scheme));
                ++told;
            }
    CHECK(told >= 5);
}

TEST_CASE("parents apart: the child is a child of both, and lives with one", "[family]") {
    const auto s = shipped_situation("gescheiden-gezin");
    const auto slot = [](std::string_view id) { return shipped_rules().names.find(id)->second.slot; };
    const auto elements = [&](const Situation& of, std::string_view list) {
        return *of.facts[slot(list)].get<List>()->elements;
    };
    const auto field = [&](const Value& element, std::string_view list, std::string_view name) {
        const auto& type = *shipped_rules().items[slot(list)].type.element;
        return (*element.get<Record>()->fields)[model::field_index(type, name)];
    };
    const auto father = model::told_for(shipped_rules(), s, 1);
    REQUIRE(elements(father, "kids").size() == 1);
    const auto child = elements(father, "kids").front();
    CHECK(field(child, "kids", "age") == Value(Decimal(16)));
    CHECK(field(child, "kids", "at_addr") == Value(false));
    CHECK(field(child, "kids", "care_share") == Value(*Decimal::parse("0.25")));
    CHECK(elements(father, "hh").empty());  // nobody of the mother's home lives with him

    const auto grandmother = model::told_for(shipped_rules(), s, 4);
    CHECK(elements(grandmother, "hh").empty());  // not before she moves in
    const auto later =
        model::told_for(shipped_rules(), model::on_day(shipped_rules(), s, *Date::parse("2025-08-01")), 4);
    CHECK(elements(later, "hh").size() == 2);
}

TEST_CASE("a marriage is one of both, wherever they live", "[family]") {
    const auto s = family_of(R"(<person id="she" relation="self" birth="1990-01-01" wage_m="0"/>
        <person id="he" relation="partner" birth="1988-01-01" married="true" separated="true" at_addr="false"
                wage_m="2500"/>
        <person id="child" relation="child" birth="2018-01-01" other_parent="he"/>)",
                             "2025-03-01");
    const auto his = model::told_for(shipped_rules(), s, 1);
    const auto fact = [&](std::string_view id) { return his.facts[shipped_rules().names.find(id)->second.slot]; };
    CHECK(fact("partner.married") == Value(true));
    CHECK(fact("partner.separated") == Value(true));
    CHECK(fact("partner.same_addr") == Value(false));
    CHECK(fact("partner.income") == Value(Decimal(0)));
}

TEST_CASE("what one loses because of another is one finding that names both", "[family]") {
    const auto family = [](const std::string& birth) {
        return family_of(R"(<person id="mother" title="moeder" relation="self" birth="1984-02-01" wage_m="1000"/>
            <person id="son" title="zoon" relation="child" birth=")" +
                             birth + R"("/>)",
                         "2025-03-01");
    };
    const auto all = check_everybody(shipped_rules(), family("2007-03-10"));
    REQUIRE(all.size() == 2);
    const auto* cliff = first_of(all[0].findings, "IM-2");
    REQUIRE(cliff != nullptr);
    CHECK(cliff->people == std::vector<std::string>{"mother", "son"});
    CHECK(first_of(all[1].findings, "IM-2") == nullptr);  // he loses nothing
    const auto younger = check_everybody(shipped_rules(), family("2012-03-10"));
    CHECK(first_of(younger[0].findings, "IM-2") == nullptr);
}

TEST_CASE("what a couple has in common is told once, of both", "[family]") {
    const auto couple =
        family_of(R"(<person id="a" relation="self" birth="1984-02-01" wage_m="0" benefit_type="bijstand"/>
        <person id="b" relation="partner" birth="1985-02-01" wage_m="0" benefit_type="bijstand" married="true"/>
        <person id="father" relation="parent" birth="1950-02-01" income="20600" at_addr="false"/>
        <fact item="bij.applied">true</fact><fact item="rent">640</fact>
        <event id="in" title="vader trekt in" date="2025-03-01" person="father" item="at_addr" to="true"/>)",
                  "2025-02-15");
    const auto all = check_everybody(shipped_rules(), couple);
    std::map<std::string, int> times;
    for (const auto& report : all)
        for (const auto& f : report.findings) {
            std::string amounts;
            for (const auto& [name, amount] : f.amounts) amounts += " " + name + amount.to_string();
            ++times[f.id + amounts];
        }
    for (const auto& [id, n] : times) {
        INFO(id);
        CHECK(n == 1);
    }
    // Each by itself tells all that concerns them: as many as are told here, and told before.
    for (std::size_t k = 0; k < all.size(); ++k) {
        const auto alone = check(shipped_rules(), model::told_for(shipped_rules(), couple, k));
        CHECK(alone.findings.size() == all[k].findings.size() + all[k].told_before);
    }
}

TEST_CASE("whom somebody lives with and who the other parent is are among the people", "[family]") {
    for (const auto& [wrong, expected] :
         {std::pair{R"(other_parent="vadr")", "'other_parent' of 'child' is 'vadr', and nobody is"},
          std::pair{R"(lives_with="child")", "'lives_with' of 'child' is that person"}}) {
        const auto s = read_situation(
            source("f.xml", std::string(R"(<situation xmlns="urn:samenloop:situation:1" id="f" title="f"
                date="2025-03-01" rest="ordinary"><person id="she" relation="self" birth="1990-01-01"/>
                <person id="vader" relation="ex" birth="1990-01-01"/>
                <person id="child" relation="child" birth="2018-01-01" )") +
                                wrong + "/></situation>"),
            shipped_rules());
        REQUIRE_FALSE(s.has_value());
        CHECK_THAT(render(s.error(), Language::en), Catch::Contains(expected));
    }
}

TEST_CASE("a finding that only becomes another amount is no new one, and none is over", "[family]") {
    const auto mother = family_of(R"(<person id="she" relation="self" birth="1983-05-01" benefit_type="bijstand"/>
        <person id="son" relation="child" birth="2007-03-10"/>)",
                                  "2025-01-15");
    CheckOptions options;
    options.until = Date::parse("2025-06-01");
    options.ways_out = false;
    const auto report = check(shipped_rules(), model::told_for(shipped_rules(), mother, 1), options);
    std::map<std::string, int> begun;
    std::size_t changed = 0;
    for (const auto& m : report.timeline) {
        INFO(m.day.to_string() << " " << m.text.nl);
        if (m.severity > 0) begun[m.finding] = m.severity;
        if (m.replaces.empty()) continue;
        ++changed;
        CHECK(m.severity == 0);
        CHECK(begun.contains(m.replaces));
        for (const auto& other : report.timeline) CHECK_FALSE((other.finding == m.replaces && other.day == m.day));
    }
    CHECK(changed == 1);
}
