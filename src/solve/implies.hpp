#pragma once
// Does one condition imply another on the declared domains of the facts?  It does if there is no situation in which the
// one holds and the other does not: a search by boxes (satisfy.hpp).
// Derived items and amounts count as free facts: what then still follows, follows.

#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "solve/domain.hpp"

namespace samenloop::solve {

/// Keeps one value a slot between questions, so that a question costs what its own cells cost and not what the whole
/// dictionary does: asked for every pair of rules that meet, the latter is quadratic.  Answers are kept, so that other
/// days and rule bases that share these conditions (and all items) cost nothing.  May be asked by several threads at
/// once.
class Implications {
  public:
    /// The rule base must outlive this.
    explicit Implications(const RuleBase& base);
    Implications(const Implications&) = delete;
    Implications& operator=(const Implications&) = delete;
    Implications(Implications&&) = delete;
    Implications& operator=(Implications&&) = delete;
    ~Implications();

    /// yes, no, or unknown when the search was given up.
    Truth implies(const Expression& premise, const Expression& conclusion);

  private:
    Truth search(const Expression& premise, const Expression& conclusion);
    struct Condition;
    const Condition& condition(const Expression& e);
    std::vector<Axis> axes(const Expression& a, const Expression& b);

    const RuleBase* base_;
    std::mutex one_at_a_time_;
    std::vector<Value> slots_;  // all Unknown between questions
    std::unordered_map<const Expression::Body*, std::unique_ptr<Condition>> conditions_;
    std::map<std::pair<const Expression::Body*, const Expression::Body*>, Truth> answers_;
};

/// One question.
Truth implies(const Expression& premise, const Expression& conclusion, const RuleBase& base);

}  // namespace samenloop::solve
