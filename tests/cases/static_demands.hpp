#pragma once
// What a case demands of all situations:
//
//   concept: partner
//   differ: [[pw, awir], [aow, pw]]     # the search finds a situation for each pair, and it holds when evaluated
//   agree: [[aow, tw]]                  # it proves that there is none

#include <string>
#include <vector>

#include "trial.hpp"

/// What is not met, one a line.
std::vector<std::string> unmet_static(const Trial& trial, const YAML::Node& yaml);
