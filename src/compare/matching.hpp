#pragma once
// Which finding of before is which finding of after.

#include "samenloop/compare.hpp"

namespace samenloop {

/// Pairs by fingerprint first; then what is of the same kind about the same need, concept and item.  Settled findings
/// do not count.
std::vector<Difference> match(const RuleBase& base, const std::vector<Finding>& before, const RuleBase& changed,
                              const std::vector<Finding>& after);

/// The same to a reader: status, certainty, severity and amounts.
bool same_to_reader(const Finding& a, const Finding& b);

/// The same difference of the same finding, to a reader.
bool same(const Difference& a, const Difference& b);

}  // namespace samenloop
