#pragma once
// The core claim of each kind of finding, computed anew from an evaluation.

#include <string>

#include "evaluate/evaluation.hpp"
#include "samenloop/finding.hpp"

namespace samenloop {

/// "" when the claim holds or the kind makes none that can be computed here; else what does not hold.
std::string check_claim(const Evaluation& here, const Evaluation& law, const Finding& finding);

}  // namespace samenloop
