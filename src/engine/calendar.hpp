#pragma once
// The rule base on any day: one compiled program for each stretch of days in which no rule comes into force or lapses
// and no amount changes.  A program is compiled when its stretch is first asked for, once for all threads.

#include <memory>
#include <mutex>
#include <vector>

#include "engine/overlaps.hpp"
#include "engine/program.hpp"
#include "feel/work.hpp"

namespace samenloop {

class Calendar {
  public:
    /// The rule base must outlive the calendar.
    explicit Calendar(const RuleBase& base);
    /// One that has this program already; it must outlive the calendar, too.
    explicit Calendar(const engine::Program& known);

    const RuleBase& base() const { return *base_; }
    const engine::Program& on(Date day) const;
    solve::Implications& implications() const { return *implications_; }
    /// Rules of which the one applies exactly when the other does.
    bool equivalent(Index a, Index b) const {
        const feel::work::Apart once;
        return equivalences_->equivalent(a, b);
    }
    /// The first applies only when the second does.
    bool within(Index a, Index b) const {
        const feel::work::Apart once;
        return equivalences_->within(a, b);
    }
    /// The first day after `day` on which a rule or an amount changes.
    std::optional<Date> next_change(Date day) const;
    /// The first day after `day` on which some amount that had a value the day before has none.
    std::optional<Date> value_lost_after(Date day) const;

  private:
    const RuleBase* base_;
    std::vector<Date> borders_;       // sorted
    std::vector<Date> rule_borders_;  // those of them on which a rule comes into force or lapses, sorted
    struct Stretch {
        std::once_flag once;
        std::unique_ptr<const engine::Program> compiled;
        const engine::Program* program = nullptr;
    };
    // NOLINTBEGIN(*-avoid-c-arrays): neither copied nor moved, and of a length unknown
    std::unique_ptr<Stretch[]> stretches_;
    std::unique_ptr<Stretch[]> of_rules_;  // longer ones, in which amounts may change
    // NOLINTEND(*-avoid-c-arrays)
    mutable std::once_flag ordered_;
    mutable std::vector<Slot> order_;  // see model::definition_order
    std::unique_ptr<solve::Implications> implications_;
    std::unique_ptr<engine::Equivalences> equivalences_;

    std::size_t stretch(Date day) const;
    /// The rules that are in force on the day, compiled for some day on which they all are.
    const engine::Program& rules_of(Date day) const;
};

}  // namespace samenloop
