#include "detect/household_event.hpp"

#include <algorithm>
#include <map>

#include "evaluate/timeline.hpp"
#include "model/days.hpp"

namespace samenloop {
namespace {

/// A number that changes is a step towards a limit, not another household: a birthday.
bool changes_household(const RuleBase& base, const Event& event) {
    const bool number = event.from.get<Decimal>() != nullptr || event.to.get<Decimal>() != nullptr;
    return base.items[event.item].household && !number && !(event.from == event.to);
}

std::int32_t months(const RuleBase& base, std::string_view norm, std::int32_t otherwise) {
    const auto* n = base.norm(norm);
    return n != nullptr ? static_cast<std::int32_t>(n->value.to_int()) : otherwise;
}

/// The facts of the day before, but what else changes on the day itself has changed.
Paged<Value> facts_before(const Evaluation& now, const Situation& situation, Date day,
                          const std::vector<Index>& events) {
    const auto& base = now.base();
    auto facts = now.facts;
    for (auto& [slot, value] : changes_until(base, situation, now.facts, Date::from_days(day.days() - 1)))
        facts.set(slot, std::move(value));
    for (Index i = 0; i < situation.events.size(); ++i) {
        const auto& event = situation.events[i];
        if (event.date == day && std::ranges::find(events, i) == events.end())
            facts.set(event.item, replaced(facts, place_of(base, event), event.to));
    }
    return facts;
}

}  // namespace

DaysNear days_near(const Evaluation& now) {
    const auto today = now.program->day;
    return {today.plus({-months(now.base(), "im2.event_months", 12), 0}),
            today.plus({months(now.base(), "time.months_ahead", 6), 0})};
}

std::vector<std::pair<Date, std::vector<Index>>> household_days(const Evaluation& now, const Situation& situation) {
    const auto& base = now.base();
    const auto near = days_near(now);
    std::map<Date, std::vector<Index>> days;
    for (Index i = 0; i < situation.events.size(); ++i) {
        const auto& event = situation.events[i];
        if (event.date > near.from && event.date <= near.to && changes_household(base, event))
            days[event.date].push_back(i);
    }
    return {days.begin(), days.end()};
}

HouseholdEvent household_event(const Evaluation& now, const Situation& situation, const Calendar& calendar, Date day,
                               std::vector<Index> events) {
    auto after = moved_to(now, situation, calendar, day);
    const auto facts = facts_before(now, situation, day, events);
    FactChanges undone;
    for (Slot s = 0; s < facts.size(); ++s)
        if (s != today_slot(now.base()) && now.base().items[s].on == none && !(facts[s] == after.facts[s]))
            undone.emplace_back(s, facts[s]);
    auto before = vary(after, {{}, {}, std::move(undone)});
    return {day, std::move(events), std::move(before), std::move(after)};
}

}  // namespace samenloop
