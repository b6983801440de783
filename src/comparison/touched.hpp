#pragma once
// Which situations a proposal can reach at all: only what it touches is looked at again.
//
// From each rule that it changes, walk the graph of before and of after in both directions, over everything but
// organisations and needs: what the rule reads, who else reads that, what it grants, and so on.  What is reached this
// way is the *island* of the change.  A situation is left out when, for its island, it is a person like any other: it
// gives none of the facts that the island reads, and for such a person no rule of the island applies, before or after,
// and none of its schemes covers a need that the situation has.  Then nothing that any detector asks about can differ.
//
// A change of what is declared (an item, a scheme, a law) reaches everybody.

#include <memory>
#include <vector>

#include "engine/evaluation.hpp"
#include "samenloop/proposal.hpp"

namespace samenloop::comparison {

class Touched {
  public:
    /// Both rule bases must outlive this.
    Touched(const RuleBase& before, const Amended& amended, Date day);

    bool touches(const Situation& situation) const;

  private:
    struct Side;
    bool touches(const Side& side, const Situation& situation) const;

    bool everybody_ = false;
    std::vector<std::shared_ptr<const Side>> sides_;
};

}  // namespace samenloop::comparison
