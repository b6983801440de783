#include "number.hpp"

#include <algorithm>
#include <limits>

#include "interval.hpp"
#include "moving_day.hpp"
#include "polynomial.hpp"

namespace samenloop::feel::number {
namespace {

using Curve = std::shared_ptr<const Polynomial>;

constexpr std::int64_t largest_exponent = 1000;

Value exact(const Decimal& d) { return interval::too_large(d) ? Value() : Value(d); }

bool is_number(const Value& v) { return v.get<Decimal>() != nullptr || v.get<Range>() != nullptr; }
bool is_curve(const Value& v) { return v.get<Curve>() != nullptr && *v.get<Curve>() != nullptr; }

/// Both as curves; nothing if one of them is neither a curve nor an exact number.
std::optional<std::pair<Polynomial, Polynomial>> curves(const Value& a, const Value& b) {
    const auto as_curve = [](const Value& v) -> std::optional<Polynomial> {
        if (is_curve(v)) return **v.get<Curve>();
        if (const auto* d = v.get<Decimal>()) return polynomial::constant(*d);
        return std::nullopt;
    };
    auto p = as_curve(a);
    auto q = as_curve(b);
    if (!p || !q) return std::nullopt;
    return std::pair(std::move(*p), std::move(*q));
}

template <class OnRanges, class OnCurves>
Value combine(const Value& a, const Value& b, OnRanges on_ranges, OnCurves on_curves) {
    if (is_number(a) && is_number(b)) return interval::to_value(on_ranges(a.bounds(), b.bounds()));
    if (!is_curve(a) && !is_curve(b)) return {};
    const auto both = curves(a, b);
    return both ? polynomial::to_value(on_curves(both->first, both->second)) : Value();
}

std::optional<Duration> duration(std::int64_t months, std::int64_t days) {
    const auto fits = [](std::int64_t n) {
        return n >= -std::numeric_limits<std::int32_t>::max() && n <= std::numeric_limits<std::int32_t>::max();
    };
    if (!fits(months) || !fits(days)) return std::nullopt;
    return Duration{static_cast<std::int32_t>(months), static_cast<std::int32_t>(days)};
}

/// date + duration, duration + date, duration + duration; `sign` -1 subtracts the second.
Value add_time(const Value& a, const Value& b, int sign) {
    const auto* d = a.get<Duration>();
    const auto* e = b.get<Duration>();
    if (d != nullptr && e != nullptr) {
        const auto sum = duration(std::int64_t{d->months} + std::int64_t{e->months} * sign,
                                  std::int64_t{d->days} + std::int64_t{e->days} * sign);
        return sum ? Value(*sum) : Value();
    }
    if (const auto* day = a.get<Date>(); day != nullptr && e != nullptr) {
        const auto moved = duration(std::int64_t{e->months} * sign, std::int64_t{e->days} * sign);
        return moved ? Value(day->plus(*moved)) : Value();
    }
    if (const auto* day = b.get<Date>(); day != nullptr && d != nullptr && sign > 0) return day->plus(*d);
    if (const auto* day = moving_day::in(a); day != nullptr && e != nullptr) {
        const auto moved = duration(std::int64_t{e->months} * sign, std::int64_t{e->days} * sign);
        return moved ? moving_day::shifted(*day, *moved) : Value();
    }
    if (const auto* day = moving_day::in(b); day != nullptr && d != nullptr && sign > 0)
        return moving_day::shifted(*day, *d);
    return {};
}

Truth by_sign(Relation op, int sign) {
    const auto truth = [](bool b) { return b ? Truth::yes : Truth::no; };
    switch (op) {
    case Relation::equal: return truth(sign == 0);
    case Relation::not_equal: return truth(sign != 0);
    case Relation::less: return truth(sign < 0);
    case Relation::less_equal: return truth(sign <= 0);
    case Relation::greater: return truth(sign > 0);
    case Relation::greater_equal: return truth(sign >= 0);
    }
    return Truth::unknown;
}

template <class T>
int sign_of(const T& a, const T& b) {
    const auto order = a <=> b;
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/// A day that moves against one that stands still.
Truth compare_moving(Relation op, const MovingDay& day, Date fixed) {
    const auto truth = [](bool b) { return b ? Truth::yes : Truth::no; };
    const auto next = Date::from_days(fixed.days() + 1);
    switch (op) {
    case Relation::less: return truth(moving_day::before(day, fixed));
    case Relation::less_equal: return truth(moving_day::before(day, next));
    case Relation::greater: return truth(!moving_day::before(day, next));
    case Relation::greater_equal: return truth(!moving_day::before(day, fixed));
    default: return by_sign(op, moving_day::order(day, fixed));
    }
}

Relation mirrored(Relation op) {
    switch (op) {
    case Relation::less: return Relation::greater;
    case Relation::less_equal: return Relation::greater_equal;
    case Relation::greater: return Relation::less;
    case Relation::greater_equal: return Relation::less_equal;
    default: return op;
    }
}

/// Nothing when neither is a day that moves.
std::optional<Truth> compare_moving(Relation op, const Value& a, const Value& b) {
    const auto* m = moving_day::in(a);
    const auto* n = moving_day::in(b);
    if (m != nullptr && n != nullptr)
        return by_sign(op, sign_of(*moving_day::stopped(a).get<Date>(), *moving_day::stopped(b).get<Date>()));
    if (const auto* day = b.get<Date>(); m != nullptr && day != nullptr) return compare_moving(op, *m, *day);
    if (const auto* day = a.get<Date>(); n != nullptr && day != nullptr) return compare_moving(mirrored(op), *n, *day);
    return std::nullopt;
}

/// Longer in months and not shorter in days is longer; a month against days has no answer.
Truth compare_durations(Relation op, const Duration& a, const Duration& b) {
    const int months = sign_of(a.months, b.months);
    const int days = sign_of(a.days, b.days);
    if (months * days < 0) return Truth::unknown;
    return by_sign(op, months != 0 ? months : days);
}

Truth equality(Relation op, const Value& a, const Value& b) {
    const auto found = a == b ? Truth::yes : Truth::no;
    if (op == Relation::equal) return found;
    return op == Relation::not_equal ? !found : Truth::unknown;
}

/// Lists and records with something unknown inside are not comparable as a whole.
bool is_definite(const Value& v) {
    if (v.is_unknown() || v.get<Range>() != nullptr || is_curve(v)) return false;
    const auto* list = v.get<List>();
    const auto* record = v.get<Record>();
    const auto* parts = list != nullptr ? list->elements.get() : record != nullptr ? record->fields.get() : nullptr;
    if (parts == nullptr) return true;
    return std::ranges::all_of(*parts, is_definite);
}

/// min if `op` is less, max if it is greater.
Value extreme(Relation op, const Value& a, const Value& b) {
    if (is_curve(a) || is_curve(b)) {
        const auto both = curves(a, b);
        const auto sign = both ? polynomial::sign_of_difference(both->first, both->second) : std::nullopt;
        if (!sign) return {};
        return by_sign(op, *sign) == Truth::yes ? a : b;
    }
    const auto* x = a.get<Decimal>();
    const auto* y = b.get<Decimal>();
    if (x != nullptr && y != nullptr) return by_sign(op, sign_of(*x, *y)) == Truth::yes ? a : b;
    if (!is_number(a) && !is_number(b)) {
        const auto first = compare(op, a, b);
        return first == Truth::unknown ? Value() : first == Truth::yes ? a : b;
    }
    return interval::to_value(
        op == Relation::less ? interval::min(a.bounds(), b.bounds()) : interval::max(a.bounds(), b.bounds()));
}

}  // namespace

Value add(const Value& a, const Value& b) {
    const auto* x = a.get<Decimal>();
    const auto* y = b.get<Decimal>();
    if (x != nullptr && y != nullptr) return exact(*x + *y);
    if (a.get<Duration>() != nullptr || b.get<Duration>() != nullptr) return add_time(a, b, 1);
    return combine(a, b, interval::add, polynomial::add);
}

Value subtract(const Value& a, const Value& b) {
    const auto* x = a.get<Decimal>();
    const auto* y = b.get<Decimal>();
    if (x != nullptr && y != nullptr) return exact(*x - *y);
    if (b.get<Duration>() != nullptr) return add_time(a, b, -1);
    if (const auto *from = b.get<Date>(), *to = a.get<Date>(); from != nullptr && to != nullptr)
        return Duration{0, to->days() - from->days()};
    if (moving_day::in(a) != nullptr || moving_day::in(b) != nullptr)
        return subtract(moving_day::stopped(a), moving_day::stopped(b));
    return add(a, negate(b));
}

Value multiply(const Value& a, const Value& b) {
    const auto* x = a.get<Decimal>();
    const auto* y = b.get<Decimal>();
    if (x != nullptr && y != nullptr) return exact(*x * *y);
    return combine(a, b, interval::multiply, polynomial::multiply);
}

Value divide(const Value& a, const Value& b) {
    const auto* x = a.get<Decimal>();
    const auto* y = b.get<Decimal>();
    if (y != nullptr && *y == 0) return {};
    if (x != nullptr && y != nullptr) return exact(*x / *y);
    if (is_curve(a))
        return y == nullptr ? Value() : polynomial::to_value(polynomial::scale(**a.get<Curve>(), Decimal(1) / *y));
    if (!is_number(a) || !is_number(b)) return {};
    return interval::to_value(interval::divide(a.bounds(), b.bounds()));
}

Value power(const Value& a, const Value& b) {
    const auto* y = b.get<Decimal>();
    if (y == nullptr || !y->is_integer() || *y > largest_exponent || *y < -largest_exponent) return {};
    const auto exponent = y->to_int();
    if (is_number(a)) return interval::to_value(interval::power(a.bounds(), exponent));
    if (!is_curve(a) || exponent < 0 || exponent > static_cast<std::int64_t>(polynomial::max_degree)) return {};
    auto product = polynomial::constant(1);
    for (std::int64_t i = 0; i < exponent; ++i) product = polynomial::multiply(product, **a.get<Curve>());
    return polynomial::to_value(std::move(product));
}

Value compute(Arithmetic op, const Value& a, const Value& b) {
    switch (op) {
    case Arithmetic::add: return add(a, b);
    case Arithmetic::subtract: return subtract(a, b);
    case Arithmetic::multiply: return multiply(a, b);
    case Arithmetic::divide: return divide(a, b);
    case Arithmetic::power: return power(a, b);
    }
    return {};
}

Value negate(const Value& a) {
    if (const auto* d = a.get<Decimal>()) return -*d;
    if (const auto* r = a.get<Range>()) return interval::negate(*r);
    if (is_curve(a)) return polynomial::to_value(polynomial::scale(**a.get<Curve>(), -1));
    if (const auto* d = a.get<Duration>()) return Duration{-d->months, -d->days};
    return {};
}

Value absolute(const Value& a) {
    if (is_curve(a)) return compare(Relation::less, a, Decimal(0)) == Truth::yes ? negate(a) : a;
    if (!is_number(a)) return {};
    return interval::to_value(interval::absolute(a.bounds()));
}

Value square_root(const Value& a) {
    if (!is_number(a)) return {};
    const auto bounds = a.bounds();
    if (!bounds.low || *bounds.low < 0) return {};
    return interval::to_value({bounds.low->sqrt(), bounds.high ? std::optional(bounds.high->sqrt()) : std::nullopt});
}

Value step(const Value& a, Decimal (*round)(const Decimal&, int), int digits) {
    if (const auto* d = a.get<Decimal>()) return round(*d, digits);
    if (is_curve(a)) return a;
    auto bounds = a.bounds();
    if (bounds.low) bounds.low = round(*bounds.low, digits);
    if (bounds.high) bounds.high = round(*bounds.high, digits);
    return interval::to_value(bounds);
}

Value min(const Value& a, const Value& b) { return extreme(Relation::less, a, b); }
Value max(const Value& a, const Value& b) { return extreme(Relation::greater, a, b); }

Truth compare(Relation op, const Value& a, const Value& b) {
    if (const auto *x = a.get<Decimal>(), *y = b.get<Decimal>(); x != nullptr && y != nullptr)
        return by_sign(op, sign_of(*x, *y));
    if (a.is_unknown() || b.is_unknown()) return Truth::unknown;
    if (a.is_null() || b.is_null()) return equality(op, a, b);
    if (is_curve(a) || is_curve(b)) {
        const auto both = curves(a, b);
        const auto sign = both ? polynomial::sign_of_difference(both->first, both->second) : std::nullopt;
        return sign ? by_sign(op, *sign) : Truth::unknown;
    }
    if (is_number(a) && is_number(b)) return interval::compare(op, a.bounds(), b.bounds());
    if (const auto *x = a.get<Date>(), *y = b.get<Date>(); x != nullptr && y != nullptr)
        return by_sign(op, sign_of(*x, *y));
    if (const auto answer = compare_moving(op, a, b)) return *answer;
    if (const auto *x = a.get<Duration>(), *y = b.get<Duration>(); x != nullptr && y != nullptr)
        return compare_durations(op, *x, *y);
    return is_definite(a) && is_definite(b) ? equality(op, a, b) : Truth::unknown;
}

}  // namespace samenloop::feel::number
