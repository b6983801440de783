#pragma once
// Parts of an expression, and an expression with a part changed: what a proposal to change a rule does to its
// condition.

#include <optional>
#include <vector>

#include "samenloop/expression.hpp"

namespace samenloop::feel {

/// The operands of an outermost `and`; of anything else, itself.
std::vector<Expression> conjuncts(const Expression& e);

/// Of what says that something is not so ("not(x)", "x != y"): the something; nothing of anything else.
std::optional<Expression> denied_part(const Expression& e);

/// Without one of its conjuncts; nothing is left of the only one.
std::optional<Expression> without_conjunct(const Expression& e, std::size_t conjunct);

/// Reads another slot of the same type wherever it read the first.
Expression with_slot(const Expression& e, Slot from, Slot to);

}  // namespace samenloop::feel
