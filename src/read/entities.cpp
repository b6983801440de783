#include "entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <utf8.h>

#include "base/both.hpp"
#include "base/characters.hpp"

namespace samenloop::read {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> named{
    {{"lt", "<"}, {"gt", ">"}, {"amp", "&"}, {"quot", "\""}, {"apos", "'"}}};
constexpr std::size_t longest_entity = 12;  // between & and ;

/// Characters that XML 1.0 lets a document have.
bool is_xml_character(std::uint32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// The code point of &#155; or &#x9B;; nothing if there is none of that number.
std::optional<char32_t> numbered(std::string_view name) {
    if (!name.starts_with('#')) return std::nullopt;
    const bool hexadecimal = name.starts_with("#x");
    const auto digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    if (error != std::errc() || end != digits.data() + digits.size() || !is_xml_character(code)) return std::nullopt;
    return static_cast<char32_t>(code);
}

/// What &name; stands for; empty if for nothing.
std::string meaning_of(std::string_view name) {
    for (const auto& [entity, text] : named)
        if (entity == name) return std::string(text);
    std::string text;
    if (const auto code = numbered(name)) utf8::append(*code, std::back_inserter(text));
    return text;
}

/// Why an entity cannot be used, where it stands for something.
std::optional<Diagnostic> refused(std::string_view name, std::size_t offset) {
    const auto code = numbered(name);
    if (!code || !base::is_hidden(*code)) return std::nullopt;
    return Diagnostic{hidden_character(base::character_name(*code)),
                      base::both("haal '&{};' weg", "take '&{};' out", name), offset, nullptr};
}

}  // namespace

std::optional<Diagnostic> append_decoded(MappedText& to, std::string_view raw, std::size_t offset, TextIn where) {
    const auto is_special = [where](char c) {
        if (c == '&') return where != TextIn::literal;
        return c == '\r' || (where == TextIn::attribute && (c == '\n' || c == '\t'));
    };
    std::size_t at = 0;
    while (at < raw.size()) {
        const auto stop = static_cast<std::size_t>(
            std::find_if(raw.begin() + static_cast<std::ptrdiff_t>(at), raw.end(), is_special) - raw.begin());
        if (stop > at) to.append(raw.substr(at, stop - at), offset + at);
        if (stop == raw.size()) break;
        at = stop + 1;
        if (raw[stop] != '&') {
            const bool pair = raw[stop] == '\r' && at < raw.size() && raw[at] == '\n';
            if (where == TextIn::attribute) to.append(" ", offset + stop);
            else if (!pair) to.append("\n", offset + stop);
            if (pair && where == TextIn::attribute) ++at;
            continue;
        }
        const auto end = raw.substr(0, stop + longest_entity).find(';', at);
        if (end == std::string_view::npos)
            return Diagnostic{{"na '&' komt niet de naam van een entiteit en ';'",
                               "'&' is not followed by the name of an entity and ';'"},
                              {"schrijf '&amp;' voor het teken zelf", "write '&amp;' for the character itself"},
                              offset + stop,
                              nullptr};
        const auto name = raw.substr(at, end - at);
        const auto text = meaning_of(name);
        if (text.empty())
            return Diagnostic{base::both("er is geen entiteit '&{};'", "undefined entity '&{};'", name),
                              {"wel zijn er &lt; &gt; &amp; &quot; &apos; en tekens met hun nummer",
                               "defined are &lt; &gt; &amp; &quot; &apos; and characters by number"},
                              offset + stop,
                              nullptr};
        if (auto hidden = refused(name, offset + stop)) return hidden;
        to.append(text, offset + stop);
        at = end + 1;
    }
    return std::nullopt;
}

Text hidden_character(const std::string& name) {
    return base::both("besturingsteken of onzichtbaar teken {}", "control or invisible character {}", name);
}

}  // namespace samenloop::read
