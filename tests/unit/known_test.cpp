// What is not known, and what rests on it: amounts without a value, texts that were not read, parts that the rules
// leave out.  Orania has one income, one tax and one grant.

#include <catch2/catch.hpp>

#include "reading.hpp"
#include "samenloop/check.hpp"
#include "samenloop/trace.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

std::string land(const std::string& law_attributes = "", const std::string& more = "") {
    return R"(
<organisation id="office" title="kantoor" ministry="x"/>
<need id="bread" title="brood"><active>p.hungry</active></need>
<need id="income" title="inkomen" coverage="income"><active>true</active></need>
<item id="p.hungry" type="boolean" title="heeft honger" ordinary="false"/>
<item id="p.age" type="number" unit="year" title="leeftijd" ordinary="40"/>
<item id="p.shoe" type="number" title="schoenmaat" ordinary="42"/>
<item id="inc.wage" type="number" unit="eur/year" title="loon" earnings="true" ordinary="20000"/>
<norm id="im1.tolerance" unit="eur/month" source="x" title="x">25</norm>
<norm id="knowledge.months" unit="month" source="x" title="x">12</norm>
<disposable>inc.wage - charge.tax</disposable>
<reference title="x" source="x"><set item="inc.wage">12000</set></reference>
<law id="tax_act" title="Belastingwet" level="act" )" +
           law_attributes + R"(>
  <amount id="tax.rate" title="tarief"><value from="2025-01-01" to="2026-01-01">0.1</value></amount>
  <charge id="tax" title="belasting" creditor="office" disposable="true" tax="true"/>
  <rule id="T-1" article="1" title="er is belasting" actor="office"><charge id="tax">inc.wage * tax.rate</charge></rule>
</law>
<law id="bread_act" title="Broodwet" level="act">
  <amount id="bread.limit" unit="eur/year" title="grens"><value from="2025-01-01" to="2026-01-01">30000</value></amount>
  <scheme id="bread" title="broodbon" executor="office" covers="bread"/>
  <rule id="B-1" article="1" title="wie honger heeft, krijgt brood" actor="office"><when>p.hungry and inc.wage &lt; bread.limit</when><grant scheme="bread"/></rule>
</law>)" + more;
}

Report on(const RuleBase& rules, const std::string& day, const std::string& facts = "") {
    auto s = read_situation(
        source("s.xml", "<situation xmlns=\"urn:samenloop:situation:1\" id=\"s\" title=\"s\" date=\"" + day +
                            "\" rest=\"ordinary\">" + facts + "</situation>"),
        rules);
    REQUIRE(s);
    return check(rules, *s);
}

RuleBase rules_of(const std::string& text) {
    auto rules = read_small(text);
    REQUIRE(rules);
    return std::move(*rules);
}

const Notice* of(const Judgement& j, NoticeKind kind) {
    const auto at = std::ranges::find(j.notices, kind, &Notice::kind);
    return at == j.notices.end() ? nullptr : &*at;
}

bool unanswered(const Judgement& j, std::string_view code) {
    return std::ranges::find(j.unanswered, code, &Unanswered::code) != j.unanswered.end();
}

}  // namespace

TEST_CASE("with every amount known the verdict is complete, and there is nothing to tell") {
    const auto j = on(rules_of(land()), "2025-06-01").judgement;
    CHECK(j.verdict == Verdict::complete);
    CHECK(j.notices.empty());
}

TEST_CASE("an amount without a value is told when it is used, with what rests on it") {
    const auto rules = rules_of(land());
    for (const auto* day : {"2026-01-01", "2024-12-31"}) {  // the day after the last value, and before the first one
        const auto j = on(rules, day).judgement;
        CHECK(j.verdict != Verdict::complete);
        const auto* n = of(j, NoticeKind::amount);
        REQUIRE(n != nullptr);
        CHECK(ids(*n) == std::vector<std::string>{"item:tax.rate"});  // nobody is hungry: the limit decides nothing
        CHECK(std::ranges::count(n->rests_on_it, "detector:IM-1") == 1);
        CHECK(std::ranges::count(n->rests_on_it, "charge:tax") == 1);
        CHECK(unanswered(j, "IM-1"));
    }
}

TEST_CASE("an amount decides as soon as somebody has to do with it") {
    const auto j = on(rules_of(land()), "2026-01-01", "<fact item=\"p.hungry\">true</fact>").judgement;
    CHECK(std::ranges::any_of(j.notices, [](const Notice& n) {
        return ids(n) == std::vector<std::string>{"item:bread.limit"} &&
               std::ranges::count(n.rests_on_it, "scheme:bread") == 1;
    }));
}

TEST_CASE("the last known value is carried forward, and that is told") {
    auto rules = rules_of(land());
    carry_amounts_forward(rules);
    const auto j = on(rules, "2027-06-01").judgement;
    CHECK(j.verdict == Verdict::complete);
    const auto* n = of(j, NoticeKind::carried);
    REQUIRE(n != nullptr);
    CHECK(ids(*n) == std::vector<std::string>{"item:tax.rate"});
    CHECK(notice_text(*n).nl.find("1 januari 2026") != std::string::npos);
    CHECK(of(j, NoticeKind::amount) == nullptr);
    CHECK(on(rules, "2025-06-01").judgement.notices.empty());
    // Before the first value there is none to carry.
    CHECK(on(rules, "2024-06-01").judgement.verdict != Verdict::complete);
}

TEST_CASE("a text is known for as long as the norm says after it was read") {
    const auto rules = rules_of(land("read=\"2024-06-01\""));
    CHECK(on(rules, "2025-06-01").judgement.verdict == Verdict::complete);
    const auto j = on(rules, "2025-06-02").judgement;
    CHECK(j.verdict != Verdict::complete);
    const auto* n = of(j, NoticeKind::unread);
    REQUIRE(n != nullptr);
    CHECK(ids(*n) == std::vector<std::string>{"law:tax_act"});
    CHECK(unanswered(j, "IM-1"));
    CHECK_FALSE(unanswered(j, "VA-3"));  // the law says nothing about data
}

TEST_CASE("what the rules leave out is unknown where it applies, and never nothing") {
    const auto* part = R"(<unmodelled id="old" when="p.age >= 67" charges="tax" title="belasting van ouderen"/>)";
    const auto rules = rules_of(land("", part));
    CHECK(on(rules, "2025-06-01").judgement.verdict == Verdict::complete);
    const auto j = on(rules, "2025-06-01", "<fact item=\"p.age\">67</fact>").judgement;
    const auto* n = of(j, NoticeKind::unmodelled);
    REQUIRE(n != nullptr);
    CHECK(ids(*n) == std::vector<std::string>{"unmodelled:old"});
    CHECK(std::ranges::count(n->rests_on_it, "charge:tax") == 1);
    CHECK(unanswered(j, "IM-1"));
    CHECK(on(rules, "2025-06-01", "<fact item=\"p.age\">66</fact>").judgement.notices.empty());
}

TEST_CASE("what the rules leave out must say what") {
    CHECK_FALSE(read_small(land("", R"(<unmodelled id="old" title="x"/>)")));
    CHECK_FALSE(read_small(land("", R"(<unmodelled id="old" title="x" items="tax.rate"/>)")));
    CHECK_FALSE(read_small(land("", R"(<unmodelled id="old" title="x" charges="tax" when="p.age"/>)")));
}

TEST_CASE("a fact that nothing reads is told") {
    const auto rules = rules_of(land());
    const auto j = on(rules, "2025-06-01", "<fact item=\"p.shoe\">44</fact>").judgement;
    const auto* n = of(j, NoticeKind::unused);
    REQUIRE(n != nullptr);
    CHECK(ids(*n) == std::vector<std::string>{"item:p.shoe"});
    CHECK(j.verdict == Verdict::complete);
    CHECK(on(rules, "2025-06-01", "<fact item=\"p.age\">44</fact><fact item=\"p.hungry\">false</fact>")
              .judgement.notices.size() == 1);  // without <unmodelled> nothing reads the age either
}

TEST_CASE("a goal of which amounts decide is not told to be reached or not") {
    const auto rules = rules_of(land());
    const auto s = [&](const std::string& day) {
        return *read_situation(
            source("s.xml", "<situation xmlns=\"urn:samenloop:situation:1\" id=\"s\" title=\"s\" date=\"" + day +
                                "\" rest=\"ordinary\"><fact item=\"p.hungry\">true</fact></situation>"),
            rules);
    };
    const auto bread = *goal_named(rules, "need:bread");
    CHECK(judge_goals(rules, s("2025-06-01"), bread).verdict == Verdict::complete);
    const auto j = judge_goals(rules, s("2026-06-01"), bread);
    REQUIRE(j.unanswered.size() == 1);
    CHECK(j.unanswered.front().lacks == std::vector<std::string>{"item:bread.limit"});
}

TEST_CASE("two judgements of the same laws tell each law once, with all that rests on it") {
    auto rules = rules_of(land());
    auto one = on(rules, "2026-01-01").judgement;
    const auto other = on(rules, "2026-01-01", "<fact item=\"p.hungry\">true</fact>").judgement;
    add(one, other);
    std::vector<std::string> told;
    for (const auto& n : one.notices)
        if (n.kind == NoticeKind::amount) told.push_back(n.subject.nl);
    std::ranges::sort(told);
    CHECK(told == std::vector<std::string>{"Belastingwet", "Broodwet"});
    CHECK(one.verdict == std::max(other.verdict, on(rules, "2026-01-01").judgement.verdict));
}
