// Whether a course is known everywhere: the fact may be anything from one end to the other.

#include <algorithm>

#include "engine/income_profile.hpp"
#include "engine/notices.hpp"

namespace samenloop::engine {

Judgement judge_course(const Evaluation& e, const IncomeProfile& course, const CurveSpan& span) {
    const bool known = std::ranges::all_of(
        course.stretches, [](const Stretch& s) { return s.before.has_value() && s.after.has_value(); });
    return judge(e, [&](const Evaluation& now) {
        const auto over = vary(
            now,
            {{}, {}, {{course.over.slot, model::replaced(now.facts, course.over, Value(Range{span.from, span.to}))}}});
        Query q{"curve", {}, {}, course.cut_off};
        Unknowns all(over, Depth::all);
        all.income();
        q.rules = all.rules();
        if (!known || now.known_amounts) {
            Unknowns u(over);
            u.income();
            q.lacking = u.found();
            q.lacking.facts.erase(course.over);
        }
        return std::vector{std::move(q)};
    });
}

}  // namespace samenloop::engine
