#pragma once
// Which steps free a goal, and what blocks it: two sides of one monotone question.
//
// Of n steps some may be taken; more steps never hinder.  A *way out* is a minimal set of steps that frees the goal.  A
// *block* is a minimal set of steps such that without all of these the goal stays stuck whatever else is done.  Every
// way out takes a step of every block, and every block has a step of every way out: the one are the minimal hitting
// sets of the other (Reiter, A theory of diagnosis from first principles, 1987).  So both are found together: take a
// smallest set of steps that hits all blocks known so far; if it frees the goal it is a way out, if not, let it grow
// until one more step would free it: what then is left is a new block (Fredman and Khachiyan's joint generation, 1996;
// smallest first, as Liffiton and Sakallah do for unsatisfiable cores, 2008).

#include <cstdint>
#include <vector>

#include "base/function_ref.hpp"

namespace samenloop::graph {

using Steps = std::vector<std::uint32_t>;  // sorted

struct DualLimits {
    std::size_t sets = 100;          // of either kind
    std::size_t questions = 10'000;  // asked of `frees`
    std::size_t searched = 200'000;  // choices tried in looking for hitting sets
};

enum class CutOff : std::uint8_t { nothing, sets, questions, searched };

struct Dual {
    std::vector<Steps> ways_out;  // smallest first; {{}} when the goal is free already
    std::vector<Steps> blocks;    // smallest first; {{}} when no steps free it
    CutOff cut_off = CutOff::nothing;
    std::size_t asked = 0;
};

/// `frees` tells whether the goal is free with these steps taken.  Without a cut-off all ways out and all blocks of at
/// most n steps are returned.
Dual dual(std::uint32_t n, base::function_ref<bool(const std::vector<bool>&)> frees, const DualLimits& limits = {});

}  // namespace samenloop::graph
