#include "interval.hpp"

#include <algorithm>
#include <array>

namespace samenloop::feel::interval {
namespace {

/// An end of an interval: a number, or an infinity with its sign.
struct End {
    int infinite = 0;
    Decimal number;

    int sign() const { return infinite != 0 ? infinite : number < 0 ? -1 : number > 0 ? 1 : 0; }
};

bool before(const End& a, const End& b) {
    if (a.infinite != 0 || b.infinite != 0) return a.infinite < b.infinite;
    return a.number < b.number;
}

End low_end(const Range& r) { return r.low ? End{0, *r.low} : End{-1, {}}; }
End high_end(const Range& r) { return r.high ? End{0, *r.high} : End{1, {}}; }

End product(const End& a, const End& b) {
    const int sign = a.sign() * b.sign();
    if (sign == 0) return {};  // also 0 times infinity: the numbers inside are finite
    if (a.infinite != 0 || b.infinite != 0) return {sign, {}};
    return {0, a.number * b.number};
}

End quotient(const End& a, const End& b) {
    if (b.infinite != 0) return {};
    if (a.infinite != 0) return {a.infinite * b.sign(), {}};
    return {0, a.number / b.number};
}

template <class Operation>
Range over_corners(const Range& a, const Range& b, Operation operation) {
    const std::array corners{operation(low_end(a), low_end(b)), operation(low_end(a), high_end(b)),
                             operation(high_end(a), low_end(b)), operation(high_end(a), high_end(b))};
    const auto [low, high] = std::ranges::minmax_element(corners, before);
    Range r;
    if (low->infinite == 0) r.low = low->number;
    if (high->infinite == 0) r.high = high->number;
    return r;
}

bool may_be_zero(const Range& r) { return (!r.low || *r.low <= 0) && (!r.high || *r.high >= 0); }

Decimal power(Decimal base, std::int64_t exponent) {
    Decimal result = 1;
    for (; exponent > 0; exponent /= 2) {
        if (exponent % 2 != 0) result *= base;
        base *= base;
        if (too_large(base) && exponent > 1) return base * result;
    }
    return result;
}

bool is_point(const Range& r) { return r.low && r.high && *r.low == *r.high; }

}  // namespace

bool too_large(const Decimal& d) {
    const int magnitude = d.magnitude();
    return magnitude > largest_magnitude || magnitude < -largest_magnitude;
}

Value to_value(const Range& r) {
    if (is_point(r)) return too_large(*r.low) ? Value() : Value(*r.low);
    Range kept;
    if (r.low && !too_large(*r.low)) kept.low = r.low;
    if (r.high && !too_large(*r.high)) kept.high = r.high;
    if (!kept.low && !kept.high) return {};
    return kept;
}

Range add(const Range& a, const Range& b) {
    Range r;
    if (a.low && b.low) r.low = *a.low + *b.low;
    if (a.high && b.high) r.high = *a.high + *b.high;
    return r;
}

Range negate(const Range& a) {
    Range r;
    if (a.high) r.low = -*a.high;
    if (a.low) r.high = -*a.low;
    return r;
}

Range multiply(const Range& a, const Range& b) { return over_corners(a, b, product); }

Range divide(const Range& a, const Range& b) {
    if (may_be_zero(b)) return {};
    return over_corners(a, b, quotient);
}

Range power(const Range& a, std::int64_t exponent) {
    if (exponent < 0) return divide({1, 1}, power(a, -exponent));
    if (exponent == 0) return {1, 1};
    const bool even = exponent % 2 == 0;
    const Range base = even ? absolute(a) : a;
    Range r;
    if (base.low) r.low = power(*base.low, exponent);
    if (base.high) r.high = power(*base.high, exponent);
    return r;
}

Range absolute(const Range& a) {
    if (a.low && *a.low >= 0) return a;
    if (a.high && *a.high <= 0) return negate(a);
    Range r{0, std::nullopt};
    if (a.low && a.high) r.high = std::max(-*a.low, *a.high);
    return r;
}

Range min(const Range& a, const Range& b) {
    Range r;
    if (a.low && b.low) r.low = std::min(*a.low, *b.low);
    if (a.high && b.high) r.high = std::min(*a.high, *b.high);
    else r.high = a.high ? a.high : b.high;
    return r;
}

Range max(const Range& a, const Range& b) { return negate(min(negate(a), negate(b))); }

Truth compare(Relation op, const Range& a, const Range& b) {
    const auto decided = [](bool yes, bool no) { return yes ? Truth::yes : no ? Truth::no : Truth::unknown; };
    const auto certainly_less = [](const Range& x, const Range& y) { return x.high && y.low && *x.high < *y.low; };
    const auto certainly_at_most = [](const Range& x, const Range& y) { return x.high && y.low && *x.high <= *y.low; };
    const bool apart = certainly_less(a, b) || certainly_less(b, a);
    const bool same = is_point(a) && is_point(b) && *a.low == *b.low;
    switch (op) {
    case Relation::equal: return decided(same, apart);
    case Relation::not_equal: return decided(apart, same);
    case Relation::less: return decided(certainly_less(a, b), certainly_at_most(b, a));
    case Relation::less_equal: return decided(certainly_at_most(a, b), certainly_less(b, a));
    case Relation::greater: return decided(certainly_less(b, a), certainly_at_most(a, b));
    case Relation::greater_equal: return decided(certainly_at_most(b, a), certainly_less(a, b));
    }
    return Truth::unknown;
}

}  // namespace samenloop::feel::interval
