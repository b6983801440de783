#pragma once
// XML -> model.  A format is one file in src/read and one row of its table.  Nothing here opens files.

#include <memory>
#include <span>

#include "samenloop/diagnostic.hpp"
#include "samenloop/model.hpp"
#include "samenloop/situation.hpp"

namespace samenloop {

/// Reads and validates a whole rule base; all problems of all files at once.
Result<RuleBase> read_rulebase(std::span<const std::shared_ptr<const Source>> files);

/// Reads a life situation against a rule base.  With rest="ordinary" the ordinary person fills what is not given.
Result<Situation> read_situation(const std::shared_ptr<const Source>& file, const RuleBase& rules);

}  // namespace samenloop
