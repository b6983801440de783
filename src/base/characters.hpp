#pragma once
// Which characters are text, and which only act on what shows it.  One rule for what files may hold and for what is
// written out: a hidden character is refused where it comes in and made visible where it goes out.

#include <optional>
#include <string>
#include <string_view>

namespace samenloop::base {

/// Drives a terminal, turns the direction of the text around it, or cannot be seen: C0 (but for tab and line ends),
/// DEL, C1, line and paragraph separators, direction marks, overrides and isolates, zero-width space and no-break
/// space, invisible operators, interlinear annotation, tags.  Joiners (U+200C, U+200D) are text: Persian and emoji need
/// them.
bool is_hidden(char32_t c);

/// A character that is hidden, and where.
struct HiddenCharacter {
    std::size_t offset = 0;
    std::string name;  // "U+202E"
};

/// The first hidden character of valid UTF-8; a byte-order mark at the start is none.
std::optional<HiddenCharacter> find_hidden(std::string_view text);

/// "U+009B".
std::string character_name(char32_t c);

}  // namespace samenloop::base
