#pragma once
// The minimal sets of levers that free the goal, and what blocks it: the dual of graph/dual.hpp with the whole analysis
// as its question.
//
// A lever that changes nothing is left out first: with all levers but it the answer is the same and so is what the
// goal falls short of.  More levers could hinder (a rule that is taken out may have been an exception to another), so
// every way that is found is tried once more, and so is every way without one of its levers.

#include "graph/dual.hpp"
#include "trace/case.hpp"

namespace samenloop {

struct Ways {
    std::vector<Way> ways;      // levers by their place in what was offered
    std::vector<Steps> blocks;  // likewise
    CutOff cut_off = CutOff::nothing;
};

Ways find_ways(const Case& of, const TraceGoal& goal, const std::vector<Lever>& levers);

/// Tells of each way how many situations of the same pattern it frees, and what else it changes in this one.
void weigh(const Case& of, const TraceGoal& goal, const std::vector<Lever>& levers, const std::vector<Steps>& blocks,
           std::vector<Way>& ways);

}  // namespace samenloop
