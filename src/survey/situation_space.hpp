#pragma once
// Questions over all situations of a day: not one person, but everybody that the dictionary allows.
//
// A situation of which nothing is given is evaluated once; each box of the search (solve/satisfy.hpp) varies the box
// that it is split from. Derived items need no translation: they are worked out by the evaluation itself, in
// three-valued logic.  A witness is given to a fresh evaluation and must hold there.

#include "engine/evaluation.hpp"
#include "solve/satisfy.hpp"
#include "survey/support.hpp"

namespace samenloop::survey {

class SituationSpace {
  public:
    /// The rule base must outlive this.
    SituationSpace(const RuleBase& base, Date day);
    SituationSpace(const SituationSpace&) = delete;
    SituationSpace& operator=(const SituationSpace&) = delete;
    SituationSpace(SituationSpace&&) = delete;
    SituationSpace& operator=(SituationSpace&&) = delete;
    ~SituationSpace() = default;

    const engine::Program& program() const { return program_; }
    /// What is known of everybody: amounts of the day, and what rests on them only.
    const engine::Evaluation& nobody() const { return nobody_; }
    Support support() const { return {program_, nobody_.values}; }

    /// Can the condition hold?  The support has been told what the condition looks at.  `like`: who was found when much
    /// the same was asked.
    solve::Answer find(const Support& support, base::function_ref<solve::Reply(const engine::Evaluation&)> condition,
                       const solve::Facts& like = {}, std::size_t budget = solve::question_budget) const;

  private:
    engine::Program program_;
    engine::Evaluation nobody_;
};

/// The given facts that decide what the evaluation does not know, the nearest first: of items and of conditions that
/// stand outside the rules, each fact once.  It goes down from what is undecided through what is undecided below it.
class OpenFacts {
  public:
    explicit OpenFacts(const engine::Evaluation& e) : e_(e), seen_(e.values.size(), false) {}

    void item(Slot slot);
    void condition(const Expression& x) { expression(x, {}); }
    std::vector<Slot> result() && { return std::move(found_); }

  private:
    void expression(const Expression& x, std::span<const Value> locals);
    void left_out(Slot slot);
    void argument(engine::ArgumentId a, bool with_value);

    const engine::Evaluation& e_;
    std::vector<bool> seen_;
    std::vector<Slot> found_;
};

std::vector<Slot> open_facts(const engine::Evaluation& e, const std::vector<Slot>& items);

}  // namespace samenloop::survey
