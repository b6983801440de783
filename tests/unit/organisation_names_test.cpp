// An organisation goes by many names, and what the rules say of it holds under each.
#include <algorithm>

#include <catch2/catch.hpp>

#include "model/days.hpp"
#include "samenloop/check.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

Situation owing(const std::string& creditor) {
    auto s = read_situation(
        source("s.xml",
               R"(<situation xmlns="urn:samenloop:situation:1" id="s" title="s" date="2025-03-01"
        rest="ordinary"><person id="a" relation="self" birth="1980-01-01" wage_m="2100"/>
        <list item="debts"><element creditor=")" +
                   creditor + R"(" eur="900" since="2024-06-01" stage="reminder"/></list>
        <event id="e" title="e" date="2025-06-01" item="debts[1].creditor" from=")" +
                   creditor + R"(" to=")" + creditor + R"("/></situation>)"),
        shipped_rules());
    INFO((s ? "" : render(s.error(), Language::en)));
    REQUIRE(s.has_value());
    return std::move(*s);
}

Value creditor_of(const Situation& s) {
    const auto& base = shipped_rules();
    const auto slot = base.names.find("debts")->second.slot;
    const auto field = model::field_index(*base.items[slot].type.element, "creditor");
    return (*s.facts[slot].get<List>()->elements->front().get<Record>()->fields)[field];
}

}  // namespace

TEST_CASE("a creditor is the same one under its id, its titles and its short names") {
    const auto& base = shipped_rules();
    std::size_t tried = 0;
    for (const auto& one : base.organisations) {
        if (one.is_person || one.id.find('.') != std::string::npos) continue;
        std::vector<std::string> names{one.id, one.title.nl, one.title.en};
        names.insert(names.end(), one.aliases.begin(), one.aliases.end());
        for (const auto& name : names) {
            if (name.find('&') != std::string::npos) continue;
            const auto known = base.organisation_named(name);
            if (base.organisations[known].id != one.id) continue;  // another one is called so, too
            INFO(name);
            const auto s = owing(name);
            CHECK(creditor_of(s) == Value(one.id));
            CHECK(std::ranges::find(s.events, "e", &Event::id)->to == Value(one.id));
            ++tried;
        }
    }
    CHECK(tried > 100);
}

TEST_CASE("what is told of a debt hangs on who the creditor is, not on how it is called") {
    const auto told = [](const std::string& creditor) {
        std::vector<std::string> all;
        for (const auto& f : check(shipped_rules(), owing(creditor)).findings) all.push_back(f.code + " " + f.title.nl);
        return all;
    };
    CHECK(told("Central Judicial Collection Agency") == told("cjib"));
    CHECK(told("Centraal Justitieel Incassobureau") == told("CJIB"));
    CHECK(told("Benefits Office") == told("Dienst Toeslagen"));
}

TEST_CASE("a name that the rules do not know stays as it is, and is told") {
    const auto s = owing("Zilveren Krius");
    CHECK(creditor_of(s) == Value(std::string("Zilveren Krius")));
    CHECK(s.warnings.size() >= 1);
}

TEST_CASE("a condition that calls a creditor by another of its names means the same one") {
    const auto base = [](const std::string& condition) {
        const auto files = std::vector{source("base.xml", R"(<rulebase xmlns="urn:samenloop:rules:1" jurisdiction="nl">
            <organisation id="cjib" title="Centraal Bureau" title-en="Central Agency" aliases="CJIB|bureau"/>
            <organisation id="duo" title="DUO" title-en="DUO"/>
            <list id="debts" title="schulden" title-en="debts" ordinary="[]">
              <field id="creditor" type="string" of="organisation" title="schuldeiser" title-en="creditor"/>
            </list>
            <item id="owes" type="boolean" title="is schuldig" title-en="owes" otherwise="false"/>
            <law id="l" title="Wet" title-en="Act" level="act">
              <rule id="R" article="1" title="Regel" title-en="Rule"><when>)" +
                                                              condition + R"(</when><define item="owes">true</define>
                <premise title="p" title-en="p">count(debts[creditor = "bureau"]) > 0</premise></rule>
            </law></rulebase>)")};
        auto rules = read_rulebase(files);
        INFO((rules ? "" : render(rules.error(), Language::en)));
        REQUIRE(rules.has_value());
        return std::move(*rules);
    };
    const auto condition = [&](const std::string& text) {
        const auto rules = base(text);
        return to_string(*rules.rules.front().when, [&](Slot s) { return rules.items[s].id; });
    };
    CHECK(condition(R"(some d in debts satisfies d.creditor in ("CJIB", "duo"))") ==
          R"(some d in debts satisfies d.creditor in ("cjib", "duo"))");
    CHECK(condition(R"(some d in debts satisfies d.creditor = "Central Agency")") ==
          R"(some d in debts satisfies d.creditor = "cjib")");
    CHECK(condition(R"(count(debts[creditor != "bureau"]) > 1)") ==
          condition(R"(count(debts[creditor != "cjib"]) > 1)"));
    CHECK(condition(R"(some d in debts satisfies d.creditor = "Ziggo")") ==
          R"(some d in debts satisfies d.creditor = "Ziggo")");
    const auto rules = base("true");
    CHECK(to_string(rules.rules.front().premise->holds, [&](Slot slot) { return rules.items[slot].id; }) ==
          R"(count(debts[creditor = "cjib"]) > 0)");
}
