#include "evaluator.hpp"

#include "../base/overloaded.hpp"
#include "number.hpp"

namespace samenloop::feel {
namespace {

const Value unknown;

const Value& field_of(const Value& record, std::uint32_t index) {
    const auto* r = record.get<Record>();
    return r != nullptr && r->fields && index < r->fields->size() ? (*r->fields)[index] : unknown;
}

template <class Values>
const Value& at(const Values& values, std::uint32_t index) {
    return index < values.size() ? values[index] : unknown;
}

}  // namespace

/// Where the value of a constant, an item, a local or a record's field lies; null for anything that is computed.
const Value* Evaluator::place(NodeId id) const {
    const auto& node = body_.nodes[id];
    if (const auto* slot = std::get_if<node::SlotRead>(&node)) return &at(environment_.slots, slot->slot);
    if (const auto* constant = std::get_if<node::Constant>(&node)) return &constant->value;
    if (const auto* local = std::get_if<node::LocalRead>(&node)) {
        if (!local->bound) return &at(environment_.locals, local->index);
        const auto* element = bound_[local->index - body_.environment_locals];
        return element != nullptr ? element : &unknown;
    }
    const auto* field = std::get_if<node::Field>(&node);
    if (field == nullptr || field->over_list) return nullptr;
    const auto* record = place(field->of);
    return record != nullptr ? &field_of(*record, field->index) : nullptr;
}

const Value& Evaluator::see(NodeId id, Value& room) {
    if (const auto* lies = place(id)) return *lies;
    room = value(id);
    return room;
}

Value Evaluator::value(NodeId id) {
    if (const auto* lies = place(id)) return *lies;
    return std::visit(
        base::overloaded{
            [](const node::Constant& n) { return n.value; },
            [&](const node::Field& n) { return of(n, id); },
            [&](const node::Filter&) { return materialise(id); },
            [&](const node::Negate& n) {
                Value room;
                return number::negate(see(n.of, room));
            },
            [&](const node::Given& n) {
                Value room;
                return Value(!see(n.of, room).is_unknown());
            },
            [&](const node::Index& n) { return of(n); },
            [&](const node::Compute& n) { return of(n); },
            [&](const node::If& n) { return of(n); },
            [&](const node::Call& n) { return of(n); },
            [&](const node::MakeList& n) { return of(n); },
            [&](const auto&) { return Value::from(truth(id)); },
        },
        body_.nodes[id]);
}

Truth Evaluator::truth(NodeId id) {
    return std::visit(
        base::overloaded{
            [&](const node::Not& n) { return !truth(n.of); },
            [&](const node::Compare& n) { return of(n); },
            [&](const node::Between& n) { return of(n); },
            [&](const node::Membership& n) { return of(n); },
            [&](const node::Logic& n) { return of(n); },
            [&](const node::Quantifier& n) { return of(n); },
            [&](const auto&) {
                Value room;
                return see(id, room).truth();
            },
        },
        body_.nodes[id]);
}

Value Evaluator::of(const node::Field& n, NodeId id) {
    if (n.over_list) return materialise(id);
    Value room;
    return field_of(see(n.of, room), n.index);
}

Value Evaluator::of(const node::Index& n) {
    Value at_room;
    const auto* position = see(n.at, at_room).get<Decimal>();
    if (position == nullptr || !position->is_integer()) return {};
    const auto from_one = position->to_int();
    if (from_one > 0) return nth(n.list, from_one);
    Value list_room;
    const auto* list = see(n.list, list_room).get<List>();
    if (list == nullptr) return {};
    const auto size = list->elements ? static_cast<std::int64_t>(list->elements->size()) : 0;
    if (from_one == 0 || size + from_one < 0) return Null{};
    return (*list->elements)[static_cast<std::size_t>(size + from_one)];
}

/// Looks no further than that element: it is unknown only if it is not certain what stands before it.
Value Evaluator::nth(NodeId list, std::int64_t position) {
    Value found = Null{};
    const bool known = each(list, [&](const Value& element, bool certain) {
        if (certain && --position > 0) return true;
        found = certain ? element : Value();
        return false;
    });
    return known ? found : Value();
}

Value Evaluator::of(const node::Compute& n) {
    Value left;
    Value right;
    const auto& a = see(n.left, left);
    return number::compute(n.op, a, see(n.right, right));
}

Value Evaluator::of(const node::If& n) {
    const auto condition = truth(n.condition);
    if (condition == Truth::unknown) return hull(value(n.yes), value(n.no));
    return value(condition == Truth::yes ? n.yes : n.no);
}

Value Evaluator::of(const node::MakeList& n) {
    auto items = std::make_shared<std::vector<Value>>();
    items->reserve(n.items.size());
    for (const auto item : n.items) items->push_back(value(item));
    return List{std::move(items)};
}

/// The list of a filter or a path; unknown if it is not certain what belongs to it.
Value Evaluator::materialise(NodeId list) {
    auto items = std::make_shared<std::vector<Value>>();
    bool all_certain = true;
    const bool known = each(list, [&](const Value& v, bool certain) {
        items->push_back(v);
        all_certain = certain;
        return certain;
    });
    if (!known || !all_certain) return {};
    return List{std::move(items)};
}

/// False if the list itself is not known.
bool Evaluator::each(NodeId list, Visitor visit) {
    const auto& node = body_.nodes[list];
    if (const auto* filter = std::get_if<node::Filter>(&node)) {
        const auto position = filter->local - body_.environment_locals;
        return each(filter->list, [&](const Value& element, bool certain) {
            bound_[position] = &element;
            const auto passes = truth(filter->condition);
            return passes == Truth::no || visit(element, certain && passes == Truth::yes);
        });
    }
    if (const auto* field = std::get_if<node::Field>(&node); field != nullptr && field->over_list)
        return each(field->of, [&](const Value& element, bool certain) {
            return visit(field_of(element, field->index), certain);
        });
    if (const auto* made = std::get_if<node::MakeList>(&node)) {
        for (const auto item : made->items) {
            Value room;
            work::add(meter_);
            if (!visit(see(item, room), true)) break;
        }
        return true;
    }
    return each_of_value(list, visit);
}

bool Evaluator::each_of_value(NodeId list, Visitor visit) {
    Value room;
    const auto* found = see(list, room).get<List>();
    if (found == nullptr) return false;
    if (!found->elements) return true;
    for (const auto& element : *found->elements) {
        work::add(meter_);
        if (!visit(element, true)) break;
    }
    return true;
}

Truth Evaluator::of(const node::Compare& n) {
    Value left;
    Value right;
    const auto& a = see(n.left, left);
    return number::compare(n.op, a, see(n.right, right));
}

Truth Evaluator::of(const node::Between& n) {
    Value value_room;
    Value low;
    Value high;
    const auto& v = see(n.value, value_room);
    return number::compare(Relation::greater_equal, v, see(n.low, low)) &&
           number::compare(Relation::less_equal, v, see(n.high, high));
}

Truth Evaluator::of(const node::Membership& n) {
    Value room;
    const auto& v = see(n.value, room);
    auto result = Truth::no;
    for (const auto& test : n.tests) {
        result = result || passes(test, v);
        if (result == Truth::yes) break;
    }
    return result;
}

Truth Evaluator::passes(const node::Membership::Test& test, const Value& v) {
    using Sort = node::Membership::Sort;
    if (test.sort == Sort::list) return contains(test.a, v);
    Value low;
    if (test.sort == Sort::compare) return number::compare(test.op, v, see(test.a, low));
    Value high;
    return number::compare(test.low_open ? Relation::greater : Relation::greater_equal, v, see(test.a, low)) &&
           number::compare(test.high_open ? Relation::less : Relation::less_equal, v, see(test.b, high));
}

Truth Evaluator::contains(NodeId list, const Value& v) {
    auto result = Truth::no;
    const bool known = each(list, [&](const Value& element, bool certain) {
        const auto same = number::compare(Relation::equal, v, element);
        result = result || (certain ? same : same && Truth::unknown);
        return result != Truth::yes;
    });
    return known ? result : Truth::unknown;
}

Truth Evaluator::of(const node::Logic& n) {
    const bool all = n.op == Connective::conjunction;
    const auto decided = all ? Truth::no : Truth::yes;
    auto result = !decided;
    for (const auto operand : n.operands) {
        result = all ? (result && truth(operand)) : (result || truth(operand));
        if (result == decided) break;
    }
    return result;
}

Truth Evaluator::of(const node::Quantifier& n) {
    const bool all = n.op == Quantity::every;
    const auto decided = all ? Truth::no : Truth::yes;
    const auto position = n.local - body_.environment_locals;
    auto result = !decided;
    const bool known = each(n.list, [&](const Value& element, bool certain) {
        bound_[position] = &element;
        const auto holds = truth(n.condition);
        if (all) result = result && (certain ? holds : holds || Truth::unknown);
        else result = result || (certain ? holds : holds && Truth::unknown);
        return result != decided;
    });
    return known ? result : Truth::unknown;
}

}  // namespace samenloop::feel

namespace samenloop {

Value evaluate(const Expression& e, const Environment& environment) {
    if (e.empty()) return {};
    return feel::Evaluator(e.body(), environment).value(e.body().root());
}

}  // namespace samenloop
