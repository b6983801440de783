// The built-in functions.

#include <algorithm>
#include <limits>

#include "evaluator.hpp"
#include "interval.hpp"
#include "moving_day.hpp"
#include "number.hpp"

namespace samenloop::feel {
namespace {

Decimal floor_of(const Decimal& d, int /*digits*/) { return d.floor(); }
Decimal ceiling_of(const Decimal& d, int /*digits*/) { return d.ceiling(); }
Decimal rounded(const Decimal& d, int digits) { return d.rounded(digits); }

constexpr int most_digits = 30;  // of decimal(x, digits)

std::int64_t months_between(Date from, Date to) {
    const auto index = [](Date d) { return std::int64_t{d.year()} * 12 + d.month(); };
    const auto months = index(to) - index(from);
    const auto moved = [&](std::int64_t by) { return from.plus({static_cast<std::int32_t>(by), 0}); };
    if (months > 0 && moved(months) > to) return months - 1;
    if (months < 0 && moved(months) < to) return months + 1;
    return months;
}

std::int64_t years_between(Date from, Date to) { return months_between(from, to) / 12; }
std::int64_t months_until(Date to, Date from) { return months_between(from, to); }
std::int64_t years_until(Date to, Date from) { return years_between(from, to); }
std::int64_t months_back(Date from, Date to) { return -months_between(from, to); }
std::int64_t years_back(Date from, Date to) { return -years_between(from, to); }
std::int64_t year_of(Date d, Date /*other*/) { return d.year(); }

/// Months or years between two days of which one may move with the day of analysis.
Value between(Function function, const Value& a, const Value& b) {
    const bool months = function == Function::months_between;
    const auto* from = a.get<Date>();
    const auto* to = b.get<Date>();
    if (from != nullptr && to != nullptr) return Decimal((months ? months_between : years_between)(*from, *to));
    if (const auto* day = moving_day::in(b); day != nullptr && from != nullptr)
        return Decimal(moving_day::key(*day, months ? months_until : years_until, *from));
    if (const auto* day = moving_day::in(a); day != nullptr && to != nullptr)
        return Decimal(-moving_day::key(*day, months ? months_back : years_back, *to));
    if (moving_day::in(a) == nullptr || moving_day::in(b) == nullptr) return {};
    return between(function, moving_day::stopped(a), moving_day::stopped(b));
}

/// The first day of the month or quarter that follows.
Date first_of_next(Date d, int months_a_period) {
    const int period = (d.month() - 1) / months_a_period + 1;
    const auto start = Date::from_civil(d.year(), 1, 1);
    return start ? start->plus({period * months_a_period, 0}) : d;
}

std::int64_t month_of(Date d, Date /*other*/) { return std::int64_t{d.year()} * 12 + d.month(); }
std::int64_t next_month_of(Date d, Date /*other*/) { return first_of_next(d, 1).days(); }
std::int64_t next_quarter_of(Date d, Date /*other*/) { return first_of_next(d, 3).days(); }

std::int64_t code_points(std::string_view text) {
    return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

}  // namespace

Value Evaluator::of(const node::Call& n) {
    switch (n.function) {
    case Function::count: return count(n.arguments[0]);
    case Function::sum: return sum(n.arguments[0]);
    case Function::min:
    case Function::max: return extreme(n);
    case Function::list_contains: {
        Value room;
        return Value::from(contains(n.arguments[0], see(n.arguments[1], room)));
    }
    default: break;
    }
    Value first;
    const auto& a = see(n.arguments[0], first);
    if (n.arguments.size() == 1) return scalar(n.function, a);
    Value second;
    return binary(n.function, a, see(n.arguments[1], second));
}

Value Evaluator::count(NodeId list) {
    std::int64_t certainly = 0;
    std::int64_t possibly = 0;
    const bool known = each(list, [&](const Value&, bool certain) {
        ++possibly;
        certainly += certain ? 1 : 0;
        return true;
    });
    return known ? interval::to_value({certainly, possibly}) : Value();
}

/// An element that only may belong counts for something between nothing and itself.
Value Evaluator::sum(NodeId list) {
    Value total = Decimal(0);
    const bool known = each(list, [&](const Value& v, bool certain) {
        total = number::add(total, certain ? v : hull(Decimal(0), v));
        return !total.is_unknown();
    });
    return known ? total : Value();
}

/// Over a list: between the extreme of the certain elements and that of all possible ones.
Value Evaluator::extreme(const node::Call& n) {
    const auto choose = n.function == Function::min ? number::min : number::max;
    if (n.arguments.size() > 1 || body_.types[n.arguments[0]].kind != Kind::list) {
        Value best = value(n.arguments[0]);
        for (std::size_t i = 1; i < n.arguments.size(); ++i) {
            Value room;
            best = choose(best, see(n.arguments[i], room));
        }
        return best;
    }
    Value of_certain = Null{};
    Value of_all = Null{};
    bool first_certain = true;
    bool first = true;
    const bool known = each(n.arguments[0], [&](const Value& v, bool certain) {
        of_all = first ? v : choose(of_all, v);
        first = false;
        if (!certain) return true;
        of_certain = first_certain ? v : choose(of_certain, v);
        first_certain = false;
        return true;
    });
    return known ? hull(of_certain, of_all) : Value();
}

/// The span ends where another year, month or quarter begins; a day of the month is good for one day only.
Value Evaluator::of_moving(Function function, const MovingDay& day) {
    switch (function) {
    case Function::year: moving_day::key(day, year_of, {}); break;
    case Function::month: moving_day::key(day, month_of, {}); break;
    case Function::next_month: moving_day::key(day, next_month_of, {}); break;
    case Function::next_quarter: moving_day::key(day, next_quarter_of, {}); break;
    default: moving_day::stop(day);
    }
    return scalar(function, moving_day::at(day));
}

Value Evaluator::scalar(Function function, const Value& v) {
    const auto* text = v.get<std::string>();
    const auto* date = v.get<Date>();
    if (const auto* day = moving_day::in(v)) return of_moving(function, *day);
    switch (function) {
    case Function::abs: return number::absolute(v);
    case Function::floor: return number::step(v, floor_of, 0);
    case Function::ceiling: return number::step(v, ceiling_of, 0);
    case Function::sqrt: return number::square_root(v);
    case Function::per_year: return number::multiply(v, Decimal(12));
    case Function::per_month: return number::divide(v, Decimal(12));
    case Function::year: return date != nullptr ? Value(Decimal(date->year())) : Value();
    case Function::month: return date != nullptr ? Value(Decimal(date->month())) : Value();
    case Function::day: return date != nullptr ? Value(Decimal(date->day())) : Value();
    case Function::next_month: return date != nullptr ? Value(first_of_next(*date, 1)) : Value();
    case Function::next_quarter: return date != nullptr ? Value(first_of_next(*date, 3)) : Value();
    case Function::string_length: return text != nullptr ? Value(Decimal(code_points(*text))) : Value();
    case Function::date: {
        const auto parsed = text != nullptr ? Date::parse(*text) : std::nullopt;
        return parsed ? Value(*parsed) : Value();
    }
    case Function::duration: {
        const auto parsed = text != nullptr ? Duration::parse(*text) : std::nullopt;
        return parsed ? Value(*parsed) : Value();
    }
    default: return {};
    }
}

Value Evaluator::binary(Function function, const Value& a, const Value& b) {
    if (function == Function::decimal) {
        const auto* digits = b.get<Decimal>();
        if (digits == nullptr || !digits->is_integer() || *digits > most_digits || *digits < -most_digits) return {};
        return number::step(a, rounded, static_cast<int>(digits->to_int()));
    }
    if (function == Function::contains) {
        const auto* text = a.get<std::string>();
        const auto* part = b.get<std::string>();
        if (text == nullptr || part == nullptr) return {};
        return text->find(*part) != std::string::npos;
    }
    if (function != Function::days_between) return between(function, a, b);
    const auto first = moving_day::stopped(a);
    const auto last = moving_day::stopped(b);
    const auto* from = first.get<Date>();
    const auto* to = last.get<Date>();
    return from != nullptr && to != nullptr ? Value(Decimal(to->days() - from->days())) : Value();
}

}  // namespace samenloop::feel
