#include "comparison/transition.hpp"

#include <algorithm>
#include <set>

namespace samenloop::comparison {
namespace {

void add(std::set<Date>& days, const Interval& interval) {
    if (interval.from) days.insert(*interval.from);
    if (interval.to) days.insert(*interval.to);
}

/// On which something of these starts or ends.
std::set<Date> days_of(const RuleBase& base, const std::set<std::string>& touched) {
    std::set<Date> days;
    const auto add_all = [&](const auto& things, std::string_view kind) {
        for (const auto& thing : things)
            if (touched.contains(std::string(kind) + thing.id)) add(days, thing.in_force);
    };
    for (const auto& exchange : base.exchanges)
        if (touched.contains("exchange:" + exchange.basis_id)) add(days, exchange.in_force);
    add_all(base.rules, "rule:");
    add_all(base.laws, "law:");
    for (const auto& item : base.items)
        if (touched.contains("item:" + item.id))
            for (const auto& [interval, value] : item.values) add(days, interval);
    return days;
}

}  // namespace

std::vector<Date> days_around(const RuleBase& before, const Amended& amended, Date day) {
    std::set<std::string> touched;
    for (const auto& m : amended.modifications) touched.insert(m.touches.begin(), m.touches.end());
    const auto known = days_of(before, touched);
    std::vector<Date> days{day};
    for (const auto& other : days_of(amended.rules, touched))
        if (other > day && !known.contains(other)) days.push_back(other);
    return days;
}

}  // namespace samenloop::comparison
