#include "printable.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/core.h>
#include <utf8.h>

#include "base/characters.hpp"

namespace samenloop::base {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char escape = '\x1B';

std::string valid_utf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    utf8::replace_invalid(text.begin(), text.end(), std::back_inserter(valid), replacement);
    return valid;
}

/// "\x1B[1;31m": how many bytes of it stand at the start; 0 when it is not one.
std::size_t colour_length(std::string_view text) {
    if (!text.starts_with("\x1B[")) return 0;
    const auto end = text.find_first_not_of("0123456789;", 2);
    return end != std::string_view::npos && text[end] == 'm' ? end + 1 : 0;
}

void append_escaped(char32_t c, std::string& to) {
    constexpr char32_t first_of_two = 0x10000;
    if (c < first_of_two) {
        to += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
        return;
    }
    const auto rest = static_cast<std::uint32_t>(c - first_of_two);
    to += fmt::format("\\u{:04x}\\u{:04x}", 0xD800U + (rest >> 10U), 0xDC00U + (rest & 0x3FFU));
}

}  // namespace

std::string printable(std::string_view text) {
    const auto valid = valid_utf8(text);
    std::string clean;
    clean.reserve(valid.size());
    for (auto at = valid.cbegin(); at != valid.cend();) {
        const char32_t c = utf8::unchecked::next(at);
        const bool line_end = c == '\n' || c == '\r';
        utf8::unchecked::append(c == '\t'                  ? U' '
                                : line_end || is_hidden(c) ? replacement
                                                           : c,
                                std::back_inserter(clean));
    }
    return clean;
}

std::string safe_output(std::string text, Medium medium) {
    const bool valid = utf8::is_valid(text);
    if (valid && !find_hidden(text)) return text;
    if (!valid) text = valid_utf8(text);
    std::string clean;
    clean.reserve(text.size());
    for (auto at = text.cbegin(); at != text.cend();) {
        if (medium == Medium::coloured && *at == escape)
            if (const auto length =
                    colour_length(std::string_view(text).substr(static_cast<std::size_t>(at - text.cbegin())));
                length > 0) {
                clean.append(at, at + static_cast<std::ptrdiff_t>(length));
                at += static_cast<std::ptrdiff_t>(length);
                continue;
            }
        const char32_t c = utf8::unchecked::next(at);
        if (!is_hidden(c)) utf8::unchecked::append(c, std::back_inserter(clean));
        else if (medium == Medium::json) append_escaped(c, clean);
        else utf8::unchecked::append(replacement, std::back_inserter(clean));
    }
    return clean;
}

}  // namespace samenloop::base
