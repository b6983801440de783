#include "samenloop/source.hpp"

#include <algorithm>

namespace samenloop {

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)), line_starts_{0} {
    for (std::size_t i = 0; i < text_.size(); ++i)
        if (text_[i] == '\n') line_starts_.push_back(i + 1);
}

Position Source::position(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const auto next = std::ranges::upper_bound(line_starts_, offset);
    const auto start = *(next - 1);
    const auto is_lead_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const auto column = std::ranges::count_if(text().substr(start, offset - start), is_lead_byte);
    return {static_cast<unsigned>(next - line_starts_.begin()), static_cast<unsigned>(column) + 1};
}

std::string_view Source::line(unsigned number) const {
    if (number == 0 || number > line_starts_.size()) return {};
    const auto start = line_starts_[number - 1];
    auto found = text().substr(start, text().find('\n', start) - start);
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found;
}

}  // namespace samenloop
