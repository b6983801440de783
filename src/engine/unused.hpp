#pragma once
// Facts that were given and that nothing reads on the day or later: a person told them for nothing, or meant another
// one.

#include "engine/program.hpp"
#include "samenloop/notice.hpp"
#include "samenloop/situation.hpp"

namespace samenloop::engine {

/// Given, not taken from the ordinary person, and read by no rule in force or to come, need, scheme, outcome, floor,
/// exchange, charge or norm, nor by what such a thing reads.
std::vector<Slot> unused_facts(const Program& program, const Situation& situation);

/// One notice for all of them, if there are any.
void tell_unused(const Program& program, const Situation& situation, Judgement& judgement);

}  // namespace samenloop::engine
