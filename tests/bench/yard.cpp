// Components and reachability of a graph from a file (first line: nodes; then "from to" a line), for a run beside other
// libraries: scripts/bench_graph.

#include <chrono>
#include <fstream>
#include <iostream>

#include "graph/and_or.hpp"
#include "model/components.hpp"

using namespace samenloop;

namespace {

double seconds(std::chrono::steady_clock::time_point since) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

/// How many nodes each root reaches, itself left out; the sum.
std::size_t reach_all(const model::Needs& needs) {
    std::vector<std::uint32_t> seen(needs.size(), 0);
    std::vector<std::uint32_t> queue;
    std::size_t total = 0;
    for (std::uint32_t root = 0; root < needs.size(); ++root) {
        queue.assign(1, root);
        seen[root] = root + 1;
        for (std::size_t i = 0; i < queue.size(); ++i)
            for (const auto n : needs[queue[i]])
                if (seen[n] != root + 1) {
                    seen[n] = root + 1;
                    queue.push_back(n);
                }
        total += queue.size() - 1;
    }
    return total;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::ifstream file(argv[1]);
    std::size_t nodes = 0;
    file >> nodes;
    auto start = std::chrono::steady_clock::now();
    model::Needs needs(nodes);
    graph::AndOr graph;
    for (std::size_t n = 0; n < nodes; ++n) graph.add(graph::AndOr::Kind::any);
    for (std::uint32_t from = 0, to = 0; file >> from >> to;) {
        needs[from].push_back(to);
        graph.add_part(from, to);
    }
    std::cout << "samenloop build " << seconds(start) << " s\n";
    start = std::chrono::steady_clock::now();
    const auto count = model::components(needs).size();
    std::cout << "samenloop SCC " << seconds(start) << " s, components " << count << '\n';
    start = std::chrono::steady_clock::now();
    const auto total = reach_all(needs);
    std::cout << "samenloop reachable sets of all roots " << seconds(start) << " s, mean "
              << static_cast<double>(total) / static_cast<double>(nodes) << '\n';
}
