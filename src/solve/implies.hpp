#pragma once
// Does one condition imply another on the declared domains of the facts?  It does if there is no situation in which the
// one holds and the other does not: a search by boxes (satisfy.hpp).
// Derived items and amounts count as free facts: what then still follows, follows.
//
//   a and b and x > 3   =>   b and x > 2
//
// What is asked is split first.  Each part of the conclusion is asked alone; one that the premise says itself follows,
// and of the premise only the parts that share a fact with it, or with one another on the way, can make it follow: here
// `x > 3 => x > 2` is all that is searched.  Where it does not follow, there is a case of it in a situation in which
// the rest of the premise holds, too, for that rest is about other facts; unless the premise never holds.

#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "solve/satisfy.hpp"

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
    struct Condition;
    struct Part;
    using Parts = std::vector<const Part*>;
    Truth split(Condition& premise, const Condition& conclusion);
    bool refuted_at_a_glance(const Condition& premise, const Condition& conclusion);
    static std::vector<Slot> waited_for(const Parts& parts, const Facts& given, const Environment& environment);
    Truth may_hold(Condition& premise);
    Truth search(const Parts& premise, const Part* conclusion);
    Condition& condition(const Expression& e);
    std::vector<Axis> axes(const Parts& parts);

    const RuleBase* base_;
    std::mutex one_at_a_time_;
    std::vector<Value> slots_;  // all Unknown between questions
    std::unordered_map<const Expression::Body*, std::unique_ptr<Condition>> conditions_;
    std::map<std::pair<const Expression::Body*, const Expression::Body*>, Truth> answers_;
};

/// One question.
Truth implies(const Expression& premise, const Expression& conclusion, const RuleBase& base);

}  // namespace samenloop::solve
