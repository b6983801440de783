#pragma once
// Disposable income D and protected level M (definitions 10.4), in eur a year; a month is a twelfth.
//
// D = what is left of income after tax (an expression of the rule base) + the granted schemes that count and are within
// reach - what is attached and recovered in a year (evaluate/withholding.hpp).  M = D of the reference household: the
// same situation with the facts set and the rules left out that the rule base declares; the law world, everything
// within reach.

#include "engine/evaluation.hpp"

namespace samenloop::engine {

Value disposable(const Evaluation& e);

/// The same of what is paid by now: what is granted and comes later is left out.
Value disposable_in_hand(const Evaluation& e);

/// The same without what is attached and recovered.  What goes to creditors pays a debt: a curve over income, which
/// tells what an extra euro brings, leaves it out.
Value before_withholding(const Evaluation& e);

/// The reference household, worked out once for an evaluation: under the law by which the level is measured
/// (evaluate/yardstick.hpp), asked in the numbers of the law that is looked at.
class ReferenceHousehold {
  public:
    explicit ReferenceHousehold(const Evaluation& law);

    /// An evaluation in which only the declared facts and rules differ.
    const Evaluation& evaluation() const { return *e_; }
    Truth applies(Index rule) const;
    /// A scheme of its law, in the law that is looked at; none: it is not there.
    Index here(Index scheme) const;
    /// Its D, everything within reach.
    Value level() const;

  private:
    std::shared_ptr<const Evaluation> e_;
    const Yardstick* yardstick_;
};

/// M in eur a year; Unknown when the rule base declares no reference.  Worked out once for an evaluation.
Value protected_level(const Evaluation& law);

/// The same by the law that is looked at, though another one is the yardstick.
Value own_level(const Evaluation& law);

/// The amount of a scheme that enters D: 0 when it is out of reach.
Value counted(const Evaluation& e, Index scheme);

}  // namespace samenloop::engine
