#pragma once
// An XML file as a plain tree of elements that know where they stand, down to the byte of every character of their
// text.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "samenloop/model.hpp"

namespace samenloop::read {

/// Text after entities are replaced ("a &lt; b" -> "a < b"), and the way back to the file.
class MappedText {
  public:
    /// Appends text that stands at `offset` in the file, byte for byte.
    void append(std::string_view text, std::size_t offset);

    const std::string& text() const { return text_; }
    /// Where the byte at `index` stands in the file; past the end: just behind the last one.
    std::size_t offset_of(std::size_t index) const;
    bool blank() const;

  private:
    std::string text_;
    std::vector<std::pair<std::size_t, std::size_t>> pieces_;  // index in text_, offset in the file
};

struct Attribute {
    std::string_view name;
    MappedText value;
    std::size_t offset = 0;  // of its name
};

struct Element {
    std::string_view name;  // these views look into the source, which `at` keeps alive
    Location at;
    std::vector<Attribute> attributes;
    MappedText text;
    std::vector<Element> children;

    const Attribute* attribute(std::string_view wanted) const;
    const Element* child(std::string_view wanted) const;
    Location place(std::size_t offset) const { return {at.source, offset}; }
};

}  // namespace samenloop::read
