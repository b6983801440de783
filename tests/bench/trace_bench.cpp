// How and-or graphs, their dual sets and whole traces grow.

#include <random>

#include <benchmark/benchmark.h>

#include "generated.hpp"
#include "graph/and_or.hpp"
#include "graph/dual.hpp"
#include "samenloop/trace.hpp"

using namespace samenloop;

namespace {

using Id = graph::AndOr::Id;

/// So many parts; a third of the nodes are leaves, and an inner node has three parts anywhere before or after it.
graph::AndOr random_graph(std::int64_t parts) {
    std::mt19937 random(5);
    graph::AndOr g;
    const auto nodes = static_cast<Id>(parts / 2);
    for (Id n = 0; n < nodes; ++n)
        g.add(n % 3 == 0 ? graph::AndOr::Kind::leaf : n % 3 == 1 ? graph::AndOr::Kind::all : graph::AndOr::Kind::any);
    for (Id n = 0; n < nodes; ++n)
        for (int k = 0; k < 3 && g.kind(n) != graph::AndOr::Kind::leaf; ++k)
            g.add_part(n, static_cast<Id>(random() % nodes));
    return g;
}

/// The worst for sweeps: each node has the one behind it as its part, and the leaf comes last.
graph::AndOr chain(std::int64_t parts) {
    graph::AndOr g;
    for (Id n = 0; n < parts; ++n) g.add(graph::AndOr::Kind::all);
    g.add(graph::AndOr::Kind::leaf);
    for (Id n = 0; n < parts; ++n) g.add_part(n, n + 1);
    return g;
}

std::vector<bool> half(const graph::AndOr& g) {
    std::vector<bool> given(g.size());
    for (Id n = 0; n < g.size(); ++n) given[n] = n % 2 == 0;
    return given;
}

/// The naive peer of `met`: over all nodes until nothing changes.
std::vector<bool> met_by_sweeps(const graph::AndOr& g, const std::vector<bool>& given) {
    std::vector<bool> in(g.size(), false);
    for (bool changed = true; changed;) {
        changed = false;
        for (Id n = 0; n < g.size(); ++n) {
            bool now = g.kind(n) == graph::AndOr::Kind::leaf ? bool(given[n]) : g.kind(n) == graph::AndOr::Kind::all;
            for (const auto p : g.parts(n)) now = g.kind(n) == graph::AndOr::Kind::all ? now && in[p] : now || in[p];
            changed = changed || (now && !in[n]);
            in[n] = in[n] || now;
        }
    }
    return in;
}

template <class Make, class Find>
void find_met(benchmark::State& state, Make make, Find find) {
    const graph::AndOr g = make(state.range(0));
    const auto given = half(g);
    for (auto _ : state) benchmark::DoNotOptimize(find(g, given));
    state.SetComplexityN(state.range(0));
}

void in_thousands(benchmark::internal::Benchmark* b) {
    b->RangeMultiplier(10)->Range(1000, 1'000'000)->Unit(benchmark::kMillisecond)->Complexity();
}
BENCHMARK_CAPTURE(find_met, random, random_graph, graph::met)->Apply(in_thousands);
BENCHMARK_CAPTURE(find_met, random_by_sweeps, random_graph, met_by_sweeps)->Apply(in_thousands);
BENCHMARK_CAPTURE(find_met, chain, chain, graph::met)->Apply(in_thousands);
BENCHMARK_CAPTURE(find_met, chain_by_sweeps, chain, met_by_sweeps)
    ->RangeMultiplier(10)
    ->Range(1000, 10'000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

void circles_of(benchmark::State& state) {
    const auto g = random_graph(state.range(0));
    const auto given = half(g);
    for (auto _ : state) benchmark::DoNotOptimize(graph::circles(g, given));
    state.SetComplexityN(state.range(0));
}
BENCHMARK(circles_of)->Apply(in_thousands);

/// n steps in threes, of each of which two are needed: 3^(n/3) ways out of 2n/3 steps, n blocks of two.
bool two_of_three(const std::vector<bool>& taken) {
    for (std::size_t i = 0; i + 2 < taken.size(); i += 3)
        if (int(taken[i]) + int(taken[i + 1]) + int(taken[i + 2]) < 2) return false;
    return true;
}

void dual_sets(benchmark::State& state) {
    const auto n = static_cast<std::uint32_t>(state.range(0));
    const auto free = [](const std::vector<bool>& taken) { return two_of_three(taken); };
    std::size_t asked = 0;
    for (auto _ : state)
        asked = graph::dual(n, free, {.sets = 1'000'000, .questions = 100'000'000, .searched = 100'000'000}).asked;
    state.counters["questions"] = static_cast<double>(asked);
}
BENCHMARK(dual_sets)->DenseRange(3, 15, 3)->Unit(benchmark::kMillisecond);

/// Its naive peer: every set of steps is asked, and kept if no smaller one is in it.
void dual_by_all_sets(benchmark::State& state) {
    const auto n = static_cast<std::uint32_t>(state.range(0));
    for (auto _ : state) {
        std::vector<unsigned> free;
        for (unsigned bits = 0; bits < 1U << n; ++bits) {
            std::vector<bool> taken(n);
            for (std::uint32_t i = 0; i < n; ++i) taken[i] = (bits >> i) % 2 == 1;
            if (two_of_three(taken)) free.push_back(bits);
        }
        std::size_t minimal = 0;
        for (const auto a : free) {
            bool least = true;
            for (const auto b : free) least = least && (a == b || (a & b) != b);
            minimal += least ? 1 : 0;
        }
        benchmark::DoNotOptimize(minimal);
    }
    state.counters["questions"] = static_cast<double>(1U << n);
}
BENCHMARK(dual_by_all_sets)->DenseRange(3, 15, 3)->Unit(benchmark::kMillisecond);

}  // namespace
