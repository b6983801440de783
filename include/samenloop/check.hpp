#pragma once
// The main job: a life situation in, its interferences out.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "samenloop/finding.hpp"
#include "samenloop/model.hpp"

namespace samenloop {

class Calendar;

/// The law of before a bill, and the situation as that law reads it: it says what a household is to have at least.
struct LawBefore {
    const Calendar& calendar;
    const Situation& situation;  // of the same day
};

struct CheckOptions {
    std::optional<Date> date;           // instead of the situation's
    std::vector<Index> without_rules;   // "what if this rule were not there"
    const LawBefore* before = nullptr;  // by which the protected level is measured; null: by the rules themselves
    bool ways_out = true;               // look for the steps that end each finding, which takes most of the time
    /// The timeline runs from the day to this one, with the findings that begin and end in it.
    std::optional<Date> until = std::nullopt;
    bool facts = true;  // look for the facts that each finding rests on, and tell what is settled
};

/// Runs every detector on the situation at the date; sorted, minimal, grouped.  Deterministic.
Report check(const RuleBase& rules, const Situation& situation, const CheckOptions& options = {});

/// The same of many, in their order, on so many threads (0: all cores), with the rules compiled once for all.  The
/// reports are those that `check` gives, whatever the number of threads.  `options.before` must be null.
std::vector<Report> check_all(const RuleBase& rules, std::span<const Situation> situations,
                              const CheckOptions& options = {}, std::size_t threads = 0);

/// Each of the people of a situation in turn, whom the question is about first; a single report where it tells of none.
/// A finding that two have in common, by the same rules, is told once, of both.
std::vector<Report> check_everybody(const RuleBase& rules, const Situation& situation,
                                    const CheckOptions& options = {});

/// Re-checks one finding by a second, simple way; an empty string when it holds, else what does not.
std::string verify(const RuleBase& rules, const Situation& situation, const Finding& finding);

struct DetectorInfo {
    std::string_view code;
    Text name;
};
/// All kinds of interference that can be detected, in the order of their codes.
const std::vector<DetectorInfo>& detectors();

}  // namespace samenloop
