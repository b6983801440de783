#include "engine/timeline.hpp"

#include <algorithm>

#include "engine/disposable.hpp"
#include "feel/number.hpp"
#include "model/days.hpp"

namespace samenloop::engine {
namespace {

constexpr Duration back{-12, 0};
constexpr Duration back_to_a_birthday{-3, 0};

/// Asks what depends on the day and is no rule, so that a span ends where it changes, too.
void ask_the_rest(const Evaluation& e) {
    for (const auto& need : e.base().needs) {
        if (need.active) static_cast<void>(samenloop::evaluate(*need.active, {e.values, {}}));
        if (need.covered) static_cast<void>(samenloop::evaluate(*need.covered, {e.values, {}}));
    }
    for (const auto& outcome : e.base().outcomes)
        if (outcome.holds) static_cast<void>(samenloop::evaluate(*outcome.holds, {e.values, {}}));
    for (Index s = 0; s < e.base().schemes.size(); ++s) static_cast<void>(is_paid(e, s));
}

/// The days that the file tells of.  A birthday of some months ago is among the events for what it took away; it is no
/// reason to go through all days since, and neither is a fact that holds since then.
std::set<Date> days_of_interest(const Evaluation& now, const Situation& situation) {
    const auto& base = now.base();
    const auto from = situation.date.plus(back_to_a_birthday);
    auto recent = situation;
    std::set<Date> old;
    std::erase_if(recent.events, [&](const Event& e) {
        const bool is_old = e.birthday && e.date <= from;
        if (is_old) old.insert(e.date);
        return is_old;
    });
    auto days = model::days_told(base, recent, now.facts);
    for (const auto day : old)
        if (std::ranges::find(recent.events, day, &Event::date) == recent.events.end()) days.erase(day);
    days.insert(situation.date);
    for (const auto day : model::days_of_change(base, recent, now.facts)) days.insert(Date::from_days(day.days() - 1));
    return days;
}

/// The first day on which what can be told of the household's income can no longer be told: its amounts are missing.
Date known_until(const Evaluation& now, const Situation& situation, const Calendar& calendar, Date last) {
    if (!protected_level(now).bounds().low) return last;
    for (auto day = calendar.value_lost_after(situation.date); day && *day < last;
         day = calendar.value_lost_after(*day))
        if (!protected_level(moved_to(now, situation, calendar, *day)).bounds().low) return *day;
    return last;
}

}  // namespace

const Span* Timeline::on(Date day) const {
    const auto at = std::ranges::find_if(spans, [&](const Span& s) { return s.from <= day && day < s.to; });
    return at == spans.end() ? nullptr : &*at;
}

bool has_time(const RuleBase& base, const Situation& situation) {
    return !model::days_told(base, situation, situation.facts).empty();
}

std::optional<Interval> window(const Evaluation& now, const Situation& situation, const Calendar& calendar) {
    const auto& base = now.base();
    if (!has_time(base, situation)) return std::nullopt;
    const auto days = days_of_interest(now, situation);
    const auto earliest = situation.date.plus(back);
    const auto first = *days.lower_bound(earliest);
    auto last = days.rbegin()->plus({model::months_ahead(base), 0});
    if (situation.people != nullptr) last = situation.people_until;  // birthdays are none to look further for
    last = std::min(last, situation.date.plus({24, 0}));
    last = std::min(last, known_until(now, situation, calendar, last));
    if (last <= situation.date) last = Date::from_days(situation.date.days() + 1);
    return Interval{first, last};
}

namespace {

/// On that day the evaluation comes to the same as this span does; null where nothing is known of it.
const KnownSpan* known_on(const Evaluation& now, const Program& program, Date day, const model::FactChanges& changes) {
    if (now.others == nullptr) return nullptr;
    const auto [first, last] = now.others->spans.equal_range(day);
    if (first == last) return nullptr;
    auto wanted = now;
    wanted.program = &program;
    for (const auto& [slot, value] : changes) wanted.facts.set(slot, value);
    if (program.today != none) wanted.facts.set(program.today, day);
    const auto at =
        std::find_if(first, last, [&](const auto& known) { return same_question(known.second.state, wanted); });
    return at == last ? nullptr : &at->second;
}

Evaluation state_of(const KnownSpan& known, const Evaluation& now) {
    auto e = known.state;
    e.others = now.others;
    return e;
}

/// Those of what-ifs after the first few are seldom asked for again.
constexpr std::size_t most_known_of_a_day = 4;

void keep(const Evaluation& now, Date day, Date to, Date limit, const Evaluation& state) {
    if (now.others == nullptr || now.others->spans.count(day) >= most_known_of_a_day || !has_plain_facts(state)) return;
    const auto at = now.others->spans.emplace(day, KnownSpan{to, limit, state});
    at->second.state.others = nullptr;
}

/// The first day on which anything is another than on this one; looked for up to the limit.
Date end_of(const Evaluation& state, Date day, Date limit) {
    const auto today = state.program->today;
    if (today == none) return limit;
    const auto piece = std::make_shared<DaySpan>(DaySpan{day, limit});
    ask_the_rest(vary(state, {{}, {}, {{today, std::make_shared<const MovingDay>(MovingDay{{}, piece})}}}));
    return piece->to;
}

}  // namespace

Evaluation moved_to(const Evaluation& now, const Situation& situation, const Calendar& calendar, Date day) {
    const auto& program = calendar.on(day);
    auto changes = model::changes_until(now.base(), situation, now.facts, day);
    if (const auto* known = known_on(now, program, day, changes)) return state_of(*known, now);
    return on_day(program, now, day, std::move(changes));
}

Timeline timeline(const Evaluation& now, const Situation& situation, const Calendar& calendar, const Interval& window) {
    Timeline line;
    const auto days = model::days_of_change(now.base(), situation, now.facts);
    for (auto day = *window.from; day < *window.to;) {
        if (line.spans.size() == max_spans) {
            line.cut_off = true;
            break;
        }
        // Beyond the window, too: whoever looks further finds what is known.
        std::optional<Date> limit = calendar.next_change(day);
        if (const auto next = days.upper_bound(day); next != days.end()) limit = std::min(limit.value_or(*next), *next);
        const auto until = limit.value_or(*window.to);
        const auto& program = calendar.on(day);
        auto changes = model::changes_until(now.base(), situation, now.facts, day);
        const auto* known = known_on(now, program, day, changes);
        if (known != nullptr && known->to == known->limit && known->limit < until) known = nullptr;
        auto state = known != nullptr ? state_of(*known, now) : on_day(program, now, day, std::move(changes));
        auto to = known != nullptr ? std::min(known->to, until) : end_of(state, day, until);
        if (known == nullptr) keep(now, day, to, until, state);
        to = std::min(to, *window.to);
        line.spans.push_back({day, to, std::move(state)});
        day = to;
    }
    return line;
}

Truth is_paid(const Evaluation& e, Index scheme) {
    const auto& from = e.base().schemes[scheme].paid_from;
    const auto slot = e.program->today;
    if (!from || slot == none) return Truth::yes;
    const auto day = samenloop::evaluate(*from, {e.values, {}});
    if (day.is_null()) return Truth::yes;
    return feel::number::compare(feel::Relation::less_equal, day, e.values[slot]);
}

}  // namespace samenloop::engine
