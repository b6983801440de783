#include "entities.hpp"

#include <array>
#include <charconv>
#include <iterator>

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

/// Whether a character stands for something else: an entity begins, or a line ends.
bool is_special(char c, TextIn where) {
    if (c == '&') return where != TextIn::literal;
    return c == '\r' || (where == TextIn::attribute && (c == '\n' || c == '\t'));
}

std::size_t next_special(std::string_view raw, std::size_t from, TextIn where) {
    while (from < raw.size() && !is_special(raw[from], where)) ++from;
    return from;
}

/// A line end as XML reads it: a space in an attribute, a new line elsewhere. Returns where to go on.
std::size_t append_line_end(MappedText& to, std::string_view raw, std::size_t at, std::size_t offset, TextIn where) {
    const bool pair = raw.substr(at, 2) == "\r\n";
    if (where == TextIn::attribute) {
        to.append(" ", offset + at);
        return at + (pair ? 2 : 1);
    }
    if (!pair) to.append("\n", offset + at);
    return at + 1;
}

Diagnostic unfinished(std::size_t offset) {
    return {
        {"na '&' komt niet de naam van een entiteit en ';'", "'&' is not followed by the name of an entity and ';'"},
        {"schrijf '&amp;' voor het teken zelf", "write '&amp;' for the character itself"},
        offset,
        nullptr};
}

Diagnostic undefined(std::string_view name, std::size_t offset) {
    return {base::both("er is geen entiteit '&{};'", "undefined entity '&{};'", name),
            {"wel zijn er &lt; &gt; &amp; &quot; &apos; en tekens met hun nummer",
             "defined are &lt; &gt; &amp; &quot; &apos; and characters by number"},
            offset,
            nullptr};
}

/// The entity that begins at `at`, in its meaning; `at` moves behind it.
std::optional<Diagnostic> append_entity(MappedText& to, std::string_view raw, std::size_t& at, std::size_t offset) {
    const auto end = raw.substr(0, at + longest_entity).find(';', at + 1);
    if (end == std::string_view::npos) return unfinished(offset + at);
    const auto name = raw.substr(at + 1, end - at - 1);
    const auto text = meaning_of(name);
    if (text.empty()) return undefined(name, offset + at);
    if (auto hidden = refused(name, offset + at)) return hidden;
    to.append(text, offset + at);
    at = end + 1;
    return std::nullopt;
}

}  // namespace

std::optional<Diagnostic> append_decoded(MappedText& to, std::string_view raw, std::size_t offset, TextIn where) {
    for (std::size_t at = 0; at < raw.size();) {
        const auto stop = next_special(raw, at, where);
        if (stop > at) to.append(raw.substr(at, stop - at), offset + at);
        at = stop;
        if (at == raw.size()) break;
        if (raw[at] != '&') at = append_line_end(to, raw, at, offset, where);
        else if (auto error = append_entity(to, raw, at, offset)) return error;
    }
    return std::nullopt;
}

Text hidden_character(const std::string& name) {
    return base::both("besturingsteken of onzichtbaar teken {}", "control or invisible character {}", name);
}

}  // namespace samenloop::read
