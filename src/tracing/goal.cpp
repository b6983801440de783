#include "tracing/goal.hpp"

#include <algorithm>

#include "detect/blocking_rules.hpp"
#include "engine/disposable.hpp"
#include "engine/reach.hpp"
#include "engine/timeline.hpp"
#include "feel/number.hpp"

namespace samenloop::tracing {
namespace {

template <class Things>
Index find(const Things& things, std::string_view id) {
    const auto at = std::ranges::find_if(things, [&](const auto& t) { return t.id == id; });
    return at == things.end() ? none : static_cast<Index>(at - things.begin());
}

Truth enough(const engine::Evaluation& e, const engine::Evaluation& law, detect::Payment payment) {
    const auto* tolerance = e.base().norm("im1.tolerance");
    const auto income = payment == detect::Payment::in_hand ? engine::disposable_in_hand(e) : engine::disposable(e);
    const Value room = (tolerance != nullptr ? tolerance->value : Decimal(0)) * Decimal(12);
    return feel::number::compare(
        feel::Relation::less_equal, feel::number::subtract(engine::protected_level(law), income), room);
}

/// The first day on which one of its schemes pays, from today on.
std::optional<Date> pay_day(const engine::Evaluation& e, const TraceGoal& goal) {
    std::optional<Date> first;
    const auto today = e.program->today;
    const auto* now = today == none ? nullptr : e.values[today].get<Date>();
    for (const auto s : schemes_of(e.base(), goal)) {
        const auto& scheme = e.base().schemes[s];
        if (e.values[scheme.granted].truth() != Truth::yes || now == nullptr) continue;
        const auto from = scheme.paid_from ? evaluate(*scheme.paid_from, {e.values, {}}) : Value(*now);
        const auto day = std::max(from.get<Date>() == nullptr ? *now : *from.get<Date>(), *now);
        if (!first || day < *first) first = day;
    }
    return first;
}

/// Within the days that one can be expected to wait, from the report, or from today when that is later.
Truth soon(const engine::Evaluation& e, const TraceGoal& goal) {
    const auto today = e.program->today;
    const auto* now = today == none ? nullptr : e.values[today].get<Date>();
    const auto day = pay_day(e, goal);
    if (!day || now == nullptr) return Truth::unknown;
    auto start = *now;
    for (const auto s : schemes_of(e.base(), goal))
        if (const auto slot = e.base().schemes[s].reported; slot != none)
            if (const auto* reported = e.values[slot].get<Date>()) start = std::max(start, *reported);
    const auto* norm = e.base().norm("va6.tolerance_days_income");
    const auto days = norm != nullptr ? norm->value.to_int() : 0;
    return day->days() - start.days() <= days ? Truth::yes : Truth::no;
}

Truth need_reached(const engine::Evaluation& e, const engine::Evaluation& law, const TraceGoal& goal,
                   detect::Payment payment) {
    const auto active = detect::is_active(e, goal.index);
    if (active == Truth::no) return Truth::yes;
    const auto met =
        goal.in_full ? enough(e, law, payment) : detect::is_covered(e, law, engine::reach(e), goal.index, payment);
    return met || !active;
}

}  // namespace

Truth reached(const engine::Evaluation& e, const engine::Evaluation& law, const TraceGoal& goal,
              detect::Payment payment) {
    if (goal.in_hand) return reached(e, law, {goal.kind, goal.index, goal.in_full, false}) && soon(e, goal);
    switch (goal.kind) {
    case GoalKind::need: return need_reached(e, law, goal, payment);
    case GoalKind::scheme: return detect::scheme_covers(e, engine::reach(e), goal.index, payment);
    default: return engine::within_reach(e, goal.index);
    }
}

std::vector<Index> schemes_of(const RuleBase& base, const TraceGoal& goal) {
    if (goal.kind == GoalKind::need) {
        auto all = detect::schemes_for(base, goal.index);
        if (const auto o = base.needs[goal.index].outcome; o != none && base.outcomes[o].scheme != none)
            all.push_back(base.outcomes[o].scheme);
        return all;
    }
    if (goal.kind == GoalKind::scheme) return {goal.index};
    const auto s = base.outcomes[goal.index].scheme;
    return s == none ? std::vector<Index>{} : std::vector{s};
}

std::vector<Index> outcomes_of(const RuleBase& base, const TraceGoal& goal) {
    std::vector<Index> all;
    const auto schemes = schemes_of(base, goal);
    for (Index o = 0; o < base.outcomes.size(); ++o) {
        const bool itself = goal.kind == GoalKind::outcome && goal.index == o;
        const bool of_need = goal.kind == GoalKind::need && base.needs[goal.index].outcome == o;
        if (itself || of_need || std::ranges::find(schemes, base.outcomes[o].scheme) != schemes.end()) all.push_back(o);
    }
    return all;
}

bool in_full(const engine::Evaluation& e, const TraceGoal& goal) {
    const auto& base = e.base();
    if (goal.in_full) return true;
    if (goal.kind != GoalKind::need || base.needs[goal.index].coverage != Coverage::income || !base.reference)
        return false;
    const auto reached_now = engine::reach(e);
    return std::ranges::any_of(detect::schemes_for(base, goal.index), [&](Index s) {
        return detect::scheme_covers(e, reached_now, s, detect::Payment::granted) != Truth::no;
    });
}

bool pays_nothing(const engine::Evaluation& e, const TraceGoal& goal) {
    const auto& base = e.base();
    bool nothing = false;
    for (const auto s : schemes_of(base, goal)) {
        if (e.values[base.schemes[s].granted].truth() == Truth::no) continue;
        const auto* sum = e.values[base.schemes[s].sum].get<Decimal>();
        const bool has_amount = std::ranges::any_of(base.rules, [&](const Rule& r) {
            return std::ranges::any_of(r.effects, [&](const Effect& x) {
                return x.kind == EffectKind::grant && x.scheme == s && x.value.has_value();
            });
        });
        if (!has_amount || sum == nullptr || *sum > Decimal(0)) return false;
        nothing = true;
    }
    return nothing;
}

TraceGoal sought(const engine::Evaluation& e, const engine::Evaluation& law, TraceGoal goal) {
    goal.in_full = in_full(e, goal);
    if (goal.kind != GoalKind::outcome && reached(e, law, goal) == Truth::yes &&
        reached(e, law, goal, detect::Payment::in_hand) != Truth::yes)
        goal.in_hand = soon(e, goal) == Truth::no;
    return goal;
}

Value shortfall(const engine::Evaluation& e, const engine::Evaluation& law, const TraceGoal& goal) {
    if (!goal.in_full) return {};
    return feel::number::divide(
        feel::number::subtract(engine::protected_level(law), engine::disposable(e)), Decimal(12));
}

bool surely_short(const Value& shortfall) {
    const auto low = shortfall.bounds().low;
    return low && *low > Decimal(0);
}

}  // namespace samenloop::tracing

namespace samenloop {

std::optional<TraceGoal> goal_named(const RuleBase& rules, std::string_view name) {
    const auto colon = name.find(':');
    const auto kind = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    const auto id = colon == std::string_view::npos ? name : name.substr(colon + 1);
    std::vector<TraceGoal> found;
    const auto look = [&](std::string_view word, GoalKind of, Index at) {
        if ((kind.empty() || kind == word) && at != none) found.push_back({of, at});
    };
    look("need", GoalKind::need, tracing::find(rules.needs, id));
    look("scheme", GoalKind::scheme, tracing::find(rules.schemes, id));
    look("outcome", GoalKind::outcome, tracing::find(rules.outcomes, id));
    // A scheme and the outcome that stands for it have one id and mean the same.
    if (found.size() > 1 && found[0].kind == GoalKind::scheme) found.resize(1);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::string goal_id(const RuleBase& rules, const TraceGoal& goal) {
    switch (goal.kind) {
    case GoalKind::need: return "need:" + rules.needs[goal.index].id;
    case GoalKind::scheme: return "scheme:" + rules.schemes[goal.index].id;
    default: return "outcome:" + rules.outcomes[goal.index].id;
    }
}

Text goal_title(const RuleBase& rules, const TraceGoal& goal) {
    switch (goal.kind) {
    case GoalKind::need: return rules.needs[goal.index].title;
    case GoalKind::scheme: return rules.schemes[goal.index].title;
    default: return rules.outcomes[goal.index].title;
    }
}

}  // namespace samenloop
