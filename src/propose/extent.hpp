#pragma once
// Which bytes an element, its tags and its attributes take up.  Only asked of documents that were read, so that every
// tag is known to be closed.

#include <cstddef>
#include <string>
#include <string_view>

namespace samenloop::propose {

/// Half-open: [begin, end).
struct Bytes {
    std::size_t begin = 0;
    std::size_t end = 0;
    auto operator<=>(const Bytes&) const = default;
};

struct Extent {
    Bytes whole;                  // "<a …>…</a>"
    Bytes content;                // between its tags; empty at the end of "<a/>"
    bool closed_at_once = false;  // "<a/>"
};

/// Of the element whose '<' stands at the offset.
Extent extent_of(std::string_view text, std::size_t offset);

struct AttributeExtent {
    Bytes whole;  // with the blanks before it
    Bytes value;  // between the quotes
    char quote = '"';
};

/// Of the attribute whose name starts at the offset.
AttributeExtent attribute_extent(std::string_view text, std::size_t name);

/// The offset behind the last byte before `offset` that is no blank: where what stands before it ends.
std::size_t before_blanks(std::string_view text, std::size_t offset);

/// The blanks between the start of its line and the offset; nothing if more stands there.
std::string_view indent_at(std::string_view text, std::size_t offset);

/// Does only blank stand before the offset on its line?
bool starts_line(std::string_view text, std::size_t offset);

}  // namespace samenloop::propose
