#pragma once
// The law by which the protected level is measured, when it is not the law that is looked at.
//
// The level is what the law means a household to have at least.  Were it worked out under a bill that takes something
// from everybody, it would fall with the income, and nothing would be seen.  So a comparison measures both sides under
// the law of before the bill (definitions 11.2).
//
// The two laws number their items, rules and schemes each in their own way; ids tie them together.  A what-if is asked
// of both: another fact is another fact in either, and a rule taken out is taken out of either, so that the rules of a
// finding are those that make the difference, as in any check.

#include "engine/calendar.hpp"
#include "engine/evaluation.hpp"

namespace samenloop::engine {

class Yardstick {
  public:
    /// `before` and `then` (the situation as that law reads it) must outlive this; `now` is the same situation under
    /// `rules`, the law that is looked at, from which these rules are out from the start.
    Yardstick(const Calendar& before, const Situation& then, const RuleBase& rules, const Situation& now,
              const std::vector<Index>& without);

    /// The law of before, for what an evaluation of the other law supposes, on its day.
    Evaluation before(const Evaluation& law) const;

    const RuleBase& base() const { return calendar_.base(); }
    /// The situation as it is, under the law of before.
    const Evaluation& start() const { return start_; }
    /// From the law that is looked at to that of before; none: it is not there.
    Slot item(Slot s) const { return items_[s]; }
    Index rule(Index r) const { return rules_[r]; }
    Index scheme(Index s) const { return schemes_[s]; }
    /// And back.
    Index scheme_now(Index s) const { return schemes_now_[s]; }

  private:
    Variation what_if(const Evaluation& law) const;

    const Calendar& calendar_;
    Evaluation start_;                // of before
    std::vector<Value> facts_;        // of the law that is looked at, at the start
    std::vector<bool> out_;           // its rules
    std::vector<const Type*> types_;  // of its items
    std::vector<Slot> items_;
    std::vector<Index> rules_;
    std::vector<Index> schemes_;
    std::vector<Index> schemes_now_;
};

}  // namespace samenloop::engine
