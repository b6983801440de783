#pragma once
// The inside of an Expression: nodes in one vector, children before parents, the root last.
//
//   count(kids[age < 12]) >= 2
//   0 slot kids   1 element (implicit)   2 field age of 1   3 constant 12   4 compare 2 < 3   5 filter 0 by 4
//   6 call count 5   7 constant 2   8 compare 6 >= 7
//
// Whoever reads expressions (evaluation, printing, boxes, a solver) makes one pass over this vector.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "samenloop/expression.hpp"

namespace samenloop::feel {

using NodeId = std::uint32_t;

enum class Relation : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal };
enum class Arithmetic : std::uint8_t { add, subtract, multiply, divide, power };
enum class Connective : std::uint8_t { conjunction, disjunction };
enum class Quantity : std::uint8_t { some, every };
enum class Function : std::uint8_t {
    min,
    max,
    sum,
    count,
    abs,
    floor,
    ceiling,
    decimal,
    sqrt,
    date,
    duration,
    year,
    month,
    day,
    next_month,
    next_quarter,
    years_between,
    months_between,
    days_between,
    per_year,
    per_month,
    contains,
    list_contains,
    string_length
};

namespace node {

struct Constant {
    Value value;
};
struct SlotRead {
    Slot slot = 0;
};
/// A variable of the environment, or one bound by a filter or quantifier (numbered after those, by nesting depth).
struct LocalRead {
    std::uint32_t index = 0;
    bool bound = false;     // by a filter or a quantifier of this expression
    bool implicit = false;  // the element of a filter, not written: `age` for `item.age`
    NodeId list = 0;        // if bound: the list it runs over
    std::string name;
};
/// A field of a record; of a list: the list of that field's values.
struct Field {
    NodeId of = 0;
    std::uint32_t index = 0;
    bool over_list = false;
    std::string name;
};
struct Index {
    NodeId list = 0;
    NodeId at = 0;
};  // from 1; negative: from the end
struct Filter {
    NodeId list = 0;
    NodeId condition = 0;
    std::uint32_t local = 0;
};
struct Negate {
    NodeId of = 0;
};
struct Not {
    NodeId of = 0;
};
struct Compute {
    Arithmetic op{};
    NodeId left = 0;
    NodeId right = 0;
};
struct Compare {
    Relation op{};
    NodeId left = 0;
    NodeId right = 0;
};
struct Between {
    NodeId value = 0;
    NodeId low = 0;
    NodeId high = 0;
};
/// `value in (…)`: holds if one of the tests does.
struct Membership {
    enum class Sort : std::uint8_t { compare, range, list };
    struct Test {
        Sort sort{};
        Relation op{};  // compare: value op a
        NodeId a = 0;   // compare, list; range: its low end
        NodeId b = 0;   // range: its high end
        bool low_open = false;
        bool high_open = false;
    };
    NodeId value = 0;
    std::vector<Test> tests;
};
struct Logic {
    Connective op{};
    std::vector<NodeId> operands;
};
struct If {
    NodeId condition = 0;
    NodeId yes = 0;
    NodeId no = 0;
};
struct Quantifier {
    Quantity op{};
    NodeId list = 0;
    NodeId condition = 0;
    std::uint32_t local = 0;
    std::string name;
};
struct Call {
    Function function{};
    std::vector<NodeId> arguments;
};
struct Given {
    NodeId of = 0;
};
struct MakeList {
    std::vector<NodeId> items;
};

}  // namespace node

using SyntaxNode = std::variant<node::Constant, node::SlotRead, node::LocalRead, node::Field, node::Index, node::Filter,
                                node::Negate, node::Not, node::Compute, node::Compare, node::Between, node::Membership,
                                node::Logic, node::If, node::Quantifier, node::Call, node::Given, node::MakeList>;

inline constexpr std::uint32_t max_bound = 6;  // filters and quantifiers inside each other

/// Where a node's value comes from, looking through fields, filters and positions: an item or a local, and the field.
struct Origin {
    enum class Sort : std::uint8_t { none, slot, local };
    Sort sort = Sort::none;
    std::uint32_t index = 0;
    std::string field;
    auto operator<=>(const Origin&) const = default;
};

}  // namespace samenloop::feel

namespace samenloop {

struct Expression::Body {
    std::vector<feel::SyntaxNode> nodes;
    std::vector<Type> types;            // one a node
    std::vector<feel::Origin> origins;  // one a node
    std::uint32_t environment_locals = 0;
    std::vector<Read> reads;
    std::vector<LocalRead> local_reads;

    feel::NodeId root() const { return static_cast<feel::NodeId>(nodes.size() - 1); }
    bool empty() const { return nodes.empty(); }
};

}  // namespace samenloop

namespace samenloop::feel {

/// Fills in origins and reads of a body that has its nodes.
void analyse_reads(Expression::Body& body);

}  // namespace samenloop::feel
