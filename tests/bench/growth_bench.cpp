// How reading, the graph, evaluation and detection grow with the rule base, from a hundred rules to a hundred thousand.

#include <benchmark/benchmark.h>

#include "engine/evaluation.hpp"
#include "generated.hpp"
#include "graph/graph.hpp"
#include "samenloop/check.hpp"

using namespace samenloop;

namespace {

std::size_t size_of(const benchmark::State& state) { return static_cast<std::size_t>(state.range(0)); }

void grow(benchmark::internal::Benchmark* b) {
    b->RangeMultiplier(10)->Range(100, 100'000)->Unit(benchmark::kMillisecond)->Complexity();
}

void read(benchmark::State& state) {
    const std::vector files{std::make_shared<const Source>("generated.xml", generated_rules(size_of(state)))};
    for (auto _ : state) benchmark::DoNotOptimize(read_rulebase(files));
    state.SetComplexityN(state.range(0));
}
BENCHMARK(read)->Apply(grow);

void graph(benchmark::State& state) {
    const auto& made = generated(size_of(state));
    for (auto _ : state) benchmark::DoNotOptimize(graph::Graph(made.rules));
    state.SetComplexityN(state.range(0));
}
BENCHMARK(graph)->Apply(grow);

void graph_circles(benchmark::State& state) {
    const graph::Graph graph(generated(size_of(state)).rules);
    for (auto _ : state) benchmark::DoNotOptimize(graph.circles());
    state.SetComplexityN(state.range(0));
}
BENCHMARK(graph_circles)->Apply(grow);

/// The naive peer of graph_circles: who is met both ways, for every node.
void graph_circles_naive(benchmark::State& state) {
    const auto& rules = generated(size_of(state)).rules;
    const graph::Graph graph(rules);
    for (auto _ : state)
        for (Index r = 0; r < rules.rules.size(); ++r) {
            const std::vector<graph::Node> start{{graph::NodeKind::rule, r}};
            benchmark::DoNotOptimize(graph.downstream(start).size() + graph.upstream(start).size());
        }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(graph_circles_naive)->RangeMultiplier(10)->Range(100, 1000)->Unit(benchmark::kMillisecond)->Complexity();

void compile_program(benchmark::State& state) {
    const auto& made = generated(size_of(state));
    for (auto _ : state) benchmark::DoNotOptimize(engine::compile(made.rules, made.situation.date));
    state.SetComplexityN(state.range(0));
}
BENCHMARK(compile_program)->Apply(grow);

void evaluate_all(benchmark::State& state) {
    const auto& made = generated(size_of(state));
    const auto program = engine::compile(made.rules, made.situation.date);
    for (auto _ : state) benchmark::DoNotOptimize(engine::evaluate(program, made.situation, engine::World::law));
    state.SetComplexityN(state.range(0));
}
BENCHMARK(evaluate_all)->Apply(grow);

/// One fact changed: what depends on it is worked out again.  Its naive peer is evaluate_all.
void vary_one_fact(benchmark::State& state) {
    const auto& made = generated(size_of(state));
    const auto program = engine::compile(made.rules, made.situation.date);
    const auto from = engine::evaluate(program, made.situation, engine::World::law);
    const auto slot = made.rules.names.find("l1.b")->second.slot;
    for (auto _ : state) benchmark::DoNotOptimize(engine::vary(from, {{}, {}, {{slot, Value(false)}}}));
    state.SetComplexityN(state.range(0));
}
BENCHMARK(vary_one_fact)->Apply(grow);

void check_all(benchmark::State& state) {
    const auto& made = generated(size_of(state));
    std::size_t found = 0;
    for (auto _ : state) found = check(made.rules, made.situation).findings.size();
    state.counters["findings"] = static_cast<double>(found);
    state.SetComplexityN(state.range(0));
}
BENCHMARK(check_all)
    ->RangeMultiplier(10)
    ->Range(100, 100'000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity()
    ->Iterations(1);

}  // namespace

BENCHMARK_MAIN();
