#pragma once
// One situation under one rule base, asked again and again: what if these levers were pulled?

#include <memory>

#include "engine/calendar.hpp"
#include "tracing/goal.hpp"

namespace samenloop::tracing {

/// Both worlds of one what-if.
struct Worlds {
    engine::Evaluation law;
    engine::Evaluation practice;
};

class Case {
  public:
    /// Both must outlive the case.
    Case(const RuleBase& base, const Situation& situation);
    /// Another situation under the same rules.
    Case(const Case& other, const Situation& situation);

    const RuleBase& base() const { return base_; }
    const Situation& situation() const { return situation_; }
    const Calendar& calendar() const { return *calendar_; }
    const engine::Evaluation& law() const { return now_.law; }
    const engine::Evaluation& practice() const { return now_.practice; }

    /// With these levers pulled, and these facts instead.
    Worlds with(const std::vector<Lever>& levers, const std::vector<std::pair<Slot, Value>>& facts = {}) const;
    /// Is it reached in practice, with these levers pulled?  Where income then is paid, all of it is sought.
    Truth reaches(const TraceGoal& goal, const std::vector<Lever>& levers) const;
    /// The goal as it was sought before the levers were pulled, and the income that then stays short, eur/month.
    struct Part {
        Truth reached = Truth::no;
        Value shortfall;
    };
    Part reaches_in_part(const TraceGoal& goal, const std::vector<Lever>& levers) const;

  private:
    template <class Ask>
    auto ask(const std::vector<Lever>& levers, Ask about) const;

    const RuleBase& base_;
    const Situation& situation_;
    std::shared_ptr<const Calendar> calendar_;
    Worlds now_;
};

/// The rule base with these levers' changes made; those for one person leave it as it is.
RuleBase amended(const RuleBase& base, const std::vector<Lever>& levers);

/// Does it change the rule base in another way than by taking a rule out?
bool rewrites(const Lever& lever);

}  // namespace samenloop::tracing
