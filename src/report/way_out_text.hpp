#pragma once
// How a finding ends and within which borders it holds, in words.

#include <string>
#include <vector>

#include "report/names.hpp"

namespace samenloop::report {

/// "gemeente A kan: …": one step, or several that go together.  `with_ids`: facts with their name in the files.
std::string way_out_text(const RuleBase& rules, const Names& names, const WayOut& way, Language language,
                         bool with_ids);

/// "leeftijd [p.age]: vanaf 18 jaar, tot 27 jaar".
std::string border_text(const Names& names, const Border& border, Language language, bool with_ids);

}  // namespace samenloop::report
