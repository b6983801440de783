#pragma once
// The table of built-in functions: one row a function.

#include <array>
#include <string_view>

#include "body.hpp"

namespace samenloop::feel {

struct Signature {
    Function function{};
    std::string_view name;  // as written, maybe two words
    std::size_t least = 1;  // arguments
    std::size_t most = 1;
    std::array<Kind, 2> takes{};  // by position; the last one holds for all that follow
    Kind gives = Kind::any;       // any: decided by the arguments
};

inline constexpr std::size_t any_count = 1000;

inline constexpr std::array signatures{
    Signature{Function::min, "min", 1, any_count, {Kind::any, Kind::any}, Kind::any},
    Signature{Function::max, "max", 1, any_count, {Kind::any, Kind::any}, Kind::any},
    Signature{Function::sum, "sum", 1, 1, {Kind::list}, Kind::any},
    Signature{Function::count, "count", 1, 1, {Kind::list}, Kind::number},
    Signature{Function::abs, "abs", 1, 1, {Kind::number}, Kind::any},
    Signature{Function::floor, "floor", 1, 1, {Kind::number}, Kind::any},
    Signature{Function::ceiling, "ceiling", 1, 1, {Kind::number}, Kind::any},
    Signature{Function::decimal, "decimal", 2, 2, {Kind::number, Kind::number}, Kind::any},
    Signature{Function::sqrt, "sqrt", 1, 1, {Kind::number}, Kind::any},
    Signature{Function::date, "date", 1, 1, {Kind::string}, Kind::date},
    Signature{Function::duration, "duration", 1, 1, {Kind::string}, Kind::duration},
    Signature{Function::year, "year", 1, 1, {Kind::date}, Kind::number},
    Signature{Function::month, "month", 1, 1, {Kind::date}, Kind::number},
    Signature{Function::day, "day", 1, 1, {Kind::date}, Kind::number},
    Signature{Function::next_month, "next month", 1, 1, {Kind::date}, Kind::date},
    Signature{Function::next_quarter, "next quarter", 1, 1, {Kind::date}, Kind::date},
    Signature{Function::years_between, "years between", 2, 2, {Kind::date, Kind::date}, Kind::number},
    Signature{Function::months_between, "months between", 2, 2, {Kind::date, Kind::date}, Kind::number},
    Signature{Function::days_between, "days between", 2, 2, {Kind::date, Kind::date}, Kind::number},
    Signature{Function::per_year, "per_year", 1, 1, {Kind::number}, Kind::any},
    Signature{Function::per_month, "per_month", 1, 1, {Kind::number}, Kind::any},
    Signature{Function::contains, "contains", 2, 2, {Kind::string, Kind::string}, Kind::boolean},
    Signature{Function::list_contains, "list contains", 2, 2, {Kind::list, Kind::any}, Kind::boolean},
    Signature{Function::string_length, "string length", 1, 1, {Kind::string}, Kind::number},
};

/// The row of a name; null if there is none.
const Signature* find_function(std::string_view name);
const Signature& signature_of(Function function);

}  // namespace samenloop::feel
