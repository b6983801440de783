#pragma once
// Days, and durations in years, months and days.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace samenloop {

/// Months and days apart, as in ISO 8601: P1Y2M is 14 months, P28D is 28 days.
struct Duration {
    std::int32_t months = 0;
    std::int32_t days = 0;
    static std::optional<Duration> parse(std::string_view iso);
    std::string to_string() const;
    bool operator==(const Duration&) const = default;
};

/// A calendar day between 0001-01-01 and 9999-12-31; beside them the day before and the day after, on which an interval
/// may end.
class Date {
  public:
    Date() = default;                                        // 1970-01-01
    static std::optional<Date> parse(std::string_view iso);  // "2025-01-15", must exist
    static std::optional<Date> from_civil(int year, int month, int day);
    static Date from_days(std::int32_t days_since_1970);

    std::int32_t days() const { return days_; }
    int year() const;
    int month() const;
    int day() const;
    std::string to_string() const;
    /// Months first (a day that does not exist becomes the last of the month), then days.
    Date plus(Duration d) const;
    auto operator<=>(const Date&) const = default;

  private:
    std::int32_t days_ = 0;
};

/// A half-open interval of days; no `to` means: no end.
struct Interval {
    std::optional<Date> from;
    std::optional<Date> to;
    bool contains(Date day) const { return (!from || *from <= day) && (!to || day < *to); }
};

}  // namespace samenloop
