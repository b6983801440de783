#pragma once
// Groups findings under their root cause (definitions 10.9): two that vanish when the same one rule is taken out are
// one defect.  The root is the one with most severity, then with fewest rules.

#include "detect/inquiry.hpp"

namespace samenloop {

struct Drawn {
    Matter matter;
    Finding finding;
};

/// Sets root_cause and related of every finding; ids must be set.
void group(const Inquiry& inquiry, std::vector<Drawn>& all);

}  // namespace samenloop
