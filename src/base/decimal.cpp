#include "samenloop/decimal.hpp"

#include <algorithm>
#include <limits>
#include <new>

#include <boost/multiprecision/cpp_dec_float.hpp>

// Boost's decimal float keeps up to 80 digits in ten limbs of eight: adding, subtracting and multiplying money is
// exact.  Its division is an approximation of the last limbs, so quotients are rounded to 50 significant digits: then
// 10 / 4 is 2.5 and not 2.4999…  Powers of ten are exact in it, which makes scaling by them exact too.

namespace samenloop {

using Number = boost::multiprecision::number<boost::multiprecision::cpp_dec_float<50>, boost::multiprecision::et_off>;

struct DecimalAccess {
    static Number& number(Decimal& d) { return *std::launder(reinterpret_cast<Number*>(d.storage_.data())); }
    static const Number& number(const Decimal& d) {
        return *std::launder(reinterpret_cast<const Number*>(d.storage_.data()));
    }
    static void construct(Decimal& d, const Number& n) { ::new (static_cast<void*>(d.storage_.data())) Number(n); }
    static Decimal make(const Number& n) {
        Decimal d;
        number(d) = n;
        return d;
    }
    // Copying a Decimal copies the bytes of its Number, which holds no pointers.
    static_assert(sizeof(Number) <= sizeof(Decimal) && alignof(Number) <= alignof(Decimal));
    static_assert(std::is_trivially_copyable_v<Decimal>);
};

namespace {

constexpr int significant = 50;
constexpr int max_digits = 40;
constexpr int largest_power = 110;

const Number& of(const Decimal& d) { return DecimalAccess::number(d); }

Number power_of_ten(int exponent) {
    static const auto table = [] {
        std::array<Number, 2 * largest_power + 1> powers;
        for (int i = -largest_power; i <= largest_power; ++i)
            powers[static_cast<std::size_t>(i + largest_power)] = Number("1e" + std::to_string(i));
        return powers;
    }();
    if (std::abs(exponent) <= largest_power) return table[static_cast<std::size_t>(exponent + largest_power)];
    return Number("1e" + std::to_string(exponent));
}

Number whole_part(const Number& n) { return Number(n.backend().extract_integer_part()); }

/// Half away from zero.
Number round_at(const Number& n, int digits) {
    static const Number half("0.5");
    const Number scaled = n * power_of_ten(digits);
    if (scaled.backend().isint()) return n;
    return whole_part(scaled.backend().isneg() ? scaled - half : scaled + half) * power_of_ten(-digits);
}

/// A divisor that fits into one limb, as months and percentages do: by these Boost divides digit by digit, which is
/// exact and a tenth of the work.  0: another divisor.
std::uint64_t small_whole(const Number& n) {
    constexpr std::uint64_t limb = 100'000'000;
    const auto& b = n.backend();
    if (b.isneg() || b.order() >= 8 || !b.isint()) return 0;
    const auto whole = b.extract_unsigned_long_long();
    return whole < limb ? whole : 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "[-]digits[.digits]" with at most 40 digits.
bool is_plain_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto fraction = point == std::string_view::npos ? std::string_view("0") : text.substr(point + 1);
    return !whole.empty() && !fraction.empty() && std::ranges::all_of(whole, is_digit) &&
           std::ranges::all_of(fraction, is_digit) &&
           text.size() <= max_digits + (point != std::string_view::npos ? 1U : 0U);
}

}  // namespace

Decimal::Decimal() { DecimalAccess::construct(*this, Number()); }
Decimal::Decimal(std::int64_t value) { DecimalAccess::construct(*this, Number(value)); }

std::optional<Decimal> Decimal::parse(std::string_view text) {
    if (!is_plain_number(text)) return std::nullopt;
    return DecimalAccess::make(Number(std::string(text)));
}

Decimal Decimal::rounded(int digits) const { return DecimalAccess::make(round_at(of(*this), digits)); }
Decimal Decimal::floor() const {
    if (is_integer()) return *this;
    return DecimalAccess::make(of(*this).backend().isneg() ? whole_part(of(*this)) - 1 : whole_part(of(*this)));
}
Decimal Decimal::ceiling() const { return -(-*this).floor(); }
Decimal Decimal::sqrt() const {
    const Number root = boost::multiprecision::sqrt(of(*this));
    return DecimalAccess::make(root.is_zero() ? root : round_at(root, significant - 1 - root.backend().order()));
}
bool Decimal::is_integer() const { return of(*this).is_zero() || of(*this).backend().isint(); }
int Decimal::magnitude() const { return of(*this).is_zero() ? 0 : static_cast<int>(of(*this).backend().order()); }

std::int64_t Decimal::to_int() const {
    if (*this >= Decimal(std::numeric_limits<std::int64_t>::max())) return std::numeric_limits<std::int64_t>::max();
    if (*this <= Decimal(std::numeric_limits<std::int64_t>::min())) return std::numeric_limits<std::int64_t>::min();
    return whole_part(of(*this)).convert_to<std::int64_t>();
}

double Decimal::to_double() const { return of(*this).convert_to<double>(); }

// Boost prints d.ddd…e±xx; the point is put back where it belongs and the zeros at the end go.
std::string Decimal::to_string() const {
    const Number& n = of(*this);
    if (n.is_zero()) return "0";
    const auto text = n.str(significant - 1, std::ios_base::scientific);
    const auto mark = text.find('e');
    const int exponent = std::stoi(text.substr(mark + 1));
    std::string digits;
    std::ranges::copy_if(text.substr(0, mark), std::back_inserter(digits), is_digit);
    digits.erase(digits.find_last_not_of('0') + 1);
    if (exponent < 0) digits.insert(0, static_cast<std::size_t>(-exponent), '0');
    const auto whole = static_cast<std::size_t>(std::max(exponent, 0)) + 1;
    if (digits.size() < whole) digits.append(whole - digits.size(), '0');
    if (digits.size() > whole) digits.insert(whole, ".");
    return (n.backend().isneg() ? "-" : "") + digits;
}

Decimal Decimal::operator-() const {
    Decimal result = *this;
    if (!of(*this).is_zero()) DecimalAccess::number(result).backend().negate();
    return result;
}
Decimal& Decimal::operator+=(const Decimal& other) {
    DecimalAccess::number(*this) += of(other);
    return *this;
}
Decimal& Decimal::operator-=(const Decimal& other) {
    DecimalAccess::number(*this) -= of(other);
    return *this;
}
Decimal& Decimal::operator*=(const Decimal& other) {
    DecimalAccess::number(*this) *= of(other);
    return *this;
}
Decimal& Decimal::operator/=(const Decimal& other) {
    Number& n = DecimalAccess::number(*this);
    if (const auto by = small_whole(of(other))) n.backend().div_unsigned_long_long(by);
    else n /= of(other);
    if (!n.is_zero()) n = round_at(n, significant - 1 - static_cast<int>(n.backend().order()));
    return *this;
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const { return of(*this).compare(of(other)) <=> 0; }
bool Decimal::operator==(const Decimal& other) const { return of(*this).compare(of(other)) == 0; }

}  // namespace samenloop
