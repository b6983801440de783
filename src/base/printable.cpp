#include "printable.hpp"

#include <iterator>

#include <utf8.h>

namespace samenloop {
namespace {

constexpr char32_t replacement = 0xFFFD;

// C0, DEL and C1 drive terminals; U+202A..E and U+2066..9 reverse the text that follows them.
bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string valid;
    utf8::replace_invalid(text.begin(), text.end(), std::back_inserter(valid), replacement);
    std::string clean;
    clean.reserve(valid.size());
    for (auto at = valid.cbegin(); at != valid.cend();) {
        const char32_t c = utf8::unchecked::next(at);
        const char32_t shown = c == '\t' ? U' ' : is_control(c) ? replacement : c;
        utf8::unchecked::append(shown, std::back_inserter(clean));
    }
    return clean;
}

}  // namespace samenloop
