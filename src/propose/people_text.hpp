#pragma once
// The facts of persons in a situation, worded as <person> elements and their events.

#include <string>

#include "samenloop/situation.hpp"

namespace samenloop::propose {

struct CannotWord {
    Text message;
    Location at;
};

/// One line each, every line after a line end and two blanks.
tl::expected<std::string, CannotWord> people_text(const RuleBase& rules, const Situation& written);

}  // namespace samenloop::propose
