// Which steps end a finding, and what is a border instead.  On the shipped rules: inputs in which a way out was told
// that nobody can take, or was missing.

#include <algorithm>

#include <catch2/catch.hpp>

#include "model/holdable.hpp"
#include "samenloop/check.hpp"
#include "samenloop/read.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

Report checked(const std::string& body) {
    const auto text =
        R"(<situation xmlns="urn:samenloop:situation:1" id="s" title="s" date="2025-01-15" rest="ordinary">)" + body +
        "</situation>";
    auto situation = read_situation(std::make_shared<const Source>("s.xml", text), shipped_rules());
    REQUIRE(situation);
    return check(shipped_rules(), *situation);
}

const Finding& found(const Report& report, std::string_view code) {
    const auto at = std::ranges::find(report.findings, code, &Finding::code);
    REQUIRE(at != report.findings.end());
    return *at;
}

bool has_item(const Finding& f, std::string_view item) {
    return std::ranges::any_of(f.removed_by, [&](const WayOut& w) { return w.item == item; });
}

bool leaves_out(const Finding& f, std::string_view rule) {
    return std::ranges::any_of(f.removed_by, [&](const WayOut& w) {
        return w.doing == Doing::leave_out_rule && shipped_rules().rules[w.rule].id == rule;
    });
}

const Border* border(const Finding& f, std::string_view item) {
    const auto at = std::ranges::find(f.borders, item, &Border::item);
    return at == f.borders.end() ? nullptr : &*at;
}

const std::string without_address = R"(
  <fact item="p.age">41</fact><fact item="brp.resident">false</fact><fact item="brp.kind">none</fact>
  <fact item="stay.mun">A</fact><fact item="stay.dwelling">friends</fact><fact item="zvw.insured">false</fact>
  <fact item="brp.giver_consents">false</fact><fact item="insurer.needs_brp">true</fact><fact item="p.cannot_cope">true</fact><fact item="inc.wage_m">0</fact>
  <fact item="bij.applied">true</fact><fact item="shelter.needs_income">true</fact>
  <list item="mun"><element name="A" briefadres_only_if_here="true" briefadres_needs_shelter="true"
    bijstand_needs_brp="true" region_binding="false"/></list>)";

const std::string more_work = R"(
  <list item="kids"><element age="8" lawful="true" at_addr="true"/></list>
  <fact item="rent">700</fact><fact item="inc.toets">30000</fact>
  <event id="e" date="2025-02-01" item="inc.toets" from="30000" to="38000" title="meer werken"/>)";

}  // namespace

TEST_CASE("the policy switch that ends every finding is told with whose policy it is", "[ways_out]") {
    const auto report = checked(without_address);
    REQUIRE(report.findings.size() >= 5);
    for (const auto& f : report.findings) {
        INFO(f.code << " " << f.title.en);
        const auto at = std::ranges::find(f.removed_by, "mun[1].briefadres_only_if_here", &WayOut::item);
        REQUIRE(at != f.removed_by.end());
        CHECK(at->mover == Mover::policy);
        CHECK(at->organisation == "gemeente.burgerzaken[A]");
        CHECK(at->to == Value(false));
    }
}

TEST_CASE("ways out are told by whose move it is", "[ways_out]") {
    const auto report = checked(without_address);
    const auto& f = found(report, "CL-3");
    CHECK(std::ranges::is_sorted(f.removed_by, {}, &WayOut::mover));
    CHECK(f.removed_by.front().mover == Mover::must);  // register the postal address
}

TEST_CASE("a fact that nobody changes is a border and no step", "[ways_out]") {
    const auto report = checked(R"(<fact item="p.age">19</fact><fact item="parents.reachable">false</fact>)"
                                R"(<fact item="inc.benefit_type">bijstand</fact><fact item="bij.applied">true</fact>)");
    for (const auto& f : report.findings) {
        CHECK_FALSE(has_item(f, "p.age"));
        CHECK_FALSE(has_item(f, "p.nl"));
    }
    const auto* age = border(found(report, "IM-1"), "p.age");
    REQUIRE(age != nullptr);
    CHECK(age->above == Value(Decimal(17)));
    CHECK(age->below == Value(Decimal(21)));
}

TEST_CASE("nothing is ended by a cent, by a second income, or by less of it", "[ways_out]") {
    const auto report = checked(more_work);
    const auto& f = found(report, "PU-4");
    for (const auto* item : {"inc.wage_m", "inc.wage_net_m", "inc.toets"}) {
        INFO(item);
        CHECK_FALSE(has_item(f, item));
        CHECK(border(f, item) == nullptr);
    }
    CHECK_FALSE(leaves_out(f, "IB-2.10"));  // to abolish the tax is no way out
}

TEST_CASE("a value that the domain refuses is neither step nor border nor supposed", "[ways_out]") {
    const auto report = checked(R"(
      <fact item="inc.toets">90000</fact><list item="kids"><element age="8" lawful="true" at_addr="true"/></list>
      <event id="e" date="2025-02-01" item="inc.toets" from="90000" to="98000" title="meer werken"/>)");
    for (const auto& f : report.findings)
        for (const auto& b : f.borders)
            if (const auto* age = b.below.get<Decimal>(); b.item == "kids[1].age" && age != nullptr)
                CHECK(*age <= Decimal(18));
    const auto open = checked(more_work + R"(<list item="hh"><element rel="sibling" commercial="true" student="false"
        income="38000" lawful="true" assets="500"/></list>)");
    for (const auto& f : open.findings)
        for (const auto& fact : f.supposed)
            if (const auto* age = fact.value.get<Decimal>()) CHECK(*age >= Decimal(18));
}

TEST_CASE("a duty is told with its rule, a mere power as what a body may do", "[ways_out]") {
    const auto report = checked(R"(
      <fact item="brp.kind">brief</fact><fact item="inc.toets">29000</fact>
      <list item="debts"><element creditor="deurwaarder" eur="4000" stage="attachment"/></list>)");
    const auto& f = found(report, "IM-5");
    const auto of = [&](std::string_view rule) {
        return *std::ranges::find_if(f.removed_by, [&](const WayOut& w) {
            return w.doing == Doing::use_rule && shipped_rules().rules[w.rule].id == rule;
        });
    };
    CHECK(of("RV-475e-1").mover == Mover::must);
    CHECK(of("RV-475fa").mover == Mover::may);
    CHECK_FALSE(has_item(f, "p.fixed_place_disclosed"));  // told with the rule, not once more
}

TEST_CASE("a level that falls to meet the income is no way out", "[ways_out]") {
    const auto report = checked(R"(<fact item="p.age">19</fact><fact item="parents.reachable">false</fact>)"
                                R"(<fact item="inc.benefit_type">bijstand</fact><fact item="bij.applied">true</fact>)");
    CHECK_FALSE(leaves_out(found(report, "IM-1"), "PW-21"));
}

TEST_CASE("one answer to what a place may hold", "[ways_out]") {
    const auto& base = shipped_rules();
    const auto kids = base.names.find("kids")->second.slot;
    const model::Path age{kids, 1, model::field_index(*base.items[kids].type.element, "age")};
    CHECK(model::may_hold(base, age, Value(Decimal(18))));
    CHECK_FALSE(model::may_hold(base, age, Value(Decimal(19))));
    const auto kind = base.names.find("brp.kind")->second.slot;
    CHECK(model::may_hold(base, {kind, 0, 0}, Value(std::string("brief"))));
    CHECK_FALSE(model::may_hold(base, {kind, 0, 0}, Value(std::string("tent"))));
}

TEST_CASE("an aid of the rule base is no way out: nobody made it, nobody can leave it out", "[ways_out]") {
    const auto is_aid = [](const WayOut& w) {
        return w.doing == Doing::leave_out_rule &&
               shipped_rules().laws[shipped_rules().rules[w.rule].law].level == Level::aid;
    };
    const std::string about_to_turn_18 = R"(<person id="zoon" relation="self" birth="2007-02-10" wage_m="0"/>
        <person id="moeder" relation="parent" birth="1983-05-01" benefit_type="bijstand"/>)";
    for (const auto& body : {without_address, more_work, about_to_turn_18}) {
        const auto report = checked(body);
        REQUIRE_FALSE(report.findings.empty());
        for (const auto& f : report.findings) {
            INFO(f.title.en);
            CHECK(std::ranges::none_of(f.removed_by, is_aid));
        }
    }
}
