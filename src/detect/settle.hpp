#pragma once
// What looked like interference and is not, because one rule mends it (definitions 10.1): a rule that wins a conflict,
// or that is made to mend the outcome of others, is taken out; what then appears is settled by it.

#include "detect/what_if.hpp"

namespace samenloop::detect {

struct Settled {
    CandidateFinding matter;
    Index by = none;
    engine::Variation without;
};

/// Findings that would hold without one rule; `there` are those that hold anyway (then only the part it mends is told)
/// and those that their detector itself knows to be settled (then nothing is added).  A practice or a policy leaves
/// what it settles a finding; who needs findings only asks for these.
std::vector<Settled> settled_matters(const WhatIf& inquiry, const std::vector<CandidateFinding>& there,
                                     bool by_policy_only);

/// Status of a matter that one rule settles, by that rule's level and whether it rests on a judgment.
Status settled_status(const RuleBase& base, Index by);

}  // namespace samenloop::detect
