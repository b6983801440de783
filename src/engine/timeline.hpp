#pragma once
// A situation through time: spans of days in which nothing changes, day-precisely.
//
// Days are not tried one by one.  `date.today` is given as a moving day (feel/moving_day.hpp): evaluating everything
// once tells up to which day all answers stay the same.  Spans also end where a fact changes (an event) and where a
// rule or an amount does (calendar.hpp).  Cost: two partial evaluations a span.
//
// The window runs from the first day that the situation tells of, or the day before an event (a year back at most), to
// some months after the last one, and never beyond the day for which the amounts are known.

#include "engine/calendar.hpp"
#include "engine/evaluation.hpp"

namespace samenloop::engine {

inline constexpr std::size_t max_spans = 200;

struct Span {
    Date from;
    Date to;           // the first day after it
    Evaluation state;  // as on its first day
};

struct Timeline {
    std::vector<Span> spans;
    bool cut_off = false;  // after max_spans

    Date from() const { return spans.front().from; }
    Date to() const { return spans.back().to; }
    const Span* on(Date day) const;
};

/// Does time matter: is there an event, or a date that was given?
bool has_time(const RuleBase& base, const Situation& situation);

/// The days to look at; empty when time does not matter.
std::optional<Interval> window(const Evaluation& now, const Situation& situation, const Calendar& calendar);

/// What `now`, an evaluation on the situation's day, becomes on another day: the same what-if, other facts and rules.
Evaluation moved_to(const Evaluation& now, const Situation& situation, const Calendar& calendar, Date day);

/// The spans of a window.
Timeline timeline(const Evaluation& now, const Situation& situation, const Calendar& calendar, const Interval& window);

/// Can the money of a scheme be counted on, on the day of the evaluation?
Truth is_paid(const Evaluation& e, Index scheme);

}  // namespace samenloop::engine
