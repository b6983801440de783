// Proposals side by side: what counts as better or worse off, and which rows there are.

#include "report/compare_table.hpp"

#include <catch2/catch.hpp>

using namespace samenloop;

namespace {

Value between(int low, int high) { return Range{Decimal(low), Decimal(high)}; }

Finding finding(InterferenceKind type, int severity) {
    Finding f;
    f.type = type;
    f.severity = severity;
    return f;
}

}  // namespace

TEST_CASE("better and worse off is only who surely is, by at least the amount told") {
    const auto day = *Date::parse("2025-01-01");
    const auto later = *Date::parse("2026-01-01");
    Comparison c;
    c.households = {{0, day, Decimal(100), Decimal(130)},       {1, day, between(100, 120), Decimal(150)},
                    {2, day, between(100, 120), Decimal(110)},  {3, day, Decimal(100), between(60, 80)},
                    {4, day, Decimal(100), Decimal(50)},        {4, later, Decimal(100), Decimal(101)},
                    {5, day, Value(Unknown{}), Decimal(100000)}};
    const auto m = report::moved(c);
    CHECK(m.better == 3);
    CHECK(m.gain == Decimal(30 + 30 + 1));
    CHECK(m.worse == 1);
    CHECK(m.loss == Decimal(20));
    CHECK(m.largest_loss == Decimal(20));
}

TEST_CASE("a row has a cell for each proposal, and stands there when one of them has something to say") {
    std::vector<Comparison> options(2);
    options[1].differences = {{0, Baseline::added, {}, finding(InterferenceKind::clash, 1), {}, {}},
                              {0, Baseline::added, {}, finding(InterferenceKind::clash, 3), {}, {}}};
    options[0].burden_before.proofs = 7;
    options[0].burden_after.proofs = 4;
    const auto rows = report::measures(options, Language::en);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].name == "new: clash");
    CHECK(rows[0].cells == std::vector<std::string>{"–", "2 (1)"});
    CHECK(rows[1].name == "proofs");
    CHECK(rows[1].cells == std::vector<std::string>{"−3", "–"});
}
