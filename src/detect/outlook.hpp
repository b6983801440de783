#pragma once
// What is coming: everything that begins, ends, rises or falls between a day and a later one, findings too.
//
// The stretches of the timeline in which nothing changes are worked out exactly.  A finding of one day is one of the
// whole stretch; so it is looked for once in each stretch in which a rule, a right or an amount is another one than in
// the stretch before.

#include "base/function_ref.hpp"
#include "detect/event_timeline.hpp"
#include "samenloop/check.hpp"

namespace samenloop::detect {

/// The situation with what happens to its people up to that day.
Situation looked_ahead(const RuleBase& rules, Situation situation, Date until);

/// The days after that of `law`, up to `until`, on which a rule, a right or an amount becomes another one: 60 at most.
/// Between two of them every answer is that of the first.  `law`: the situation that looks ahead, on its own day.
std::vector<Date> days_of_another_answer(const engine::Evaluation& law, const Situation& ahead,
                                         const Calendar& calendar, Date until);

struct Outlook {
    std::vector<Moment> moments;        // in the order of days
    std::optional<Date> unjudged_from;  // see Report
};

/// `law`: the situation that looks ahead, `today`, on its own day.  `report`: what is found on it, asked for once,
/// beside the days ahead.
Outlook outlook(const RuleBase& rules, const engine::Evaluation& law, const Situation& today, const Calendar& calendar,
                base::function_ref<const Report&()> report, const CheckOptions& options);

}  // namespace samenloop::detect
