// Nodes are numbered by kind, one kind after the other; Boost's compressed sparse rows hold the edges in both
// directions, and a view is a filtered graph over them.

#include "graph/graph.hpp"

#include <algorithm>
#include <array>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include "graph/edges.hpp"

namespace samenloop::graph {
namespace {

using Number = std::uint32_t;
using Rows = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, EdgeKind, boost::no_property,
                                                Number, Number>;

struct Along {
    const Rows* rows = nullptr;
    const EdgeKinds* ties = nullptr;
    template <class E>
    bool operator()(const E& e) const {
        return ties->test(static_cast<std::size_t>((*rows)[e]));
    }
};
using View = boost::filtered_graph<Rows, Along>;

/// Breadth first from some nodes: who was met from where; itself where the walk began, `none` where it never came.
template <class G>
std::vector<Number> walk(const G& graph, std::size_t nodes, const std::vector<Number>& starts) {
    std::vector<Number> parent(nodes, none);
    std::vector<Number> queue;
    for (const auto s : starts)
        if (parent[s] == none) {
            parent[s] = s;
            queue.push_back(s);
        }
    for (std::size_t at = 0; at < queue.size(); ++at)
        for (auto [e, end] = boost::out_edges(queue[at], graph); e != end; ++e)
            if (const auto next = boost::target(*e, graph); parent[next] == none) {
                parent[next] = queue[at];
                queue.push_back(static_cast<Number>(next));
            }
    return parent;
}

constexpr std::array<std::string_view, ties> tie_names{
    "contains", "reads",   "defines",   "grants",   "conditions", "denies",   "reduces",  "charges",    "recovers",
    "obliges",  "permits", "forbids",   "achieves", "allocates",  "refers",   "sends",    "needs_data", "asks",
    "bars",     "demands", "overrides", "excepts",  "rebuts",     "acts",     "executes", "covers",     "stands_for",
    "held_by",  "carries", "gives",     "receives", "meant_by",   "collects", "concerns"};

}  // namespace

std::string_view to_string(EdgeKind tie) { return tie_names.at(static_cast<std::size_t>(tie)); }

struct Graph::Inside {
    std::array<Number, things + 1> first{};
    Rows rows;

    Number number(Node n) const { return first.at(static_cast<std::size_t>(n.thing)) + n.index; }

    Node node(Number n) const {
        const auto after = std::ranges::upper_bound(first, n);
        const auto kind = static_cast<std::size_t>(after - first.begin()) - 1;
        return {static_cast<NodeKind>(kind), n - first.at(kind)};
    }

    std::vector<Number> numbers(const std::vector<Node>& nodes) const {
        std::vector<Number> all;
        all.reserve(nodes.size());
        for (const auto& n : nodes) all.push_back(number(n));
        return all;
    }

    std::vector<Node> met(const std::vector<Number>& parent) const {
        std::vector<Node> all;
        for (Number n = 0; n < parent.size(); ++n)
            if (parent[n] != none) all.push_back(node(n));
        return all;
    }

    std::size_t size() const { return first.back(); }
    View view(const EdgeKinds& along) const { return {rows, {&rows, &along}}; }
};

Graph::Graph(const RuleBase& rules, std::optional<Date> day) : inside_(std::make_unique<Inside>()) {
    const std::array<std::size_t, things> counts{
        rules.laws.size(),     rules.rules.size(),   rules.organisations.size(), rules.items.size(),
        rules.concepts.size(), rules.schemes.size(), rules.outcomes.size(),      rules.needs.size(),
        rules.acts.size(),     rules.charges.size(), rules.exchanges.size()};
    for (std::size_t k = 0; k < things; ++k) inside_->first[k + 1] = inside_->first[k] + static_cast<Number>(counts[k]);
    const auto edges = edges_of(rules, day);
    std::vector<std::pair<Number, Number>> pairs;
    std::vector<EdgeKind> kinds;
    pairs.reserve(edges.size());
    kinds.reserve(edges.size());
    for (const auto& e : edges) {
        pairs.emplace_back(inside_->number(e.from), inside_->number(e.to));
        kinds.push_back(e.tie);
    }
    inside_->rows = Rows(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(), kinds.begin(),
                         static_cast<Number>(inside_->size()));
}

Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;
Graph::~Graph() = default;

std::size_t Graph::node_count() const { return inside_->size(); }
std::size_t Graph::edge_count() const { return boost::num_edges(inside_->rows); }

std::vector<Edge> Graph::from(Node node) const {
    std::vector<Edge> all;
    const auto& rows = inside_->rows;
    for (auto [e, end] = boost::out_edges(inside_->number(node), rows); e != end; ++e)
        all.push_back({node, inside_->node(static_cast<Number>(boost::target(*e, rows))), rows[*e]});
    std::ranges::sort(all);
    return all;
}

std::vector<Edge> Graph::to(Node node) const {
    std::vector<Edge> all;
    const auto& rows = inside_->rows;
    for (auto [e, end] = boost::in_edges(inside_->number(node), rows); e != end; ++e)
        all.push_back({inside_->node(static_cast<Number>(boost::source(*e, rows))), node, rows[*e]});
    std::ranges::sort(all);
    return all;
}

std::vector<std::vector<Node>> Graph::circles(const EdgeKinds& along) const {
    std::vector<Number> component(inside_->size());
    const auto view = inside_->view(along);
    const auto count = boost::strong_components(
        view, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, view)));
    std::vector<std::vector<Node>> groups(count);
    for (Number n = 0; n < component.size(); ++n) groups[component[n]].push_back(inside_->node(n));
    std::erase_if(groups, [&](const std::vector<Node>& group) {
        if (group.size() > 1) return false;
        const auto edges = from(group.front());
        return std::ranges::none_of(
            edges, [&](const Edge& e) { return e.to == e.from && along.test(static_cast<std::size_t>(e.tie)); });
    });
    std::ranges::sort(groups);
    return groups;
}

std::vector<Node> Graph::downstream(const std::vector<Node>& of, const EdgeKinds& along) const {
    return inside_->met(walk(inside_->view(along), inside_->size(), inside_->numbers(of)));
}

std::vector<Node> Graph::upstream(const std::vector<Node>& of, const EdgeKinds& along) const {
    const auto view = inside_->view(along);
    return inside_->met(walk(boost::make_reverse_graph(view), inside_->size(), inside_->numbers(of)));
}

std::vector<Node> Graph::path(Node from, Node to, const EdgeKinds& along) const {
    const auto parent = walk(inside_->view(along), inside_->size(), {inside_->number(from)});
    std::vector<Node> nodes;
    auto at = inside_->number(to);
    if (parent[at] == none) return nodes;
    for (; parent[at] != at; at = parent[at]) nodes.push_back(inside_->node(at));
    nodes.push_back(from);
    std::ranges::reverse(nodes);
    return nodes;
}

}  // namespace samenloop::graph
