#pragma once
// What a comparison is called as data, and the places it names in the files.

#include <string>
#include <string_view>

#include "report/words.hpp"
#include "samenloop/compare.hpp"

namespace samenloop {

std::string_view baseline_id(Baseline b);  // "new", "resolved", "changed", "unchanged"
std::string_view basis_id(Basis b);        // "statute"
/// "BVO-4, Who is under 18 gets aid: can never apply any more".
std::string superfluous_text(const RuleBase& after, const Superfluous& s, Language language);
std::string_view excess_id(Excess e);  // "dead"

/// "€ 1.926,97", "€ 1.638,86 tot € 1.926,97" or "onbekend".
std::string sum_text(const Value& v, Language language);
/// "tot 1 januari 2027", "vanaf 1 januari 2027"; empty when it is there on all days looked at.
std::string when_text(const Comparison& c, const Difference& d, Language language);

/// Line 1, column 1 where the place is of no source.
Position position_of(const Location& place);

/// As it is after, else as it was.
const Finding& finding_of(const Difference& d);

}  // namespace samenloop
