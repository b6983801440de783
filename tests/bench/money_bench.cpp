// A curve over one fact against a grid of steps, the spans of a timeline against day by day, and money in order.

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "brackets.hpp"
#include "engine/curve.hpp"
#include "engine/timeline.hpp"
#include "engine/withholding.hpp"

using namespace samenloop;

namespace {

model::Path path_of(const RuleBase& rules, std::string_view item) {
    return {rules.names.find(std::string(item))->second.slot};
}

struct Person {
    RuleBase rules;
    Situation situation;
    engine::Program program;
    engine::Evaluation now;

    Person(RuleBase base, const std::string& facts)
        : rules(std::move(base)),
          situation(somebody(rules, facts)),
          program(engine::compile(rules, situation.date)),
          now(engine::evaluate(program, situation, engine::World::law)) {}
};

Person earner(std::size_t n) { return {brackets(n), R"(<fact item="p.wage">1000</fact>)"}; }

/// Twice as many breakpoints as brackets, over 60 eur/month for each.
void curve_exact(benchmark::State& state) {
    const auto n = state.range(0);
    const auto p = earner(static_cast<std::size_t>(n));
    std::size_t pieces = 0;
    for (auto _ : state)
        pieces = engine::curve(p.now, path_of(p.rules, "p.wage"), Decimal(0), Decimal(100 * n)).pieces.size();
    state.counters["pieces"] = static_cast<double>(pieces);
    state.SetComplexityN(n);
}
BENCHMARK(curve_exact)->RangeMultiplier(2)->Range(4, 32)->Unit(benchmark::kMillisecond)->Complexity();

/// Its naive peer: a point each euro, which still does not tell where it breaks to the cent.
void curve_by_steps_of_one_euro(benchmark::State& state) {
    const auto n = state.range(0);
    const auto p = earner(static_cast<std::size_t>(n));
    for (auto _ : state)
        for (std::int64_t x = 0; x <= 100 * n; ++x)
            benchmark::DoNotOptimize(engine::disposable_at(p.now, path_of(p.rules, "p.wage"), Decimal(x)));
    state.SetComplexityN(n);
}
BENCHMARK(curve_by_steps_of_one_euro)->RangeMultiplier(2)->Range(4, 32)->Unit(benchmark::kMillisecond)->Complexity();

Person child(std::size_t n) {
    return {ages(n), R"(<fact item="p.wage">0</fact><fact item="p.born">2025-01-01</fact>)"};
}

Interval years(std::size_t n) {
    return {Date::parse("2025-01-02"), Date::parse(fmt::format("{}-06-02", 2025 + n / 2))};
}

void timeline_by_spans(benchmark::State& state) {
    const auto n = static_cast<std::size_t>(state.range(0));
    const auto p = child(n);
    const Calendar calendar(p.program);
    std::size_t spans = 0;
    for (auto _ : state) spans = engine::timeline(p.now, p.situation, calendar, years(n)).spans.size();
    state.counters["spans"] = static_cast<double>(spans);
    state.SetComplexityN(state.range(0));
}
BENCHMARK(timeline_by_spans)->RangeMultiplier(2)->Range(4, 32)->Unit(benchmark::kMillisecond)->Complexity();

/// Its naive peer.
void timeline_day_by_day(benchmark::State& state) {
    const auto n = static_cast<std::size_t>(state.range(0));
    const auto p = child(n);
    const Calendar calendar(p.program);
    const auto window = years(n);
    for (auto _ : state)
        for (auto day = *window.from; day < *window.to; day = Date::from_days(day.days() + 1))
            benchmark::DoNotOptimize(engine::moved_to(p.now, p.situation, calendar, day));
    state.SetComplexityN(state.range(0));
}
BENCHMARK(timeline_day_by_day)->RangeMultiplier(2)->Range(4, 16)->Unit(benchmark::kMillisecond)->Complexity();

void money_in_order(benchmark::State& state) {
    std::string claims;
    for (std::int64_t i = 0; i < state.range(0); ++i)
        claims += fmt::format(R"(<element who="c{}" sum="{}" order="{}"/>)", i, 10 + i % 7, i % 5 + 1);
    const Person p(creditors(), R"(<fact item="p.wage">2000</fact><fact item="safe">1400</fact><list item="claims">)" +
                                    claims + "</list>");
    for (auto _ : state) benchmark::DoNotOptimize(engine::taken(p.now, Decimal(1)));
    state.SetComplexityN(state.range(0));
}
BENCHMARK(money_in_order)->RangeMultiplier(10)->Range(10, 10'000)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
