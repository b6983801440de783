#include "detect/conditions.hpp"

#include <algorithm>
#include <map>

#include "detect/attempts.hpp"
#include "detect/minimal.hpp"
#include "feel/work.hpp"

namespace samenloop::detect {
namespace {

constexpr std::size_t most_values = 8;          // tried on one side
constexpr std::size_t most_of_one_column = 12;  // elements of one list of which the same field is tried

bool is_ordered(const Value& v) { return v.get<Decimal>() != nullptr || v.get<Date>() != nullptr; }

bool comes_before(const Value& a, const Value& b) {
    if (const auto* x = a.get<Decimal>())
        if (const auto* y = b.get<Decimal>()) return *x < *y;
    const auto* x = a.get<Date>();
    const auto* y = b.get<Date>();
    return x != nullptr && y != nullptr && *x < *y;
}

class Conditions {
  public:
    Conditions(const WhatIf& inquiry, const Instead& instead, const CandidateFinding& m, bool about_days)
        : inquiry_(inquiry), instead_(instead), m_(m), about_days_(about_days) {}

    std::optional<Border> at(const model::Path& place) const {
        const auto& e = inquiry_.law();
        const auto now = model::value_at(e.facts, place);
        if (now.is_unknown()) return std::nullopt;
        Border border{model::to_string(e.base(), place), now, {}, {}, {}};
        const auto values = nearby_values(e, place);
        if (is_ordered(now)) {
            border.above = nearest(place, values, [&](const Value& v) { return comes_before(v, now); });
            border.below = nearest(place, values, [&](const Value& v) { return comes_before(now, v); });
        } else {
            auto other = nearest(place, values, [](const Value&) { return true; });
            if (!other.is_unknown()) border.instead.push_back(std::move(other));
        }
        const bool none = border.above.is_unknown() && border.below.is_unknown() && border.instead.empty();
        return none ? std::nullopt : std::optional(std::move(border));
    }

  private:
    template <class Side>
    Value nearest(const model::Path& place, const std::vector<Value>& values, Side side) const {
        std::size_t tried = 0;
        for (const auto& v : values) {
            if (!side(v)) continue;
            if (++tried > most_values) break;
            if (gone_with(place, v)) return v;
        }
        return {};
    }

    bool gone_with(const model::Path& place, const Value& v) const {
        auto facts = instead_.at(place, v);
        if (!facts) return false;
        const engine::Variation what_if{{}, {}, std::move(*facts)};
        const auto worlds = inquiry_.what_if(what_if);
        if (m_.supposed.empty() && !about_days_ && inquiry_.changes_nothing(what_if, worlds)) return false;
        return !contradicts(inquiry_.law(), worlds.law) && inquiry_.gone(m_, what_if, worlds);
    }

    const WhatIf& inquiry_;
    const Instead& instead_;
    const CandidateFinding& m_;
    bool about_days_;
};

}  // namespace

Breakpoints breakpoints_within(const WhatIf& inquiry, const Instead& instead, const CandidateFinding& m,
                               const std::vector<model::Path>& places, bool about_days) {
    Breakpoints all;
    const Conditions conditions(inquiry, instead, m, about_days);
    std::map<std::pair<Slot, std::size_t>, std::size_t> of_column;
    for (const auto& place : places) {
        if (changer_at(inquiry.law().base(), place).by != Changer::By::nobody) continue;
        if (++of_column[{place.slot, place.field}] > most_of_one_column || feel::work::explained_enough()) {
            all.cut_short = true;
            continue;
        }
        if (auto border = conditions.at(place)) all.borders.push_back(std::move(*border));
    }
    return all;
}

}  // namespace samenloop::detect
