#pragma once
// Lines of words above a picture in SVG: its view grows upwards, its outer size stays, so that a sheet is still a
// sheet.

#include <string>
#include <vector>

namespace samenloop::report {

/// The picture as it was when there are no lines.
std::string with_lines(std::string svg, const std::vector<std::string>& lines);

}  // namespace samenloop::report
