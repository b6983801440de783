// The documented cases that are stuck, against what their description says: what blocks them, who breaks it, the
// earliest day and what may help; and each of them freed by its near-miss.

#include "samenloop/trace.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "model/days.hpp"
#include "shipped.hpp"
#include "situation_text.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

/// The situation of a case with some facts set; an empty value takes the fact away.
Situation changed(const std::string& id, const GivenFacts& facts = {}, const std::string& date = "") {
    std::ifstream file(std::filesystem::path(SAMENLOOP_SOURCE_DIR) / "tests/cases" / id / "situation.xml");
    std::stringstream text;
    text << file.rdbuf();
    SituationText situation(text.str());
    for (const auto& [item, value] : facts) value.empty() ? situation.unset(item) : situation.set(item, value);
    auto read = read_situation(source(id, situation.xml()), shipped_rules());
    INFO((read ? "" : render(read.error(), Language::en)));
    REQUIRE(read.has_value());
    if (!date.empty()) *read = model::on_day(shipped_rules(), std::move(*read), *Date::parse(date));
    return std::move(*read);
}

Trace traced(const Situation& s, const std::string& goal) {
    const auto named = goal_named(shipped_rules(), goal);
    REQUIRE(named);
    return trace(shipped_rules(), s, named).front();
}

std::string rule_of(const Lever& l) { return l.rule == none ? "" : shipped_rules().rules[l.rule].id; }

/// The rules of all blocks.
std::set<std::string> blocking_rules(const Trace& t) {
    std::set<std::string> ids;
    for (const auto& block : t.blocks)
        for (const auto l : block) ids.insert(rule_of(t.levers[l]));
    return ids;
}

bool has_fix(const Trace& t, const std::string& organisation, const std::string& what) {
    return std::ranges::any_of(t.fixes, [&](const Way& w) {
        if (w.levers.size() != 1) return false;
        const auto& l = t.levers[w.levers.front()];
        const auto outcome = l.outcome == none ? "" : shipped_rules().outcomes[l.outcome].id;
        return l.organisation == organisation && (rule_of(l) == what || outcome == what);
    });
}

std::set<std::string> in_circles(const Trace& t) {
    std::set<std::string> all;
    for (const auto& circle : t.circles)
        for (const auto p : circle)
            if (t.reasons[p].aspect.empty()) all.insert(t.reasons[p].about);
    return all;
}

Date day(const std::string& text) { return *Date::parse(text); }

}  // namespace

TEST_CASE("C01: the registration circle, and Civil Affairs breaks it") {
    const auto t = traced(changed("C01"), "need:income_minimum");
    CHECK(t.reached == Truth::no);
    CHECK(t.by_law == Truth::yes);  // 2025: the law settles it, practice does otherwise
    const auto circle = in_circles(t);
    for (const auto* outcome : {"outcome:brp", "outcome:shelter", "outcome:bijstand"}) CHECK(circle.contains(outcome));
    REQUIRE_FALSE(t.fixes.empty());
    CHECK(has_fix(t, "gemeente.burgerzaken[A]", "brp"));
    CHECK(t.levers[t.fixes.front().levers.front()].authority.nl.find("2.23") != std::string::npos);
    CHECK(has_fix(t, "gemeente.werk_en_inkomen[A]", "PR-BIJ-BRP"));  // a practice that no statute carries
    CHECK(blocking_rules(t).contains("PR-BIJ-BRP"));

    CHECK(traced(changed("C01", {}, "2021-06-01"), "outcome:brp").by_law == Truth::no);
    CHECK(traced(changed("C01", {{"brp.kind", "brief"}}), "scheme:bijstand").reached == Truth::yes);
    CHECK(traced(changed("C01", {{"mun[1].briefadres_only_if_here", "false"}}), "scheme:bijstand").reached ==
          Truth::yes);
}

TEST_CASE("C08: childcare refused for a partner in remand; social-medical indication may help") {
    const auto t = traced(changed("C08"), "childcare_to_work");
    CHECK(t.reached == Truth::no);
    CHECK(blocking_rules(t).contains("KOT-3"));
    CHECK(has_fix(t, "gemeente.jeugd", "SMI"));
    CHECK(traced(changed("C08", {{"partner.wlz", "true"}}), "childcare_to_work").reached == Truth::yes);
    CHECK(traced(changed("C08", {{"partner.sentence_m", "6"}}), "childcare_to_work").reached == Truth::yes);
}

TEST_CASE("C10: the first money comes eight weeks after the report, and a loan may bridge it") {
    const auto t = traced(changed("C10"), "income_minimum");
    CHECK(t.goal.in_hand);
    CHECK(t.reached == Truth::no);
    CHECK(blocking_rules(t).contains("PW-41-4"));
    CHECK(has_fix(t, "gemeente.werk_en_inkomen", "PW-41-8"));
    CHECK(t.unaided == day("2025-03-15"));   // report on 18 January, four weeks of search and four to the advance
    CHECK(t.earliest == day("2025-01-18"));  // the loan from the report on
    CHECK(traced(changed("C10", {{"p.age", "28"}}), "income_minimum").reached == Truth::yes);
}

TEST_CASE("C11: nobody has to act before the refusal has come through the chain") {
    const auto t = traced(changed("C11", {}, "2025-05-01"), "legal_certainty_of_amount");
    CHECK(t.reached == Truth::no);
    CHECK(t.fixes.empty());
    CHECK(t.unaided == day("2025-07-15"));
    const auto letter = std::ranges::find_if(t.upstream, [](const Upstream& u) { return u.fact.item == "p.vw8"; });
    REQUIRE(letter != t.upstream.end());
    CHECK(letter->holders == std::vector<std::string>{"ind"});
    CHECK(letter->arrived == day("2025-07-15"));
    std::set<std::string> chain;
    for (const auto x : letter->exchanges) chain.insert(shipped_rules().exchanges[x].id);
    CHECK(chain.contains("ind_rvig_verblijf"));
    CHECK(chain.contains("rvig_toeslagen_verblijf"));
    CHECK(traced(changed("C11", {{"title.recorded_on", "2025-03-06"}}, "2025-05-01"), "legal_certainty_of_amount")
              .reached == Truth::yes);
}

TEST_CASE("C15: on the eighteenth birthday the youth norm is too little, and nobody must add to it") {
    const auto t = traced(changed("C15"), "income_minimum");
    CHECK(t.goal.in_full);
    CHECK(t.reached == Truth::no);
    for (const auto& w : t.fixes) CHECK_FALSE(w.certain);
    CHECK(traced(changed("C15", {}, "2025-06-11"), "income_minimum").reached == Truth::yes);  // the day before
}

TEST_CASE("C16: less than the minimum; article 12 adds to it on request") {
    const auto t = traced(changed("C16"), "income_minimum");
    CHECK(t.goal.in_full);
    CHECK(t.reached == Truth::no);
    REQUIRE(t.shortfall.get<Decimal>() != nullptr);
    CHECK(t.shortfall.get<Decimal>()->rounded(2) == *Decimal::parse("1013.28"));
    CHECK(has_fix(t, "gemeente.werk_en_inkomen", "PW-12"));
    CHECK(traced(changed("C16", {{"p.age", "21"}}), "income_minimum").reached == Truth::yes);
}

TEST_CASE("C17: four weeks of search and four to the advance") {
    const auto t = traced(changed("C17"), "income_minimum");
    CHECK(t.goal.in_hand);
    CHECK(blocking_rules(t).contains("PW-41-4"));
    CHECK(t.unaided == day("2025-03-12"));
    CHECK(t.fixes.empty());
    CHECK(traced(changed("C17", {{"p.age", "27"}}), "income_minimum").reached == Truth::yes);
    CHECK(traced(changed("C17", {{"p.med_limited", "true"}}), "income_minimum").reached == Truth::yes);
}

TEST_CASE("C25: denied by a date of birth and by savings") {
    const auto t = traced(changed("C25"), "income_minimum");
    CHECK(t.reached == Truth::no);
    REQUIRE_FALSE(t.blocks.empty());
    const auto rules = blocking_rules(t);
    CHECK(rules.contains("TW-3"));
    CHECK(rules.contains("PW-34"));
    const auto born = std::ranges::find_if(t.reasons, [](const Reason& r) {
        return r.exogenous && !r.facts.empty() && r.facts.front().item == "partner.birth";
    });
    CHECK(born != t.reasons.end());
    CHECK(traced(changed("C25", {{"assets.now", "10000"}, {"assets.jan1", "10000"}}), "scheme:bijstand").reached ==
          Truth::yes);
    CHECK(traced(changed("C25", {{"partner.birth", "1970-04-01"}}), "scheme:toeslagenwet").reached == Truth::yes);
}

TEST_CASE("C31: no signal obliges the municipality; on request it must, within four weeks") {
    const auto t = traced(changed("C31"), "debt_relief");
    CHECK(t.reached == Truth::no);
    CHECK(blocking_rules(t).contains("WGS-3-1b-signaal"));
    CHECK(has_fix(t, "gemeente.schuldhulp", "WGS-3-1a"));
    CHECK(t.earliest == day("2025-02-12"));
    CHECK(traced(changed("C31", {{"debts[1].creditor", "\"verhuurder\""}}), "debt_relief").reached == Truth::yes);
}

TEST_CASE("no scheme for a group to which the person cannot belong holds anybody back") {
    // In a women's shelter, her partner earns: what asylum seekers get would be no way out for a Dutch national.
    const GivenFacts fled{
        {"p.age", "31"},
        {"partner.married", "true"},
        {"partner.same_addr", "false"},
        {"partner.income", "34000"},
        {"kids", "[{age: 4, lawful: true, at_addr: true}]"},
        {"stay.dwelling", "shelter"},
        {"inc.wage_m", "0"},
        {"bij.applied", "true"}};
    const auto t = traced(person(fled), "income_minimum");
    REQUIRE(t.reached == Truth::no);
    CHECK_FALSE(blocking_rules(t).contains("RVA-9"));
    for (const auto& l : t.levers) CHECK(rule_of(l) != "RVA-9");
    // Of who is in the reception it is the scheme that ends.
    auto foreign = fled;
    for (const auto& f : GivenFacts{{"p.nl", "false"}, {"p.vw8", "none"}, {"coa.ends_on", "2025-01-10"}})
        foreign.push_back(f);
    const auto other = traced(person(foreign), "income_minimum");
    CHECK(std::ranges::any_of(other.levers, [](const Lever& l) { return rule_of(l) == "RVA-9"; }));
}

TEST_CASE("a need that is met, a goal that is nothing, two things of one name") {
    CHECK(trace(shipped_rules(), person({})).empty());
    CHECK_FALSE(goal_named(shipped_rules(), "geluk"));
    CHECK_FALSE(goal_named(shipped_rules(), "shelter"));  // a need and an outcome
    CHECK(goal_named(shipped_rules(), "need:shelter"));
    CHECK(goal_named(shipped_rules(), "bijstand")->kind == GoalKind::scheme);
}
