#pragma once
// Why something is so, as the given facts on which it rests: whatever else is given or changed, it stays so.
//
// From what is asked it goes down through what decides it.  Of a conjunction that does not hold one part that does not
// hold is enough, and of a rule that does not apply its condition; of what is worked out everything counts that went
// into it, and of what rules decide all rules that might.  It may name a fact too many, never one too few.

#include <map>
#include <vector>

#include "engine/evaluation.hpp"

namespace samenloop::survey {

/// The parts of conditions, taken apart once for all questions.
using PartsOfConditions = std::map<const Expression::Body*, std::vector<Expression>>;

class Reasons {
  public:
    /// Both must outlive this.
    Reasons(const engine::Evaluation& e, PartsOfConditions& parts) : e_(e), parts_(parts), seen_(e.values.size()) {}

    /// Why the condition holds or does not hold.
    void condition(const Expression& x);
    /// Why the item has its value.
    void item(Slot slot);
    /// Why the rule has an effect or has none.
    void effect_of(Index rule);

    std::vector<Slot> facts() && { return std::move(facts_); }

  private:
    void reads(const Expression& x);
    void object(Index o);
    void rule(Index r);
    const std::vector<Expression>& parts(const Expression& x);

    const engine::Evaluation& e_;
    PartsOfConditions& parts_;
    std::vector<bool> seen_;
    std::vector<bool> objects_;
    std::vector<bool> rules_;
    std::vector<Slot> facts_;
};

}  // namespace samenloop::survey
