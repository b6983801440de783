#include "builder.hpp"

#include <algorithm>

#include "../base/both.hpp"
#include "../base/suggest.hpp"
#include "number.hpp"
#include "type.hpp"

namespace samenloop::feel {
namespace {

constexpr unsigned max_tree_depth = 200;  // of the tree: evaluation and printing recurse over it

Type type_of_kind(Kind kind) {
    Type type;
    type.kind = kind;
    return type;
}

std::string_view name_of(const FieldType& field) { return field.first; }

}  // namespace

NodeId Builder::add(SyntaxNode node, Type type, std::size_t offset) {
    unsigned depth = 1;
    for (const auto child : children(node)) depth = std::max(depth, depths_[child] + 1);
    if (depth == max_tree_depth)
        report({"de uitdrukking is te diep genest", "the expression is nested too deeply"}, offset);
    body_.nodes.push_back(std::move(node));
    body_.types.push_back(std::move(type));
    offsets_.push_back(offset);
    depths_.push_back(depth);
    return static_cast<NodeId>(body_.nodes.size() - 1);
}

void Builder::report(Text message, std::size_t offset, Text hint) {
    errors_.push_back({std::move(message), std::move(hint), offset, nullptr});
}

void Builder::unfit(NodeId id, const Text& wanted, const Text& found) {
    report(base::both("{} verwacht, {} gevonden", "expected {}, found {}", wanted, found), offset(id));
}

/// `wanted` is what comes behind "a number".
void Builder::unfit_unit(NodeId id, const Text& wanted, const std::string& found, Text hint) {
    report(base::both(
               "een getal {} verwacht, een in '{}' gevonden", "expected a number {}, found one in '{}'", wanted, found),
           offset(id), std::move(hint));
}

bool Builder::expect(NodeId id, Kind wanted) {
    const auto found = type(id).kind;
    if (kinds_fit(found, wanted)) return true;
    unfit(id, describe(wanted), describe(found));
    return false;
}

void Builder::expect_type(NodeId id, const Type& wanted) {
    if (!expect(id, wanted.kind)) return;
    if (!units_fit(type(id).unit, wanted.unit)) unfit_unit(id, in_unit(wanted.unit), type(id).unit);
    within_domain(id, wanted.names);
    if (wanted.kind == Kind::list && wanted.element && !common(type(id), wanted))
        report({"een lijst van een ander type verwacht", "expected a list of another type"}, offset(id));
}

NodeId Builder::constant(Value value, Kind kind, std::size_t offset) {
    return add(node::Constant{std::move(value)}, type_of_kind(kind), offset);
}

NodeId Builder::field(NodeId of, const std::string& name, std::size_t offset) {
    const auto& whole = type(of);
    const auto* literal = std::get_if<node::Constant>(&node(of));
    if (literal != nullptr && literal->value.is_null())
        report(base::both("null heeft geen veld '{}'", "null has no field '{}'", name), offset);
    if (whole.kind == Kind::any) return add(node::Field{of, 0, false, name}, {}, this->offset(of));
    const bool over_list = whole.kind == Kind::list;
    const Type record = over_list ? element_of(whole) : whole;
    const auto index = index_of_field(record, name);
    if (record.kind != Kind::record) {
        if (record.kind != Kind::any)
            report(base::both("{} heeft geen veld '{}'", "{} has no field '{}'", describe(whole.kind), name), offset);
    } else if (!index) {
        report(base::both("er is geen veld '{}'", "unknown field '{}'", name), offset,
               base::did_you_mean(name, record.fields, name_of));
    }
    if (!index) return add(node::Field{of, 0, over_list, name}, {}, this->offset(of));
    Type found = record.fields[*index].second;
    return add(node::Field{of, *index, over_list, name}, over_list ? list_of(std::move(found)) : std::move(found),
               this->offset(of));
}

NodeId Builder::bracket(NodeId list, NodeId inside, std::uint32_t local, std::size_t offset) {
    if (!expect(list, Kind::list)) return add(node::Filter{list, inside, local}, {}, this->offset(list));
    const auto kind = type(inside).kind;
    if (const auto* place = constant_number(inside); place != nullptr && *place == Decimal(0))
        report({"een lijst heeft geen element 0", "a list has no element 0"}, this->offset(inside),
               {"het eerste element is 1, het laatste -1", "the first element is 1, the last one -1"});
    if (kind == Kind::number) return add(node::Index{list, inside}, element_of(type(list)), this->offset(list));
    if (!kinds_fit(kind, Kind::boolean))
        report(base::both("een voorwaarde of een plaats verwacht, {} gevonden",
                          "expected a condition or a position, found {}", describe(kind)),
               offset);
    return add(node::Filter{list, inside, local}, type(list), this->offset(list));
}

NodeId Builder::negate(NodeId of, std::size_t offset) {
    if (const auto* literal = std::get_if<node::Constant>(&node(of));
        literal != nullptr && type(of).kind == Kind::number)
        return add(node::Constant{number::negate(literal->value)}, type(of), offset);
    if (type(of).kind != Kind::duration) expect(of, Kind::number);
    return add(node::Negate{of}, type(of), offset);
}

NodeId Builder::negation(NodeId of, std::size_t offset) {
    expect(of, Kind::boolean);
    return add(node::Not{of}, type_of_kind(Kind::boolean), offset);
}

NodeId Builder::compute(Arithmetic op, NodeId left, NodeId right) {
    auto result = arithmetic_type(op, left, right);
    if (const auto by = worked_out(right); op == Arithmetic::divide && by && *by == Decimal(0))
        report({"delen door 0 geeft geen uitkomst", "a division by 0 has no result"}, offset(right));
    return add(node::Compute{op, left, right}, std::move(result), offset(left));
}

NodeId Builder::compare(Relation op, NodeId left, NodeId right) {
    comparable(op, left, right);
    return add(node::Compare{op, left, right}, type_of_kind(Kind::boolean), offset(left));
}

const Decimal* Builder::constant_number(NodeId id) const {
    const auto* literal = std::get_if<node::Constant>(&node(id));
    return literal != nullptr ? literal->value.get<Decimal>() : nullptr;
}

/// Of a few numbers alone: 3 - 3.
std::optional<Decimal> Builder::worked_out(NodeId id, int depth) const {
    if (const auto* literal = constant_number(id)) return *literal;
    const auto* sum = std::get_if<node::Compute>(&node(id));
    if (sum == nullptr || depth > 8) return std::nullopt;
    const auto left = worked_out(sum->left, depth + 1);
    const auto right = left ? worked_out(sum->right, depth + 1) : std::nullopt;
    if (!right) return std::nullopt;
    const auto value = number::compute(sum->op, *left, *right);
    const auto* known = value.get<Decimal>();
    return known != nullptr ? std::optional(*known) : std::nullopt;
}

void Builder::not_empty(NodeId low, NodeId high, bool end_open) {
    const auto from = worked_out(low);
    const auto to = worked_out(high);
    if (!from || !to || *from < *to || (*from == *to && !end_open)) return;
    report(base::both("er ligt niets van {} tot {}", "nothing lies from {} to {}", from->to_string(), to->to_string()),
           offset(low),
           *to < *from ? Text{"de laagste grens staat voorop", "the lower end comes first"}
                       : Text{"een grens die niet meetelt, hoort bij geen van beide kanten",
                              "an end that is left out belongs to neither side"});
}

NodeId Builder::between(NodeId value, NodeId low, NodeId high) {
    not_empty(low, high);
    comparable(Relation::less_equal, value, low);
    comparable(Relation::less_equal, value, high);
    return add(node::Between{value, low, high}, type_of_kind(Kind::boolean), offset(value));
}

NodeId Builder::membership(NodeId value, std::vector<node::Membership::Test> tests) {
    using Sort = node::Membership::Sort;
    for (auto& test : tests) {
        if (test.sort == Sort::compare && test.op == Relation::equal && type(test.a).kind == Kind::list &&
            type(value).kind != Kind::list)
            test.sort = Sort::list;
        if (test.sort == Sort::compare) comparable(test.op, value, test.a);
        if (test.sort == Sort::range) {
            not_empty(test.a, test.b, test.low_open || test.high_open);
            comparable(Relation::less_equal, value, test.a);
            comparable(Relation::less_equal, value, test.b);
        }
        if (test.sort != Sort::list) continue;
        within_domain(test.a, type(value).names);
        if (!common(element_of(type(test.a)), type(value)))
            report(base::both("een lijst van {} verwacht", "expected a list of {}", describe_many(type(value).kind)),
                   offset(test.a));
    }
    return add(node::Membership{value, std::move(tests)}, type_of_kind(Kind::boolean), offset(value));
}

NodeId Builder::logic(Connective op, std::vector<NodeId> operands) {
    for (const auto operand : operands) expect(operand, Kind::boolean);
    const auto start = offset(operands.front());
    return add(node::Logic{op, std::move(operands)}, type_of_kind(Kind::boolean), start);
}

NodeId Builder::choice(NodeId condition, NodeId yes, NodeId no, std::size_t offset) {
    expect(condition, Kind::boolean);
    const auto type_of_both = common(type(yes), type(no));
    if (!type_of_both) {
        if (type(yes).kind == type(no).kind && type(yes).kind == Kind::number) common_unit(yes, no);
        else
            report(base::both("'then' geeft {}, maar 'else' geeft {}", "'then' gives {}, but 'else' gives {}",
                              describe(type(yes).kind), describe(type(no).kind)),
                   this->offset(no));
    }
    return add(node::If{condition, yes, no}, type_of_both.value_or(Type{}), offset);
}

NodeId Builder::quantifier(node::Quantifier quantifier, std::size_t offset) {
    expect(quantifier.list, Kind::list);
    expect(quantifier.condition, Kind::boolean);
    return add(std::move(quantifier), type_of_kind(Kind::boolean), offset);
}

NodeId Builder::list(std::vector<NodeId> items, std::size_t offset) {
    std::optional<Type> element = Type{};
    for (const auto item : items) {
        const auto wider = common(*element, type(item));
        if (!wider)
            report(base::both("{} verwacht zoals de waarden ervoor, {} gevonden",
                              "expected {} like the items before, found {}", describe(element->kind),
                              describe(type(item).kind)),
                   this->offset(item));
        else element = wider;
    }
    return add(node::MakeList{std::move(items)}, list_of(*element), offset);
}

std::string Builder::common_unit(NodeId left, NodeId right) {
    const auto& a = type(left).unit;
    const auto& b = type(right).unit;
    if (units_fit(a, b)) return a.empty() ? b : a;
    const bool rates = a.ends_with("/month") || a.ends_with("/year");
    const bool convertible = rates && (b.ends_with("/month") || b.ends_with("/year"));
    unfit_unit(
        right, in_unit(a), b,
        convertible ? Text{"per_year(x) en per_month(x) rekenen om", "per_year(x) and per_month(x) convert"} : Text());
    return {};
}

void Builder::comparable(Relation op, NodeId left, NodeId right) {
    const auto kind = type(left).kind;
    const bool ordered = op != Relation::equal && op != Relation::not_equal;
    if (ordered) {
        for (const auto id : {left, right}) {
            const auto found = type(id).kind;
            if (found == Kind::any || found == Kind::number || found == Kind::date || found == Kind::duration) continue;
            unfit(id, {"een getal, een datum of een duur", "a number, a date or a duration"}, describe(found));
            return;
        }
    }
    if (kind == Kind::any || !expect(right, kind)) return;
    if (kind == Kind::number) common_unit(left, right);
    within_domain(right, type(left).names);
    within_domain(left, type(right).names);
}

/// Every string literal that `literal` can be is one of `names` (none: any string).
void Builder::within_domain(NodeId literal, const std::vector<std::string>& names) {
    if (names.empty()) return;
    if (const auto* choice = std::get_if<node::If>(&node(literal))) {
        within_domain(choice->yes, names);
        within_domain(choice->no, names);
    }
    if (const auto* items = std::get_if<node::MakeList>(&node(literal)))
        for (const auto item : items->items) within_domain(item, names);
    const auto* constant = std::get_if<node::Constant>(&node(literal));
    const auto* text = constant != nullptr ? constant->value.get<std::string>() : nullptr;
    if (text == nullptr || std::ranges::find(names, *text) != names.end()) return;
    auto hint = base::did_you_mean(*text, names, [](const std::string& name) { return std::string_view(name); });
    report(base::both("onbekende waarde '{}'", "unknown value '{}'", *text), offset(literal), std::move(hint));
}

}  // namespace samenloop::feel
