#pragma once
// A fact otherwise, as if the file had said so: within its domain, not against an event or what else was given, and
// what was taken from the ordinary person is taken anew.  Whoever tries another value asks here.

#include <optional>
#include <set>

#include "engine/evaluation.hpp"
#include "model/path.hpp"

namespace samenloop::detect {

class Instead {
  public:
    /// Both must outlive it.
    Instead(const RuleBase& base, const Situation& situation);

    const RuleBase& base() const { return base_; }
    /// What a situation with this value has other than this one; nothing where it cannot have it.
    std::optional<model::FactChanges> at(const model::Path& place, const Value& value) const;
    /// The same for several places at once.
    std::optional<model::FactChanges> at(const std::vector<std::pair<model::Path, Value>>& all) const;

  private:
    bool fixed(const model::Path& place) const;

    const RuleBase& base_;
    const Situation& situation_;
    std::set<model::Path> told_;  // places of which an event says what they are
};

/// Facts that no person has together, which were not together before.
bool contradicts(const engine::Evaluation& before, const engine::Evaluation& after);

}  // namespace samenloop::detect
