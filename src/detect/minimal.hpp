#pragma once
// Makes a matter minimal (definitions 10.9): the rules without which it would not be there, the facts that trigger it,
// the nearest single changes after which it is gone.  Every answer is found by asking the detector again.

#include "detect/what_if.hpp"

namespace samenloop::detect {

std::vector<Index> minimal_rules(const WhatIf& inquiry, const CandidateFinding& m);

/// What a finding rests on: its rules, and conditions that are no rule's.
struct Ground {
    std::vector<Index> rules;
    std::vector<const Expression*> conditions;
};

/// Places of all facts that these read, also through what other rules define; dictionary order.
std::vector<model::Path> facts_behind(const engine::Evaluation& e, const Ground& ground);

/// The rules that decide what an expression reads, down to the facts.
std::vector<Index> rules_behind(const engine::Evaluation& e, const Expression& what);

struct NeededFacts {
    std::vector<model::Path> facts;  // dictionary order
    bool cut_short = false;          // some were not looked at by themselves, and are among them
};

/// Those that must be known for the matter to stay certain (or, when it is conditional, to stay at all).
NeededFacts needed_facts(const WhatIf& inquiry, const CandidateFinding& m, std::vector<model::Path> all);

/// Unknown facts that the matter rests on.
std::vector<model::Path> unknown_behind(const engine::Evaluation& e, const Ground& ground);

/// Amounts without a value on the day that it rests on.
std::vector<model::Path> missing_amounts(const engine::Evaluation& e, const Ground& ground);

/// Other values worth trying at a place, nearest first.
std::vector<Value> nearby_values(const engine::Evaluation& e, const model::Path& path);

std::vector<Remedy> remedies_for(const WhatIf& inquiry, const CandidateFinding& m);

}  // namespace samenloop::detect
