#pragma once
// Differences as a drafter reads them: one row a finding, whatever number of situations it is in; one cell a proposal.

#include <span>
#include <vector>

#include "samenloop/compare.hpp"

namespace samenloop::report {

struct CompareRow {
    std::vector<std::size_t> situations;
    std::vector<const Difference*> cells;  // null: not found under that proposal, or not looked at
    std::vector<bool> reached;             // whether each proposal reaches the situations: else all stays as it is

    /// As it was, else as it becomes: the same for all proposals.
    const Finding& finding() const;
};

/// Those that some proposal changes: new ones, then changed, then resolved ones; the worst first.
std::vector<CompareRow> compare_rows(std::span<const Comparison> all);

}  // namespace samenloop::report
