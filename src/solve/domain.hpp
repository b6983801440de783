#pragma once
// The values of one fact at which an answer can change, as cells that together cover its domain: both booleans, every
// name of a closed domain, every constant it is compared with, and what lies between and beyond them.

#include <optional>
#include <vector>

#include "samenloop/model.hpp"

namespace samenloop::solve {

/// A part of a domain: all of it as a value that covers it (a Range; Unknown when nothing tighter can be said), and one
/// value inside.  Where every answer is the same all over the cell, the two are the same value.
struct Cell {
    Value box;
    Value inside;
    bool operator==(const Cell&) const = default;
};

/// One fact that a question rests on.
struct Axis {
    Slot slot = 0;
    std::vector<Cell> cells;
    bool covers = true;  // false: there are values outside all cells (lists, texts without a closed domain)
};

/// `non_separable`: answers may change inside a cell, because the fact enters arithmetic or meets another unknown.
Axis axis_of(const RuleBase& base, Slot slot, const std::vector<Value>& constants, bool non_separable);

/// Cells of a list: none, one element, two of the same or two that differ, whose fields take the values that they are
/// compared with.
/// `read` has one row a field of the element; a field that nothing reads stays unknown.
Axis list_axis(const RuleBase& base, Slot slot, const std::vector<std::optional<std::vector<Value>>>& read);

}  // namespace samenloop::solve
