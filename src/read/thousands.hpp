#pragma once
// In Dutch a point stands between thousands: 141.896 is a hundred and forty-one thousand.  A number with three decimals
// is no amount in euro, so it is not taken for one.

#include <optional>
#include <string>
#include <string_view>

#include "read/problems.hpp"
#include "samenloop/expression.hpp"

namespace samenloop::read {

/// "141.896" -> "141896"; nothing when the number is not written so.
std::optional<std::string> thousands(std::string_view number);

/// A problem, and true, if a number in euro, or one within a list, is written so.
bool refuse_thousands(const Element& element, const MappedText& text, const Type& type, Problems& problems);
bool refuse_thousands(const Element& element, const MappedText& text, std::string_view unit, Problems& problems);

}  // namespace samenloop::read
