// One walk along the tags from the element on: each opening tag goes one deeper, each closing tag one up; the element
// ends where the depth is nothing again.  Comments and CDATA sections may hold what looks like tags and are skipped.

#include "propose/extent.hpp"

namespace samenloop::propose {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::size_t behind(std::string_view text, std::string_view mark, std::size_t from) {
    const auto found = text.find(mark, from);
    return found == std::string_view::npos ? text.size() : found + mark.size();
}

/// Behind the '>' of the opening tag at the offset: a '>' in quotes does not count.
std::size_t behind_tag(std::string_view text, std::size_t at) {
    char quote = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0) quote = c == quote ? char{0} : quote;
        else if (c == '"' || c == '\'') quote = c;
        else if (c == '>') return at + 1;
    }
    return text.size();
}

}  // namespace

Extent extent_of(std::string_view text, std::size_t offset) {
    const auto opened = behind_tag(text, offset);
    Extent extent{{offset, opened}, {opened, opened}, text.substr(0, opened).ends_with("/>")};
    if (extent.closed_at_once) return extent;
    std::size_t depth = 1;
    for (auto at = text.find('<', opened); at < text.size(); at = text.find('<', at)) {
        const auto rest = text.substr(at);
        if (rest.starts_with("<!--")) at = behind(text, "-->", at + 4);
        else if (rest.starts_with("<![CDATA[")) at = behind(text, "]]>", at + 9);
        else if (rest.starts_with("<?")) at = behind(text, "?>", at + 2);
        else if (rest.starts_with("</")) {
            const auto end = behind(text, ">", at);
            if (--depth == 0) {
                extent.content.end = at;
                extent.whole.end = end;
                return extent;
            }
            at = end;
        } else {
            at = behind_tag(text, at);
            if (!text.substr(0, at).ends_with("/>")) ++depth;
        }
    }
    return extent;
}

AttributeExtent attribute_extent(std::string_view text, std::size_t name) {
    AttributeExtent extent;
    const auto open = text.find_first_of("\"'", name);
    extent.quote = text[open];
    extent.value = {open + 1, text.find(extent.quote, open + 1)};
    extent.whole = {before_blanks(text, name), extent.value.end + 1};
    return extent;
}

std::size_t before_blanks(std::string_view text, std::size_t offset) {
    const auto ink = text.substr(0, offset).find_last_not_of(blanks);
    return ink == std::string_view::npos ? 0 : ink + 1;
}

bool starts_line(std::string_view text, std::size_t offset) {
    const auto ink = before_blanks(text, offset);
    return ink == 0 || text.substr(ink, offset - ink).find('\n') != std::string_view::npos;
}

std::string_view indent_at(std::string_view text, std::size_t offset) {
    if (!starts_line(text, offset)) return {};
    const auto line = text.substr(0, offset).find_last_of('\n');
    const auto start = line == std::string_view::npos ? 0 : line + 1;
    return text.substr(start, offset - start);
}

}  // namespace samenloop::propose
