#pragma once
// XML -> model.  A format is one file in src/read and one row of its table.  Nothing here opens files.

#include <memory>
#include <optional>
#include <span>

#include "samenloop/diagnostic.hpp"
#include "samenloop/model.hpp"
#include "samenloop/situation.hpp"

namespace samenloop {

/// Reads and validates a whole rule base; all problems of all files at once.
Result<RuleBase> read_rulebase(std::span<const std::shared_ptr<const Source>> files);

/// Reads a life situation against a rule base.  With rest="ordinary" the ordinary person fills what is not given.
Result<Situation> read_situation(const std::shared_ptr<const Source>& file, const RuleBase& rules);

/// The same, with only what the file itself says: nothing is filled in.
Result<Situation> read_as_written(const std::shared_ptr<const Source>& file, const RuleBase& rules);

/// The text of a situation with its facts of persons (an age, a partner, lists of children and housemates) written as
/// people.  Nothing where there are none, or where the file tells of people already; an error, at its place, where it
/// cannot be written so without saying something else.
Result<std::optional<std::string>> upgraded(const std::shared_ptr<const Source>& file, const RuleBase& rules);

}  // namespace samenloop
