#pragma once
// Exact decimal numbers: money, rates and counts, never binary floating point.

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace samenloop {

/// A decimal of at least 50 significant digits: a word where it fits, else Boost.Multiprecision.
/// +, - and * are exact within those digits; / is rounded to them.
class Decimal {
  public:
    Decimal() = default;
    Decimal(std::int64_t value) : whole_(value) {}  // NOLINT(google-explicit-constructor): a whole number is a decimal

    /// Reads "-12", "0.3582", "1e3" is refused; nullopt for anything else or more than 40 digits.
    static std::optional<Decimal> parse(std::string_view text);

    /// Half away from zero at `digits` digits behind the point: 961.035 -> 961.04.
    Decimal rounded(int digits) const;
    Decimal floor() const;
    Decimal ceiling() const;
    Decimal sqrt() const;
    bool is_integer() const;
    /// The whole part, clamped to the range of int64.
    std::int64_t to_int() const;
    double to_double() const;  // for drawing only
    /// The power of ten of the first digit: 2 for 345.67, -2 for 0.05, 0 for 0.
    int magnitude() const;

    /// Shortest plain notation without exponent or trailing zeros: "1345.45", "0.13700" -> "0.137".
    std::string to_string() const;

    Decimal operator-() const;
    Decimal& operator+=(const Decimal& other);
    Decimal& operator-=(const Decimal& other);
    Decimal& operator*=(const Decimal& other);
    Decimal& operator/=(const Decimal& other);  // by zero: a programming error, check first
    friend Decimal operator+(Decimal a, const Decimal& b) { return a += b; }
    friend Decimal operator-(Decimal a, const Decimal& b) { return a -= b; }
    friend Decimal operator*(Decimal a, const Decimal& b) { return a *= b; }
    friend Decimal operator/(Decimal a, const Decimal& b) { return a /= b; }
    std::strong_ordering operator<=>(const Decimal& other) const;
    bool operator==(const Decimal& other) const;

  private:
    friend struct DecimalAccess;
    struct Large;
    static constexpr int most_digits = 18;  // behind the point of a number that is kept in a word

    std::int64_t whole_ = 0;              // × 10^-scale_
    std::uint8_t scale_ = 0;              // 0 to 18
    std::shared_ptr<const Large> large_;  // instead, where it does not fit
};

}  // namespace samenloop
