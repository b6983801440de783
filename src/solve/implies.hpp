#pragma once
// Does one condition imply another on the declared domains of the facts?  By cells: every fact that the two conditions
// read gets the finitely many values at which an answer can change (both booleans, every name of a closed domain, every
// constant it is compared with, a point between and beyond them), and every combination is tried.
// Derived items count as free facts: what then still follows, follows.  Lists are not split: undecided.

#include "samenloop/model.hpp"

namespace samenloop {

inline constexpr std::size_t cell_budget = 100'000;

/// Keeps one value a slot between questions, so that a question costs what its own cells cost and not what the whole
/// dictionary does: asked for every pair of rules that meet, the latter is quadratic.
class Implications {
  public:
    /// The rule base must outlive this.
    explicit Implications(const RuleBase& base);

    /// yes, no, or unknown when the budget is exceeded or a condition cannot be split into cells.
    Truth implies(const Expression& premise, const Expression& conclusion);

  private:
    const RuleBase* base_;
    std::vector<Value> slots_;  // all Unknown between questions
};

/// One question.
Truth implies(const Expression& premise, const Expression& conclusion, const RuleBase& base);

}  // namespace samenloop
