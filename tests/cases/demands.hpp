#pragma once
// Everything that one run of a case must meet: what must be found, values, that every finding verifies, golden files.

#include <string>
#include <vector>

#include "case_file.hpp"

using Failures = std::vector<std::string>;

/// One line a finding, settled ones last; "nothing".
std::string all_found(const Trial& trial);

/// Adds what is wrong with what was found: expectations, values, norms, golden file, accounting.
void demand_found(const Trial& trial, const Case& c, const Run& run, Failures& failures);
/// The same, and every finding must verify.  UPDATE_GOLDEN=1 in the environment writes the golden files instead of
/// comparing.
void demand_all(const Trial& trial, const Case& c, const Run& run, Failures& failures);
