#pragma once
// One condition of a rule, for a reader: in words, with the facts it reads.

#include "engine/evaluation.hpp"
#include "samenloop/finding.hpp"

namespace samenloop::tracing {

/// "leeftijd is ten minste 27"; negated: "niet: leeftijd is ten minste 27".
Text condition_text(const RuleBase& base, const Expression& e, bool negated = false);

/// Facts of the situation that it reads, also through what rules define; dictionary order, lists as a whole.
std::vector<Fact> facts_read(const engine::Evaluation& e, const Expression& x);

/// Puts those first of which one alone, were it another, makes the answer another: what a reader looks for.  `tried`:
/// no more than that many are asked.
void decisive_first(const engine::Evaluation& e, const Expression& x, std::vector<Fact>& facts, std::size_t tried);

/// It asks of one fact that there is one, whatever it is: "x != null".
bool asks_whether_it_is_there(const RuleBase& base, const Expression& e);

/// It reads nothing but what nobody can change by an act.
bool rests_on_exogenous(const RuleBase& base, const Expression& e);

}  // namespace samenloop::tracing
