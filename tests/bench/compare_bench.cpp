// A proposal that touches one rule of many, over a hundred situations: what it reaches against everything.

#include <map>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "generated.hpp"
#include "samenloop/compare.hpp"

using namespace samenloop;

namespace {

constexpr std::size_t people = 100;

struct Bill {
    Sources sources;
    RuleBase rules;
    Proposal proposal;
    std::vector<Situation> situations;
};

Situation person(const RuleBase& rules, std::size_t law) {
    const auto text = fmt::format(
        R"(<situation xmlns="urn:samenloop:situation:1" id="p{0}" title="p" date="2026-02-01" rest="ordinary"><fact item="l{0}.a">true</fact><fact item="l{0}.b">true</fact><fact item="l{0}.n">600</fact></situation>)",
        law);
    return *read_situation(std::make_shared<const Source>(fmt::format("p{}.xml", law), text), rules);
}

const Bill& bill(std::size_t rules) {
    static std::map<std::size_t, Bill> all;
    auto [at, is_new] = all.try_emplace(rules);
    auto& b = at->second;
    if (!is_new) return b;
    b.sources = {std::make_shared<const Source>("generated.xml", generated_rules(rules))};
    b.rules = *read_rulebase(b.sources);
    b.proposal = *read_proposal(std::make_shared<const Source>(
        "bill.xml",
        R"(<proposal xmlns="urn:samenloop:proposal:1" id="p" title="p" in-force="2026-01-01"><substitution target="rule:R1-5/when">l1.n &gt; 700</substitution></proposal>)"));
    const auto laws = rules / 30;
    for (std::size_t i = 0; i < people; ++i) b.situations.push_back(person(b.rules, i % laws));
    return b;
}

void compare_with(benchmark::State& state, bool everything) {
    const auto& b = bill(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        auto c = compare(b.sources, b.rules, b.proposal, b.situations, {{}, everything});
        if (!c || c->differences.empty()) state.SkipWithError("nothing compared");
    }
    state.SetComplexityN(state.range(0));
}

void compare_what_is_reached(benchmark::State& state) { compare_with(state, false); }
BENCHMARK(compare_what_is_reached)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond)->Iterations(1);

void compare_everything(benchmark::State& state) { compare_with(state, true); }
BENCHMARK(compare_everything)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
