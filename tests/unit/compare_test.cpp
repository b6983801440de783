// A proposal over made-up law: what is new, resolved and changed, by which modification, and what it needs; an empty
// proposal, and one that undoes another; the part that a change reaches against everything.

#include "samenloop/compare.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "reading.hpp"
#include "report/compare_telling.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

/// Two offices, one need; the second rule refuses the small ones.
const std::string base_text = R"(<?xml version="1.0" encoding="UTF-8"?>
<rulebase xmlns="urn:samenloop:rules:1" jurisdiction="orania">
  <organisation id="mill" title="molen" title-en="mill"/>
  <organisation id="mill.gate" title="molen, sluis" title-en="mill, gate"/>
  <organisation id="dyke" title="dijkgraaf" title-en="dyke reeve"/>
  <item id="date.today" type="date" title="vandaag" title-en="today" ordinary="null"/>
  <item id="field.size" type="number" min="0" title="grootte" title-en="size" holder="mill"/>
  <item id="field.wet" type="boolean" title="nat" title-en="wet" holder="dyke"/>
  <item id="herd.size" type="number" min="0" title="kudde" title-en="herd" holder="mill"/>
  <need id="drainage" title="afwatering" title-en="drainage"><active>field.wet</active></need>
  <need id="grazing" title="weide" title-en="grazing"><active>herd.size &gt; 0</active></need>
  <law id="water" title="Waterwet" title-en="Water Act" level="act" ministry="w" from="2000-01-01">
    <scheme id="pump" title="gemaal" title-en="pump" executor="mill" covers="drainage"/>
    <rule id="W-1" article="1" actor="mill" status="verified" title="Natte velden krijgen een gemaal" title-en="Wet fields get a pump">
      <when>field.wet</when>
      <grant scheme="pump"/>
    </rule>
    <rule id="W-2" article="2" actor="mill" status="verified" title="Kleine velden krijgen er geen" title-en="Small fields get none">
      <when>field.size &lt; 10</when>
      <deny scheme="pump"/>
    </rule>
  </law>
  <law id="herds" title="Kuddewet" title-en="Herd Act" level="act" ministry="h" from="2000-01-01">
    <scheme id="common" title="meent" title-en="common" executor="dyke" covers="grazing"/>
    <rule id="H-1" article="1" actor="dyke" status="verified" title="Kudden mogen op de meent" title-en="Herds may use the common">
      <when>herd.size &gt; 0</when>
      <grant scheme="common"/>
    </rule>
  </law>
</rulebase>
)";

Sources sources() { return {source("law.xml", base_text)}; }

RuleBase law() {
    auto rules = read_rulebase(sources());
    INFO((rules ? "" : render(rules.error(), Language::en)));
    REQUIRE(rules);
    return std::move(*rules);
}

Proposal proposal(const std::string& modifications) {
    const auto text =
        R"(<?xml version="1.0" encoding="UTF-8"?><proposal xmlns="urn:samenloop:proposal:1" id="bill" title="wet" title-en="bill" proposer="x" in-force="2025-01-01">)" +
        modifications + "</proposal>";
    auto read = read_proposal(source("bill.xml", text));
    INFO((read ? "" : render(read.error(), Language::en)));
    REQUIRE(read);
    return std::move(*read);
}

Situation field(const RuleBase& rules, const std::string& id, const std::string& size, const std::string& herd) {
    const auto text =
        R"(<situation xmlns="urn:samenloop:situation:1" id=")" + id +
        R"(" title="veld" date="2025-01-15"><fact item="field.size">)" + size +
        R"(</fact><fact item="field.wet">true</fact><fact item="herd.size">)" + herd + "</fact></situation>";
    auto read = read_situation(source(id + ".xml", text), rules);
    INFO((read ? "" : render(read.error(), Language::en)));
    REQUIRE(read);
    return std::move(*read);
}

Comparison compared(const std::string& modifications, bool everything = false) {
    const auto rules = law();
    const std::vector situations{
        field(rules, "small", "5", "0"), field(rules, "large", "50", "0"), field(rules, "shepherd", "50", "7")};
    auto c = compare(sources(), rules, proposal(modifications), situations, {{}, everything});
    INFO((c ? "" : render(c.error(), Language::en)));
    REQUIRE(c);
    return std::move(*c);
}

/// "small VA-1 resolved", sorted; unchanged ones left out.
std::set<std::string> told(const Comparison& c) {
    static const std::vector<std::string> words{"new", "resolved", "changed", "unchanged"};
    std::set<std::string> all;
    for (const auto& d : c.differences)
        if (d.baseline != Baseline::unchanged)
            all.insert(c.situations[d.situation].id + " " + (d.after ? d.after->code : d.before->code) + " " +
                       words[static_cast<std::size_t>(d.baseline)]);
    return all;
}

const std::string repeal = R"(<repeal target="rule:W-2"/>)";

}  // namespace

TEST_CASE("a refusal that is repealed resolves what it caused, there and only there") {
    const auto c = compared(repeal);
    CHECK(told(c) == std::set<std::string>{"small VA-1 resolved"});
    REQUIRE_FALSE(c.differences.empty());
    CHECK(c.differences.front().causes == std::vector<std::size_t>{0});
    CHECK(c.counts_after.rules + 1 == c.counts_before.rules);
}

TEST_CASE("of several modifications only those that are needed are the cause") {
    const auto c = compared(R"(<substitution target="rule:H-1/@title">Kudden op de meent</substitution>)" + repeal +
                            R"(<substitution target="rule:W-1/@title">Gemaal</substitution>)");
    REQUIRE(told(c) == std::set<std::string>{"small VA-1 resolved"});
    CHECK(c.differences.front().causes == std::vector<std::size_t>{1});
}

TEST_CASE("the one that matters is found among many modifications") {
    constexpr std::size_t many = 150;
    std::string modifications;
    for (std::size_t i = 0; i < many; ++i)
        modifications += i == 77 ? repeal
                                 : fmt::format(R"(<insertion after="item:herd.size">
    <item id="x.n{0}" type="number" title="n{0}" title-en="n{0}" holder="mill"/></insertion>)",
                                               i);
    const auto c = compared(modifications);
    CHECK(told(c) == std::set<std::string>{"small VA-1 resolved"});
    for (const auto& d : c.differences)
        if (d.baseline != Baseline::unchanged) CHECK(d.causes == std::vector<std::size_t>{77});
}

TEST_CASE("a stricter rule is new harm to whom it hits") {
    const auto c = compared(R"(<substitution target="rule:W-2/when" words="10">100</substitution>)");
    const auto all = told(c);
    CHECK(all.contains("large VA-1 new"));
    CHECK(all.contains("shepherd VA-1 new"));
    CHECK_FALSE(all.contains("small VA-1 new"));
}

TEST_CASE("an empty proposal changes nothing, and looks at nothing") {
    const auto c = compared("", true);
    CHECK(told(c).empty());
    CHECK(c.households.empty());
    CHECK(c.data.empty());
    CHECK(c.tasks.empty());
    CHECK(c.superfluous.empty());
    CHECK(c.untouched.size() == 3);
}

TEST_CASE("what a change does not reach is not looked at, with the same result") {
    const std::string herds = R"(<substitution target="rule:H-1/when" words="0">5</substitution>)";
    const auto some = compared(herds);
    const auto all = compared(herds, true);
    CHECK(told(some) == told(all));
    CHECK(all.untouched.empty());
}

TEST_CASE("a new duty and new data are told with who is competent and who holds them") {
    const auto task_of = [](const std::string& who) {
        const auto c = compared(
            R"(<insertion after="rule:W-2">
    <rule id="W-3" article="3" actor=")" +
            who +
            R"(" status="verified" title="Er komt een gemaal bij grote kudden" title-en="Large herds get a pump">
      <when>herd.size &gt; 100</when>
      <grant scheme="pump"/>
    </rule></insertion>)");
        const auto task = std::ranges::find(c.tasks, who, &NewTask::organisation);
        REQUIRE(task != c.tasks.end());
        return task->competent;
    };
    CHECK_FALSE(task_of("dyke"));
    // Another part of the body that executes the scheme.
    CHECK(task_of("mill.gate"));
}

TEST_CASE("an Act gives a task; a decree gives one to who had something to do with it") {
    const auto tasks = [](const std::string& level) {
        const auto c =
            compared(R"(<insertion into="file:cattle.xml"><law id="cattle" title="Vee" title-en="Cattle" level=")" +
                     level + R"(" ministry="h" from="2000-01-01">
    <scheme id="fence" title="hek" title-en="fence" executor="dyke" covers="grazing"/>
    <rule id="C-1" article="1" actor="mill" status="verified" title="De molen telt" title-en="The mill counts">
      <when>herd.size &gt; 100</when>
      <allocate need="grazing"/>
    </rule></law></insertion>)");
        REQUIRE(c.tasks.size() == 1);
        return c.tasks.front().competent;
    };
    CHECK(tasks("act"));
    CHECK_FALSE(tasks("decree"));
}

TEST_CASE("a rule that can never apply, and one that says what another says") {
    const auto c = compared(R"(<insertion after="rule:W-2">
    <rule id="W-4" article="4" actor="mill" status="verified" title="Nooit" title-en="Never">
      <when>field.size &lt; 3 and field.size &gt; 8</when>
      <grant scheme="pump" component="extra"/>
    </rule></insertion><insertion into="law:herds">
    <rule id="H-2" article="2" actor="mill" status="verified" title="Kleine velden krijgen geen gemaal" title-en="Small fields get no pump">
      <when>not(field.size &gt;= 10)</when>
      <deny scheme="pump"/>
    </rule></insertion>)");
    std::set<std::pair<Excess, std::string>> found;
    for (const auto& s : c.superfluous) found.emplace(s.why, s.rule == none ? "" : c.after().rules[s.rule].id);
    CHECK(found.contains({Excess::dead, "W-4"}));
    CHECK((found.contains({Excess::redundant, "W-2"}) || found.contains({Excess::redundant, "H-2"})));
}

TEST_CASE("what holds on to a rule that ends, and what is there twice") {
    const std::string exception = R"(<insertion after="rule:W-2">
    <rule id="W-9" article="9" actor="mill" exception-to="W-2" status="verified" title="Behalve voor herders" title-en="Except for shepherds">
      <when>herd.size &gt; 0</when>
    </rule></insertion>)";
    const auto found = [](const Comparison& c, Excess why) {
        std::set<std::string> all;
        for (const auto& s : c.superfluous)
            if (s.why == why)
                all.insert(s.rule != none   ? c.after().rules[s.rule].id
                           : s.item != none ? c.after().items[s.item].id + " " + c.after().items[s.beside].id
                                            : c.after().concepts[s.concept_].id);
        return all;
    };
    const auto standing = compared(exception);
    CHECK(found(standing, Excess::dangling).empty());
    const auto ended = compared(exception + R"(<insertion into="rule:W-2/@to">2025-01-01</insertion>)");
    CHECK(found(ended, Excess::dangling) == std::set<std::string>{"W-9"});

    const std::string dampness = R"(<insertion after="item:field.wet">
    <item id="{}" type="boolean" title="{}" title-en="damp" holder="dyke"/></insertion>)";
    CHECK(found(compared(fmt::format(fmt::runtime(dampness), "a.damp", "nat")), Excess::duplicate) ==
          std::set<std::string>{"a.damp field.wet"});
    CHECK(found(compared(fmt::format(fmt::runtime(dampness), "a.damp", "vochtig")), Excess::duplicate).empty());
}

TEST_CASE("what a transitional rule puts off comes when it ends") {
    const std::string stricter = R"(<substitution target="rule:W-2/when">field.size &lt; 100</substitution>)";
    const std::string transition = R"(<insertion after="rule:W-2">
    <rule id="W-8" article="8" actor="mill" exception-to="W-2" from="2025-01-01" to="2026-03-01" status="verified" title="Wie er een had, houdt het" title-en="Who had one keeps it">
      <when>field.size &gt;= 10</when>
    </rule></insertion>)";
    const Date entry = *Date::parse("2025-01-01");
    const Date end = *Date::parse("2026-03-01");
    const auto harm = [](const Comparison& c) {
        std::map<std::string, std::pair<std::vector<Date>, std::vector<std::size_t>>> all;
        for (const auto& d : c.differences)
            if (d.baseline == Baseline::added) all[c.situations[d.situation].id] = {d.days, d.causes};
        return all;
    };
    const auto at_once = compared(stricter);
    CHECK(at_once.days == std::vector{entry});
    CHECK(harm(at_once).at("large").first == std::vector{*Date::parse("2025-01-15")});

    const auto later = compared(stricter + transition);
    CHECK(later.days == std::vector{entry, end});
    REQUIRE(harm(later).contains("large"));
    CHECK(harm(later).at("large").first == std::vector{end});
    CHECK(harm(later).at("large").second == std::vector<std::size_t>{0});
    CHECK(report::when_words(later, later.differences.front(), Language::en) == "from 1 March 2026");
}

TEST_CASE("what people have on their hands") {
    const auto c = compared(R"(<insertion after="rule:W-1">
    <rule id="W-7" article="7" actor="dyke" status="verified" title="De dijkgraaf vraagt naar de kudde" title-en="The reeve asks for the herd">
      <when>field.wet</when><asks-citizen decision="pump" item="herd.size"/>
    </rule></insertion>)");
    CHECK(c.burden_after.proofs == c.burden_before.proofs + 3);  // of each of the three
    CHECK(c.burden_after.decisions == c.burden_before.decisions);
    // The small and the large one had nothing to do with the reeve; the shepherd had.
    CHECK(c.burden_after.organisations == c.burden_before.organisations + 2);
}

TEST_CASE("two definitions that come to be alike are one") {
    const std::string two = R"(<insertion after="item:herd.size">
    <item id="{0}.big" type="boolean" title="groot volgens {0}" title-en="big by {0}"/></insertion>
    <insertion after="rule:H-1"><rule id="{0}-1" article="9" actor="dyke" status="verified" title="Wat groot is" title-en="What is big">
      <when>herd.size &gt; {1}</when><define item="{0}.big">field.size &gt; 3</define></rule></insertion>)";
    const auto with = [&](const std::string& number) {
        auto both = fmt::format(fmt::runtime(two), "x", "5") + fmt::format(fmt::runtime(two), "y", number);
        std::size_t pairs = 0;
        for (const auto& s : compared(both).superfluous) pairs += s.why == Excess::duplicate ? 1 : 0;
        return pairs;
    };
    CHECK(with("5") == 1);
    CHECK(with("6") == 0);
}

TEST_CASE("a proposal and its reverse give back the same findings") {
    const auto rules = law();
    const auto there = proposal(repeal);
    const auto amended = amend(sources(), there);
    REQUIRE(amended);
    const auto back = reverse(sources(), there);
    REQUIRE(back);
    const std::vector situations{field(rules, "small", "5", "0")};
    const auto c = compare(amended->sources, amended->rules, *back, situations, {});
    REQUIRE(c);
    CHECK(told(*c) == std::set<std::string>{"small VA-1 new"});
    CHECK(std::string(c->amended.sources.front()->text()) == base_text);
}
