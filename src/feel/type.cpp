#include "type.hpp"

#include <algorithm>

#include "../base/both.hpp"

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

Text describe(Kind kind) {
    switch (kind) {
    case Kind::any: return {"iets", "anything"};
    case Kind::boolean: return {"een ja of nee", "a yes or no"};
    case Kind::number: return {"een getal", "a number"};
    case Kind::string: return {"een tekst", "a string"};
    case Kind::date: return {"een datum", "a date"};
    case Kind::duration: return {"een duur", "a duration"};
    case Kind::list: return {"een lijst", "a list"};
    case Kind::record: return {"een record", "a record"};
    }
    return {};
}

Text describe_many(Kind kind) {
    switch (kind) {
    case Kind::any: return {"van alles", "anything"};
    case Kind::boolean: return {"ja en nee", "yes and no"};
    case Kind::number: return {"getallen", "numbers"};
    case Kind::string: return {"teksten", "strings"};
    case Kind::date: return {"datums", "dates"};
    case Kind::duration: return {"tijdsduren", "durations"};
    case Kind::list: return {"lijsten", "lists"};
    case Kind::record: return {"records", "records"};
    }
    return {};
}

Text in_unit(std::string_view unit) { return base::both("in '{}'", "in '{}'", unit); }

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
