#pragma once
// Which elements and attributes a format has, as a table: one row an element.
//
//   {"event", "id!:id title:words date!:date item!:path from:text to!:text", "", TextRule::none}
//
// An attribute is name:kind, with ! when it must be there; the kinds are those of lexical.hpp, or words with | between.
// A lone * leaves the attributes to the reader.
// Children are the names of rows; ? at most one, + at least one, nothing: any number.  A row "charge.effect" describes
// an element <charge> that means something else than the row "charge", depending on where it stands.

#include <map>
#include <span>
#include <string_view>

#include "read/problems.hpp"

namespace samenloop::read {

enum class TextRule : std::uint8_t { none, optional, required };

struct Shape {
    std::string_view name;
    std::string_view attributes;
    std::string_view children;
    TextRule text = TextRule::none;
};

/// The table, read: made once for all files of a format.
class Shapes {
  public:
    explicit Shapes(std::span<const Shape> table);
    Shapes(const Shapes&) = delete;
    Shapes& operator=(const Shapes&) = delete;
    Shapes(Shapes&&) = delete;
    Shapes& operator=(Shapes&&) = delete;
    ~Shapes();

    /// Walks the tree and complains of all that is not in the table: unknown, missing, doubled, or not of its kind.
    void check(const Element& root, Problems& problems) const;

  private:
    struct Row;
    std::string_view root_;
    std::map<std::string_view, Row> rows_;
    friend class ShapeCheck;
};

}  // namespace samenloop::read
