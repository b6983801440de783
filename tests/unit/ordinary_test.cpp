// What the ordinary person has may follow from the day and from amounts of the law.

#include "model/ordinary.hpp"

#include <catch2/catch.hpp>

#include "model/days.hpp"
#include "reading.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

const std::string rules = R"(
  <law id="care" title="x" title-en="x" level="act" from="2020-01-01">
    <amount id="price.most" unit="eur" title="x" title-en="x">
      <value from="2024-01-01" to="2025-01-01">10.25</value>
      <value from="2025-01-01">10.71</value>
    </amount>
  </law>
  <item id="date.today" type="date" title="x" title-en="x"/>
  <item id="price" type="number" unit="eur" title="x" title-en="x" ordinary="price.most"/>
  <item id="since" type="date" title="x" title-en="x" ordinary="date.today"/>)";

Situation on(const RuleBase& base, const std::string& day) {
    return *read_situation(source("s.xml", R"(<situation xmlns="urn:samenloop:situation:1" id="s" title="s" date=")" +
                                               day + R"(" rest="ordinary"/>)"),
                           base);
}

}  // namespace

TEST_CASE("what is ordinary may be an amount of the law on the day, or the day itself") {
    const auto base = read_small(rules);
    INFO((base ? "" : render(base.error(), Language::en)));
    REQUIRE(base.has_value());
    CHECK(on(*base, "2024-06-01").facts[slot_of(*base, "price")] == Value(*Decimal::parse("10.25")));
    CHECK(on(*base, "2025-06-01").facts[slot_of(*base, "price")] == Value(*Decimal::parse("10.71")));
    CHECK(on(*base, "2025-06-01").facts[slot_of(*base, "since")] == Value(*Date::parse("2025-06-01")));
    CHECK(on(*base, "2023-06-01").facts[slot_of(*base, "price")].is_unknown());
}

TEST_CASE("what is ordinary by the day is that of the day looked at") {
    const auto base = read_small(rules);
    REQUIRE(base.has_value());
    const auto before = model::on_day(*base, on(*base, "2025-06-01"), *Date::parse("2024-06-01"));
    CHECK(before.facts[slot_of(*base, "price")] == Value(*Decimal::parse("10.25")));
    CHECK(before.facts[slot_of(*base, "since")] == Value(*Date::parse("2024-06-01")));
}
