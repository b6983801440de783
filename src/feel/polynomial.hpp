#pragma once
// Curves: numbers that depend on one item x, as polynomials of x on a piece of the line.
//
// Rules are piecewise: `min(x, 100)` is x up to 100 and 100 from there.  On an open piece (low, high) a comparison of
// two curves p and q changes its answer only at a root of p - q.  Whoever compares moves the piece's high end down to
// the first root inside; on what is left the answer is the sign of p - q at the midpoint.  The caller evaluates, looks
// where the piece ended, and goes on from there: after a few passes it has the exact curve (sweep in the solve layer).
//
// Roots: degree 1 by division, degree 2 by the square root, 3 and 4 by bisection between the roots of the derivative.
// They are rounded to 30 digits behind the point, so that the same root found twice is the same number.

#include <memory>
#include <optional>
#include <vector>

#include "body.hpp"
#include "samenloop/value.hpp"

namespace samenloop::feel::polynomial {

inline constexpr std::size_t max_degree = 4;

/// Without zeros in front; a constant becomes a Decimal, a degree above the limit or a number too large Unknown.
Value to_value(Polynomial p);

Polynomial constant(const Decimal& d);
Polynomial add(const Polynomial& a, const Polynomial& b);
Polynomial scale(const Polynomial& a, const Decimal& factor);
Polynomial multiply(const Polynomial& a, const Polynomial& b);
Decimal at(const Polynomial& p, const Decimal& x);

/// Roots strictly inside (low, high), ascending; of the zero polynomial: none.
std::vector<Decimal> roots(const Polynomial& p, const Decimal& low, const Decimal& high);

/// The sign of a - b on what is left of the piece, shortening it first; nothing without a piece.
std::optional<int> sign_of_difference(const Polynomial& a, const Polynomial& b);

}  // namespace samenloop::feel::polynomial
