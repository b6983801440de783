#include "polynomial.hpp"

#include <algorithm>
#include <ranges>

#include "interval.hpp"

namespace samenloop::feel::polynomial {
namespace {

constexpr int root_digits = 30;
constexpr int bisections = 250;  // a piece of 10^40 down to 10^-35

using Roots = std::vector<Decimal>;

void trim(Polynomial& p) {
    while (!p.c.empty() && p.c.back() == 0) p.c.pop_back();
}

int sign(const Decimal& d) { return d < 0 ? -1 : d > 0 ? 1 : 0; }

/// Both roots of c0 + c1 x + c2 x^2, unordered.
Roots quadratic(const Decimal& c0, const Decimal& c1, const Decimal& c2) {
    const auto discriminant = c1 * c1 - Decimal(4) * c2 * c0;
    if (discriminant < 0) return {};
    // q = -(c1 + sign(c1) sqrt(D)) / 2 adds numbers of one sign, so no digits are lost.
    const auto root = discriminant.sqrt();
    const auto q = -(c1 < 0 ? c1 - root : c1 + root) / Decimal(2);
    if (q == 0) return {Decimal(0)};
    return {q / c2, c0 / q};
}

Polynomial derivative(const Polynomial& p) {
    Polynomial d;
    for (std::size_t i = 1; i < p.c.size(); ++i) d.c.push_back(p.c[i] * Decimal(static_cast<std::int64_t>(i)));
    return d;
}

/// The root between two points at which p has opposite signs.
Decimal bisect(const Polynomial& p, Decimal low, Decimal high) {
    static const auto half = *Decimal::parse("0.5");
    static const auto enough = *Decimal::parse("0.00000000000000000000000000000000001");
    const int low_sign = sign(at(p, low));
    for (int i = 0; i < bisections && high - low > enough; ++i) {
        const auto middle = (low + high) * half;
        const int middle_sign = sign(at(p, middle));
        if (middle_sign == 0) return middle;
        (middle_sign == low_sign ? low : high) = middle;
    }
    return (low + high) * half;
}

/// Between two neighbouring roots of its derivative a polynomial has at most one root.
Roots by_derivative(const Polynomial& p, const Decimal& low, const Decimal& high) {
    Roots points{low};
    std::ranges::copy(roots(derivative(p), low, high), std::back_inserter(points));
    points.push_back(high);
    Roots found;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const int left = sign(at(p, points[i]));
        const int right = sign(at(p, points[i + 1]));
        if (right == 0) found.push_back(points[i + 1]);
        if (left * right < 0) found.push_back(bisect(p, points[i], points[i + 1]));
    }
    return found;
}

}  // namespace

Value to_value(Polynomial p) {
    trim(p);
    if (std::ranges::any_of(p.c, interval::too_large)) return {};
    if (p.c.empty()) return Decimal(0);
    if (p.c.size() == 1) return p.c.front();
    if (p.c.size() > max_degree + 1) return {};
    return std::shared_ptr<const Polynomial>(std::make_shared<Polynomial>(std::move(p)));
}

Polynomial constant(const Decimal& d) { return {{d}, nullptr}; }

Polynomial add(const Polynomial& a, const Polynomial& b) {
    Polynomial sum{a.c, a.piece != nullptr ? a.piece : b.piece};
    if (sum.c.size() < b.c.size()) sum.c.resize(b.c.size());
    for (std::size_t i = 0; i < b.c.size(); ++i) sum.c[i] += b.c[i];
    return sum;
}

Polynomial scale(const Polynomial& a, const Decimal& factor) {
    Polynomial scaled = a;
    for (auto& c : scaled.c) c *= factor;
    return scaled;
}

Polynomial multiply(const Polynomial& a, const Polynomial& b) {
    Polynomial product{{}, a.piece != nullptr ? a.piece : b.piece};
    if (a.c.empty() || b.c.empty()) return product;
    product.c.resize(a.c.size() + b.c.size() - 1);
    for (std::size_t i = 0; i < a.c.size(); ++i)
        for (std::size_t j = 0; j < b.c.size(); ++j) product.c[i + j] += a.c[i] * b.c[j];
    return product;
}

Decimal at(const Polynomial& p, const Decimal& x) {
    if (p.c.empty()) return 0;
    auto sum = p.c.back();
    for (const auto& c : p.c | std::views::reverse | std::views::drop(1)) sum = sum * x + c;
    return sum;
}

Roots roots(const Polynomial& p, const Decimal& low, const Decimal& high) {
    Polynomial q = p;
    trim(q);
    Roots found;
    if (q.c.size() == 2) found = {-q.c[0] / q.c[1]};
    else if (q.c.size() == 3) found = quadratic(q.c[0], q.c[1], q.c[2]);
    else if (q.c.size() > 3) found = by_derivative(q, low, high);
    for (auto& root : found) root = root.rounded(root_digits);
    std::erase_if(found, [&](const Decimal& root) { return root <= low || root >= high; });
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

namespace {

Polynomial subtract(const Polynomial& a, const Polynomial& b) {
    Polynomial difference{a.c, a.piece != nullptr ? a.piece : b.piece};
    if (difference.c.size() < b.c.size()) difference.c.resize(b.c.size());
    for (std::size_t i = 0; i < b.c.size(); ++i) difference.c[i] -= b.c[i];
    return difference;
}

/// Its sign inside the piece, when it is of degree two at most, rises or falls throughout and does not cross zero: then
/// there is no root to look for.
std::optional<int> steady_sign(const Polynomial& p, const Piece& piece) {
    if (p.c.size() > 3) return std::nullopt;
    if (p.c.size() == 3 && p.c[2] != 0) {
        const auto slope = [&](const Decimal& x) { return sign(p.c[1] + p.c[2] * x * Decimal(2)); };
        if (slope(piece.low) * slope(piece.high) < 0) return std::nullopt;
    }
    const int left = sign(at(p, piece.low));
    const int right = sign(at(p, piece.high));
    if (left * right < 0) return std::nullopt;
    return left != 0 ? left : right;
}

}  // namespace

std::optional<int> sign_of_difference(const Polynomial& a, const Polynomial& b) {
    static const auto half = *Decimal::parse("0.5");
    const auto difference = subtract(a, b);
    auto* const piece = difference.piece;
    if (piece == nullptr) return std::nullopt;
    if (const auto steady = steady_sign(difference, *piece)) return steady;
    const auto inside = roots(difference, piece->low, piece->high);
    if (!inside.empty()) piece->high = inside.front();
    return sign(at(difference, (piece->low + piece->high) * half));
}

}  // namespace samenloop::feel::polynomial
