#pragma once
// Parts of an expression, and an expression with a part changed: what a proposal to change a rule does to its
// condition.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../base/function_ref.hpp"
#include "samenloop/expression.hpp"

namespace samenloop::feel {

/// The operands of an outermost `and`; of anything else, itself.
std::vector<Expression> conjuncts(const Expression& e);

/// Of what says that something is not so ("not(x)", "x != y"): the something; nothing of anything else.
std::optional<Expression> denied_part(const Expression& e);

/// Without one of its conjuncts; nothing is left of the only one.
std::optional<Expression> without_conjunct(const Expression& e, std::size_t conjunct);

/// Where a text comes from: an item or a local, or a field of one (of its elements).
struct Place {
    bool is_local = false;
    std::uint32_t index = 0;
    std::string_view field;
};

/// With other words for texts that are compared with what comes from some places; nothing where there is none.
std::optional<Expression> with_words(const Expression& e, base::function_ref<bool(const Place&)> from,
                                     base::function_ref<const std::string*(const std::string&)> word);

/// Reads another slot of the same type wherever it read the first.
Expression with_slot(const Expression& e, Slot from, Slot to);

}  // namespace samenloop::feel
