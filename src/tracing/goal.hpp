#pragma once
// Is the goal reached, and how far off is it?

#include "detect/coverage.hpp"
#include "engine/evaluation.hpp"
#include "samenloop/trace.hpp"

namespace samenloop::tracing {

/// `law` is the law of the same what-if.  A need that is not there is met.
Truth reached(const engine::Evaluation& e, const engine::Evaluation& law, const TraceGoal& goal,
              detect::Payment payment = detect::Payment::granted);

/// What stands for the goal: the schemes that cover a need, the scheme, the scheme of an outcome.
std::vector<Index> schemes_of(const RuleBase& base, const TraceGoal& goal);
/// The outcomes that do: of the need, of these schemes, the outcome itself.
std::vector<Index> outcomes_of(const RuleBase& base, const TraceGoal& goal);

/// Of income: some scheme pays it already, so that what is sought is all of it.
bool in_full(const engine::Evaluation& e, const TraceGoal& goal);

/// In full, when it is income and some scheme pays it already; in hand, when it is granted already.
TraceGoal sought(const engine::Evaluation& e, const engine::Evaluation& law, TraceGoal goal);

/// Some scheme of the goal is granted, and what it gives is nothing: a condition that is what its amount rests on.
bool pays_nothing(const engine::Evaluation& e, const TraceGoal& goal);

/// Income that is short of the protected level, eur/month; Unknown for other goals.
Value shortfall(const engine::Evaluation& e, const engine::Evaluation& law, const TraceGoal& goal);
/// Even the most that may come is not enough.
bool surely_short(const Value& shortfall);

}  // namespace samenloop::tracing
