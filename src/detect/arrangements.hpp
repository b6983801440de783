#pragma once
// One arrangement for several creditors, such as one payment plan for what is owed to three bodies.  The rule base
// tells it by its exchanges: bodies that pass on to one another, under one citation, what somebody owes.  Who owes
// others, too, is told whom the arrangement leaves out.

#include <set>
#include <string>

#include "evaluate/evaluation.hpp"
#include "samenloop/finding.hpp"

namespace samenloop {

/// A line for each arrangement that covers some of these creditors and not all.
void tell_arrangements(const Evaluation& e, const std::set<std::string>& creditors, Finding& f);

}  // namespace samenloop
