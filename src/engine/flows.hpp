#pragma once
// Where data are, and how they may travel: who keeps an item, which exchange carries it to whom, on which basis.
//
// An exchange carries an item when it is in force on the day, for this person (its class) and, where a purpose is
// asked for, for that purpose.  A covenant or a consent is a weak basis; `none` is a flow that is missed.

#include "engine/evaluation.hpp"

namespace samenloop::engine {

/// "gemeente" of "gemeente[A]".
std::string kind_of(std::string_view organisation);

/// Who keeps the item in this situation; for a list whose elements name their keeper, all that are named.
std::vector<std::string> holders(const Evaluation& e, Slot item);

/// Is the organisation (an instance, or a kind) the one that keeps the item?
bool keeps(const RuleBase& base, Slot item, std::string_view organisation);

/// Somebody keeps it, or an exchange tells of one who does, however weak its basis.
bool has_holder(const RuleBase& base, Slot item);

/// May this exchange be used here: in force, with some basis, and for this person?
Truth usable(const Evaluation& e, const Exchange& x);

/// The exchange brings the item to this organisation.
bool leads_to(const RuleBase& base, const Exchange& x, Slot item, std::string_view organisation);

/// The exchange comes from this organisation.
bool comes_from(const RuleBase& base, const Exchange& x, std::string_view organisation);

/// A usable exchange on a statutory basis by which the organisation could have the item today; null if there is none.
const Exchange* at_hand(const Evaluation& e, Slot item, std::string_view organisation);

}  // namespace samenloop::engine
