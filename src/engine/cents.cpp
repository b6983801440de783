#include "engine/cents.hpp"

#include <algorithm>
#include <numeric>

#include "feel/number.hpp"

namespace samenloop::engine {
namespace {

const Decimal& cent() {
    static const auto one = Decimal(1) / Decimal(100);
    return one;
}

constexpr int dust_digits = 9;  // what divisions leave is far smaller, what laws state is larger

Decimal rounded(const Decimal& d, int digits) { return d.rounded(digits); }

Decimal whole_cents(const Decimal& d) { return (d * Decimal(100)).floor() / Decimal(100); }

}  // namespace

Truth exceeds(const Value& more, const Value& less) {
    return feel::number::compare(feel::Relation::greater_equal,
                                 feel::number::step(feel::number::subtract(more, less), rounded, dust_digits), cent());
}

std::vector<Decimal> shares(const Decimal& amount, const std::vector<Decimal>& claims) {
    const auto all = std::accumulate(claims.begin(), claims.end(), Decimal(0));
    std::vector<Decimal> parts;
    std::vector<Decimal> lost;
    auto rest = amount;
    for (const auto& claim : claims) {
        const auto exact = amount * claim / all;
        parts.push_back(whole_cents(exact));
        lost.push_back((exact - parts.back()).rounded(dust_digits));
        rest -= parts.back();
    }
    std::vector<std::size_t> order(claims.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return lost[a] != lost[b] ? lost[a] > lost[b] : claims[a] > claims[b];
    });
    const auto dust = rest - whole_cents(rest);
    for (const auto i : order) {
        if (rest < cent()) break;
        parts[i] += cent();
        rest -= cent();
    }
    if (!order.empty()) parts[order.front()] += dust;
    return parts;
}

}  // namespace samenloop::engine
