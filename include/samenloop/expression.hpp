#pragma once
// The expression language: a statically typed subset of DMN's FEEL with unknown as a value.
//
//   count(household[age >= 27 and not(student)]) >= 1 and inc.wage_m between 0 and 273
//
// An expression is a vector of nodes, children before parents.  Names are resolved when it is read: to a slot (an item
// of the dictionary) or to a local (the variable of `for each`, `some`, `every`, or the element inside a filter).

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "samenloop/diagnostic.hpp"
#include "samenloop/slot_values.hpp"
#include "samenloop/value.hpp"

namespace samenloop {

using Slot = std::uint32_t;

enum class Kind : std::uint8_t { any, boolean, number, string, date, duration, list, record };

struct FieldType;

/// A type.  Units are compared by name: "eur", "eur/month", "eur/year", "year", "" (none; fits every unit).
struct Type {
    Kind kind = Kind::any;
    std::string unit;                     // numbers only
    std::vector<std::string> names;       // strings with a closed domain: the values; empty = any
    std::vector<FieldType> fields;        // records
    std::shared_ptr<const Type> element;  // lists
    // Out of line: a type holds pairs with types in them, and the pair asks whether a type can be made.
    Type();
    Type(const Type&);
    Type(Type&&) noexcept;
    Type& operator=(const Type&);
    Type& operator=(Type&&) noexcept;
    ~Type();
    bool operator==(const Type&) const;
};

/// Name and type of a field.
struct FieldType {
    std::string first;
    Type second;
    bool operator==(const FieldType&) const = default;
};

struct Symbol {
    Slot slot = 0;
    Type type;
};

/// The names an expression may use.
struct Scope {
    const std::map<std::string, Symbol, std::less<>>* names = nullptr;  // dotted: "p.age"
    std::vector<FieldType> locals;                                      // "m" of `each="m in mun"`, in order
};

/// What an expression reads: a slot, and for a list the field of its elements ("" = the list itself).
struct Read {
    Slot slot = 0;
    std::string field;
    auto operator<=>(const Read&) const = default;
};

/// The same for a variable of the scope's `locals`.
struct LocalRead {
    std::uint32_t local = 0;
    std::string field;
    auto operator<=>(const LocalRead&) const = default;
};

class Expression {
  public:
    Expression();
    /// Parses and checks; `wanted.kind` any accepts every type, a wanted unit must fit.  Diagnostics carry offsets into
    /// `text`.
    static Result<Expression> parse(std::string_view text, const Scope& scope, const Type& wanted);

    const Type& type() const;
    const std::vector<Read>& reads() const;             // sorted, unique
    const std::vector<LocalRead>& local_reads() const;  // sorted, unique
    /// Constants this expression compares `slot` (or a field of its elements) with: the borders for what-if search.
    std::vector<Value> borders(const Read& of) const;
    std::vector<Value> local_borders(const LocalRead& of) const;
    bool empty() const;

    struct Body;  // src/feel
    static Expression of(Body body);
    const Body& body() const { return *body_; }

  private:
    std::shared_ptr<const Body> body_;  // immutable, shared
};

/// Where names get their values: one value a slot, one a local.
struct Environment {
    SlotValues slots;
    std::span<const Value> locals;
};

Value evaluate(const Expression& e, const Environment& environment);

/// Canonical text; parsing it again gives the same expression.  `name_of` turns slots back into names.
std::string to_string(const Expression& e, const std::function<std::string(Slot)>& name_of);

/// Reads a literal fact of a type: true, 45000, woon or "woon", 2025-01-15, P28D, null, [{age: 3, lawful: true}].
Result<Value> parse_literal(std::string_view text, const Type& type);

}  // namespace samenloop
