// Types of arithmetic and of function calls: kinds of the operands, units of the result.

#include <algorithm>

#include "../base/both.hpp"
#include "builder.hpp"
#include "type.hpp"

namespace samenloop::feel {
namespace {

Type of_kind(Kind kind) {
    Type type;
    type.kind = kind;
    return type;
}

Type number_in(std::string unit) {
    Type type = of_kind(Kind::number);
    type.unit = std::move(unit);
    return type;
}

const Text without_unit{"zonder eenheid", "without unit"};

bool is_time(Kind kind) { return kind == Kind::date || kind == Kind::duration; }

}  // namespace

/// date - date, date ± duration, duration ± duration.
std::optional<Type> Builder::time_type(Arithmetic op, NodeId left, NodeId right) const {
    const auto a = type(left).kind;
    const auto b = type(right).kind;
    if (op != Arithmetic::add && op != Arithmetic::subtract) return std::nullopt;
    if (b == Kind::duration && is_time(a)) return of_kind(a);
    if (op == Arithmetic::subtract && a == Kind::date && b == Kind::date) return of_kind(Kind::duration);
    if (op == Arithmetic::add && a == Kind::duration && b == Kind::date) return of_kind(Kind::date);
    return std::nullopt;
}

/// A time beside something that it cannot be reckoned with.
void Builder::report_time(NodeId left, NodeId right) {
    const bool first = is_time(type(left).kind);
    if (type(first ? right : left).kind == Kind::any) return;
    expect(right, first ? Kind::duration : Kind::number);
    if (kinds_fit(type(right).kind, Kind::duration) || type(left).kind == Kind::duration)

        report({"een duur of datum kan alleen worden opgeteld en afgetrokken",
                "durations and dates can only be added and subtracted"},
               offset(left));
}

Type Builder::arithmetic_type(Arithmetic op, NodeId left, NodeId right) {
    if (const auto time = time_type(op, left, right)) return *time;
    if (is_time(type(left).kind) || is_time(type(right).kind)) {
        report_time(left, right);
        return {};
    }
    const bool left_fits = expect(left, Kind::number);
    const bool right_fits = expect(right, Kind::number);
    if (!left_fits || !right_fits) return {};
    const auto& a = type(left).unit;
    const auto& b = type(right).unit;
    switch (op) {
    case Arithmetic::add:
    case Arithmetic::subtract: return number_in(common_unit(left, right));
    case Arithmetic::multiply:
        if (!a.empty() && !b.empty())
            report(base::both("een getal in '{}' kan niet maal een in '{}'",
                              "cannot multiply a number in '{}' by one in '{}'", a, b),
                   offset(right));
        return number_in(a.empty() ? b : a);
    case Arithmetic::divide:
        if (a == b) return number_in("");
        if (!a.empty() && !b.empty())
            report(base::both("een getal in '{}' kan niet gedeeld worden door een in '{}'",
                              "cannot divide a number in '{}' by one in '{}'", a, b),
                   offset(right));
        return number_in(a.empty() ? b : a);
    case Arithmetic::power:
        if (!b.empty()) unfit_unit(right, without_unit, b);
        return number_in(a);
    }
    return {};
}

void Builder::wrong_count(const Signature& signature, std::size_t found, std::size_t offset) {
    const bool one = signature.least == 1;
    report(base::both("'{}' heeft {}{} {} nodig, en krijgt er {}", "'{}' takes {}{} {}, found {}", signature.name,
                      signature.most == any_count ? Text{"ten minste ", "at least "} : Text(), signature.least,
                      one ? Text{"argument", "argument"} : Text{"argumenten", "arguments"}, found),
           offset);
}

NodeId Builder::call(const Signature& signature, std::vector<NodeId> arguments, std::size_t offset) {
    if (arguments.size() < signature.least || arguments.size() > signature.most) {
        wrong_count(signature, arguments.size(), offset);
        return add(node::Constant{}, of_kind(signature.gives), offset);
    }
    bool fit = true;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        fit = expect(arguments[i], signature.takes[std::min<std::size_t>(i, 1)]) && fit;
    if (const auto literal = literal_call(signature, arguments.front(), offset)) return *literal;
    auto result = fit ? call_type(signature, arguments) : of_kind(signature.gives);
    return add(node::Call{signature.function, std::move(arguments)}, std::move(result), offset);
}

/// date("2025-01-15") and duration("P28D") are constants, checked here.
std::optional<NodeId> Builder::literal_call(const Signature& signature, NodeId argument, std::size_t offset) {
    const auto* constant = std::get_if<node::Constant>(&node(argument));
    const auto* text = constant != nullptr ? constant->value.get<std::string>() : nullptr;
    if (text == nullptr) return std::nullopt;
    if (signature.function == Function::date) {
        const auto date = Date::parse(*text);
        if (!date)
            report(base::both("'{}' is geen datum", "'{}' is not a date", *text), this->offset(argument),
                   {"een datum ziet eruit als 2025-01-15", "dates look like 2025-01-15"});
        return this->constant(date ? Value(*date) : Value(), Kind::date, offset);
    }
    if (signature.function == Function::duration) {
        const auto duration = Duration::parse(*text);
        if (!duration)
            report(base::both("'{}' is geen duur", "'{}' is not a duration", *text), this->offset(argument),
                   {"een duur ziet eruit als P28D of P1Y2M", "durations look like P28D or P1Y2M"});
        return this->constant(duration ? Value(*duration) : Value(), Kind::duration, offset);
    }
    return std::nullopt;
}

Type Builder::call_type(const Signature& signature, const std::vector<NodeId>& arguments) {
    const auto first = arguments.front();
    switch (signature.function) {
    case Function::min:
    case Function::max: return extreme_type(arguments);
    case Function::sum: {
        const Type element = element_of(type(first));
        if (!kinds_fit(element.kind, Kind::number))
            report(base::both("een lijst van getallen verwacht, een van {} gevonden",
                              "expected a list of numbers, found one of {}", describe_many(element.kind)),
                   offset(first));
        return number_in(element.unit);
    }
    case Function::decimal:
        if (!type(arguments[1]).unit.empty()) unfit_unit(arguments[1], without_unit, type(arguments[1]).unit);
        return number_in(type(first).unit);
    case Function::abs:
    case Function::floor:
    case Function::ceiling:
    case Function::sqrt: return number_in(type(first).unit);
    case Function::per_year: return rate_type(first, "/month", "/year");
    case Function::per_month: return rate_type(first, "/year", "/month");
    case Function::list_contains:
        within_domain(arguments[1], element_of(type(first)).names);
        if (!common(element_of(type(first)), type(arguments[1])))
            unfit(arguments[1], describe(element_of(type(first)).kind), describe(type(arguments[1]).kind));
        return of_kind(signature.gives);
    default: return of_kind(signature.gives);
    }
}

Type Builder::extreme_type(const std::vector<NodeId>& arguments) {
    const bool one_list = arguments.size() == 1 && type(arguments.front()).kind == Kind::list;
    Type result = one_list ? element_of(type(arguments.front())) : type(arguments.front());
    for (const auto id : arguments) {
        const Type each = one_list ? result : type(id);
        if (each.kind != Kind::any && each.kind != Kind::number && each.kind != Kind::date) {
            unfit(id, {"getallen of datums", "numbers or dates"}, describe(each.kind));
            return {};
        }
        if (kinds_fit(result.kind, Kind::number) && kinds_fit(each.kind, Kind::number) &&
            !units_fit(result.unit, each.unit)) {
            unfit_unit(id, in_unit(result.unit), each.unit);
            return {};
        }
        const auto both = common(result, each);
        if (!both) {
            unfit(id, describe(result.kind), describe(each.kind));
            return {};
        }
        result = *both;
    }
    return result;
}

Type Builder::rate_type(NodeId argument, std::string_view from, std::string_view to) {
    const auto& unit = type(argument).unit;
    if (unit.empty()) return number_in("");
    if (unit.ends_with(from)) return number_in(unit.substr(0, unit.size() - from.size()) + std::string(to));
    unfit_unit(argument, in_unit("…" + std::string(from)), unit);
    return number_in("");
}

}  // namespace samenloop::feel
