#include "propose/new_text.hpp"

#include <algorithm>

namespace samenloop::propose {
namespace {

std::string escaped_character(char c, char quote) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '\n':
    case '\t': return " ";
    case '"': return quote == '"' ? "&quot;" : "\"";
    case '\'': return quote == '\'' ? "&apos;" : "'";
    default: return {c};
    }
}

std::string_view text_of(const read::Element& element) { return element.at.source->text(); }

Fragment slice(std::string_view text, Bytes span) {
    return {std::string(text.substr(span.begin, span.end - span.begin)), span.begin, true};
}

/// Without the blanks at both ends.
Bytes inked(std::string_view text, Bytes span) {
    while (span.begin < span.end && std::string_view(" \t\r\n").find(text[span.begin]) != std::string_view::npos)
        ++span.begin;
    return {span.begin, std::max(span.begin, before_blanks(text, span.end))};
}

}  // namespace

std::vector<Fragment> elements_in(const read::Element& modification, const Layout& layout) {
    const auto text = text_of(modification);
    const auto first = modification.children.front().at.offset;
    const Bytes span{first, extent_of(text, modification.children.back().at.offset).whole.end};
    const auto source_indent = indent_at(text, first).size();
    std::vector<Fragment> pieces;
    for (auto at = span.begin; at < span.end;) {
        const auto line_end = std::min(text.find('\n', at), span.end);
        auto ink = line_end;
        if (ink > at && text[ink - 1] == '\r') --ink;
        pieces.push_back(slice(text, {at, ink}));
        if (line_end == span.end) break;
        const auto next = std::min(text.find_first_not_of(" \t", line_end + 1), span.end);
        at = std::min(line_end + 1 + source_indent, next);
        const bool blank = text[next] == '\n' || text[next] == '\r';
        pieces.push_back({layout.line + (blank ? "" : layout.indent), at, false});
        if (blank) at = next;
    }
    return pieces;
}

std::vector<Fragment> text_in(const read::Element& modification) {
    const auto text = text_of(modification);
    return {slice(text, inked(text, extent_of(text, modification.at.offset).content))};
}

std::vector<Fragment> bytes_in(const read::Element& modification) {
    const auto text = text_of(modification);
    return {slice(text, extent_of(text, modification.at.offset).content)};
}

std::vector<Fragment> value_in(const read::Element& modification, char quote) {
    const auto& value = modification.text;
    const std::string_view all = value.text();
    const auto first = std::min(all.find_first_not_of(" \t\r\n"), all.size());
    const auto end = before_blanks(all, all.size());
    std::vector<Fragment> pieces;
    for (std::size_t i = first; i < end; ++i) {
        const auto from = value.offset_of(i);
        const auto written = escaped_character(all[i], quote);
        const bool goes_on = !pieces.empty() && pieces.back().verbatim && written.size() == 1 &&
                             pieces.back().from + pieces.back().text.size() == from;
        if (goes_on) pieces.back().text += written;
        else pieces.push_back({written, from, written.size() == 1});
    }
    return pieces;
}

}  // namespace samenloop::propose
