#include "detect/event_timeline.hpp"

#include <algorithm>

#include "detect/paid.hpp"
#include "engine/timeline.hpp"
#include "model/in_kind.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

/// Does a rule come to apply, or no longer, on that day?  A birthday on which none does is not worth telling.
bool a_rule_turns(const engine::Timeline& line, Date day) {
    const auto* before = line.on(Date::from_days(day.days() - 1));
    const auto* after = line.on(day);
    if (before == nullptr || after == nullptr) return false;
    for (Index r = 0; r < after->state.rules.size(); ++r)
        if (before->state.applies(r) != after->state.applies(r)) return true;
    return false;
}

/// One happening that changes several facts is told once.
void events(const Situation& situation, const engine::Timeline& line, const Interval& days, std::vector<Moment>& all) {
    for (const auto& event : situation.events) {
        if (!days.contains(event.date) || (event.birthday && !a_rule_turns(line, event.date))) continue;
        const auto& base = line.spans.front().state.base();
        const auto& title = event.title.nl.empty() ? base.items[event.item].title : event.title;
        const bool told =
            event.of_people &&
            std::ranges::any_of(all, [&](const Moment& m) { return m.day == event.date && m.text.nl == title.nl; });
        if (!told) all.push_back({event.date, title, {}, {}, {}});
    }
}

/// In hand: granted, and the day of payment has come.
Truth in_hand(const engine::Evaluation& e, Index scheme) {
    return e.values[e.base().schemes[scheme].granted].truth() && engine::is_paid(e, scheme);
}

/// ", € 121,00 per maand minder"; nothing where nothing is paid or it is not known.
Text amount(const engine::Evaluation& e, Index scheme, const Text& less) {
    const auto month = paid_a_month(e, scheme);
    if (!month || *month <= Decimal(0)) return {};
    return model::plain(", ") + model::money(*month) + Text{" per maand", " a month"} + less;
}

/// By a euro a month or more.
bool another_amount(const engine::Evaluation& before, const engine::Evaluation& after, Index scheme) {
    const auto from = paid_a_month(before, scheme);
    const auto to = paid_a_month(after, scheme);
    return from && to && (*to - *from >= Decimal(1) || *from - *to >= Decimal(1));
}

/// What becomes of a scheme from one span to the next; nothing of what is unknown.
Text becomes(const engine::Evaluation& before, const engine::Evaluation& after, Index s) {
    const auto& scheme = before.base().schemes[s];
    const auto was = before.values[scheme.granted].truth();
    const auto is = after.values[scheme.granted].truth();
    if (was == Truth::yes && is == Truth::unknown)
        return {": niet bekend of het recht doorloopt", ": not known whether the right goes on"};
    if (was == Truth::unknown || is == Truth::unknown) return {};
    if (was != is && is == Truth::yes)
        return Text{": het recht begint", ": the right starts"} + amount(after, s, {"", ""});
    if (was != is) return Text{": het recht eindigt", ": the right ends"} + amount(before, s, {" minder", " less"});
    if (is == Truth::no) return {};
    if (another_amount(before, after, s))
        return model::plain(": ") + model::money(*paid_a_month(before, s)) + model::plain(" → ") +
               model::money(*paid_a_month(after, s)) + Text{" per maand", " a month"};
    if (in_hand(before, s) != Truth::no || in_hand(after, s) != Truth::yes) return {};
    return model::in_kind(before.base(), s) ? Text{": uiterlijk op deze dag", ": on this day at the latest"}
                                            : Text{": geld uiterlijk op deze dag", ": money on this day at the latest"};
}

bool is_about(const Effect& effect, Index scheme) {
    const bool pays = effect.kind == EffectKind::grant || effect.kind == EffectKind::deny ||
                      effect.kind == EffectKind::basis || effect.kind == EffectKind::reduce;
    return pays && effect.scheme == scheme;
}

/// Those that say something of the scheme and are effective in one state and not, or otherwise, in the other.
std::vector<Index> rules_that_turn(const engine::Evaluation& before, const engine::Evaluation& after, Index scheme) {
    std::vector<Index> all;
    const auto times = [](const engine::Evaluation& e, Index r) {
        return std::ranges::count_if(e.rules[r], [](const engine::Instance& i) { return i.applies == Truth::yes; });
    };
    for (Index r = 0; r < after.rules.size(); ++r)
        if (std::ranges::any_of(after.rule(r).effects, [&](const Effect& e) { return is_about(e, scheme); }) &&
            (before.effective(r) != after.effective(r) || times(before, r) != times(after, r)))
            all.push_back(r);
    return all;
}

void schemes(const engine::Timeline& line, std::vector<Moment>& all) {
    const auto& base = line.spans.front().state.base();
    for (std::size_t i = 1; i < line.spans.size(); ++i) {
        const auto& before = line.spans[i - 1].state;
        const auto& after = line.spans[i].state;
        for (Index s = 0; s < base.schemes.size(); ++s)
            if (const auto what = becomes(before, after, s); !what.nl.empty())
                all.push_back(
                    {line.spans[i].from, base.schemes[s].title + what, rules_that_turn(before, after, s), {}, {}});
    }
}

void gaps(const std::vector<Finding>& findings, const RuleBase& base, const Interval& days, std::vector<Moment>& all) {
    for (const auto& f : findings) {
        if (f.code != "VA-6" || !f.period || f.needs.empty()) continue;
        const auto& need = base.needs[f.needs.front()].title;
        if (f.period->from)
            all.push_back({*f.period->from, need + Text{": het gat begint", ": the gap begins"}, {}, f.id, {}});
        if (f.period->to && days.contains(*f.period->to))
            all.push_back({*f.period->to, need + Text{": het gat eindigt", ": the gap ends"}, {}, f.id, {}});
    }
}

}  // namespace

std::vector<Moment> moments_in(const engine::Timeline& line, const Situation& situation, const Interval& days) {
    std::vector<Moment> all;
    events(situation, line, days, all);
    schemes(line, all);
    return all;
}

std::vector<Moment> event_timeline(const engine::Evaluation& law, const Situation& situation, const Calendar& calendar,
                                   const std::vector<Finding>& findings) {
    std::vector<Moment> all;
    const auto days = engine::window(law, situation, calendar);
    if (!days) return all;
    all = moments_in(engine::timeline(law, situation, calendar, *days), situation, *days);
    gaps(findings, law.base(), *days, all);
    std::ranges::stable_sort(all, {}, &Moment::day);
    return all;
}

}  // namespace samenloop::detect
