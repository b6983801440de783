#pragma once
// What the commands do alike with what they are given: the day, the style, and where the result goes.

#include <optional>
#include <string>

#include "cli/commands.hpp"
#include "samenloop/date.hpp"
#include "samenloop/report.hpp"

namespace samenloop::cli {

/// Reads --date when it was given; false when it is no day, which has been told.
bool read_day(const CommonArguments& arguments, std::optional<Date>& day);

/// Colour "auto" is for a terminal whose user did not ask for none.
Style style_of(const CommonArguments& arguments);

/// Writes the result where it was asked; the code, or bad_input when it cannot be written.
int deliver(const CommonArguments& arguments, std::string text, int code = clean);

}  // namespace samenloop::cli
