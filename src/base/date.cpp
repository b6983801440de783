#include "samenloop/date.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>

#include <fmt/core.h>

namespace samenloop::base {
namespace {

using std::chrono::year_month_day;

constexpr int first_year = 1;
constexpr int last_year = 9999;

year_month_day civil(std::int32_t days) { return std::chrono::sys_days(std::chrono::days(days)); }

std::int32_t days_of(year_month_day ymd) {
    return static_cast<std::int32_t>(std::chrono::sys_days(ymd).time_since_epoch().count());
}

constexpr std::int32_t first_day = -719162;  // 0001-01-01
constexpr std::int32_t last_day = 2932896;   // 9999-12-31
// A half-open interval that holds the last day ends on the day after it, and the first day has a day before it.  Both
// stand in no text: they are printed as the day of the calendar next to them.
constexpr std::int32_t before_first = first_day - 1;
constexpr std::int32_t after_last = last_day + 1;

/// Exactly the digits of `text`, at most nine of them.
std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.empty() || text.size() > 9 || !std::ranges::all_of(text, is_digit)) return std::nullopt;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

}  // namespace samenloop::base

namespace samenloop {

// P[nY][nM][nW][nD], in this order, at least one of them.
std::optional<Duration> Duration::parse(std::string_view iso) {
    const bool negative = iso.starts_with('-');
    if (negative) iso.remove_prefix(1);
    if (!iso.starts_with('P') || iso.size() < 3) return std::nullopt;
    iso.remove_prefix(1);
    std::int64_t months = 0;
    std::int64_t days = 0;
    std::string_view units = "YMWD";
    while (!iso.empty()) {
        const auto end = iso.find_first_not_of("0123456789");
        const auto count = base::number(iso.substr(0, end));
        const auto unit = end == std::string_view::npos ? std::string_view::npos : units.find(iso[end]);
        if (!count || unit == std::string_view::npos) return std::nullopt;
        const char letter = units[unit];
        (letter == 'Y' || letter == 'M' ? months : days) +=
            std::int64_t{*count} * (letter == 'Y'   ? 12
                                    : letter == 'W' ? 7
                                                    : 1);
        units.remove_prefix(unit + 1);
        iso.remove_prefix(end + 1);
    }
    if (std::max(months, days) > std::numeric_limits<std::int32_t>::max()) return std::nullopt;
    const int sign = negative ? -1 : 1;
    return Duration{static_cast<std::int32_t>(months) * sign, static_cast<std::int32_t>(days) * sign};
}

// A duration of which the parts have opposite signs has no ISO notation; it is written with a sign at the part.
std::string Duration::to_string() const {
    if (months == 0 && days == 0) return "P0D";
    const bool negative = months <= 0 && days <= 0;
    const std::int64_t sign = negative ? -1 : 1;
    const auto m = months * sign;
    const auto d = days * sign;
    std::string text = negative ? "-P" : "P";
    if (m / 12 != 0) text += fmt::format("{}Y", m / 12);
    if (m % 12 != 0) text += fmt::format("{}M", m % 12);
    if (d != 0) text += fmt::format("{}D", d);
    return text;
}

std::optional<Date> Date::parse(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto year = base::number(iso.substr(0, 4));
    const auto month = base::number(iso.substr(5, 2));
    const auto day = base::number(iso.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return from_civil(*year, *month, *day);
}

std::optional<Date> Date::from_civil(int year, int month, int day) {
    if (year < base::first_year || year > base::last_year || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    const std::chrono::year_month_day ymd(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day)));
    if (!ymd.ok()) return std::nullopt;
    return from_days(base::days_of(ymd));
}

Date Date::from_days(std::int32_t days_since_1970) {
    Date date;
    date.days_ = std::clamp(days_since_1970, base::before_first, base::after_last);
    return date;
}

int Date::year() const { return static_cast<int>(base::civil(days_).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(base::civil(days_).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(base::civil(days_).day())); }

std::string Date::to_string() const {
    const auto shown = from_days(std::clamp(days_, base::first_day, base::last_day));
    return fmt::format("{:04}-{:02}-{:02}", shown.year(), shown.month(), shown.day());
}

// A result outside the calendar becomes the day before it or the day after it.
Date Date::plus(Duration d) const {
    const auto at = base::civil(days_);
    const auto month_index =
        std::int64_t{static_cast<int>(at.year())} * 12 + static_cast<unsigned>(at.month()) - 1 + d.months;
    if (month_index < base::first_year * 12) return from_days(base::before_first);
    if (month_index >= (base::last_year + 1) * 12) return from_days(base::after_last);
    const auto first = std::chrono::year(static_cast<int>(month_index / 12)) /
                       std::chrono::month(static_cast<unsigned>(month_index % 12) + 1);
    const auto last = (first / std::chrono::last).day();
    const auto moved = std::int64_t{base::days_of(first / std::min(at.day(), last))} + d.days;
    return from_days(static_cast<std::int32_t>(std::clamp<std::int64_t>(moved, base::before_first, base::after_last)));
}

}  // namespace samenloop
