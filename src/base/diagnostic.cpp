#include "samenloop/diagnostic.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/core.h>

#include "printable.hpp"

namespace samenloop {
namespace {

constexpr std::size_t window = 110;       // code points of a source line that are shown
constexpr std::size_t before_caret = 70;  // of which this many in front of the caret

// fmt pads by display width, in which 児 counts 2: what it did not add is the width.
std::size_t display_width(std::string_view s) { return 2 * s.size() - fmt::format("{:<{}}", s, s.size()).size(); }

/// Byte offset of the n-th code point of valid UTF-8.
std::size_t byte_of(std::string_view s, std::size_t code_points) {
    std::size_t at = 0;
    for (; at < s.size(); ++at) {
        const bool lead = (static_cast<unsigned char>(s[at]) & 0xC0U) != 0x80U;
        if (lead && code_points-- == 0) break;
    }
    return at;
}

std::size_t length(std::string_view s) {
    return static_cast<std::size_t>(
        std::ranges::count_if(s, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// The source line with a caret under code point `column`; a line that is too long is cut on both sides of it.
std::string excerpt(std::string_view raw_before, std::string_view raw_after) {
    const auto before = printable(raw_before);
    const auto after = printable(raw_after);
    const auto front = length(before);
    if (front + length(after) <= window)
        return fmt::format("  {}{}\n  {:>{}}\n", before, after, '^', display_width(before) + 1);
    const auto skipped = front > before_caret ? front - before_caret : 0;
    const auto room = window - (front - skipped);
    const auto head = (skipped > 0 ? "..." : "") + before.substr(byte_of(before, skipped));
    const auto tail = after.substr(0, byte_of(after, room)) + (length(after) > room ? "..." : "");
    return fmt::format("  {}{}\n  {:>{}}\n", head, tail, '^', display_width(head) + 1);
}

std::string file_of(const Diagnostic& d) { return d.source ? d.source->name() : std::string(); }

}  // namespace

std::string render(const Diagnostic& d) {
    std::string text;
    if (d.source && d.source->text().empty()) {  // of the file as a whole
        text = fmt::format("{}: error: {}\n", printable(d.source->name()), printable(d.message));
    } else if (d.source) {
        const auto at = d.source->position(d.offset);
        const auto line = d.source->line(at.line);
        const auto start = static_cast<std::size_t>(line.data() - d.source->text().data());
        const auto split = std::min(std::max(d.offset, start) - start, line.size());
        text =
            fmt::format("{}:{}:{}: error: {}\n", printable(d.source->name()), at.line, at.column, printable(d.message));
        text += excerpt(line.substr(0, split), line.substr(split));
    } else {
        text = fmt::format("error: {}\n", printable(d.message));
    }
    if (!d.hint.empty()) text += fmt::format("  hint: {}\n", printable(d.hint));
    return text;
}

std::string render(Diagnostics diagnostics) {
    const auto key = [](const Diagnostic& d) { return std::make_tuple(file_of(d), d.offset, d.message, d.hint); };
    std::ranges::sort(diagnostics, {}, key);
    const auto same = [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); };
    diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
    std::string text;
    for (const auto& d : diagnostics) text += render(d);
    return text;
}

}  // namespace samenloop
