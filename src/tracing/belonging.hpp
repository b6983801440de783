#pragma once
// For whom a scheme is: can this person come to have it at all?  What nobody changes stays as it is (an age, a
// nationality, and what follows from it because nothing else is possible), everything else may become otherwise, asked
// for or not.  A scheme that no rule grants even then is for others; one that a rule denies
// is told with its denial.

#include <vector>

#include "engine/evaluation.hpp"

namespace samenloop::tracing {

class Belonging {
  public:
    explicit Belonging(const engine::Evaluation& e);
    bool can_have(Index scheme) const { return can_[scheme]; }
    /// Can they come to be among those for whom the rule is?
    bool can_come_under(Index rule) const { return rules_[rule]; }

    /// Of these schemes those that this person can have; all of them when that is none.
    std::vector<Index> among(const std::vector<Index>& schemes) const;

  private:
    std::vector<bool> can_;
    std::vector<bool> rules_;
};

}  // namespace samenloop::tracing
