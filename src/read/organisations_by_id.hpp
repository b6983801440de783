#pragma once
// An organisation goes by many names in a file: its title in two languages, the short names that people use.  The rules
// know one, its id.

#include "samenloop/situation.hpp"

namespace samenloop::read {

/// Puts the id wherever a condition or a value compares with one by another of its names, as a bill may do.
void name_organisations_by_id(RuleBase& rules);

/// Puts the id wherever a fact or an event names an organisation that the rules know; other names stay.
void name_organisations_by_id(const RuleBase& rules, Situation& situation);

}  // namespace samenloop::read
