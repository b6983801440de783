#pragma once
// Text from a file, made safe for a terminal, a page, a picture or data.

#include <string>
#include <string_view>

namespace samenloop::base {

/// One line of text without escape sequences: hidden characters (base/characters.hpp), line ends and bytes that are no
/// UTF-8 become U+FFFD, a tab becomes a blank.  Every code point stays one code point.
std::string printable(std::string_view text);

/// What the text is for: its hidden characters are shown as U+FFFD, or written \uXXXX where that is the notation.
enum class Medium : std::uint8_t {
    text,      // a terminal, a page, a picture, a table
    coloured,  // a terminal: the colours that the program itself writes stay
    json,
};

/// A whole output with lines, as the last step before it leaves: no report can forget it.
std::string safe_output(std::string text, Medium medium);

}  // namespace samenloop::base
