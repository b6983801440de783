#pragma once
// Puts the effects of the rules in force on the objects they are about, and finds which of them contradict one another
// (the conflict base relation of definitions section 1).

#include "engine/program.hpp"
#include "solve/implies.hpp"

namespace samenloop::engine {

/// Fills arguments, objects, arguments_of_rule and object_of_slot.
void place_arguments(Program& program);

/// Fills the conflicts of every object.
void find_conflicts(Program& program, solve::Implications& implications);

/// Which rules set which aside; after the conflicts.
void find_winners(Program& program);
/// Fills the look-alikes: pairs of effects of two laws that differ in nothing but perhaps the condition.
void find_look_alikes(Program& program);

}  // namespace samenloop::engine
