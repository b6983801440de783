#pragma once
// All references in a rule base, as a list of edges.

#include "graph/graph.hpp"

namespace samenloop::graph {

/// Sorted, each once; without rules and exchanges that are not in force on the day.
std::vector<Edge> edges_of(const RuleBase& rules, std::optional<Date> day);

}  // namespace samenloop::graph
