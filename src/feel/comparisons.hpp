#pragma once
// What an expression compares its items with, and what an undecided answer waits for: the two questions of a search
// over all situations.
//
// `x > 5`, `x in [3..7)` and `y = "brief"` compare an item with a constant: its answers can change at that constant
// only. So may a side that is worked out from what is known already (an amount of the day), and either branch of an
// `if`. An item that enters arithmetic, a call or a comparison with another unknown item is *non_separable*: its
// answers may change anywhere.

#include <vector>

#include "samenloop/expression.hpp"

namespace samenloop::feel {

struct ConstantComparison {
    Read of;
    Value with;
    bool operator==(const ConstantComparison&) const = default;
};

struct Comparisons {
    std::vector<ConstantComparison> all;
    std::vector<Slot> copied;  // what is handed on unchanged as the value: `a`, `if c then a else b`
    std::vector<Slot> non_separable;
};

/// Each side of a comparison is worked out in the environment, which holds what is known beforehand.
Comparisons comparisons(const Expression& e, const Environment& known);

/// The unknown items that an undecided value waits for, in the order in which they are written; empty when it is known.
/// `no and x` waits for nothing, `if c then x else y` waits for c first.
std::vector<Slot> waits_for(const Expression& e, const Environment& environment);

}  // namespace samenloop::feel
