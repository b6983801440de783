#pragma once
// Proposals side by side, on the same situations: a row for each measure, a column for each proposal.

#include <span>
#include <string>
#include <vector>

#include "samenloop/compare.hpp"
#include "samenloop/report.hpp"

namespace samenloop::report {

struct MeasureRow {
    std::string name;
    std::vector<std::string> cells;  // one a proposal
};

/// New and resolved findings by type ("3 (2)": two of severity 2 or more), households, burden, needs and size; rows in
/// which nothing differs from what is now are left out.
std::vector<MeasureRow> measures(std::span<const Comparison> all, Language language);

/// Households with surely more or less to spend, on the last day looked at for each; amounts are at least so much.
struct Moved {
    std::size_t better = 0;
    std::size_t worse = 0;
    Decimal gain;  // eur/month, all together
    Decimal loss;
    Decimal largest_loss;  // of one
};
Moved moved(const Comparison& c);

}  // namespace samenloop::report
