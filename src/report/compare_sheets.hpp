#pragma once
// One sheet for one proposal; one sheet for several, as options side by side.

#include <span>
#include <string>

#include "report/words.hpp"
#include "samenloop/compare.hpp"

namespace samenloop::report {

std::string proposal_sheet(const Comparison& c, Language language);
std::string options_sheet(std::span<const Comparison> all, Language language);

}  // namespace samenloop::report
