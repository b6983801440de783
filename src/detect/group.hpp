#pragma once
// Groups findings under their root cause (definitions 10.9): two that vanish when the same one rule is taken out are
// one defect.  The root is the one with most severity, then with fewest rules.

#include <map>

#include "detect/what_if.hpp"

namespace samenloop::detect {

struct DraftFinding {
    CandidateFinding matter;
    Finding finding;
    std::vector<model::Path> needed;  // places of the facts that it rests on
};

/// Per rule of some finding: which of the findings are gone without it.
using Vanished = std::map<Index, std::vector<bool>>;

Vanished vanished_without_each(const WhatIf& inquiry, const std::vector<DraftFinding>& all);

/// Sets root_cause and related of every finding; ids must be set.
void group(const Vanished& vanished, std::vector<DraftFinding>& all);

}  // namespace samenloop::detect
