#pragma once
// The law with any part of a proposal in it, and what is found there in each situation on each day; worked out once.

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/calendar.hpp"
#include "samenloop/check.hpp"
#include "samenloop/proposal.hpp"

namespace samenloop::comparison {

/// Modifications that count.
using Part = std::vector<bool>;

class AmendmentCache {
  public:
    /// All must outlive this.  `before` is the law without the proposal, `after` with all of it.
    AmendmentCache(const Sources& sources, const RuleBase& before, const Proposal& proposal, const RuleBase& after,
                   std::span<const Situation> situations)
        : sources_(sources),
          before_(before),
          calendar_(before),
          calendar_after_(after),
          proposal_(proposal),
          after_(after),
          situations_(situations) {}

    std::size_t modifications() const { return proposal_.modifications.size(); }
    Part none() const { return Part(modifications(), false); }
    Part all() const { return Part(modifications(), true); }
    Part only(const std::vector<std::size_t>& modifications) const;

    /// Null when this part alone cannot be made: it leaves something dangling.
    const RuleBase* with(const Part& part);

    /// The situation on the day, read against that law; nothing when it does not fit it.
    std::optional<Situation> situation(const RuleBase& rules, std::size_t s, Date day) const;

    /// Null when there is no such law, or the situation does not fit it.  Of a part in short: without what ends a
    /// finding and the facts it rests on.
    const Report* report(const Part& part, std::size_t s, Date day);

    /// Works out, side by side, what is found before and after all of the proposal.
    void look_at_both(std::size_t s, Date day);

    /// What is found before and after all of it, in short: without what ends a finding and the facts it rests on.
    std::pair<Report, Report> in_short(std::size_t s, Date day) const;

    /// The protected level of the household is lower by all of the proposal.
    bool level_falls(std::size_t s, Date day) const;

    /// The law before and the law after, on any day.
    const Calendar& calendar_before() const { return calendar_; }
    const Calendar& calendar_after() const { return calendar_after_; }

    /// Between questions: a proposal of many modifications has more parts than fit in memory.  No pointer from here
    /// outlives this.
    void forget_some();

  private:
    Report report_of(const Calendar& law, const Situation& there, std::size_t s, Date day,
                     CheckOptions options = {}) const;

    const Sources& sources_;
    const RuleBase& before_;
    Calendar calendar_;  // of before
    Calendar calendar_after_;
    const Proposal& proposal_;
    const RuleBase& after_;
    std::span<const Situation> situations_;
    /// One with a part of the proposal in it, and its programs.
    struct Law {
        explicit Law(RuleBase with_part) : rules(std::move(with_part)), calendar(rules) {}
        RuleBase rules;
        Calendar calendar;
    };

    const Calendar* calendar_with(const Part& part);

    std::map<Part, std::unique_ptr<const Law>> amended_;
    std::map<std::tuple<Part, std::size_t, Date>, std::optional<Report>> reports_;
};

}  // namespace samenloop::comparison
