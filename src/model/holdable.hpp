#pragma once
// Which values a place may hold: the one answer for what is read and for every search that tries another value.

#include <string>
#include <utility>
#include <vector>

#include "model/path.hpp"

namespace samenloop::model {

/// The smallest and largest number that a value, or each field of a list's elements, may be.
struct Domain {
    Range range;
    std::vector<Range> fields;
    Domain() = default;
    explicit Domain(Range of) : range(std::move(of)) {}
    explicit Domain(const Item& item) : range{item.minimum, item.maximum}, fields(item.field_domains) {}
};

Domain domain_at(const RuleBase& base, const Path& path);

/// What the domain says against a value; empty when nothing.
Text outside(const Value& value, const Domain& domain);

/// A situation may give this value at this place.
bool may_hold(const RuleBase& base, const Path& path, const Value& value);

}  // namespace samenloop::model
