#include "solve/implies.hpp"

#include <algorithm>
#include <set>

namespace samenloop {
namespace {

struct Axis {
    Slot slot = 0;
    std::vector<Value> points;
};

void add(std::vector<Value>& points, const Value& v) {
    if (std::ranges::find(points, v) == points.end()) points.push_back(v);
}

/// The constants, the midpoints between neighbours, and a point beyond either end that the domain allows.
std::vector<Value> number_points(std::vector<Decimal> at, const Item& item) {
    if (item.minimum) at.push_back(*item.minimum);
    if (item.maximum) at.push_back(*item.maximum);
    if (at.empty()) at.emplace_back(0);
    std::ranges::sort(at);
    at.erase(std::unique(at.begin(), at.end()), at.end());
    std::vector<Value> points;
    if (!item.minimum) points.emplace_back(at.front() - Decimal(1));
    for (std::size_t i = 0; i < at.size(); ++i) {
        points.emplace_back(at[i]);
        if (i + 1 < at.size()) points.emplace_back((at[i] + at[i + 1]) / Decimal(2));
    }
    if (!item.maximum) points.emplace_back(at.back() + Decimal(1));
    return points;
}

std::vector<Value> date_points(const std::vector<Value>& borders) {
    std::vector<Value> points;
    for (const auto& v : borders)
        if (const auto* d = v.get<Date>())
            for (const std::int32_t shift : {-1, 0, 1}) add(points, Date::from_days(d->days() + shift));
    if (points.empty()) points.emplace_back(Date{});
    return points;
}

std::vector<Value> string_points(const std::vector<Value>& borders, const Item& item) {
    std::vector<Value> points;
    for (const auto& name : item.type.names) add(points, name);
    for (const auto& v : borders)
        if (v.get<std::string>() != nullptr) add(points, v);
    if (item.type.names.empty()) add(points, std::string("\x01 another"));
    return points;
}

std::vector<Value> points_of(const Item& item, const std::vector<Value>& borders) {
    switch (item.type.kind) {
    case Kind::boolean: return {Value(true), Value(false)};
    case Kind::number: {
        std::vector<Decimal> at;
        for (const auto& v : borders)
            if (const auto* d = v.get<Decimal>()) at.push_back(*d);
        return number_points(std::move(at), item);
    }
    case Kind::date: return date_points(borders);
    case Kind::string: return string_points(borders, item);
    default: return {};
    }
}

std::vector<Axis> axes(const Expression& a, const Expression& b, const RuleBase& base) {
    std::set<Slot> slots;
    for (const auto* e : {&a, &b})
        for (const auto& r : e->reads()) slots.insert(r.slot);
    std::vector<Axis> all;
    for (const auto slot : slots) {
        auto borders = a.borders({slot, ""});
        for (const auto& v : b.borders({slot, ""})) borders.push_back(v);
        all.push_back({slot, points_of(base.items[slot], borders)});
    }
    return all;
}

/// Moves to the next combination; false after the last.
bool advance(std::vector<std::size_t>& at, const std::vector<Axis>& all) {
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (++at[i] < all[i].points.size()) return true;
        at[i] = 0;
    }
    return false;
}

/// Tries every combination: the first that refutes it decides.
Truth over_cells(const Expression& premise, const Expression& conclusion, const std::vector<Axis>& all,
                 std::vector<Value>& slots) {
    std::vector<std::size_t> at(all.size(), 0);
    auto answer = Truth::yes;
    do {
        for (std::size_t i = 0; i < all.size(); ++i) slots[all[i].slot] = all[i].points[at[i]];
        const Environment environment{slots, {}};
        const auto p = evaluate(premise, environment).truth();
        if (p == Truth::no) continue;
        const auto c = evaluate(conclusion, environment).truth();
        if (p == Truth::yes && c == Truth::no) return Truth::no;
        if (p == Truth::unknown || c == Truth::unknown) answer = Truth::unknown;
    } while (advance(at, all));
    return answer;
}

}  // namespace

Implications::Implications(const RuleBase& base) : base_(&base), slots_(base.items.size()) {}

Truth Implications::implies(const Expression& premise, const Expression& conclusion) {
    const auto all = axes(premise, conclusion, *base_);
    std::size_t cells = 1;
    for (const auto& axis : all) {
        if (axis.points.empty()) return Truth::unknown;
        cells *= axis.points.size();
        if (cells > cell_budget) return Truth::unknown;
    }
    const auto answer = over_cells(premise, conclusion, all, slots_);
    for (const auto& axis : all) slots_[axis.slot] = Value();
    return answer;
}

Truth implies(const Expression& premise, const Expression& conclusion, const RuleBase& base) {
    return Implications(base).implies(premise, conclusion);
}

}  // namespace samenloop
