#pragma once
// What can be done for this person, and what could be changed for everybody (definitions section 6).
//
// For this person: use a rule that is on request or at discretion; leave out a practice or a policy rule that the law
// does not carry; make an outcome so that the organisation gives.  For everybody: take out a rule that stands in the
// way, drop a condition that is not met, read another law's definition of the same word, bring a rule into force, give
// an exchange its legal basis.  Only what touches the goal's schemes, outcomes and acts, or what these rest on, is
// offered.

#include "tracing/case.hpp"

namespace samenloop::tracing {

std::vector<Lever> levers_for_person(const Case& of, const TraceGoal& goal);
std::vector<Lever> levers_for_everybody(const Case& of, const TraceGoal& goal);

}  // namespace samenloop::tracing
