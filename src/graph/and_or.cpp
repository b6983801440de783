#include "graph/and_or.hpp"

#include <algorithm>
#include <numeric>

#include "model/components.hpp"

namespace samenloop::graph {
namespace {

using Id = AndOr::Id;

/// Spreads a mark from below: to a `marked_by_one` node from any part, to the other kind from all of them.
class Spread {
  public:
    Spread(const AndOr& graph, AndOr::Kind marked_by_one)
        : graph_(graph),
          marked_by_one_(marked_by_one),
          marked_(graph.size(), false),
          first_above_(graph.size() + 1, 0),
          waiting_for_(graph.size()) {
        for (Id node = 0; node < graph.size(); ++node) {
            waiting_for_[node] = graph.parts(node).size();
            for (const auto p : graph.parts(node)) ++first_above_[p + 1];
        }
        std::partial_sum(first_above_.begin(), first_above_.end(), first_above_.begin());
        above_.resize(first_above_.back());
        auto next = first_above_;
        for (Id node = 0; node < graph.size(); ++node)
            for (const auto p : graph.parts(node)) above_[next[p]++] = node;
    }

    void mark(Id node) {
        if (marked_[node]) return;
        marked_[node] = true;
        pending_.push_back(node);
    }

    std::vector<bool> run() {
        for (Id node = 0; node < graph_.size(); ++node)
            if (graph_.kind(node) != AndOr::Kind::leaf && graph_.kind(node) != marked_by_one_ &&
                waiting_for_[node] == 0)
                mark(node);
        while (!pending_.empty()) {
            const auto node = pending_.back();
            pending_.pop_back();
            for (auto i = first_above_[node]; i < first_above_[node + 1]; ++i)
                if (--waiting_for_[above_[i]] == 0 || graph_.kind(above_[i]) == marked_by_one_) mark(above_[i]);
        }
        return std::move(marked_);
    }

  private:
    const AndOr& graph_;
    AndOr::Kind marked_by_one_;
    std::vector<bool> marked_;
    std::vector<std::size_t> first_above_;  // of node n those above it are above_[first_above_[n]] up to the next one's
    std::vector<Id> above_;                 // as often as they name it
    std::vector<std::size_t> waiting_for_;  // parts, as often as they are named
    std::vector<Id> pending_;
};

}  // namespace

AndOr::Id AndOr::add(Kind kind) {
    kinds_.push_back(kind);
    parts_.emplace_back();
    return static_cast<Id>(kinds_.size() - 1);
}

std::vector<bool> met(const AndOr& graph, const std::vector<bool>& given) {
    Spread from_below(graph, AndOr::Kind::any);
    for (Id node = 0; node < graph.size(); ++node)
        if (graph.kind(node) == AndOr::Kind::leaf && given[node]) from_below.mark(node);
    return from_below.run();
}

std::vector<bool> possible(const AndOr& graph, const std::vector<bool>& given) {
    // Excluded is what has a part that is excluded (all), or only such parts (any): the same walk, upside down.
    Spread excluded(graph, AndOr::Kind::all);
    for (Id node = 0; node < graph.size(); ++node)
        if (graph.kind(node) == AndOr::Kind::leaf && !given[node]) excluded.mark(node);
    auto marks = excluded.run();
    marks.flip();
    return marks;
}

std::vector<std::vector<AndOr::Id>> circles(const AndOr& graph, const std::vector<bool>& given) {
    const auto done = met(graph, given);
    const auto can = possible(graph, given);
    const auto stuck = [&](Id node) { return can[node] && !done[node]; };
    model::Needs needs(graph.size());
    for (Id node = 0; node < graph.size(); ++node)
        if (stuck(node)) std::ranges::copy_if(graph.parts(node), std::back_inserter(needs[node]), stuck);
    auto all = model::components(needs);
    std::erase_if(all, [&](const std::vector<Id>& c) {
        return c.size() == 1 && std::ranges::find(needs[c.front()], c.front()) == needs[c.front()].end();
    });
    std::ranges::sort(all);
    return all;
}

}  // namespace samenloop::graph
