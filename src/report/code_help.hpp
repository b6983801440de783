#pragma once
// What each kind of interference is, in a sentence, and what a drafter can do about it: the rule metadata of SARIF.

#include <string_view>

#include "samenloop/finding.hpp"

namespace samenloop::report {

/// "Wie iets doet, overtreedt …"; empty for an unknown code.
Text code_meaning(std::string_view code);

/// What helps against its type (clash, vacuum, implosion, pile-up), told by the first letters of its code.
Text code_advice(std::string_view code);

}  // namespace samenloop::report
