#pragma once
// The day of analysis while time runs: a day that is `shifted` from the first day of a span, and moves with it.
//
// A condition such as `date.today < report + duration("P28D")` answers the same for days on end.  On a span [from, to)
// the answer about a moving day is the one on `from`; whoever asks moves the span's end down to the first day on which
// the answer is another one.  The caller evaluates, looks where the span ended, and goes on from there: after a few
// passes it has every day on which something changes, exactly, without trying each day (see evaluate/timeline.hpp).
// A shift only ever moves on (a month's end may stand still for a day), so the first other day is found by halving.
// What cannot be followed like that (two moving days, a moving day inside a list) is good for one day only.

#include "samenloop/value.hpp"

namespace samenloop::feel::moving_day {

const MovingDay* in(const Value& v);

/// Where it stands on the span's first day.
Date at(const MovingDay& day);

Value shifted(const MovingDay& day, const Duration& by);

/// Before, on or after a day that stands still: -1, 0, 1; shortens the span.
int order(const MovingDay& day, Date fixed);

/// Before a day that stands still; shortens the span.  Unlike by `order`, the day itself is no span of its own.
bool before(const MovingDay& day, Date fixed);

/// What `key`, which never falls as days go on, tells of the day; shortens the span to where it tells something else.
std::int64_t key(const MovingDay& day, std::int64_t (*of)(Date, Date), Date other);

/// From now on the span is its first day only.
void stop(const MovingDay& day);

/// The plain day; from now on the span is its first day only.
Value stopped(const Value& v);

}  // namespace samenloop::feel::moving_day
