#pragma once
// --for: whom of a situation's people the question is about.

#include <optional>
#include <string>
#include <vector>

#include "samenloop/model.hpp"
#include "samenloop/situation.hpp"

namespace samenloop::cli {

/// The situations as they are for that person, or for each of their people (`all`); as they stand where nobody is
/// named.  Nothing, and a complaint, where one tells of no people or of nobody of that id.
std::optional<std::vector<Situation>> of_whom(const RuleBase& rules, const std::vector<Situation>& situations,
                                              const std::string& id);

/// The same of one situation and one person.
std::optional<Situation> of_one(const RuleBase& rules, const Situation& situation, const std::string& id);

}  // namespace samenloop::cli
