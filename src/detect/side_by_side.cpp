#include "detect/side_by_side.hpp"

#include <algorithm>
#include <numeric>

#include "base/parallel.hpp"
#include "feel/work.hpp"

namespace samenloop::detect {
namespace {

/// Few pieces take nearly all of the work, so each of a few may take what is left; many of them together not more than
/// an analysis may work out at all, which is eight times what it may spend on explanations.
std::uint64_t share_of(std::size_t n) {
    constexpr std::size_t shares = most_work / feel::work::most_explained;
    return feel::work::left_to_explain() * shares / std::max(shares, n);
}

}  // namespace

void side_by_side(const WhatIf& inquiry, std::size_t n, base::function_ref<void(const WhatIf&, std::size_t)> piece) {
    if (n == 0) return;
    const auto share = share_of(n);
    std::vector<std::uint64_t> spent(n);
    base::in_parallel(n, [&](std::size_t i) {
        const feel::work::Apart counted_below;
        const feel::work::Limit limit(most_work, share);
        piece(inquiry.apart(), i);
        spent[i] = feel::work::spent();
    });
    feel::work::add(std::accumulate(spent.begin(), spent.end(), std::uint64_t{0}));
}

}  // namespace samenloop::detect
