#include "detect/curve_ahead.hpp"

#include <algorithm>

#include "detect/outlook.hpp"
#include "model/days.hpp"
#include "model/ordinary.hpp"

namespace samenloop::detect {
namespace {

bool same_course(const engine::IncomeProfile& a, const engine::IncomeProfile& b) {
    const auto same = [](const engine::Stretch& x, const engine::Stretch& y) {
        return x.low == y.low && x.high == y.high && x.before == y.before && x.after == y.after;
    };
    return std::ranges::equal(a.stretches, b.stretches, same);
}

bool is_there(const Situation& situation, const model::Path& place) {
    if (place.element == 0) return true;
    const auto* list = situation.facts[place.slot].get<List>();
    return list != nullptr && list->elements && place.element <= list->elements->size();
}

CurveOnDay curve_on(const Calendar& calendar, Situation there, const model::Path& over, const engine::CurveSpan& span) {
    CurveOnDay c;
    auto given = model::replaced(there.facts, over, span.to);
    c.situation = model::given_instead(std::move(there), calendar.base(), over.slot, std::move(given));
    c.program = &calendar.on(c.situation.date);
    const auto e = engine::evaluate(*c.program, c.situation, engine::World::law);
    c.course = engine::income_profile(e, over, span);
    c.judgement = engine::judge_course(e, c.course, span);
    return c;
}

}  // namespace

std::vector<CurveOnDay> curves(const Calendar& calendar, const Situation& situation, const model::Path& over,
                               const engine::CurveSpan& span, std::optional<Date> until) {
    std::vector<CurveOnDay> all{curve_on(calendar, situation, over, span)};
    if (!until || *until <= situation.date) return all;
    const auto& rules = calendar.base();
    const auto ahead = looked_ahead(rules, situation, *until);
    const auto now = engine::evaluate(calendar.on(situation.date), ahead, engine::World::law);
    for (const auto day : days_of_another_answer(now, ahead, calendar, *until)) {
        auto there = model::on_day(rules, ahead, day);
        if (!is_there(there, over)) break;
        auto next = curve_on(calendar, std::move(there), over, span);
        if (!same_course(all.back().course, next.course)) all.push_back(std::move(next));
    }
    return all;
}

}  // namespace samenloop::detect
