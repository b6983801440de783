#pragma once
// How wide words are on a canvas, so that they stay in their box whatever font of its list a viewer has.

#include <string>
#include <string_view>
#include <vector>

#include "report/canvas.hpp"

namespace samenloop::report {

/// At most so many pixels, in any of the fonts.
double width_of(std::string_view text, const Words& style);

/// Lines no wider than `room`: broken at blanks, a word that is too long inside it.  What does not go in `most` lines
/// ends in "…".
std::vector<std::string> fit(std::string_view text, double room, const Words& style, std::size_t most);

}  // namespace samenloop::report
