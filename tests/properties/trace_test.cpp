// Every way out that a trace tells, frees the goal when it is taken; without any one of its steps it does not.  What
// the graph of reasons says of a scheme or an outcome is what the evaluation says.  On random households with fixed
// seeds.

#include "samenloop/trace.hpp"

#include <algorithm>

#include "graph/and_or.hpp"
#include "household.hpp"
#include "shipped.hpp"
#include "tracing/case.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

std::vector<Lever> taken(const Trace& t, const Way& way, std::size_t without = SIZE_MAX) {
    std::vector<Lever> levers;
    for (std::size_t i = 0; i < way.levers.size(); ++i)
        if (i != without) levers.push_back(t.levers[way.levers[i]]);
    return levers;
}

void check_way(const tracing::Case& of, const Trace& t, const Way& way) {
    const auto least = way.certain ? Truth::yes : Truth::unknown;
    if (way.shortfall.get<Decimal>() != nullptr) {
        CHECK(of.reaches_in_part(t.goal, taken(t, way)).reached >= least);
        CHECK(of.reaches(t.goal, taken(t, way)) == Truth::no);
        return;
    }
    CHECK(of.reaches(t.goal, taken(t, way)) >= least);
    for (std::size_t i = 0; i < way.levers.size(); ++i)
        CHECK(of.reaches(t.goal, taken(t, way, i)) <= (t.reached == Truth::no ? Truth::no : Truth::unknown));
}

/// The root of the reasons, computed from their leaves.
bool root_is_met(const Trace& t) {
    graph::AndOr graph;
    std::vector<bool> given;
    for (const auto& r : t.reasons) {
        graph.add(r.parts.empty() ? graph::AndOr::Kind::leaf
                  : r.needs_all   ? graph::AndOr::Kind::all
                                  : graph::AndOr::Kind::any);
        given.push_back(r.parts.empty() && r.met == Truth::yes);
    }
    for (std::uint32_t p = 0; p < t.reasons.size(); ++p)
        for (const auto q : t.reasons[p].parts) graph.add_part(p, q);
    return graph::met(graph, given)[0];
}

}  // namespace

TEST_CASE("every way out frees, and needs each of its steps") {
    Random random(21);
    std::size_t ways = 0;
    for (int n = 0; n < sample(30); ++n) {
        const auto h = household_in_trouble(random);
        const auto s = read(h, shipped_rules());
        const tracing::Case of(shipped_rules(), s);
        for (const auto& t : trace(shipped_rules(), s)) {
            INFO(h.xml("h") << goal_id(shipped_rules(), t.goal));
            CHECK(t.reached != Truth::yes);
            for (const auto& way : t.fixes) check_way(of, t, way);
            for (const auto& way : t.solves) check_way(of, t, way);
            ways += t.fixes.size() + t.solves.size();
        }
    }
    if (sample(100) == 100) CHECK(ways >= 30);  // three households may well have none
}

TEST_CASE("the reasons of an outcome come to what the evaluation says") {
    Random random(22);
    for (int n = 0; n < sample(15); ++n) {
        const auto h = household_in_trouble(random);
        const auto s = read(h, shipped_rules());
        for (Index o = 0; o < shipped_rules().outcomes.size(); ++o) {
            const auto t = trace(shipped_rules(), s, TraceGoal{GoalKind::outcome, o}).front();
            INFO(h.xml("h") << shipped_rules().outcomes[o].id);
            if (t.reached != Truth::unknown) CHECK(root_is_met(t) == (t.reached == Truth::yes));
        }
    }
}
