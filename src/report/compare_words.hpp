#pragma once
// What a comparison is called as data, and the places it names in the files.

#include <string>
#include <string_view>

#include "report/words.hpp"
#include "samenloop/compare.hpp"

namespace samenloop::report {

std::string_view baseline_id(Baseline b);  // "new", "resolved", "changed", "unchanged"
std::string_view basis_id(Basis b);        // "statute"
std::string_view excess_id(Excess e);      // "dead"

/// Line 1, column 1 where the place is of no source.
Position position_of(const Location& place);

}  // namespace samenloop::report
