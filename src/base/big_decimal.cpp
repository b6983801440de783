#include "base/big_decimal.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace samenloop::base::big {
namespace {

constexpr int significant = 50;
constexpr int largest_power = 110;

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

/// Limb by limb for the few digits that amounts have, which is a fifth of the work of a product.
Number shifted(Number n, int digits) {
    constexpr int at_once = 7;  // less than a limb
    constexpr int far = 3 * at_once;
    if (std::abs(digits) > far) return n * power_of_ten(digits);
    constexpr std::array<unsigned long long, at_once + 1> powers{
        1, 10, 100, 1000, 10'000, 100'000, 1'000'000, 10'000'000};
    for (int left = std::abs(digits); left > 0; left -= at_once) {
        const auto by = powers[static_cast<std::size_t>(std::min(left, at_once))];
        if (digits > 0) n.backend().mul_unsigned_long_long(by);
        else n.backend().div_unsigned_long_long(by);
    }
    return n;
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

}  // namespace

Number scaled(std::int64_t whole, int scale) { return shifted(Number(whole), -scale); }

std::optional<std::pair<std::int64_t, int>> as_scaled(const Number& n, int most_digits) {
    static const Number largest(std::numeric_limits<std::int64_t>::max());
    static const Number smallest(std::numeric_limits<std::int64_t>::min());
    if (n.is_zero()) return std::pair(std::int64_t{0}, 0);
    auto digits =
        std::min(most_digits, std::numeric_limits<std::int64_t>::digits10 - static_cast<int>(n.backend().order()));
    if (digits < 0) return std::nullopt;
    Number up = shifted(n, digits);
    if (!up.backend().isint()) return std::nullopt;
    if (up > largest || up < smallest) up = shifted(n, --digits);
    if (digits < 0 || up > largest || up < smallest || !up.backend().isint()) return std::nullopt;
    auto whole = up.convert_to<std::int64_t>();
    for (; digits > 0 && whole % 10 == 0; --digits) whole /= 10;
    return std::pair(whole, digits);
}

Number whole_part(const Number& n) { return Number(n.backend().extract_integer_part()); }

Number rounded(const Number& n, int digits) {
    static const Number half("0.5");
    const Number up = shifted(n, digits);
    // Scaled up, it has lost what lay beyond the last limb: where that makes it whole, n itself may not be.
    const Number whole = up.backend().isint() ? up : whole_part(up.backend().isneg() ? up - half : up + half);
    return shifted(whole, -digits);
}

Number quotient(Number a, const Number& b) {
    if (const auto by = small_whole(b)) a.backend().div_unsigned_long_long(by);
    else a /= b;
    return a.is_zero() ? a : rounded(a, significant - 1 - static_cast<int>(a.backend().order()));
}

Number square_root(const Number& n) {
    const Number root = boost::multiprecision::sqrt(n);
    return root.is_zero() ? root : rounded(root, significant - 1 - static_cast<int>(root.backend().order()));
}

// Boost prints d.ddd…e±xx; the point is put back where it belongs and the zeros at the end go.
std::string to_string(const Number& n) {
    if (n.is_zero()) return "0";
    const auto text = n.str(significant - 1, std::ios_base::scientific);
    const auto mark = text.find('e');
    const int exponent = std::stoi(text.substr(mark + 1));
    std::string digits;
    std::ranges::copy_if(text.substr(0, mark), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    digits.erase(digits.find_last_not_of('0') + 1);
    if (exponent < 0) digits.insert(0, static_cast<std::size_t>(-exponent), '0');
    const auto whole = static_cast<std::size_t>(std::max(exponent, 0)) + 1;
    if (digits.size() < whole) digits.append(whole - digits.size(), '0');
    if (digits.size() > whole) digits.insert(whole, ".");
    return (n.backend().isneg() ? "-" : "") + digits;
}

}  // namespace samenloop::base::big
