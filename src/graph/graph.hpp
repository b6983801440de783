#pragma once
// Who touches whom: everything in a rule base as nodes, every way in which one refers to another as a typed edge.
//
// An edge runs from what speaks to what it speaks of: a rule grants a scheme, a scheme covers a need, an exchange
// carries an item.  So what stands upstream of a thing may change it, and what lies downstream of it may be changed.
// Questions take a set of edge kinds: the graph of definitions, of overrides, of data are views of the one graph.
// Boost.Graph does the work and stays inside graph.cpp.

#include <bitset>
#include <memory>
#include <vector>

#include "samenloop/model.hpp"

namespace samenloop::graph {

enum class NodeKind : std::uint8_t {
    law,
    rule,
    organisation,
    item,
    concept_,
    scheme,
    outcome,
    need,
    act,
    charge,
    exchange
};
inline constexpr std::size_t things = 11;

struct Node {
    NodeKind thing{};
    Index index = none;
    auto operator<=>(const Node&) const = default;
};

enum class EdgeKind : std::uint8_t {
    contains,    // law → rule
    reads,       // rule → item; also the condition of a need, an outcome, an exchange
    defines,     // rule → item
    grants,      // rule → scheme
    conditions,  // rule → scheme: a necessary condition
    denies,      // rule → scheme
    reduces,     // rule → scheme or charge
    charges,     // rule → charge
    recovers,    // rule → scheme
    obliges,     // rule → act
    permits,     // rule → act
    forbids,     // rule → act
    achieves,    // rule → outcome
    allocates,   // rule → need
    refers,      // rule → need
    sends,       // rule → organisation: where it refers, pays or recovers to
    needs_data,  // rule → item
    asks,        // rule → item
    bars,        // rule → outcome: not without …
    demands,     // rule → outcome: … this one first
    overrides,   // rule → rule or law
    excepts,     // rule → rule
    rebuts,      // rule → rule
    acts,        // rule → organisation that carries it out
    executes,    // scheme, outcome → organisation
    covers,      // scheme, outcome, act → need
    stands_for,  // outcome → scheme
    held_by,     // item → organisation
    carries,     // exchange → item
    gives,       // exchange → organisation it comes from
    receives,    // exchange → organisation it goes to
    meant_by,    // concept → item: one of its definitions
    collects,    // charge → organisation
    concerns,    // rule → item: what must be told, may not be asked, may be left out
};
inline constexpr std::size_t ties = 34;
using EdgeKinds = std::bitset<ties>;
inline const EdgeKinds all_ties = ~EdgeKinds();

std::string_view to_string(EdgeKind tie);

/// The tie in a set: of(EdgeKind::overrides, EdgeKind::excepts).
template <class... T>
EdgeKinds of(T... tie) {
    EdgeKinds set;
    (set.set(static_cast<std::size_t>(tie)), ...);
    return set;
}

struct Edge {
    Node from;
    Node to;
    EdgeKind tie{};
    auto operator<=>(const Edge&) const = default;
};

class Graph {
  public:
    /// All that is in the rule base or, at a day, what is in force on it.  O(n log n) in the size of the rules.
    explicit Graph(const RuleBase& rules, std::optional<Date> day = {});
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;
    Graph(Graph&&) noexcept;
    Graph& operator=(Graph&&) noexcept;
    ~Graph();

    std::size_t node_count() const;
    std::size_t edge_count() const;

    /// What the node speaks of, and what speaks of it; sorted, each edge once.
    std::vector<Edge> from(Node node) const;
    std::vector<Edge> to(Node node) const;

    /// Strongly connected components of two nodes or more, and single nodes tied to themselves; each sorted.
    std::vector<std::vector<Node>> circles(const EdgeKinds& along = all_ties) const;

    /// Everything downstream (or upstream) of these nodes, themselves included; sorted.
    std::vector<Node> downstream(const std::vector<Node>& of, const EdgeKinds& along = all_ties) const;
    std::vector<Node> upstream(const std::vector<Node>& of, const EdgeKinds& along = all_ties) const;

    /// A shortest way from one to the other; empty when there is none.
    std::vector<Node> path(Node from, Node to, const EdgeKinds& along = all_ties) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace samenloop::graph
