#pragma once
// The days around the entry into force of a proposal.  The law of before and the law of after differ from that day on;
// how they differ may change later, when a transitional rule ends, or something that the proposal brings starts.

#include <vector>

#include "samenloop/proposal.hpp"

namespace samenloop::comparison {

/// The day itself, and the later ones on which what the proposal touches (rules, laws, amounts, exchanges) starts or
/// ends as amended but not as it was; sorted.
std::vector<Date> days_around(const RuleBase& before, const Amended& amended, Date day);

}  // namespace samenloop::comparison
