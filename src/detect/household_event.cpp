#include "detect/household_event.hpp"

#include <algorithm>
#include <map>

#include "engine/timeline.hpp"
#include "model/days.hpp"

namespace samenloop::detect {
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

/// Whoever did not have that birthday is of the age of before, born on a day that nobody knows.
void forget_birth(const RuleBase& base, const Event& event, Paged<Value>& facts) {
    const auto place = model::place_of(base, event);
    if (!event.birthday || place.element == 0) return;
    const auto& item = base.items[place.slot];
    for (std::size_t f = 0; f < item.field_exogenous.size(); ++f) {
        const model::Path day{place.slot, place.element, f};
        if (item.field_exogenous[f] && model::type_at(base, day).kind == Kind::date)
            facts.set(day.slot, model::replaced(facts, day, Null{}));
    }
}

/// The facts of the day before, but what else changes on the day itself has changed.
Paged<Value> facts_before(const engine::Evaluation& now, const Situation& situation, Date day,
                          const std::vector<Index>& events) {
    const auto& base = now.base();
    auto facts = now.facts;
    for (auto& [slot, value] : model::changes_until(base, situation, now.facts, Date::from_days(day.days() - 1)))
        facts.set(slot, std::move(value));
    for (Index i = 0; i < situation.events.size(); ++i) {
        const auto& event = situation.events[i];
        if (event.date == day && std::ranges::find(events, i) == events.end())
            facts.set(event.item, model::replaced(facts, model::place_of(base, event), event.to));
    }
    for (const auto i : events) forget_birth(base, situation.events[i], facts);
    return facts;
}

/// What happens to one of the people may change several facts: a child that turns 18 is another child and one more
/// adult.
void add_the_rest(const Situation& situation, std::vector<Index>& events) {
    const auto& first = situation.events[events.front()];
    if (!first.of_people) return;
    for (Index i = 0; i < situation.events.size(); ++i) {
        const auto& event = situation.events[i];
        if (event.of_people && event.date == first.date && std::ranges::find(events, i) == events.end())
            events.push_back(i);
    }
}

}  // namespace

DaysNear days_near(const engine::Evaluation& now) {
    const auto today = now.day;
    return {today.plus({-months(now.base(), "im2.event_months", 12), 0}),
            today.plus({months(now.base(), "time.months_ahead", 6), 0})};
}

std::vector<std::pair<Date, std::vector<Index>>> household_days(const engine::Evaluation& now,
                                                                const Situation& situation) {
    const auto& base = now.base();
    const auto near = days_near(now);
    std::map<Date, std::vector<Index>> days;
    for (Index i = 0; i < situation.events.size(); ++i) {
        const auto& event = situation.events[i];
        if (event.date > near.from && event.date <= near.to && changes_household(base, event))
            days[event.date].push_back(i);
    }
    for (auto& [day, events] : days) add_the_rest(situation, events);
    return {days.begin(), days.end()};
}

HouseholdEvent household_event(const engine::Evaluation& now, const Situation& situation, const Calendar& calendar,
                               Date felt, std::vector<Index> events) {
    const auto& base = now.base();
    const auto day = situation.events[events.front()].date;
    auto after = engine::moved_to(now, situation, calendar, felt);
    const auto facts = facts_before(now, situation, day, events);
    model::FactChanges undone;
    for (Slot s = 0; s < facts.size(); ++s) {
        const bool of_event =
            felt == day || std::ranges::any_of(events, [&](Index i) { return situation.events[i].item == s; });
        if (of_event && s != now.program->today && base.items[s].on == none && !(facts[s] == after.facts[s]))
            undone.emplace_back(s, facts[s]);
    }
    auto before = engine::vary(after, {{}, {}, std::move(undone)});
    return {felt, std::move(events), std::move(before), std::move(after)};
}

std::vector<Date> days_felt(const engine::Evaluation& now, const Situation& situation, const Calendar& calendar,
                            Date day) {
    constexpr Duration a_quarter_and_a_day{3, 1};
    auto end = day.plus(a_quarter_and_a_day);
    for (const auto& [next, events] : household_days(now, situation))
        if (next > day) end = std::min(end, next);
    std::vector<Date> days;
    for (const auto& span : engine::timeline(now, situation, calendar, {day, end}).spans) days.push_back(span.from);
    return days;
}

}  // namespace samenloop::detect
