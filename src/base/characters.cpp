#include "base/characters.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <fmt/core.h>
#include <utf8.h>

namespace samenloop::base {
namespace {

constexpr std::pair<char32_t, char32_t> hidden_ranges[] = {
    {0x00, 0x08},     {0x0B, 0x0C},     {0x0E, 0x1F},       {0x7F, 0x9F},       {0x061C, 0x061C},
    {0x180E, 0x180E}, {0x200B, 0x200B}, {0x200E, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x206F},
    {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE007F},
};

constexpr auto is_plain = [] {
    std::array<bool, 256> plain{};
    for (const char c : {'\t', '\n', '\r'}) plain[static_cast<unsigned char>(c)] = true;
    for (std::size_t c = ' '; c < 0x7F; ++c) plain[c] = true;
    return plain;
}();

}  // namespace

bool is_hidden(char32_t c) {
    const auto* after = std::ranges::upper_bound(hidden_ranges, c, {}, &std::pair<char32_t, char32_t>::first);
    return after != std::begin(hidden_ranges) && c <= std::prev(after)->second;
}

std::string character_name(char32_t c) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)); }

std::optional<HiddenCharacter> find_hidden(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    auto at = text.begin() + (text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    while (true) {
        // Nearly all of a text is plain ASCII, of which nothing is hidden.
        at = std::find_if(at, text.end(), [](char c) { return !is_plain[static_cast<unsigned char>(c)]; });
        if (at == text.end()) return std::nullopt;
        const auto start = at;
        const char32_t c = utf8::unchecked::next(at);
        if (is_hidden(c)) return HiddenCharacter{static_cast<std::size_t>(start - text.begin()), character_name(c)};
    }
}

}  // namespace samenloop::base
