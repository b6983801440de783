#pragma once
// Decimals that do not fit into a machine word, on Boost's decimal float: up to 80 digits in ten limbs of eight, in
// which adding, subtracting and multiplying money is exact.  Its division is an approximation of the last limbs, so
// quotients are rounded to 50 significant digits: then 10 / 4 is 2.5 and not 2.4999…  Powers of ten are exact in it,
// which makes scaling by them exact too.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/multiprecision/cpp_dec_float.hpp>

namespace samenloop::base::big {

using Number = boost::multiprecision::number<boost::multiprecision::cpp_dec_float<50>, boost::multiprecision::et_off>;

/// whole × 10^-scale
Number scaled(std::int64_t whole, int scale);
/// The same number as a whole with at most so many digits behind the point; nullopt if it needs more of either.
std::optional<std::pair<std::int64_t, int>> as_scaled(const Number& n, int most_digits);

Number whole_part(const Number& n);
/// Half away from zero.
Number rounded(const Number& n, int digits);
/// To 50 significant digits.
Number quotient(Number a, const Number& b);
Number square_root(const Number& n);
std::string to_string(const Number& n);

}  // namespace samenloop::base::big
