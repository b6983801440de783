#pragma once
// Explains one thing of a rule base and who touches it: a rule, law, organisation, item, scheme, need, outcome or
// concept.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "samenloop/report.hpp"

namespace samenloop::report {

/// As it is on the day; nothing when no thing has this id.
std::optional<std::string> show(const RuleBase& rules, const std::string& id, Date day, Language language);

/// All ids that can be shown.
std::vector<std::string_view> shown_ids(const RuleBase& rules);

}  // namespace samenloop::report
