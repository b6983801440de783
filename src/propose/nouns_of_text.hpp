#pragma once
// What the elements and attributes of the rule format are called in an amending act.

#include <string_view>

#include "samenloop/model.hpp"

namespace samenloop::propose {

/// "de voorwaarde", "the condition" of a <when>.
Text noun_of_element(std::string_view name);
/// "de einddatum", "the end date" of a `to`.
Text noun_of_attribute(std::string_view name);

}  // namespace samenloop::propose
