#include "moving_day.hpp"

#include <algorithm>

namespace samenloop::feel::moving_day {
namespace {

Date on(const MovingDay& day, std::int32_t today) {
    auto date = Date::from_days(today);
    for (const auto& shift : day.shifts) date = date.plus(shift);
    return date;
}

/// Ends the span at its first day on which `same` no longer holds; `same` holds up to some day and not after it.
template <class Same>
void shorten(const MovingDay& day, Same same) {
    auto& span = *day.span;
    if (same(on(day, span.to.days() - 1))) return;
    auto holds = span.from.days();
    auto fails = span.to.days() - 1;
    while (fails - holds > 1) {
        const auto middle = holds + (fails - holds) / 2;
        (same(on(day, middle)) ? holds : fails) = middle;
    }
    span.to = Date::from_days(fails);
}

int sign(Date a, Date b) { return a < b ? -1 : a > b ? 1 : 0; }

}  // namespace

const MovingDay* in(const Value& v) {
    const auto* day = v.get<std::shared_ptr<const MovingDay>>();
    return day != nullptr ? day->get() : nullptr;
}

Date at(const MovingDay& day) { return on(day, day.span->from.days()); }

Value shifted(const MovingDay& day, const Duration& by) {
    auto moved = day;
    moved.shifts.push_back(by);
    return std::make_shared<const MovingDay>(std::move(moved));
}

int order(const MovingDay& day, Date fixed) {
    const auto now = sign(at(day), fixed);
    shorten(day, [&](Date d) { return sign(d, fixed) == now; });
    return now;
}

bool before(const MovingDay& day, Date fixed) {
    const bool now = at(day) < fixed;
    shorten(day, [&](Date d) { return (d < fixed) == now; });
    return now;
}

std::int64_t key(const MovingDay& day, std::int64_t (*of)(Date, Date), Date other) {
    const auto now = of(at(day), other);
    shorten(day, [&](Date d) { return of(d, other) == now; });
    return now;
}

void stop(const MovingDay& day) { day.span->to = std::min(day.span->to, Date::from_days(day.span->from.days() + 1)); }

Value stopped(const Value& v) {
    const auto* day = in(v);
    if (day == nullptr) return v;
    stop(*day);
    return at(*day);
}

}  // namespace samenloop::feel::moving_day
