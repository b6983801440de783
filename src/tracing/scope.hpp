#pragma once
// What the goal rests on: the schemes and outcomes that stand for it, what these require in turn, and the acts that
// make them so.

#include "tracing/case.hpp"

namespace samenloop::tracing {

class GoalScope {
  public:
    GoalScope(const engine::Evaluation& e, const TraceGoal& goal);

    bool has_scheme(Index s) const { return s != none && schemes_[s]; }
    bool has_outcome(Index o) const { return o != none && outcomes_[o]; }
    bool has_act(Index a) const { return a != none && acts_[a]; }
    /// The amounts and conditions of its grants rest on it.
    bool has_slot(Slot s) const { return slots_[s]; }
    /// The day on which its money comes rests on it.
    bool has_term(Slot s) const { return terms_[s]; }
    bool has_need(Index n) const { return n != none && n == need_; }
    /// The effect is about one of them.
    bool touches(const Effect& effect) const;

  private:
    bool grow(const engine::Evaluation& e);
    void add_acts(const RuleBase& base);
    void add_slots(const engine::Evaluation& e);
    void add_terms(const engine::Evaluation& e);

    std::vector<bool> schemes_;
    std::vector<bool> outcomes_;
    std::vector<bool> acts_;
    std::vector<bool> slots_;
    std::vector<bool> terms_;
    Index need_ = none;
};

}  // namespace samenloop::tracing
