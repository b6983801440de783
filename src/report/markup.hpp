#pragma once
// Text as it stands in SVG and HTML.

#include <string>
#include <string_view>

namespace samenloop::report {

/// Without control characters, and with & < > " as entities: nothing in it is markup.
std::string as_markup(std::string_view words);

}  // namespace samenloop::report
