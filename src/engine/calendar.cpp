#include "engine/calendar.hpp"

#include <algorithm>

#include "model/order.hpp"

namespace samenloop::engine {
namespace {

void collect(const Interval& interval, std::vector<Date>& days) {
    if (interval.from) days.push_back(*interval.from);
    if (interval.to) days.push_back(*interval.to);
}

}  // namespace

}  // namespace samenloop::engine

namespace samenloop {

Calendar::Calendar(const RuleBase& base)
    : base_(&base),
      implications_(std::make_unique<solve::Implications>(base)),
      equivalences_(std::make_unique<engine::Equivalences>(base, *implications_)) {
    for (const auto& law : base.laws) engine::collect(law.in_force, borders_);
    for (const auto& rule : base.rules) engine::collect(rule.in_force, borders_);
    for (const auto& item : base.items) {
        for (const auto& [interval, value] : item.values) engine::collect(interval, borders_);
        if (item.carried_from) borders_.push_back(*item.carried_from);
    }
    std::ranges::sort(borders_);
    borders_.erase(std::unique(borders_.begin(), borders_.end()), borders_.end());
    stretches_ = std::make_unique<Stretch[]>(borders_.size() + 1);  // NOLINT(*-avoid-c-arrays)
}

Calendar::Calendar(const engine::Program& known) : Calendar(*known.base) {
    stretches_[stretch(known.day)].program = &known;
}

std::size_t Calendar::stretch(Date day) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(borders_, day) - borders_.begin());
}

const engine::Program& Calendar::on(Date day) const {
    auto& here = stretches_[stretch(day)];
    std::call_once(here.once, [&] {
        if (here.program != nullptr) return;
        const feel::work::Apart once;
        std::call_once(ordered_, [&] { order_ = model::definition_order(*base_).value(); });
        here.compiled = std::make_unique<const engine::Program>(engine::compile(*base_, day, *implications_, order_));
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
