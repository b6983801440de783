#pragma once
// Text from a file, made safe for a terminal.

#include <string>
#include <string_view>

namespace samenloop {

/// One line of text without escape sequences: control characters, direction overrides and bytes that are no UTF-8
/// become U+FFFD, a tab becomes a blank.  Every code point stays one code point.
std::string printable(std::string_view text);

}  // namespace samenloop
