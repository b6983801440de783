#pragma once
// Which of two rules wins when they meet (definitions 0.3, in that order).

#include "engine/program.hpp"
#include "solve/implies.hpp"

namespace samenloop::engine {

struct Defeat {
    Winner winner = Winner::nobody;
    Criterion criterion = Criterion::none;
};

/// Decides between two arguments on one object; `first` and `second` are effects of different rules.
Defeat decide(const RuleBase& base, const Argument& first, const Argument& second, solve::Implications& implications);

/// Does the first rule override the second by its own words, and is it high enough to do so?
bool overrides(const RuleBase& base, Index first, Index second);

}  // namespace samenloop::engine
