// Numbers that the shipped rules must give, worked out by hand from the law of 2025 and not by this program.
// A number holds when it is met at its printed precision, one unit of its last digit off at most.

#include <catch2/catch.hpp>

#include "engine/disposable.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

Decimal exact(const Value& value) {
    INFO(to_string(value));
    const auto* number = value.get<Decimal>();
    REQUIRE(number != nullptr);
    return *number;
}

Decimal value(const GivenFacts& facts, const std::string& name) {
    INFO(name);
    const auto at = shipped_rules().names.find(name);
    REQUIRE(at != shipped_rules().names.end());
    return exact(household(facts).values[at->second.slot]);
}

Decimal disposable_of(const GivenFacts& facts) { return exact(engine::disposable(household(facts))); }

void check_close(const Decimal& found, const std::string& wanted, const std::string& unit) {
    INFO("found " << found.to_string() << ", wanted " << wanted);
    const Decimal off = found - *Decimal::parse(wanted);
    const Decimal most = *Decimal::parse(unit);
    CHECK((off <= most && -off <= most));
}

GivenFacts with(GivenFacts facts, const std::string& item, const std::string& value) {
    facts.emplace_back(item, value);
    return facts;
}

/// Percent that is lost of the next 100 euro.
Decimal marginal_rate(const GivenFacts& facts, int income) {
    const Decimal now = disposable_of(with(facts, "inc.toets", std::to_string(income)));
    const Decimal then = disposable_of(with(facts, "inc.toets", std::to_string(income + 100)));
    return Decimal(100) - (then - now);
}

const GivenFacts single_parent = {{"kids", "[{age: 8}]"}, {"rent", "700"}};
const GivenFacts single_tenant = {{"rent", "650"}};
const GivenFacts couple = {
    {"p.age", "55"},
    {"partner.married", "true"},
    {"partner.birth", "1969-09-01"},
    {"partner.age", "55"},
    {"rent", "700"}};

struct NumbersRow {
    int income;
    const char* disposable;
    const char* rate;  // nullptr: not asked
};

void check_rows(const GivenFacts& facts, const std::vector<NumbersRow>& rows) {
    for (const auto& row : rows) {
        INFO("income " << row.income);
        check_close(disposable_of(with(facts, "inc.toets", std::to_string(row.income))), row.disposable, "1");
        if (row.rate != nullptr) check_close(marginal_rate(facts, row.income), row.rate, "0.1");
    }
}

}  // namespace

TEST_CASE("single parent, a child of 8, rent 700") {
    check_rows(single_parent,
               {{24000, "36520", nullptr},
                {30000, "42188", "20.8"},
                {32000, "43139", "70.5"},
                {34000, "43511", "83.4"},
                {36000, "43830", "84.8"},
                {38000, "44119", "86.3"},
                {40000, "44370", "75.7"}});
    const Decimal step = disposable_of(with(single_parent, "inc.toets", "38000")) -
                         disposable_of(with(single_parent, "inc.toets", "30000"));
    check_close(step, "1931", "1");
}

TEST_CASE("single, rent 650") {
    check_rows(single_tenant, {{26000, "30284", nullptr}, {30000, "31501", "85.8"}, {34000, "32021", nullptr}});
    const Decimal step = disposable_of(with(single_tenant, "inc.toets", "34000")) -
                         disposable_of(with(single_tenant, "inc.toets", "29000"));
    check_close(step, "668.6", "1");
}

TEST_CASE("an employee of 45,000 keeps half of the next euro") { check_close(marginal_rate({}, 45000), "50.3", "0.1"); }

TEST_CASE("part-time wage on social assistance") {
    struct Case {
        const char* age;
        const char* months;
        const char* wage;
        const char* gain;
    };
    const auto c = GENERATE(Case{"30", "3", "400", "100"}, Case{"30", "3", "1200", "273"},
                            Case{"27", "6", "400", "100"}, Case{"27", "7", "400", "0"}, Case{"26", "3", "400", "0"});
    INFO(c.age << " years, " << c.wage << " euro");
    const GivenFacts facts = {{"p.age", c.age}, {"inc.benefit_type", "bijstand"}, {"inc.work_months", c.months}};
    const Decimal with_wage = value(with(facts, "inc.wage_net_m", c.wage), "amount.bijstand") / 12;
    const Decimal without = value(with(facts, "inc.wage_net_m", "0"), "amount.bijstand") / 12;
    check_close(with_wage + *Decimal::parse(c.wage) - without, c.gain, "0.01");
}

TEST_CASE("a couple on one benefit has less than a couple on social assistance") {
    const auto tax = [](const char* monthly) {
        return value(
            with(with(couple, "inc.benefit_type", "other"), "inc.benefit_m", monthly), "charge.inkomstenbelasting");
    };
    check_close(Decimal(31459) - tax("2621.583333333333"), "23064.84", "0.1");
    check_close(Decimal(28405) - tax("2367.083333333333"), "21298", "1");
    const GivenFacts assistance = with(with(couple, "inc.benefit_type", "bijstand"), "inc.toets", "26377");
    check_close(value(assistance, "amount.bijstand"), "23064.84", "0.01");
    check_close(value(assistance, "amount.zorgtoeslag") + value(assistance, "amount.huurtoeslag"), "8057", "1");
    const GivenFacts wage = with(couple, "inc.toets", "31459");
    check_close(value(wage, "amount.zorgtoeslag") + value(wage, "amount.huurtoeslag"), "7432", "1");
}

TEST_CASE("a back-payment takes the allowances") {
    const GivenFacts before = with(single_tenant, "inc.toets", "18000");
    const GivenFacts after = with(single_tenant, "inc.toets", "48000");
    check_close(value(before, "amount.zorgtoeslag"), "1573", "1");
    check_close(value(before, "amount.huurtoeslag"), "4686", "1");
    check_close(value(after, "amount.zorgtoeslag"), "0", "0");
    check_close(value(after, "amount.huurtoeslag"), "0", "0");
}

TEST_CASE("an adult child's income lowers the rent allowance") {
    const GivenFacts parent = {
        {"p.age", "52"}, {"inc.benefit_type", "bijstand"}, {"inc.toets", "17500"}, {"rent", "650"}};
    const auto with_child = [&](const std::string& child) {
        return value(with(parent, "hh", "[" + child + "]"), "amount.huurtoeslag");
    };
    check_close(with_child("{age: 27, rel: \"child\", income: 0}"), "4708", "1");
    check_close(with_child("{age: 27, rel: \"child\", income: 20000}"), "3111", "1");
    check_close(with_child("{age: 22, rel: \"child\", income: 20000}"), "4501", "1");
}

TEST_CASE("the four maxima of the attachment-free amount follow from its formula") {
    struct Household {
        const char* partner;
        const char* kids;
        const char* income;  // where the norm rent reaches the highest rent, so that the housing part stops
        const char* maximum;
    };
    const auto h =
        GENERATE(Household{"false", "[]", "44790", "2071.24"}, Household{"false", "[{age: 8}]", "57308", "2242.24"},
                 Household{"true", "[]", "57308", "2739.03"}, Household{"true", "[{age: 8}]", "57308", "2855.96"});
    INFO("partner " << h.partner << ", children " << h.kids);
    const GivenFacts facts = {{"partner.married", h.partner}, {"kids", h.kids}, {"inc.toets", h.income}};
    check_close(value(facts, "rv.formule"), h.maximum, "0.05");
    check_close(
        value(with({{"partner.married", h.partner}, {"kids", h.kids}}, "inc.toets", "90000"), "rv.beslagvrije_voet"),
        h.maximum, "0.01");
}

TEST_CASE("the attachment-free amount without a home address") {
    const auto amount = [](const char* kind, const char* income) {
        return value({{"brp.kind", kind}, {"inc.toets", income}}, "rv.beslagvrije_voet");
    };
    check_close(amount("brief", "29000"), "912.98", "0.01");
    check_close(amount("woon", "29000"), "1428.84", "0.01");
    check_close(amount("woon", "29000") - amount("brief", "29000"), "516", "1");
    check_close(amount("woon", "40000") - amount("brief", "40000"), "978", "1");
    check_close(amount("woon", "24000") - amount("brief", "24000"), "391", "1");
}
