#include "components.hpp"

#include <algorithm>
#include <map>
#include <queue>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

namespace samenloop::model {
namespace {

using Rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                boost::no_property, std::uint32_t, std::uint32_t>;

Rows rows_of(const Needs& needs) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (std::uint32_t node = 0; node < needs.size(); ++node)
        for (const auto target : needs[node]) edges.emplace_back(node, target);
    return {boost::edges_are_sorted, edges.begin(), edges.end(), static_cast<std::uint32_t>(needs.size())};
}

}  // namespace

std::vector<std::vector<std::uint32_t>> components(const Needs& needs) {
    const auto rows = rows_of(needs);
    std::vector<std::uint32_t> number(needs.size());
    // Numbered in the order in which they are complete: each after the ones that it points to.
    const auto count = boost::strong_components(
        rows, boost::make_iterator_property_map(number.begin(), boost::get(boost::vertex_index, rows)));
    std::vector<std::vector<std::uint32_t>> found(count);
    for (std::uint32_t node = 0; node < needs.size(); ++node) found[number[node]].push_back(node);
    return found;
}

std::vector<std::uint32_t> circle_in(const Needs& needs, const std::vector<std::uint32_t>& component) {
    const auto start = component.front();
    if (component.size() == 1)
        return std::ranges::find(needs[start], start) == needs[start].end() ? std::vector<std::uint32_t>{} : component;
    std::map<std::uint32_t, std::uint32_t> came_from;
    std::queue<std::uint32_t> waiting;
    waiting.push(start);
    while (!waiting.empty()) {
        const auto node = waiting.front();
        waiting.pop();
        for (const auto next : needs[node]) {
            if (next == start) {
                std::vector<std::uint32_t> path{node};
                while (path.back() != start) path.push_back(came_from.at(path.back()));
                std::ranges::reverse(path);
                return path;
            }
            if (std::ranges::binary_search(component, next) && came_from.emplace(next, node).second) waiting.push(next);
        }
    }
    return {};
}

}  // namespace samenloop::model
