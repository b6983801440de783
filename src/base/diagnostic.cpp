#include "samenloop/diagnostic.hpp"

#include <algorithm>
#include <ranges>
#include <tuple>

#include <fmt/core.h>

#include "printable.hpp"

namespace samenloop::base {
namespace {

constexpr std::size_t window = 110;       // code points of a source line that are shown
constexpr std::size_t most_told = 200;    // messages at a time
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

/// As much of the text as can be shown: the last, or the first, of its code points, and one more, so that what is cut
/// can be told.  A line of a million characters is not gone through for each of its mistakes.
std::string_view last_of(std::string_view text) {
    constexpr std::size_t bytes = 4 * (window + 2);
    if (text.size() <= bytes) return text;
    auto start = text.size() - bytes;
    while (start < text.size() && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) ++start;
    return text.substr(start);
}

std::string_view first_of(std::string_view text) {
    constexpr std::size_t bytes = 4 * (window + 2);
    if (text.size() <= bytes) return text;
    auto end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

Text word(Severity severity) {
    if (severity == Severity::note) return {"let op", "note"};
    return severity == Severity::warning ? Text{"waarschuwing", "warning"} : Text{"fout", "error"};
}

std::string file_of(const Diagnostic& d) { return d.source ? d.source->name() : std::string(); }

}  // namespace

}  // namespace samenloop::base

namespace samenloop {

std::string render(const Diagnostic& d, Language language) {
    const auto severity = base::word(d.severity).in(language);
    const auto message = base::printable(d.message.in(language));
    std::string text;
    if (d.source && d.whole_file) {
        text = fmt::format("{}: {}: {}\n", base::printable(d.source->name()), severity, message);
    } else if (d.source) {
        const auto at = d.source->position(d.offset);
        const auto line = d.source->line(at.line);
        const auto start = static_cast<std::size_t>(line.data() - d.source->text().data());
        const auto split = std::min(std::max(d.offset, start) - start, line.size());
        text =
            fmt::format("{}:{}:{}: {}: {}\n", base::printable(d.source->name()), at.line, at.column, severity, message);
        text += base::excerpt(base::last_of(line.substr(0, split)), base::first_of(line.substr(split)));
    } else {
        text = fmt::format("{}: {}\n", severity, message);
    }
    if (!d.hint.empty())
        text +=
            fmt::format("  {}: {}\n", language == Language::en ? "hint" : "tip", base::printable(d.hint.in(language)));
    return text;
}

std::string render(Diagnostics diagnostics, Language language) {
    // In the same order whatever the language.
    const auto key = [](const Diagnostic& d) {
        return std::make_tuple(base::file_of(d), d.offset, d.message.en, d.hint.en);
    };
    std::ranges::sort(diagnostics, {}, key);
    const auto same = [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); };
    diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
    std::string text;
    for (const auto& d : diagnostics | std::views::take(base::most_told)) text += render(d, language);
    if (diagnostics.size() > base::most_told)
        text += fmt::format(fmt::runtime(language == Language::en ? "and {} more; mend these first\n"
                                                                  : "en nog {}; herstel eerst deze\n"),
                            diagnostics.size() - base::most_told);
    return text;
}

}  // namespace samenloop
