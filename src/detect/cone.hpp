#pragma once
// All that a finding can depend on: the facts and rules from which it is worked out, through definitions, exceptions
// and what wins over them, conditions that keep a rule from applying, requirements and duties, whether they apply now
// or not.  What lies outside cannot end it.

#include "engine/evaluation.hpp"
#include "samenloop/finding.hpp"

namespace samenloop::detect {

class Cone {
  public:
    explicit Cone(const engine::Program& program);

    void add_rules(const std::vector<Index>& rules);
    void add_condition(const Expression& e);
    /// What a finding is about: its needs, items, words; of money also what makes up the income.
    void add_subject(const Finding& f);
    /// What disposable income and the protected level are worked out from.
    void add_income();

    bool has_slot(Slot s) const { return slots_[s]; }
    bool has_rule(Index r) const { return rules_[r]; }

  private:
    void slot(Slot s);
    void rule(Index r);
    void object(Index o);
    void scheme(Index s);
    void outcome(Index o);
    void effect(const Effect& x);

    const engine::Program& program_;
    std::vector<bool> slots_;
    std::vector<bool> rules_;
    std::vector<bool> objects_;
    std::vector<bool> schemes_;
    std::vector<bool> outcomes_;
};

}  // namespace samenloop::detect
