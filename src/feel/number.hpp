#pragma once
// Arithmetic and comparison on values: exact numbers, intervals, curves, dates and durations, unknown and null.
//
// Two exact numbers take the short way.  Otherwise: with a curve both are made curves (a curve with an interval gives
// Unknown), with an interval both are made intervals, and Unknown or null give Unknown.

#include "body.hpp"
#include "samenloop/value.hpp"

namespace samenloop::feel::number {

Value add(const Value& a, const Value& b);
Value subtract(const Value& a, const Value& b);
Value multiply(const Value& a, const Value& b);
Value divide(const Value& a, const Value& b);
Value power(const Value& a, const Value& b);
Value compute(Arithmetic op, const Value& a, const Value& b);
Value negate(const Value& a);
Value absolute(const Value& a);
Value square_root(const Value& a);

/// floor, ceiling and rounding: monotone steps, taken at both ends of an interval; curves have no rounding.
Value step(const Value& a, Decimal (*round)(const Decimal&, int), int digits);

/// The smaller or larger of two numbers or dates.  An unknown number leaves the other as the bound on one side.
Value min(const Value& a, const Value& b);
Value max(const Value& a, const Value& b);

Truth compare(Relation op, const Value& a, const Value& b);

}  // namespace samenloop::feel::number
