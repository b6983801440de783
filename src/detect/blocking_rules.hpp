#pragma once
// Who keeps a need uncovered: the rules between it and the schemes, outcomes and acts that could cover it (VA-1).

#include "engine/evaluation.hpp"

namespace samenloop::detect {

std::vector<Index> schemes_for(const RuleBase& base, Index need);

/// Some rule would grant the scheme here, were nothing in the way.
bool tried(const engine::Evaluation& e, Index scheme);

/// What stands between the need and its schemes: denials, bases and requirements that fail, forbidden acts that would
/// make an outcome true on which the need rests, and rules whose condition keeps a duty from arising.  More than
/// needed.
std::vector<Index> blocking_rules(const engine::Evaluation& e, Index need);

/// To name when taking culprits out does not cover the need: the denials in force of its schemes, else the granting
/// rules that do not apply (also of schemes that its outcomes stand for), else what these outcomes require, else the
/// rules that would have somebody make them true, and do not apply.
std::vector<Index> closing_rules(const engine::Evaluation& e, Index need);

}  // namespace samenloop::detect
