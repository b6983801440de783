#include "engine/calendar.hpp"

#include <algorithm>

#include "model/order.hpp"

namespace samenloop::engine {
namespace {

void collect(const Interval& interval, std::vector<Date>& days) {
    if (interval.from) days.push_back(*interval.from);
    if (interval.to) days.push_back(*interval.to);
}

void sort_once_each(std::vector<Date>& days) {
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
}

std::size_t stretch_in(const std::vector<Date>& borders, Date day) {
    return static_cast<std::size_t>(std::ranges::upper_bound(borders, day) - borders.begin());
}

}  // namespace

}  // namespace samenloop::engine

namespace samenloop {

Calendar::Calendar(const RuleBase& base)
    : base_(&base),
      implications_(std::make_unique<solve::Implications>(base)),
      equivalences_(std::make_unique<engine::Equivalences>(base, *implications_)) {
    for (const auto& law : base.laws) engine::collect(law.in_force, rule_borders_);
    for (const auto& rule : base.rules) engine::collect(rule.in_force, rule_borders_);
    engine::sort_once_each(rule_borders_);
    borders_ = rule_borders_;
    for (const auto& item : base.items) {
        for (const auto& [interval, value] : item.values) engine::collect(interval, borders_);
        if (item.carried_from) borders_.push_back(*item.carried_from);
    }
    engine::sort_once_each(borders_);
    // NOLINTBEGIN(*-avoid-c-arrays)
    stretches_ = std::make_unique<Stretch[]>(borders_.size() + 1);
    of_rules_ = std::make_unique<Stretch[]>(rule_borders_.size() + 1);
    // NOLINTEND(*-avoid-c-arrays)
}

Calendar::Calendar(const engine::Program& known) : Calendar(*known.base) {
    stretches_[stretch(known.day)].program = &known;
}

std::size_t Calendar::stretch(Date day) const { return engine::stretch_in(borders_, day); }

const engine::Program& Calendar::rules_of(Date day) const {
    auto& here = of_rules_[engine::stretch_in(rule_borders_, day)];
    std::call_once(here.once, [&] {
        std::call_once(ordered_, [&] { order_ = model::definition_order(*base_).value(); });
        here.compiled = std::make_unique<const engine::Program>(engine::compile(*base_, day, *implications_, order_));
    });
    return *here.compiled;
}

const engine::Program& Calendar::on(Date day) const {
    auto& here = stretches_[stretch(day)];
    std::call_once(here.once, [&] {
        if (here.program != nullptr) return;
        const feel::work::Apart once;
        auto program = std::make_unique<engine::Program>(rules_of(day));
        program->day = day;
        here.compiled = std::move(program);
        here.program = here.compiled.get();
    });
    return *here.program;
}

std::optional<Date> Calendar::next_change(Date day) const {
    const auto index = stretch(day);
    return index < borders_.size() ? std::optional(borders_[index]) : std::nullopt;
}

std::optional<Date> Calendar::value_lost_after(Date day) const {
    std::optional<Date> first;
    for (const auto& item : base_->items)
        for (const auto& [interval, value] : item.values) {
            const auto end = interval.to;
            if (!end || *end <= day || (first && *first <= *end)) continue;
            if (std::ranges::none_of(item.values, [&](const auto& v) { return v.first.contains(*end); })) first = end;
        }
    return first;
}

}  // namespace samenloop
