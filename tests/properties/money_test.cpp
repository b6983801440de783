// What is worked out exactly over a fact, over time and in order, beside the plain way: a point, a day, a claim at a
// time.

#include <algorithm>
#include <map>
#include <random>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "../bench/brackets.hpp"
#include "engine/curve.hpp"
#include "engine/disposable.hpp"
#include "engine/timeline.hpp"
#include "engine/withholding.hpp"
#include "feel/number.hpp"

using namespace samenloop;

namespace {

Slot named(const RuleBase& rules, const std::string& item) { return rules.names.find(item)->second.slot; }

Decimal cents(std::int64_t n) { return Decimal(n) / Decimal(100); }

}  // namespace

TEST_CASE("a curve is at every cent what the evaluation of that cent is, and its pieces leave no gap") {
    for (const std::size_t n : {1U, 3U, 9U}) {
        const auto rules = brackets(n);
        const auto program = engine::compile(rules, *Date::parse("2025-01-15"));
        const auto situation = somebody(rules, R"(<fact item="p.wage">500</fact>)");
        const auto now = engine::evaluate(program, situation, engine::World::law);
        const model::Path wage{named(rules, "p.wage")};
        const Decimal high(static_cast<std::int64_t>(100 * n));
        const auto whole = engine::curve(now, wage, Decimal(0), high);
        CHECK_FALSE(whole.cut_off);
        REQUIRE_FALSE(whole.pieces.empty());
        CHECK(whole.pieces.front().low == Decimal(0));
        CHECK(whole.pieces.back().high == high);
        CHECK(whole.pieces.size() >= 2 * n);  // a bracket of the tax and a fall of the benefit each
        std::mt19937 random(static_cast<unsigned>(n));
        for (std::size_t i = 0; i < whole.pieces.size(); ++i) {
            const auto& piece = whole.pieces[i];
            if (i > 0) CHECK(piece.low == whole.pieces[i - 1].high);
            const auto inside = (piece.low + piece.high) / Decimal(2);
            CHECK(engine::at(piece.disposable, inside) == engine::disposable_at(now, wage, inside));
        }
        for (int k = 0; k < 100; ++k) {
            const auto x =
                cents(std::uniform_int_distribution<std::int64_t>(1, 10'000 * static_cast<int>(n) - 1)(random));
            const auto piece = std::ranges::find_if(
                whole.pieces, [&](const engine::CurvePiece& p) { return p.low < x && x < p.high; });
            if (piece == whole.pieces.end()) continue;  // on a breakpoint
            CHECK(engine::at(piece->disposable, x) == engine::disposable_at(now, wage, x));
        }
    }
}

TEST_CASE("a timeline is on every day what the evaluation of that day is") {
    constexpr std::size_t n = 6;
    const auto rules = ages(n);
    for (const std::string born : {"2024-02-29", "2025-01-31", "2025-01-01"}) {
        const auto situation =
            somebody(rules, R"(<fact item="p.wage">0</fact><fact item="p.born">)" + born + "</fact>");
        const auto program = engine::compile(rules, situation.date);
        const auto now = engine::evaluate(program, situation, engine::World::law);
        const Calendar calendar(program);
        const Interval window{Date::parse("2025-02-01"), Date::parse("2028-06-01")};
        const auto line = engine::timeline(now, situation, calendar, window);
        CHECK_FALSE(line.cut_off);
        CHECK(line.from() == *window.from);
        CHECK(line.to() == *window.to);
        std::size_t changes = 0;
        std::optional<Value> yesterday;
        for (auto day = *window.from; day < *window.to; day = Date::from_days(day.days() + 1)) {
            const auto* span = line.on(day);
            REQUIRE(span != nullptr);
            const auto left = engine::disposable(engine::moved_to(now, situation, calendar, day));
            CHECK(engine::disposable(span->state) == left);
            if (yesterday && !(*yesterday == left)) {
                ++changes;
                CHECK(span->from == day);
            }
            yesterday = left;
        }
        CHECK(changes >= 4);
        CHECK(line.spans.size() == changes + 1);
    }
}

TEST_CASE("money in order is what taking claim by claim from what is free comes to") {
    const auto rules = creditors();
    const auto program = engine::compile(rules, *Date::parse("2025-01-15"));
    std::mt19937 random(25);
    const auto any = [&](int low, int high) { return std::uniform_int_distribution(low, high)(random); };
    for (int round = 0; round < 200; ++round) {
        const auto wage = any(0, 4000);
        const auto safe = any(500, 2500);
        std::string list;
        std::map<int, int> by_order;  // all claims of one order together
        for (int i = any(1, 9); i > 0; --i) {
            const auto order = any(1, 5);
            const auto sum = any(0, 900);
            by_order[order] += sum;
            list += fmt::format(R"(<element who="c{}" sum="{}" order="{}"/>)", i, sum, order);
        }
        const auto situation = somebody(
            rules,
            fmt::format(R"(<fact item="p.wage">{}</fact><fact item="safe">{}</fact><list item="claims">{}</list>)",
                        wage, safe, list));
        const auto all = engine::taken(engine::evaluate(program, situation, engine::World::law), Decimal(1));
        std::map<int, Decimal> got;
        for (const auto& t : all.takes) {
            const auto order = rules.rules[program.arguments[t.argument].rule].id.back() - '0';
            got[order] = got[order] + *t.amount.get<Decimal>();
            CHECK(*t.amount.get<Decimal>() <= *t.claim.get<Decimal>());
        }
        auto free = std::max(0, wage - safe);
        for (const auto& [order, sum] : by_order) {
            const auto takes = std::min(free, sum);
            free -= takes;
            INFO("order " << order << " of " << list << ", wage " << wage << ", safe " << safe);
            CHECK(got[order].rounded(10) == Decimal(takes));
        }
        CHECK(all.total.get<Decimal>()->rounded(10) == Decimal(std::max(0, wage - safe) - free));
    }
}
