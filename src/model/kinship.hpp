#pragma once
// Who people are to one another, when the file tells only who each of them is to one person.

#include <string_view>

namespace samenloop::model {

/// What somebody is to the one of whom `mine` tells what they are to the same third person: a child's parent is that
/// child's grandparent's child.  "other" where the two words do not tell it.
std::string_view kinship_between(std::string_view mine, std::string_view theirs);

}  // namespace samenloop::model
