#pragma once
// Files -> model, with all problems told at once on standard error.

#include <optional>

#include "cli/console.hpp"
#include "samenloop/model.hpp"
#include "samenloop/situation.hpp"

namespace samenloop::cli {

/// Nothing when something is wrong: it has been told.
std::optional<RuleBase> load_rules(const std::string& folder);
std::optional<std::vector<Situation>> load_situations(const std::vector<std::string>& paths, const RuleBase& rules);
/// All situations of a folder; without one, those that are shipped beside the folder of rules.
std::optional<std::vector<Situation>> load_situations_of(const std::string& folder, const std::string& rules_folder,
                                                         const RuleBase& rules);

}  // namespace samenloop::cli
