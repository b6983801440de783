// How the search over all situations grows with the number of facts, beside its naive peer: every combination of cells.
//
// The question: do b0, b0 → b1, … together imply the last?  (They do, so nothing may be left out.)  Each step also
// compares a number of its own with a constant, which a chain that is decided never needs.

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "samenloop/read.hpp"
#include "solve/implies.hpp"

using namespace samenloop;

namespace {

struct Chain {
    RuleBase rules;
    Expression premise;
    Expression conclusion;
};

Expression parsed(const RuleBase& rules, const std::string& text) {
    Type boolean;
    boolean.kind = Kind::boolean;
    auto e = Expression::parse(text, {&rules.names, {}}, boolean);
    if (!e) throw std::runtime_error(render(e.error().front(), Language::en));
    return std::move(*e);
}

Chain chain(std::int64_t facts) {
    std::string xml =
        R"(<?xml version="1.0" encoding="UTF-8"?><rulebase xmlns="urn:samenloop:rules:1" jurisdiction="orania">)";
    std::string premise = "b0";
    for (std::int64_t i = 0; i < facts; ++i) {
        xml += fmt::format(R"(<item id="b{0}" type="boolean" title="b"/><item id="n{0}" type="number" title="n"/>)", i);
        if (i > 0) premise += fmt::format(" and (not(b{}) or b{} or (n{} < 0 and n{} > 0))", i - 1, i, i, i);
    }
    const std::vector files{std::make_shared<const Source>("chain.xml", xml + "</rulebase>")};
    auto rules = read_rulebase(files);
    if (!rules) throw std::runtime_error(render(rules.error().front(), Language::en));
    Chain made{std::move(*rules), {}, {}};
    made.premise = parsed(made.rules, premise);
    made.conclusion = parsed(made.rules, fmt::format("b{}", facts - 1));
    return made;
}

void implication(benchmark::State& state) {
    const auto made = chain(state.range(0));
    for (auto _ : state)
        if (solve::implies(made.premise, made.conclusion, made.rules) != Truth::yes) state.SkipWithError("not proved");
}
BENCHMARK(implication)->DenseRange(2, 10, 2)->Arg(40)->Unit(benchmark::kMillisecond);

/// Both booleans and -1, 0, 1 for every fact.
void implication_by_all_combinations(benchmark::State& state) {
    const auto made = chain(state.range(0));
    const std::vector<std::vector<Value>> points{{Value(false), Value(true)}, {Decimal(-1), Decimal(0), Decimal(1)}};
    for (auto _ : state) {
        std::vector<Value> slots(made.rules.items.size());
        std::vector<std::size_t> at(slots.size(), 0);
        bool refuted = false;
        for (bool more = true; more;) {
            for (std::size_t i = 0; i < slots.size(); ++i) slots[i] = points[i % 2][at[i]];
            const Environment here{slots, {}};
            refuted = refuted || (evaluate(made.premise, here).truth() == Truth::yes &&
                                  evaluate(made.conclusion, here).truth() == Truth::no);
            more = false;
            for (std::size_t i = 0; i < at.size() && !more; ++i) {
                more = ++at[i] < points[i % 2].size();
                if (!more) at[i] = 0;
            }
        }
        if (refuted) state.SkipWithError("refuted");
    }
}
BENCHMARK(implication_by_all_combinations)->DenseRange(2, 8, 2)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
