#pragma once
// Breakpoints that a bill makes or moves: where disposable income falls after it, and did not fall so far before it.
//
// Both laws are asked at the same place.  The curve of the law after the bill has the places (evaluate/curve.hpp); the
// law of before is asked a cent on either side of each.  An age goes by whole years.

#include <vector>

#include "engine/curve.hpp"
#include "engine/yardstick.hpp"

namespace samenloop::detect {

struct NewBorder {
    Decimal at;      // of an age: the first on the losing side
    Decimal good;    // a value before it
    Decimal bad;     // a value beyond it
    Decimal before;  // what is lost there under the law of before, eur/year
    Decimal after;   // and after the bill
};

/// Between low and high, of a fact of an evaluation that has a yardstick: falls of at least so much where there was
/// none.
std::vector<NewBorder> new_borders(const engine::Evaluation& after, const model::Path& path, const Decimal& low,
                                   const Decimal& high, const Decimal& least);

/// The fact is an age, which goes by whole years.
bool goes_by_years(const RuleBase& base, Slot item);
/// Twelve for what is given a month.
Decimal yearly_factor(const RuleBase& base, Slot item);
/// The household comes near the border: by at most a year's loss, or a year of age.
bool comes_near(const RuleBase& base, Slot item, const Decimal& x, const NewBorder& border);

}  // namespace samenloop::detect
