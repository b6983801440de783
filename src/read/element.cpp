#include "element.hpp"

#include <algorithm>

namespace samenloop::read {

void MappedText::append(std::string_view text, std::size_t offset) {
    pieces_.emplace_back(text_.size(), offset);
    text_ += text;
}

std::size_t MappedText::offset_of(std::size_t index) const {
    const auto after = std::ranges::upper_bound(pieces_, index, {}, [](const auto& piece) { return piece.first; });
    if (after == pieces_.begin()) return 0;
    const auto& [start, offset] = *std::prev(after);
    return offset + (std::min(index, text_.size()) - start);
}

bool MappedText::blank() const { return text_.find_first_not_of(" \t\r\n") == std::string::npos; }

const Attribute* Element::attribute(std::string_view wanted) const {
    const auto found = std::ranges::find(attributes, wanted, &Attribute::name);
    return found == attributes.end() ? nullptr : &*found;
}

const Element* Element::child(std::string_view wanted) const {
    const auto found = std::ranges::find(children, wanted, &Element::name);
    return found == children.end() ? nullptr : &*found;
}

}  // namespace samenloop::read
