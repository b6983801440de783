#pragma once
// A named piece of input text that turns byte offsets into line:column.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace samenloop {

struct Position {
    unsigned line = 1;    // 1-based
    unsigned column = 1;  // 1-based, counted in code points, not bytes
    auto operator<=>(const Position&) const = default;
};

class Source {
  public:
    Source(std::string name, std::string text);

    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }
    Position position(std::size_t offset) const;
    std::string_view line(unsigned number) const;

  private:
    std::string name_;
    std::string text_;
    std::vector<std::size_t> line_starts_;
};

}  // namespace samenloop
