#pragma once
// What a goal takes: all of these, or one of those, down to leaves that are given or not.  Nodes may be shared and may
// stand in circles: what waits for itself is not met.
//
// Met is the least fixpoint, found by counting: a node tells those above it once, when it becomes met, and an `all`
// becomes met when its last part does (Dowling and Gallier, Linear-time algorithms for testing the satisfiability of
// propositional Horn formulae, 1984).  O(nodes + parts).

#include <cstdint>
#include <vector>

namespace samenloop::graph {

class AndOr {
  public:
    enum class Kind : std::uint8_t {
        leaf,
        all,  // without parts: met
        any   // without parts: never met
    };
    using Id = std::uint32_t;

    Id add(Kind kind);
    /// `part` becomes a part of `of`, which is no leaf; the same part twice is the same as once.
    void add_part(Id of, Id part) { parts_[of].push_back(part); }

    std::size_t size() const { return kinds_.size(); }
    Kind kind(Id node) const { return kinds_[node]; }
    const std::vector<Id>& parts(Id node) const { return parts_[node]; }

  private:
    std::vector<Kind> kinds_;
    std::vector<std::vector<Id>> parts_;
};

/// Per node; `given` counts for leaves only.
std::vector<bool> met(const AndOr& graph, const std::vector<bool>& given);

/// What nothing outside the circles excludes: the greatest fixpoint.  What is possible and not met waits for itself, or
/// for what does.
std::vector<bool> possible(const AndOr& graph, const std::vector<bool>& given);

/// Nodes of two or more, or one that is a part of itself, that wait for one another: strongly connected components of
/// what is possible and not met.  Each sorted.
std::vector<std::vector<AndOr::Id>> circles(const AndOr& graph, const std::vector<bool>& given);

}  // namespace samenloop::graph
