#pragma once
// The minimal sets of levers that free the goal, and what blocks it: the dual of graph/dual.hpp with the whole analysis
// as its question.
//
// More levers can hinder: a rule that is taken out may have been an exception to another, and who asks for one thing
// may lose the next.  So every lever is tried alone as well; where all together do not free the goal, so are two and
// three of them, and what would undo a way is told with it.  Every way that is found is tried once more, and so is
// every way without one of its levers.
//
// Where income comes in but not all of it, the way is told as a part, with what it leaves short.

#include "graph/dual.hpp"
#include "tracing/case.hpp"

namespace samenloop::tracing {

struct Ways {
    std::vector<Way> ways;             // levers by their place in what was offered
    std::vector<graph::Steps> blocks;  // likewise
    graph::CutOff cut_off = graph::CutOff::nothing;
};

Ways find_ways(const Case& of, const TraceGoal& goal, const std::vector<Lever>& levers);

/// Tells of each way how many situations of the same pattern it frees, and what else it changes in this one.
void weigh(const Case& of, const TraceGoal& goal, const std::vector<Lever>& levers,
           const std::vector<graph::Steps>& blocks, std::vector<Way>& ways);

}  // namespace samenloop::tracing
