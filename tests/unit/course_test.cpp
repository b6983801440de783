// The course of disposable income: made-up curves with traps worked out by hand, and the shipped rules against plain
// evaluations at single points.

#include <catch2/catch.hpp>

#include "engine/income_profile.hpp"
#include "engine/traps.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

Value curve_of(std::vector<Decimal> c) {
    return std::shared_ptr<const Polynomial>(std::make_shared<Polynomial>(Polynomial{std::move(c), nullptr}));
}

Decimal half(std::int64_t twice) { return Decimal(twice) / Decimal(2); }

bool close(const Decimal& a, const Decimal& b, const Decimal& off) { return a - b <= off && b - a <= off; }

const GivenFacts single_parent = {{"kids", "[{age: 8}]"}, {"rent", "700"}, {"inc.toets", "30000"}};

engine::IncomeProfile over_income(const engine::Evaluation& e, std::int64_t from, std::int64_t to,
                                  std::optional<Decimal> step = {}) {
    return engine::income_profile(e, {slot_of(shipped_rules(), "inc.toets"), 0, 0}, {Decimal(from), Decimal(to), step});
}

}  // namespace

TEST_CASE("a rising curve has no trap") { CHECK(engine::find_traps({{0, 10, curve_of({0, 1})}}).empty()); }

TEST_CASE("a trap begins where the course does, when more is left exactly there") {
    const std::vector<engine::LevelPiece> pieces{{5, 10, curve_of({0, 1})}};
    CHECK(engine::find_traps(pieces, Decimal(5)).empty());
    const auto traps = engine::find_traps(pieces, Decimal(7));
    REQUIRE(traps.size() == 1);
    CHECK(traps[0].from == Decimal(5));
    CHECK(traps[0].to == Decimal(7));
    CHECK(traps[0].level == Decimal(7));
}

TEST_CASE("a level curve is a trap up to where it rises") {
    const auto traps = engine::find_traps({{0, 4, Value(Decimal(7))}, {4, 10, curve_of({3, 1})}});
    REQUIRE(traps.size() == 1);
    CHECK(traps[0].from == Decimal(0));
    CHECK(traps[0].to == Decimal(4));
    CHECK(traps[0].level == Decimal(7));
    CHECK(traps[0].ended);
}

TEST_CASE("after a cliff the trap ends where the old level is reached") {
    const auto traps = engine::find_traps({{0, 10, curve_of({0, 1})}, {10, 20, curve_of({-3, 1})}});
    REQUIRE(traps.size() == 1);
    CHECK(traps[0].from == Decimal(10));
    CHECK(traps[0].to == Decimal(13));
    CHECK(traps[0].lowest == Decimal(7));
}

TEST_CASE("a non_separable piece turns inside: x(4 - x) falls from 2 on") {
    const auto traps = engine::find_traps({{0, 3, curve_of({0, 4, -1})}, {3, 6, curve_of({0, 1})}});
    REQUIRE(traps.size() == 1);
    CHECK(traps[0].from == Decimal(2));
    CHECK(traps[0].to == Decimal(4));
    CHECK(traps[0].level == Decimal(4));
    CHECK(traps[0].lowest == Decimal(3));
}

TEST_CASE("a trap that is not made up for stays open, and one that is jumped out of ends there") {
    const auto open = engine::find_traps({{0, 2, curve_of({0, 1})}, {2, 5, Value(Decimal(1))}});
    REQUIRE(open.size() == 1);
    CHECK_FALSE(open[0].ended);
    CHECK(open[0].to == Decimal(5));
    const auto left = engine::find_traps({{0, 2, Value(Decimal(1))}, {2, 5, Value(Decimal(9))}});
    REQUIRE(left.size() == 2);
    CHECK(left[0].to == Decimal(2));
    CHECK(left[0].ended);
}

TEST_CASE("what is not known ends a trap and starts anew") {
    const auto traps = engine::find_traps({{0, 2, curve_of({8, 1})}, {2, 5, Value()}, {5, 9, curve_of({0, half(1)})}});
    CHECK(traps.empty());
}

TEST_CASE("the parts of each piece add up to what it loses") {
    const auto e = household(single_parent);
    const auto c = over_income(e, 0, 60000);
    CHECK(c.earned);
    CHECK(c.pieces.size() > 8);
    for (const auto& s : c.stretches) {
        INFO(s.low.to_string() << " to " << s.high.to_string());
        Decimal lost;
        for (const auto& p : s.parts) lost += p.lost;
        CHECK(close(*s.before - *s.after, lost, Decimal(1) / Decimal(100)));
    }
}

TEST_CASE("the pieces are the curve: single evaluations inside and at the ends lie on it") {
    const auto e = household(single_parent);
    const auto c = over_income(e, 20000, 60000);
    const Decimal cent = Decimal(1) / Decimal(100);
    for (const auto& p : c.pieces)
        for (const std::int64_t part : {1, 5, 9}) {
            const auto x = p.low + (p.high - p.low) * Decimal(part) / Decimal(10);
            const auto there = engine::disposable_at(e, c.over, x);
            REQUIRE(there.has_value());
            CHECK(close(*engine::at(p.disposable, x), *there, cent));
        }
}

TEST_CASE("steps of a hundred give the marginal rates that were worked out by hand") {
    struct Row {
        std::int64_t income;
        const char* rate;
    };
    const auto row = GENERATE(Row{30000, "20.8"}, Row{32000, "70.5"}, Row{34000, "83.4"}, Row{36000, "84.8"},
                              Row{38000, "86.3"}, Row{40000, "75.7"});
    const auto c = over_income(household(single_parent), row.income, row.income + 100, Decimal(100));
    REQUIRE(c.stretches.size() == 1);
    REQUIRE(c.stretches[0].rate.has_value());
    CHECK(close(*c.stretches[0].rate, *Decimal::parse(row.rate), Decimal(1) / Decimal(10)));
}

TEST_CASE("in a trap nobody has more than at its start, and behind it somebody does") {
    const auto e = household(single_parent);
    const auto c = over_income(e, 0, 60000);
    REQUIRE_FALSE(c.traps.empty());
    for (const auto& t : c.traps) {
        for (const std::int64_t part : {1, 3, 5, 7, 9}) {
            const auto x = t.from + (t.to - t.from) * Decimal(part) / Decimal(10);
            CHECK(*engine::disposable_at(e, c.over, x) <= t.level + Decimal(1) / Decimal(100));
        }
        if (t.ended) CHECK(*engine::disposable_at(e, c.over, t.to + Decimal(20)) > t.level);
    }
}

TEST_CASE("the age of somebody at home brings nothing in, but has jumps") {
    const auto e = household({{"inc.benefit_type", "bijstand"},
                              {"inc.toets", "17500"},
                              {"rent", "650"},
                              {"hh", "[{age: 20, rel: \"child\", income: 20000}]"}});
    const auto list = slot_of(shipped_rules(), "hh");
    const auto field = model::field_index(*shipped_rules().items[list].type.element, "age");
    const auto c = engine::income_profile(e, {list, 1, field}, {Decimal(18), Decimal(30), std::nullopt});
    CHECK_FALSE(c.earned);
    CHECK(c.traps.empty());
    REQUIRE(c.jumps.size() == 2);
    CHECK(c.jumps[0].x == Decimal(23));
    CHECK(c.jumps[1].x == Decimal(27));
    // 1,345.45 - 961.04 a month (Participation Act art. 22a)
    CHECK(close(c.jumps[1].before - c.jumps[1].after, Decimal(38441) * Decimal(12) / Decimal(100), Decimal(1)));
}
