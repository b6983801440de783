#include "type.hpp"

#include <algorithm>

namespace samenloop {

Type::Type() = default;
Type::Type(const Type&) = default;
Type::Type(Type&&) noexcept = default;
Type& Type::operator=(const Type&) = default;
Type& Type::operator=(Type&&) noexcept = default;
Type::~Type() = default;

bool Type::operator==(const Type& other) const {
    const bool same_elements = element == other.element || (element && other.element && *element == *other.element);
    return kind == other.kind && unit == other.unit && names == other.names && fields == other.fields && same_elements;
}

}  // namespace samenloop

namespace samenloop::feel {

std::string describe(Kind kind) {
    switch (kind) {
    case Kind::any: return "anything";
    case Kind::boolean: return "a yes or no";
    case Kind::number: return "a number";
    case Kind::string: return "a string";
    case Kind::date: return "a date";
    case Kind::duration: return "a duration";
    case Kind::list: return "a list";
    case Kind::record: return "a record";
    }
    return {};
}

bool kinds_fit(Kind a, Kind b) { return a == b || a == Kind::any || b == Kind::any; }
bool units_fit(const std::string& a, const std::string& b) { return a == b || a.empty() || b.empty(); }

std::optional<Type> common(const Type& a, const Type& b) {
    if (a.kind == Kind::any) return b;
    if (b.kind == Kind::any || a == b) return a;
    if (a.kind != b.kind || !units_fit(a.unit, b.unit)) return std::nullopt;
    Type both = a;
    if (both.unit.empty()) both.unit = b.unit;
    if (a.names.empty() || b.names.empty()) both.names.clear();
    else
        for (const auto& name : b.names)
            if (std::ranges::find(both.names, name) == both.names.end()) both.names.push_back(name);
    if (a.kind == Kind::record && a.fields != b.fields) return std::nullopt;
    if (a.kind == Kind::list) {
        const auto element = common(element_of(a), element_of(b));
        if (!element) return std::nullopt;
        both = list_of(*element);
    }
    return both;
}

Type element_of(const Type& list) { return list.element ? *list.element : Type{}; }

Type list_of(Type element) {
    Type list;
    list.kind = Kind::list;
    list.element = std::make_shared<const Type>(std::move(element));
    return list;
}

std::optional<std::uint32_t> index_of_field(const Type& record, std::string_view name) {
    const auto found = std::ranges::find(record.fields, name, &FieldType::first);
    if (found == record.fields.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - record.fields.begin());
}

}  // namespace samenloop::feel
