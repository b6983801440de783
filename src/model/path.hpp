#pragma once
// The place of one fact: an item, or one field of one element of a list: `p.age`, `hh[1].age`.

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "samenloop/situation.hpp"

namespace samenloop::model {

struct Path {
    Slot slot = 0;
    std::size_t element = 0;  // 1-based; 0: the item itself
    std::size_t field = 0;    // index in the element's type; of a list of plain values: 0
    auto operator<=>(const Path&) const = default;
};

using FactChanges = std::vector<std::pair<Slot, Value>>;

/// The type of what stands there.
const Type& type_at(const RuleBase& base, const Path& path);
Value value_at(const SlotValues& facts, const Path& path);
/// The item's value with what stands at the path replaced.
Value replaced(const SlotValues& facts, const Path& path, Value by);
/// The value of an item with what stands at these places of it unknown.
Value unknown_at(const SlotValues& facts, std::span<const Path> places);
std::string to_string(const RuleBase& base, const Path& path);
/// Index of a field by its name; the number of fields when there is none.
std::size_t field_index(const Type& record, std::string_view name);

}  // namespace samenloop::model
