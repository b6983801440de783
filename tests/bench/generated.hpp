#pragma once
// Made-up rule bases of any size, law-like in shape: laws of thirty rules with definitions in chains, grants, denials,
// exceptions, overrides, referrals, duties and prohibitions, requirements between outcomes, exchanges of data.  Each
// law speaks of its own things, every tenth reads a definition of the law before.  The same size gives the same text.

#include <cstddef>
#include <string>

#include "samenloop/read.hpp"

/// XML with about so many rules (a multiple of thirty).
std::string generated_rules(std::size_t rules);

/// A person whom the first three laws concern; of all others the facts are false.
std::string generated_situation();

struct Generated {
    samenloop::RuleBase rules;
    samenloop::Situation situation;
};
/// Both, read.
const Generated& generated(std::size_t rules);
