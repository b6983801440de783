#pragma once
// Which effects of two laws say the same of the same thing under the same condition (PU-8): candidates to repeal one
// of.
//
// Two of them look alike if everything but the condition is equal: kind, component, who acts, on request or not, for
// each element of which list.  That is cheap and found for every pair of the day (objects.hpp).  Whether their
// conditions imply each other both ways takes a search, so it is asked only of a pair that applies somewhere, and once.

#include <map>
#include <utility>

#include "solve/implies.hpp"

namespace samenloop {

class Equivalences {
  public:
    /// Both must outlive this.
    Equivalences(const RuleBase& base, Implications& implications) : base_(&base), implications_(&implications) {}

    /// Rules, by index, of which the one applies exactly when the other does; false also when the search was given up.
    bool equivalent(Index a, Index b);

  private:
    const RuleBase* base_;
    Implications* implications_;
    std::map<std::pair<Index, Index>, bool> known_;

    bool search(const Rule& a, const Rule& b);
};

}  // namespace samenloop
