#include "comparison/causes.hpp"

#include <algorithm>
#include <numeric>

#include "comparison/matching.hpp"

namespace samenloop::comparison {
namespace {

/// Is the difference there with this part of the proposal?
bool still_there(AmendmentCache& laws, const Part& part, const Difference& d) {
    laws.forget_some();
    const auto* report = laws.report(part, d.situation, d.days.front());
    if (report == nullptr) return false;
    const auto nothing = laws.none();
    const auto found = match(*laws.with(nothing), laws.report(nothing, d.situation, d.days.front())->findings,
                             *laws.with(part), report->findings);
    return std::ranges::any_of(found, [&](const Difference& other) { return same(other, d); });
}

}  // namespace

std::vector<std::size_t> causes_of(AmendmentCache& laws, const Difference& d) {
    std::vector<std::size_t> causes(laws.modifications());
    std::iota(causes.begin(), causes.end(), std::size_t{0});
    // Half at a time first, then a quarter, and so on: most modifications have nothing to do with it.  One by one they
    // are tried again after each that goes, as what it left dangling may go with it now.
    for (auto size = std::max<std::size_t>(causes.size() / 2, 1); size > 0;) {
        bool gone = false;
        for (std::size_t at = 0; at < causes.size();) {
            auto fewer = causes;
            const auto first = fewer.begin() + static_cast<std::ptrdiff_t>(at);
            fewer.erase(first, first + static_cast<std::ptrdiff_t>(std::min(size, causes.size() - at)));
            if (still_there(laws, laws.only(fewer), d)) {
                causes = std::move(fewer);
                gone = true;
            } else {
                at += size;
            }
        }
        if (size > 1 || !gone) size /= 2;
    }
    return causes;
}

}  // namespace samenloop::comparison
