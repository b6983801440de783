#include "samenloop/value.hpp"

#include <algorithm>

#include "../base/overloaded.hpp"
#include "moving_day.hpp"
#include "quote.hpp"

namespace samenloop::feel {
namespace {

bool same_elements(const std::shared_ptr<const std::vector<Value>>& a,
                   const std::shared_ptr<const std::vector<Value>>& b) {
    if (a == b) return true;
    const auto empty = [](const auto& p) { return !p || p->empty(); };
    if (empty(a) || empty(b)) return empty(a) && empty(b);
    return *a == *b;
}

std::string join(const Context& values) {
    std::string text;
    if (!values) return text;
    for (const auto& v : *values) text += (text.empty() ? "" : ", ") + samenloop::to_string(v);
    return text;
}

std::string to_string(const Range& r) {
    return (r.low ? "[" + r.low->to_string() : "(") + ".." + (r.high ? r.high->to_string() + "]" : ")");
}

std::string to_string(const Polynomial& p) {
    std::string text = "curve(";
    for (const auto& c : p.c) text += (&c == p.c.data() ? "" : ", ") + c.to_string();
    return text + ")";
}

bool is_number(const Value& v) { return v.get<Decimal>() != nullptr || v.get<Range>() != nullptr; }

}  // namespace

}  // namespace samenloop::feel

namespace samenloop {

Truth operator!(Truth a) { return a == Truth::unknown ? a : a == Truth::yes ? Truth::no : Truth::yes; }
// The enumerators are in the order no < unknown < yes, in which Kleene's `and` is the minimum, `or` the maximum.
Truth operator&&(Truth a, Truth b) { return std::min(a, b); }
Truth operator||(Truth a, Truth b) { return std::max(a, b); }

bool List::operator==(const List& o) const { return feel::same_elements(elements, o.elements); }
bool Record::operator==(const Record& o) const { return feel::same_elements(fields, o.fields); }

Value Value::from(Truth t) { return t == Truth::unknown ? Value() : Value(t == Truth::yes); }

Truth Value::truth() const {
    const auto* b = get<bool>();
    return b == nullptr ? Truth::unknown : *b ? Truth::yes : Truth::no;
}

Range Value::bounds() const {
    if (const auto* d = get<Decimal>()) return {*d, *d};
    if (const auto* r = get<Range>()) return *r;
    return {};
}

bool Value::operator==(const Value& other) const {
    if (data_.index() != other.data_.index()) return false;
    if (const auto* p = get<std::shared_ptr<const Polynomial>>()) {
        const auto& q = *other.get<std::shared_ptr<const Polynomial>>();
        return *p == q || (*p && q && **p == *q);
    }
    if (const auto *a = feel::moving_day::in(*this), *b = feel::moving_day::in(other); a != nullptr && b != nullptr)
        return *a == *b;
    if (const auto *a = get<Range>(), *b = other.get<Range>(); a != nullptr && b != nullptr) return *a == *b;
    return data_ == other.data_;
}

std::string to_string(const Value& v) {
    return std::visit(
        base::overloaded{
            [](const Unknown&) -> std::string { return "unknown"; },
            [](const Null&) -> std::string { return "null"; },
            [](bool b) -> std::string { return b ? "true" : "false"; },
            [](const std::shared_ptr<const Range>& r) { return feel::to_string(*r); },
            [](const std::shared_ptr<const Polynomial>& p) { return p ? feel::to_string(*p) : "unknown"; },
            [](const std::string& s) { return feel::quote(s); },
            [](const Decimal& d) { return d.to_string(); },
            [](const Date& d) { return "date(\"" + d.to_string() + "\")"; },
            [](const Duration& d) { return "duration(\"" + d.to_string() + "\")"; },
            [](const List& l) { return "[" + feel::join(l.elements) + "]"; },
            [](const Record& r) { return "{" + feel::join(r.fields) + "}"; },
            [](const std::shared_ptr<const MovingDay>& d) {
                return d ? to_string(Value(feel::moving_day::at(*d))) : "unknown";
            },
        },
        v.data());
}

Value hull(const Value& a, const Value& b) {
    if (a == b) return a;
    if (!feel::is_number(a) || !feel::is_number(b)) return {};
    auto covered = a.bounds();
    const auto other = b.bounds();
    covered.low = covered.low && other.low ? std::optional(std::min(*covered.low, *other.low)) : std::nullopt;
    covered.high = covered.high && other.high ? std::optional(std::max(*covered.high, *other.high)) : std::nullopt;
    if (!covered.low && !covered.high) return {};
    return covered;
}

}  // namespace samenloop
