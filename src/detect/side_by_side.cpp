#include "detect/side_by_side.hpp"

#include <algorithm>
#include <numeric>

#include "base/parallel.hpp"
#include "feel/work.hpp"

namespace samenloop::detect {
namespace {

/// Few pieces take nearly all of the work: a share is not cut into more parts than that.
constexpr std::size_t most_shares = 4;

}  // namespace

void side_by_side(const WhatIf& inquiry, std::size_t n, base::function_ref<void(const WhatIf&, std::size_t)> piece) {
    if (n == 0) return;
    const auto share = feel::work::left_to_explain() / std::min(n, most_shares);
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
