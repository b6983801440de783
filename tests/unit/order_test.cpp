#include "model/order.hpp"

#include <catch2/catch.hpp>

#include "model/components.hpp"
#include "reading.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

std::string boolean(const std::string& id) {
    return "<item id=\"" + id + "\" type=\"boolean\" title=\"" + id + "\"/>\n";
}

std::string rule(const std::string& id, const std::string& attributes, const std::string& when,
                 const std::string& effect) {
    return "<rule id=\"" + id + "\" " + attributes + "><when>" + when + "</when>" + effect + "</rule>\n";
}

std::string law(const std::string& rules) { return "<law id=\"l\" title=\"l\">" + rules + "</law>"; }

/// Is the one slot worked out before the other?
bool before(const RuleBase& base, std::string_view one, std::string_view other) {
    const auto order = model::definition_order(base);
    REQUIRE(order);
    const auto place = [&](std::string_view name) {
        return std::find(order->begin(), order->end(), slot_of(base, name));
    };
    return place(one) < place(other);
}

}  // namespace

TEST_CASE("components come after the ones they need", "[order]") {
    CHECK(model::components({{1}, {2}, {}}) == model::Needs{{2}, {1}, {0}});
    CHECK(model::components({{1}, {2}, {0}, {1}}) == model::Needs{{0, 1, 2}, {3}});
    CHECK(model::components({}) == model::Needs{});
    CHECK(model::circle_in({{1}, {2}, {0}}, {0, 1, 2}) == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(model::circle_in({{0}}, {0}) == std::vector<std::uint32_t>{0});
    CHECK(model::circle_in({{}}, {0}).empty());
}

TEST_CASE("a chain of a hundred thousand needs no stack", "[order]") {
    constexpr std::uint32_t length = 100000;
    model::Needs needs(length);
    for (std::uint32_t i = 0; i + 1 < length; ++i) needs[i] = {i + 1};
    const auto found = model::components(needs);
    REQUIRE(found.size() == length);
    CHECK(found.front().front() == length - 1);
    needs[length - 1] = {0};
    CHECK(model::components(needs).size() == 1);
}

TEST_CASE("a slot comes after what may decide it", "[order]") {
    const auto& base = mini();
    REQUIRE(model::definition_order(base)->size() == base.items.size());
    CHECK(before(base, "wage", "income_y"));         // read by the definition
    CHECK(before(base, "income_y", "charge.levy"));  // read by the charge
    CHECK(before(base, "rent", "amount.aid"));       // read by a reduction, and by the denial's condition
    CHECK(before(base, "rent", "granted.bonus"));
    CHECK(before(base, "place", "granted.aid"));  // which village
    CHECK(before(base, "granted.aid", "amount.aid"));
}

TEST_CASE("an exception's condition counts, also that of an exception to it", "[order]") {
    const auto base =
        read_small(boolean("a") + boolean("b") + boolean("c") + boolean("d") +
                   law(rule("R", "", "a", "<define item=\"d\">true</define>") +
                       rule("E", "exception-to=\"R\"", "b", "<define item=\"a\">true</define>") +
                       rule("F", "exception-to=\"E\"", "c", "<define item=\"a\">true</define>")));
    if (!base) FAIL(render(base.error(), Language::en));
    CHECK(before(*base, "c", "d"));
    CHECK(before(*base, "a", "d"));
}

TEST_CASE("rules that are exceptions to one another are refused: which goes first is not said", "[order]") {
    const auto base = read_small(boolean("a") + boolean("b") +
                                 law(rule("R", "exception-to=\"S\"", "a", "<define item=\"b\">true</define>") +
                                     rule("S", "exception-to=\"R\"", "a", "<define item=\"b\">false</define>")));
    REQUIRE_FALSE(base);
    CHECK(base.error().front().message.en == "exceptions run in a circle: R -> S -> R");
}

TEST_CASE("a circle through an exception is one", "[order]") {
    const auto base = read_small(boolean("a") + boolean("b") +
                                 law(rule("R", "", "a", "<define item=\"b\">true</define>") +
                                     rule("S", "exception-to=\"R\"", "b", "<define item=\"a\">false</define>")));
    REQUIRE_FALSE(base);
    CHECK(base.error().front().message.en == "the definitions run in a circle: a -> b -> a");
}
