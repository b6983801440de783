#include "read/history.hpp"

#include <algorithm>
#include <set>

#include "read/values.hpp"

namespace samenloop::read {

void History::add(const Element& element, Slot item, std::optional<Value> value) {
    const auto interval = interval_of(element, problems_);
    auto& known = stretches_[item];
    const auto overlaps = [&](const Stretch& other) {
        const auto& o = other.interval;
        return (!o.to || !interval.from || *interval.from < *o.to) &&
               (!interval.to || !o.from || *o.from < *interval.to);
    };
    if (std::ranges::any_of(known, overlaps))
        problems_.add(element.at, base::both("'{}' heeft twee waarden in dezelfde tijd",
                                             "'{}' has two values at one time", rules_.items[item].id));
    else if (value) known.push_back({interval, std::move(*value), &element});
}

void History::into(Situation& situation, Names& given) {
    for (const auto& [item, stretches] : stretches_) {
        if (stretches.empty()) continue;
        if (!given.declare(rules_.items[item].id, item, stretches.front().element->at, problems_)) continue;
        for (const auto& s : stretches)
            if (s.interval.contains(situation.date)) situation.facts[item] = s.value;
        events_of(item, stretches, situation);
    }
}

void History::events_of(Slot item, const std::vector<Stretch>& stretches, Situation& situation) const {
    std::set<Date> borders;
    for (const auto& s : stretches) {
        if (s.interval.from) borders.insert(*s.interval.from);
        if (s.interval.to) borders.insert(*s.interval.to);
    }
    const auto on = [&](Date day) {
        const auto at = std::ranges::find_if(stretches, [&](const Stretch& s) { return s.interval.contains(day); });
        return at == stretches.end() ? Value() : at->value;
    };
    for (const auto border : borders) {
        Event event;
        event.id = rules_.items[item].id + "@" + border.to_string();
        event.title = rules_.items[item].title;
        event.date = border;
        event.item = item;
        event.from = on(Date::from_days(border.days() - 1));
        event.to = on(border);
        event.at = stretches.front().element->at;
        if (!(event.from == event.to)) situation.events.push_back(std::move(event));
    }
}

}  // namespace samenloop::read
