#pragma once
// Names in a situation: no two elements of a list with a key are called alike, and what is to be one of these names, or
// an organisation's, is one.

#include "read/names.hpp"
#include "read/problems.hpp"
#include "samenloop/situation.hpp"

namespace samenloop::read {

/// `given`: where facts (`mun`) and elements of lists (`mun[2]`) were given.  The same key twice is an error; a name of
/// which nothing is told is a warning, since whoever is called so may exist.
void check_names(const RuleBase& rules, Situation& situation, const Names& given, Problems& problems);

}  // namespace samenloop::read
