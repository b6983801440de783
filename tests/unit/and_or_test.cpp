#include "graph/and_or.hpp"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "graph/dual.hpp"

using namespace samenloop;

namespace {

using Id = graph::AndOr::Id;

constexpr Id leaves = 7;

/// Leaves first, then nodes of both kinds with parts anywhere, so that there are circles.
graph::AndOr random_graph(std::mt19937& random, Id inner) {
    graph::AndOr g;
    for (Id i = 0; i < leaves; ++i) g.add(graph::AndOr::Kind::leaf);
    for (Id i = 0; i < inner; ++i) g.add(random() % 2 == 0 ? graph::AndOr::Kind::all : graph::AndOr::Kind::any);
    for (Id node = leaves; node < g.size(); ++node)
        for (auto k = 1 + random() % 3; k > 0; --k) g.add_part(node, static_cast<Id>(random() % g.size()));
    return g;
}

/// As it is defined: over all nodes again and again, until nothing changes.
std::vector<bool> met_slowly(const graph::AndOr& g, const std::vector<bool>& given, bool from) {
    std::vector<bool> in(g.size(), from);
    for (Id n = 0; n < g.size(); ++n)
        if (g.kind(n) == graph::AndOr::Kind::leaf) in[n] = given[n];
    const auto is_in = [&](Id p) { return in[p]; };
    for (bool changed = true; changed;) {
        changed = false;
        for (Id n = 0; n < g.size(); ++n) {
            if (g.kind(n) == graph::AndOr::Kind::leaf) continue;
            const bool now = g.kind(n) == graph::AndOr::Kind::all ? std::ranges::all_of(g.parts(n), is_in)
                                                                  : std::ranges::any_of(g.parts(n), is_in);
            changed = changed || now != in[n];
            in[n] = now;
        }
    }
    return in;
}

std::vector<bool> subset(const graph::AndOr& g, unsigned bits) {
    std::vector<bool> given(g.size(), false);
    for (Id i = 0; i < leaves; ++i) given[i] = (bits >> i) % 2 == 1;
    return given;
}

/// Minimal sets of bits for which `is` holds, smallest first.
template <class Is>
std::vector<graph::Steps> minimal(Is is) {
    std::vector<unsigned> found;
    for (unsigned bits = 0; bits < 1U << leaves; ++bits)
        if (is(bits)) found.push_back(bits);
    std::vector<graph::Steps> all;
    for (const auto bits : found) {
        if (std::ranges::any_of(found, [&](unsigned other) { return other != bits && (other & bits) == other; }))
            continue;
        graph::Steps steps;
        for (Id i = 0; i < leaves; ++i)
            if ((bits >> i) % 2 == 1) steps.push_back(i);
        all.push_back(steps);
    }
    std::ranges::sort(all, [](const graph::Steps& a, const graph::Steps& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    return all;
}

}  // namespace

TEST_CASE("what is met and what is possible are the least and the greatest fixpoint") {
    std::mt19937 random(11);
    for (int n = 0; n < 300; ++n) {
        const auto g = random_graph(random, 2 + static_cast<Id>(random() % 12));
        const auto given = subset(g, static_cast<unsigned>(random()));
        CHECK(graph::met(g, given) == met_slowly(g, given, false));
        CHECK(graph::possible(g, given) == met_slowly(g, given, true));
    }
}

TEST_CASE("ways out and blocks are what a search over all sets finds") {
    std::mt19937 random(12);
    std::size_t told = 0;
    for (int n = 0; n < 300; ++n) {
        const auto g = random_graph(random, 3 + static_cast<Id>(random() % 12));
        const auto goal = static_cast<Id>(g.size() - 1);
        const auto free = [&](unsigned bits) { return bool(graph::met(g, subset(g, bits))[goal]); };
        const auto with = [&](const std::vector<bool>& taken) {
            auto given = taken;
            given.resize(g.size(), false);
            return bool(graph::met(g, given)[goal]);
        };
        constexpr unsigned everything = (1U << leaves) - 1;
        const auto found = graph::dual(leaves, with);
        CHECK(found.ways_out == minimal(free));
        CHECK(found.blocks == minimal([&](unsigned bits) { return !free(everything & ~bits); }));
        CHECK(found.cut_off == graph::CutOff::nothing);
        told += found.ways_out.size() + found.blocks.size();
    }
    CHECK(told > 600);
}

TEST_CASE("a search that is cut off says so, and what it found is right") {
    const auto pairs = [](const std::vector<bool>& taken) {
        for (std::size_t i = 0; i + 1 < taken.size(); i += 2)
            if (!taken[i] && !taken[i + 1]) return false;
        return true;
    };
    const auto few = graph::dual(20, pairs, {.sets = 5});
    CHECK(few.cut_off == graph::CutOff::sets);
    CHECK(few.ways_out.size() + few.blocks.size() == 5);
    for (const auto& b : few.blocks) CHECK(b.size() == 2);
    CHECK(graph::dual(20, pairs, {.questions = 30}).cut_off == graph::CutOff::questions);
    CHECK(graph::dual(20, pairs, {.searched = 3}).cut_off == graph::CutOff::searched);
    const auto whole = graph::dual(20, pairs, {.sets = 2000, .questions = 1'000'000, .searched = 10'000'000});
    CHECK(whole.cut_off == graph::CutOff::nothing);
    CHECK(whole.ways_out.size() == 1024);
    CHECK(whole.blocks.size() == 10);
}

TEST_CASE("nothing to do, and nothing that can be done") {
    CHECK(graph::dual(3, [](const std::vector<bool>&) { return true; }).ways_out == std::vector<graph::Steps>{{}});
    CHECK(graph::dual(3, [](const std::vector<bool>&) { return true; }).blocks.empty());
    CHECK(graph::dual(3, [](const std::vector<bool>&) { return false; }).ways_out.empty());
    CHECK(graph::dual(3, [](const std::vector<bool>&) { return false; }).blocks == std::vector<graph::Steps>{{}});
}

TEST_CASE("two that wait for each other are a circle; one that waits for what is not given is none") {
    graph::AndOr g;
    const auto given = g.add(graph::AndOr::Kind::leaf);
    const auto missing = g.add(graph::AndOr::Kind::leaf);
    const auto a = g.add(graph::AndOr::Kind::all);
    const auto b = g.add(graph::AndOr::Kind::any);
    const auto c = g.add(graph::AndOr::Kind::all);
    g.add_part(a, given);
    g.add_part(a, b);
    g.add_part(b, a);
    g.add_part(c, missing);
    CHECK(graph::circles(g, {true, false, false, false, false}) == std::vector<std::vector<Id>>{{a, b}});
    CHECK(graph::circles(g, {false, false, false, false, false}).empty());
}
