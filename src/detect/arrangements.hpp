#pragma once
// One arrangement for several creditors, such as one payment plan for what is owed to three bodies.  The rule base
// tells it by its exchanges: bodies that pass on to one another, under one citation, what somebody owes.  Who owes
// others, too, is told whom the arrangement leaves out.

#include <set>
#include <string>

#include "engine/evaluation.hpp"
#include "samenloop/finding.hpp"

namespace samenloop::detect {

/// A line for each arrangement that covers some of these creditors and not all.
void tell_arrangements(const engine::Evaluation& e, const std::set<std::string>& creditors, Finding& f);

}  // namespace samenloop::detect
