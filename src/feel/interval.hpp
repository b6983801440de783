#pragma once
// Interval arithmetic: what is certain about a number of which only bounds are known.
//
// Every operation returns bounds that hold for all numbers inside its operands ([1..2] * [-3..4] = [-6..8]).  An absent
// bound is infinite.  A result that is one point is a Decimal, one without any bound is Unknown.

#include "body.hpp"
#include "samenloop/value.hpp"

namespace samenloop::feel::interval {

/// Beyond these powers of ten a number is given up: what regulation computes is far inside.
inline constexpr int largest_magnitude = 60;
bool too_large(const Decimal& d);

Value to_value(const Range& r);

Range add(const Range& a, const Range& b);
Range negate(const Range& a);
Range multiply(const Range& a, const Range& b);
/// Nothing is known when the divisor may be zero.
Range divide(const Range& a, const Range& b);
Range power(const Range& a, std::int64_t exponent);
Range absolute(const Range& a);
Range min(const Range& a, const Range& b);
Range max(const Range& a, const Range& b);

/// Decided when it holds, or fails, for all numbers inside.
Truth compare(Relation op, const Range& a, const Range& b);

}  // namespace samenloop::feel::interval
