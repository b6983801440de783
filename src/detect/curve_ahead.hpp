#pragma once
// The course of disposable income over one fact, on a day and on each later one on which it becomes another course.

#include <optional>
#include <vector>

#include "engine/calendar.hpp"
#include "engine/income_profile.hpp"

namespace samenloop::detect {

struct CurveOnDay {
    Situation situation;  // as on the day, with the fact at the end of the span
    const engine::Program* program = nullptr;
    engine::IncomeProfile course;
    Judgement judgement;
};

/// The first is that of the situation's own day; the others follow up to `until`, as long as the place is there.
std::vector<CurveOnDay> curves(const Calendar& calendar, const Situation& situation, const model::Path& over,
                               const engine::CurveSpan& span, std::optional<Date> until);

}  // namespace samenloop::detect
