#pragma once
// Which effects of two rules, of one law or of two, say the same of the same thing (PU-8): under the same condition, or
// the one only where the other does, too.  Candidates to repeal one of.
//
// Two of them look alike if everything but the condition is equal: kind, component, who acts, on request or not, for
// each element of which list.  That is cheap and found for every pair of the day (objects.hpp).  Whether their
// conditions imply each other both ways takes a search, so it is asked only of a pair that applies somewhere, and once.

#include <map>
#include <mutex>
#include <utility>

#include "solve/implies.hpp"

namespace samenloop::engine {

struct Program;

/// May be asked by several threads at once.
class Equivalences {
  public:
    /// Both must outlive this.
    Equivalences(const RuleBase& base, solve::Implications& implications)
        : base_(&base), implications_(&implications) {}

    /// Rules, by index, of which the first applies only when the second does; false also when the search was given up.
    bool within(Index a, Index b);
    /// Of which the one applies exactly when the other does.
    bool equivalent(Index a, Index b) { return within(a, b) && within(b, a); }

  private:
    const RuleBase* base_;
    solve::Implications* implications_;
    std::mutex one_at_a_time_;
    std::map<std::pair<Index, Index>, bool> known_;

    bool search(const Rule& a, const Rule& b);
};

/// The first adds nothing where the second applies, too: each of its effects is one of the other's, and nothing sets
/// the other aside that leaves it standing.
bool adds_nothing(const Program& program, Index rule, Index beside);

}  // namespace samenloop::engine
