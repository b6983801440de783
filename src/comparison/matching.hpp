#pragma once
// Which finding of before is which finding of after.

#include "samenloop/compare.hpp"

namespace samenloop::comparison {

/// Pairs by fingerprint first; then what is of the same kind about the same need, concept and item.  Settled findings
/// do not count.
std::vector<Difference> match(const RuleBase& base, const std::vector<Finding>& before, const RuleBase& changed,
                              const std::vector<Finding>& after);

/// The same to a reader: status, certainty, severity and amounts.
bool same_to_reader(const Finding& a, const Finding& b);

/// The same difference of the same finding, to a reader.
bool same(const Difference& a, const Difference& b);

/// The same difference on a later day, though an amount or a rule's successor makes other figures of it.
bool goes_on(const Difference& earlier, const Difference& later);

/// What is gone because the detector can no longer answer is not resolved: it stays, as in doubt.
std::vector<Difference> known_only(std::vector<Difference> all, const Judgement& before, const Judgement& after);

}  // namespace samenloop::comparison
