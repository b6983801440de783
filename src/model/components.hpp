#pragma once
// Strongly connected components of a directed graph, each after the ones it points to: an order of evaluation when
// edges mean "needs", and circles where a component has several nodes.
//
// Tarjan, Depth-first search and linear graph algorithms, 1972, as Boost.Graph has it: with a stack of its own instead
// of recursion, so that a chain of a hundred thousand definitions does not exhaust the stack of the process.  O(V + E).

#include <cstdint>
#include <vector>

namespace samenloop::model {

/// For each node the nodes it needs.
using Needs = std::vector<std::vector<std::uint32_t>>;

std::vector<std::vector<std::uint32_t>> components(const Needs& needs);

/// A shortest circle inside the component through its smallest node, which stands first; empty when there is none.
std::vector<std::uint32_t> circle_in(const Needs& needs, const std::vector<std::uint32_t>& component);

}  // namespace samenloop::model
