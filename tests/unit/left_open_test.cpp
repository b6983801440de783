// A question over all situations sees the facts that decide whether what the rules leave out concerns somebody.

#include <algorithm>

#include <catch2/catch.hpp>

#include "reading.hpp"
#include "samenloop/survey.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

const std::string two_laws = R"(
  <concept id="mates" title="x" title-en="x"/>
  <item id="adults" type="number" min="0" max="9" title="x" title-en="x"/>
  <item id="odd" type="boolean" title="x" title-en="x"/>
  <item id="a.mates" type="number" concept="mates" law="a" title="x" title-en="x" otherwise="0"/>
  <item id="b.mates" type="number" concept="mates" law="b" title="x" title-en="x" otherwise="0"/>
  <organisation id="o" title="o" title-en="o"/>
  <law id="a" title="A" title-en="A" level="act" from="2020-01-01">
    <unmodelled id="a.odd" when="odd" items="a.mates" title="x" title-en="x"/>
    <rule id="A-1" actor="o" title="x" title-en="x"><define item="a.mates">adults</define></rule>
  </law>
  <law id="b" title="B" title-en="B" level="act" from="2020-01-01">
    <rule id="B-1" actor="o" title="x" title-en="x"><define item="b.mates">if adults &gt; 1 then 1 else 0</define></rule>
  </law>)";

}  // namespace

TEST_CASE("two laws that mean something else by a word are told apart where one is left open for some") {
    const auto base = read_small(two_laws);
    INFO((base ? "" : render(base.error(), Language::en)));
    REQUIRE(base.has_value());
    const auto survey = survey_concept(*base, 0, *Date::parse("2025-01-15"));
    REQUIRE(survey.differences.size() == 1);
    const auto& facts = survey.differences.front().facts;
    const auto told = [&](const std::string& item, const Value& value) {
        return std::ranges::any_of(facts, [&](const Fact& f) { return f.item == item && f.value == value; });
    };
    CHECK(told("odd", false));
    CHECK(std::ranges::any_of(facts, [](const Fact& f) { return f.item == "adults"; }));
}
