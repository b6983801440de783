// The yardstick does not move with what is measured: bills that take from a household what it lives on, on the shipped
// rules, each with one that is nearly the same and takes nothing from it; and what the reference household leaves out.

#include <algorithm>
#include <set>

#include "samenloop/check.hpp"
#include "samenloop/compare.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

const Files& files() {
    static const Files all = rule_files(SAMENLOOP_SOURCE_DIR "/rules");
    return all;
}

Comparison with_bill(const std::string& modifications, const Situation& situation) {
    const auto text =
        R"(<?xml version="1.0" encoding="UTF-8"?><proposal xmlns="urn:samenloop:proposal:1" id="bill" title="wet" title-en="bill" proposer="x" in-force="2025-01-01">)" +
        modifications + "</proposal>";
    const auto bill = read_proposal(source("bill.xml", text));
    INFO((bill ? "" : render(bill.error(), Language::en)));
    REQUIRE(bill);
    const std::vector all{situation};
    auto c = compare(files(), shipped_rules(), *bill, all);
    INFO((c ? "" : render(c.error(), Language::en)));
    REQUIRE(c);
    return std::move(*c);
}

/// Codes of what is new and severe enough to count.
std::set<std::string> news(const Comparison& c) {
    std::set<std::string> codes;
    for (const auto& d : c.differences)
        if (d.baseline == Baseline::added && d.after->severity >= 2) codes.insert(d.after->code);
    return codes;
}

const Difference* difference(const Comparison& c, const std::string& code) {
    const auto at = std::ranges::find_if(
        c.differences, [&](const Difference& d) { return d.baseline == Baseline::added && d.after->code == code; });
    return at == c.differences.end() ? nullptr : &*at;
}

const Finding* found(const std::vector<Finding>& all, const std::string& code) {
    const auto at = std::ranges::find(all, code, &Finding::code);
    return at == all.end() ? nullptr : &*at;
}

Decimal amount(const Finding& f, const std::string& name) {
    const auto at = std::ranges::find(f.amounts, name, &std::pair<std::string, Decimal>::first);
    REQUIRE(at != f.amounts.end());
    return at->second.rounded(2);
}

std::vector<std::string> rule_ids(const RuleBase& rules, const Finding& f) {
    std::vector<std::string> ids;
    for (const auto r : f.rules) ids.push_back(rules.rules[r].id);
    return ids;
}

bool names(const RuleBase& rules, const Finding& f, const std::string& id) {
    const auto ids = rule_ids(rules, f);
    return std::ranges::find(ids, id) != ids.end();
}

const GivenFacts alone{{"p.age", "50"}, {"inc.benefit_type", "bijstand"}, {"rent", "600"}};
const GivenFacts with_son{
    {"p.age", "50"},
    {"inc.benefit_type", "bijstand"},
    {"inc.toets", "20376"},
    {"rent", "600"},
    {"hh", "[{age: 28, rel: \"child\", income: 12000}]"}};
const GivenFacts cleaner{{"p.age", "30"}, {"inc.wage_m", "1560"}, {"rent", "600"}, {"assets.jan1", "20000"}};
const GivenFacts owner{{"p.age", "50"}, {"inc.benefit_type", "bijstand"}};

struct Bill {
    std::string name;
    std::string modifications;
    GivenFacts facts;
    std::set<std::string> expected;  // new codes of severity 2 or more
};

}  // namespace

TEST_CASE("a bill that takes from a household what it lives on gives new findings", "[yardstick]") {
    const std::string norm = R"(<substitution target="item:pw.norm_alleenstaande/value[2025-01-01]">)";
    const auto row = GENERATE_REF(values<Bill>({
        {"lowers the norm", norm + "1245.45</substitution>", alone, {"IM-1", "IM-5"}},
        {"raises the norm", norm + "1445.45</substitution>", alone, {}},
        {"lowers the norm of couples",
         R"(<substitution target="item:pw.norm_gehuwden/value[2025-01-01]">1822.07</substitution>)",
         alone,
         {}},
        {"shuts out cost sharers",
         R"(<substitution target="rule:PW-19/when" words="p.age &gt;= 18 and">p.age &gt;= 18 and pw.kostendelers = 0 and</substitution>)",
         with_son,
         {"IM-1", "IM-5", "VA-1"}},
        {"shuts out cost sharers, of whom this one is none",
         R"(<substitution target="rule:PW-19/when" words="p.age &gt;= 18 and">p.age &gt;= 18 and pw.kostendelers = 0 and</substitution>)",
         alone,
         {}},
        {"shuts out students, of whom this one is none",
         R"(<substitution target="rule:PW-19/when" words="p.age &gt;= 18 and">p.age &gt;= 18 and not(study.follows) and</substitution>)",
         alone,
         {}},
        {"abolishes social assistance", R"(<repeal target="rule:PW-19"/>)", alone, {"IM-1", "IM-5", "VA-1"}},
        {"abolishes rent benefit", R"(<repeal target="rule:HT-21/grant"/>)", alone, {"IM-1", "IM-4", "IM-5"}},
        {"abolishes rent benefit of an owner", R"(<repeal target="rule:HT-21/grant"/>)", owner, {}},
        {"raises the fixed part of the rent",
         R"(<substitution target="item:ht.vast_deel/value[2025-01-01]">62</substitution>)",
         alone,
         {"IM-1", "IM-5"}},
        {"raises the fixed part of the rent of an owner",
         R"(<substitution target="item:ht.vast_deel/value[2025-01-01]">62</substitution>)",
         owner,
         {}},
        {"adds an age limit",
         R"(<substitution target="rule:ZT-2/when" words="p.adult_month">p.adult_month and p.age &lt; 45</substitution>)",
         alone,
         {"IM-1", "IM-5"}},
        {"adds an age limit above this age",
         R"(<substitution target="rule:ZT-2/when" words="p.adult_month">p.adult_month and p.age &lt; 65</substitution>)",
         alone,
         {}},
        {"raises the tax on a wage",
         R"(<substitution target="item:ib.ahk_maximum/value[2025-01-01]">68</substitution>)",
         cleaner,
         {"IM-1", "VA-1"}},
        {"raises the tax on a wage that this one has not",
         R"(<substitution target="item:ib.ahk_maximum/value[2025-01-01]">68</substitution>)",
         alone,
         {}},
        {"renames nothing",
         R"(<substitution target="rule:PW-19/@title">Wie minder heeft dan de norm, krijgt het verschil</substitution>)",
         alone,
         {}},
    }));
    CAPTURE(row.name);
    const auto c = with_bill(row.modifications, person(row.facts));
    CHECK(news(c) == row.expected);
    for (const auto& d : c.differences)
        if (d.baseline == Baseline::added) CHECK(d.causes == std::vector<std::size_t>{0});
}

TEST_CASE("the level of before is the measure, and that it falls is told with its amount", "[yardstick]") {
    const auto c = with_bill(
        R"(<substitution target="rule:PW-19/when" words="p.age &gt;= 18 and">p.age &gt;= 18 and pw.kostendelers = 0 and</substitution>)",
        person(with_son));
    const auto* below = difference(c, "IM-1");
    const auto* level = difference(c, "IM-5");
    const auto* hole = difference(c, "VA-1");
    REQUIRE((below != nullptr && level != nullptr && hole != nullptr));
    CHECK(amount(*below->after, "eur_month") == *Decimal::parse("961.04"));
    CHECK(amount(*level->after, "eur_month") == *Decimal::parse("961.04"));
    CHECK(below->after->severity >= 3);
    CHECK(rule_ids(c.after(), *hole->after) == std::vector<std::string>{"PW-19"});
    CHECK(names(c.after(), *below->after, "PW-19"));
}

TEST_CASE("who does not live on the level is told mildly that it falls", "[yardstick]") {
    const auto c = with_bill(
        R"(<substitution target="item:pw.norm_alleenstaande/value[2025-01-01]">1245.45</substitution>)", person({}));
    const auto* level = difference(c, "IM-5");
    REQUIRE(level != nullptr);
    CHECK(level->after->severity == 1);
    CHECK(difference(c, "IM-1") == nullptr);
}

TEST_CASE("a border that a bill makes is looked at from both sides", "[yardstick]") {
    struct Row {
        std::string name;
        std::string grant;
        GivenFacts facts;
        bool near;
        std::size_t borders;
    };
    const auto rule = [](const std::string& when, const std::string& eur) {
        return R"(<insertion after="rule:PW-19"><rule id="PW-19-x" lid="9" actor="gemeente.werk_en_inkomen" title="x"><when>)" +
               when + R"(</when><grant scheme="tegemoetkoming_alleenverdieners">)" + eur +
               "</grant></rule></insertion>";
    };
    const auto row = GENERATE_COPY(values<Row>({
        {"income, close",
         rule("pw.income &lt; 1.2 * pw.norm", "0.601 * pw.alleenverdieners"),
         {{"p.age", "30"}, {"rent", "600"}, {"inc.wage_m", "1678"}},
         true,
         1},
        {"income, far",
         rule("pw.income &lt; 1.2 * pw.norm", "0.601 * pw.alleenverdieners"),
         {{"p.age", "30"}, {"rent", "600"}, {"inc.wage_m", "1300"}},
         false,
         1},
        {"age, close", rule("p.age &lt; 31", "1.2 * pw.alleenverdieners"), {{"p.age", "30"}}, true, 1},
        {"age, far", rule("p.age &lt; 31", "1.2 * pw.alleenverdieners"), {{"p.age", "50"}}, false, 1},
        {"assets, close",
         rule("assets.jan1 &lt;= 9000", "1.2 * pw.alleenverdieners"),
         {{"assets.jan1", "8500"}},
         true,
         1},
        {"assets, far",
         rule("assets.jan1 &lt;= 9000", "1.2 * pw.alleenverdieners"),
         {{"assets.jan1", "100"}},
         false,
         1},
        {"no cliff",
         rule("p.age &gt;= 18 and pw.income &lt; 1.2 * pw.norm", "0.012 * pw.alleenverdieners"),
         {{"p.age", "30"}, {"rent", "600"}, {"inc.wage_m", "1678"}},
         false,
         0},
    }));
    CAPTURE(row.name);
    const auto c = with_bill(row.grant, person(row.facts));
    CHECK((difference(c, "IM-2") != nullptr) == row.near);
    REQUIRE(c.borders.size() == row.borders);
    if (row.borders > 0) CHECK(c.borders.front().near == row.near);
}

TEST_CASE("what is paid to somebody else, and a premise that fails, do not lower the level", "[yardstick]") {
    const GivenFacts mother{
        {"p.age", "31"},
        {"partner.married", "true"},
        {"partner.separated", "true"},
        {"partner.same_addr", "false"},
        {"partner.income", "34000"},
        {"partner.mutual_care", "false"},
        {"kids", "[{age: 4}, {age: 7}]"},
        {"stay.dwelling", "shelter"},
        {"p.violence_shelter", "true"},
        {"brp.kind", "brief"},
        {"inc.wage_m", "0"},
        {"toeslag.applied", "true"}};
    auto to_the_ex = mother;
    to_the_ex.emplace_back("akw.paid_to_other", "true");
    const auto paid_to_her = check(shipped_rules(), person(mother));
    const auto paid_to_him = check(shipped_rules(), person(to_the_ex));
    const auto* near_miss = found(paid_to_her.findings, "IM-1");
    const auto* f = found(paid_to_him.findings, "IM-1");
    REQUIRE((near_miss != nullptr && f != nullptr));
    CHECK(amount(*f, "M_month") == amount(*near_miss, "M_month"));
    CHECK(amount(*f, "eur_month") > amount(*near_miss, "eur_month"));
    CHECK(names(shipped_rules(), *f, "KGB-2-10"));
    CHECK(names(shipped_rules(), *f, "AW-3-1"));
    CHECK_FALSE(names(shipped_rules(), *near_miss, "KGB-2-10"));
}

TEST_CASE("who is only registered at the address shares no costs", "[yardstick]") {
    const GivenFacts base{{"p.age", "50"}, {"inc.benefit_type", "bijstand"}, {"rent", "600"}};
    auto registered = base;
    registered.emplace_back("hh", "[{age: 40, rel: \"none\", income: 30000, registered_only: true}]");
    auto lives = base;
    lives.emplace_back("hh", "[{age: 40, rel: \"none\", income: 30000}]");
    const auto only_registered = check(shipped_rules(), person(registered));
    const auto lives_here = check(shipped_rules(), person(lives));
    const auto* f = found(only_registered.findings, "IM-1");
    REQUIRE(f != nullptr);  // rent benefit falls by somebody who does not pay any of the rent
    CHECK(amount(*f, "M_month") == *Decimal::parse("1834.54"));
    CHECK(found(lives_here.findings, "IM-1") == nullptr);  // C12: the law's own norm for who shares the costs
}

TEST_CASE("no minimum income is needed where everything is provided", "[yardstick]") {
    const auto row = GENERATE(values<std::pair<GivenFacts, bool>>({
        {{{"p.detained", "true"}, {"stay.dwelling", "pi"}, {"inc.wage_m", "0"}}, false},
        {{{"p.detained", "true"}, {"p.pen_programme", "true"}, {"assets.jan1", "50000"}, {"inc.wage_m", "0"}}, true},
        {{{"p.age", "19"}, {"p.in_inrichting", "true"}, {"p.inrichting_voorziet", "true"}, {"inc.wage_m", "0"}}, false},
        {{{"p.age", "19"}, {"p.in_inrichting", "true"}, {"inc.wage_m", "0"}}, true},
    }));
    const auto report = check(shipped_rules(), person(row.first));
    CHECK((found(report.findings, "IM-1") != nullptr || found(report.findings, "VA-1") != nullptr) == row.second);
}

TEST_CASE("a premium that replaces another one costs the difference", "[yardstick]") {
    const auto in_2024 = [](const GivenFacts& facts) {  // the last year of which the CAK's premium is known
        auto situation = person(facts);
        situation.date = *Date::parse("2024-10-15");
        return check(shipped_rules(), situation);
    };
    const GivenFacts pays{
        {"p.age", "44"}, {"inc.benefit_type", "bijstand"}, {"inc.benefit_m", "1345.45"}, {"rent", "640"}};
    auto reported = pays;
    reported.emplace_back("zvw.arrears_months", "7");
    const auto report = in_2024(reported);
    CHECK(found(report.findings, "IM-1") == nullptr);  // 160.60 for 146.00: 14.60, within what does not count
    auto dearer = reported;
    dearer.emplace_back("zvw.premium_m", "120");
    const auto more = in_2024(dearer);
    const auto* f = found(more.findings, "IM-1");
    REQUIRE(f != nullptr);
    CHECK(amount(*f, "eur_month") == *Decimal::parse("40.60"));
    CHECK(found(in_2024(pays).findings, "IM-1") == nullptr);
}

TEST_CASE("a gap beside deductions names what makes it, and who acts in that", "[yardstick]") {
    const auto report = check(
        shipped_rules(),
        person({{"p.age", "44"},
                {"inc.benefit_type", "bijstand"},
                {"inc.benefit_m", "1345.45"},
                {"rent", "640"},
                {"debts", "[{creditor: \"bank\", eur: 7000, stage: \"attachment\"}]"}}));
    const auto* f = found(report.findings, "IM-1");
    REQUIRE(f != nullptr);
    CHECK(names(shipped_rules(), *f, "RV-475b-1"));
    CHECK(f->chain.size() <= 8);
    for (const auto& link : f->chain) CHECK_FALSE(link.from.starts_with("organisation:"));
}

TEST_CASE("a guest under temporary protection is no partner and no co-resident", "[yardstick]") {
    const GivenFacts host{{"p.age", "38"}, {"inc.wage_m", "2100"}, {"rent", "680"}, {"kids", "[{age: 9}]"}};
    const auto with = [&](const std::string& guest, const std::string& self) {
        auto facts = host;
        facts.emplace_back("hh", "[{age: 41, rel: \"none\", income: 9000" + guest + "}]");
        if (!self.empty()) facts.emplace_back("p.temporary_protection", self);
        return household(facts);
    };
    const auto sum = [](const engine::Evaluation& e, const std::string& scheme) {
        return e.values[shipped_rules().names.find("amount." + scheme)->second.slot];
    };
    const auto without = household(host);
    const auto guest = with(", temporary_protection: true", "");
    const auto other = with("", "");
    const auto both = with(", temporary_protection: true", "true");
    for (const auto* scheme : {"kgb", "huurtoeslag", "zorgtoeslag"}) {
        CAPTURE(scheme);
        CHECK(sum(guest, scheme) == sum(without, scheme));
    }
    CHECK_FALSE(sum(other, "kgb") == sum(without, "kgb"));
    CHECK_FALSE(sum(both, "kgb") == sum(without, "kgb"));  // unless the host has that protection too
}

TEST_CASE("rent benefit is attached by the landlord alone, and nothing of it is protected", "[yardstick]") {
    const auto debts = [](const std::string& debt) {
        return GivenFacts{{"p.age", "44"},
                          {"inc.benefit_type", "bijstand"},
                          {"inc.benefit_m", "1345.45"},
                          {"rent", "640"},
                          {"debts", "[" + debt + "]"}};
    };
    const auto landlord =
        check(shipped_rules(),
              person(debts("{creditor: \"verhuurder\", eur: 3500, stage: \"attachment\", laid_on: \"huurtoeslag\"}")));
    const auto* f = found(landlord.findings, "IM-1");
    REQUIRE(f != nullptr);
    CHECK(names(shipped_rules(), *f, "AW-45-huur"));
    CHECK(amount(*f, "eur_month") == *Decimal::parse("291.67"));
    const auto on_income =
        check(shipped_rules(), person(debts("{creditor: \"verhuurder\", eur: 3500, stage: \"attachment\"}")));
    const auto* near_miss = found(on_income.findings, "IM-1");
    REQUIRE(near_miss != nullptr);
    CHECK(names(shipped_rules(), *near_miss, "RV-475b-1"));
    const auto stranger =
        check(shipped_rules(),
              person(debts("{creditor: \"bank\", eur: 3500, stage: \"attachment\", laid_on: \"huurtoeslag\"}")));
    CHECK(found(stranger.findings, "IM-1") == nullptr);
}

TEST_CASE("assistance counts in the assessment income with its gross amount", "[yardstick]") {
    const auto toets = [](const GivenFacts& facts) {
        const auto e = household(facts);
        return e.values[shipped_rules().names.find("awir.toetsingsinkomen")->second.slot];
    };
    CHECK(toets({{"p.age", "55"}, {"inc.benefit_type", "bijstand"}, {"rent", "640"}}) == Value(Decimal(20376)));
    CHECK(toets({{"p.age", "55"}, {"inc.benefit_type", "bijstand"}, {"inc.toets", "16000"}}) == Value(Decimal(16000)));
    CHECK(toets({{"p.age", "55"}, {"inc.wage_m", "2500"}}) == Value(Decimal(30000)));
    const auto father = [](const std::string& income) {
        const auto e = household({{"p.age", "55"},
                                  {"inc.benefit_type", "bijstand"},
                                  {"rent", "640"},
                                  {"hh", "[{age: 82, rel: \"parent\", income: " + income + "}]"}});
        return e.values[shipped_rules().names.find("amount.huurtoeslag")->second.slot];
    };
    CHECK_FALSE(father("20600") == father("0"));
}
