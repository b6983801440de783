#include "detect/moments.hpp"

#include <algorithm>

#include "evaluate/timeline.hpp"
#include "model/wording.hpp"

namespace samenloop {
namespace {

void events(const Situation& situation, const RuleBase& base, const Interval& days, std::vector<Moment>& all) {
    for (const auto& event : situation.events)
        if (days.contains(event.date))
            all.push_back({event.date, event.title.nl.empty() ? base.items[event.item].title : event.title});
}

/// In hand: granted, and the day of payment has come.
Truth in_hand(const Evaluation& e, Index scheme) {
    return e.values[e.base().schemes[scheme].granted].truth() && is_paid(e, scheme);
}

void schemes(const Timeline& line, std::vector<Moment>& all) {
    const auto& base = line.spans.front().state.base();
    for (std::size_t i = 1; i < line.spans.size(); ++i)
        for (Index s = 0; s < base.schemes.size(); ++s) {
            const auto& before = line.spans[i - 1].state;
            const auto& after = line.spans[i].state;
            const auto slot = base.schemes[s].granted;
            const auto was = before.values[slot].truth();
            const auto is = after.values[slot].truth();
            const auto say = [&](const Text& what) {
                all.push_back({line.spans[i].from, base.schemes[s].title + what});
            };
            if (was == Truth::unknown || is == Truth::unknown) continue;  // what is unknown starts and ends nothing
            if (was != is && is == Truth::yes) say({": het recht begint", ": the right starts"});
            else if (was != is) say({": het recht eindigt", ": the right ends"});
            else if (is == Truth::yes && in_hand(before, s) == Truth::no && in_hand(after, s) == Truth::yes)
                say({": geld uiterlijk op deze dag", ": money on this day at the latest"});
        }
}

void gaps(const std::vector<Finding>& findings, const RuleBase& base, const Interval& days, std::vector<Moment>& all) {
    for (const auto& f : findings) {
        if (f.code != "VA-6" || !f.period || f.needs.empty()) continue;
        const auto& need = base.needs[f.needs.front()].title;
        if (f.period->from) all.push_back({*f.period->from, need + Text{": het gat begint", ": the gap begins"}});
        if (f.period->to && days.contains(*f.period->to))
            all.push_back({*f.period->to, need + Text{": het gat eindigt", ": the gap ends"}});
    }
}

}  // namespace

std::vector<Moment> moments(const Evaluation& law, const Situation& situation, const Calendar& calendar,
                            const std::vector<Finding>& findings) {
    std::vector<Moment> all;
    const auto days = window(law, situation, calendar);
    if (!days) return all;
    const auto line = timeline(law, situation, calendar, *days);
    events(situation, law.base(), *days, all);
    schemes(line, all);
    gaps(findings, law.base(), *days, all);
    std::ranges::stable_sort(all, {}, &Moment::day);
    return all;
}

}  // namespace samenloop
