#include "solve/domain.hpp"

#include <algorithm>
#include <ranges>

namespace samenloop::solve {
namespace {

constexpr std::size_t most_elements = 48;

void add(std::vector<Cell>& cells, const Value& v) {
    if (std::ranges::find(cells, v, &Cell::inside) == cells.end()) cells.push_back({v, v});
}

constexpr int cent_digits = 2;

/// The nearest below that can be paid.
Decimal in_cents(const Decimal& d) { return (d * Decimal(100)).floor() / Decimal(100); }

/// A number that people would name: whole if one fits; of money whole cents, and nothing where none fit.
std::optional<Decimal> between(const Decimal& low, const Decimal& high, bool money) {
    auto middle = (low + high) / Decimal(2);
    auto whole = middle.floor();
    if (whole > low && whole < high) return whole;
    if (!money) return middle;
    static const auto cent = Decimal(1) / Decimal(100);
    for (const auto& at : {in_cents(middle), in_cents(middle) + cent})
        if (at > low && at < high) return at;
    return std::nullopt;
}

struct Bounds {
    std::optional<Decimal> low;
    std::optional<Decimal> high;
};

std::vector<Decimal> numbers(const std::vector<Value>& constants, const Bounds& domain) {
    std::vector<Decimal> at;
    for (const auto& v : constants)
        if (const auto* d = v.get<Decimal>())
            if (!(domain.low && *d < *domain.low) && !(domain.high && *d > *domain.high)) at.push_back(*d);
    if (domain.low) at.push_back(*domain.low);
    if (domain.high) at.push_back(*domain.high);
    if (at.empty()) at.emplace_back(0);
    std::ranges::sort(at);
    at.erase(std::unique(at.begin(), at.end()), at.end());
    return at;
}

/// Every constant, and what lies between and beyond; a stretch is one cell, told by a number inside it: the usual one,
/// if it is there.  Nobody has an amount that is no whole cent.
std::vector<Cell> number_cells(const Type& type, const std::vector<Value>& constants, const Bounds& domain,
                               bool non_separable, const Decimal* usual) {
    const bool money = type.unit.starts_with("eur");
    const auto at = numbers(constants, domain);
    std::vector<Cell> cells;
    const auto stretch = [&](std::optional<Decimal> low, std::optional<Decimal> high, std::optional<Decimal> inside) {
        if (usual != nullptr && !(low && *usual <= *low) && !(high && *usual >= *high)) inside = *usual;
        if (inside) cells.push_back({non_separable ? Value(Range{low, high}) : Value(*inside), *inside});
    };
    const auto beyond = [&](const Decimal& d) { return money ? in_cents(d) : d; };
    if (!domain.low) stretch(std::nullopt, at.front(), beyond(at.front() - Decimal(1)));
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (!money || at[i].rounded(cent_digits) == at[i]) add(cells, at[i]);
        if (i + 1 < at.size()) stretch(at[i], at[i + 1], between(at[i], at[i + 1], money));
    }
    if (!domain.high) stretch(at.back(), std::nullopt, beyond(at.back() + Decimal(1)));
    return cells;
}

std::vector<Cell> date_cells(const std::vector<Value>& constants) {
    std::vector<Cell> cells;
    for (const auto& v : constants)
        if (const auto* d = v.get<Date>())
            for (const std::int32_t shift : {-1, 0, 1}) add(cells, Date::from_days(d->days() + shift));
    if (cells.empty()) add(cells, Date{});
    return cells;
}

std::vector<Cell> text_cells(const std::vector<Value>& constants, const Type& type) {
    std::vector<Cell> cells;
    for (const auto& name : type.names) add(cells, name);
    for (const auto& v : constants)
        if (v.get<std::string>() != nullptr) add(cells, v);
    if (!type.names.empty()) return cells;
    // Two others: what two unknown texts that are none of the constants may be.
    const auto enough = cells.size() + 2;
    for (char letter = 'A'; cells.size() < enough; ++letter) add(cells, std::string(1, letter));
    return cells;
}

std::vector<Cell> cells_of(const Type& type, const Bounds& domain, const std::vector<Value>& constants,
                           bool non_separable, const Value& usual) {
    switch (type.kind) {
    case Kind::boolean: return {{true, true}, {false, false}};
    case Kind::number: return number_cells(type, constants, domain, non_separable, usual.get<Decimal>());
    case Kind::date: return date_cells(constants);
    case Kind::string: return text_cells(constants, type);
    default: return {};
    }
}

bool is_null(const Value& v) { return v.is_null(); }

/// What it is for the ordinary person, where that depends on nothing else.
Value ordinary(const std::optional<Expression>& e) {
    return e && e->reads().empty() && e->local_reads().empty() ? evaluate(*e, {}) : Value();
}

/// The ordinary value first, so that what is found deviates no more than needed.
std::vector<Cell> ordinary_first(std::vector<Cell> cells, const Value& first) {
    std::ranges::stable_partition(cells, [&](const Cell& c) { return c.inside == first; });
    return cells;
}

using Fields = std::vector<Value>;

Value list_of(const std::vector<const Fields*>& elements) {
    std::vector<Value> records;
    for (const auto* fields : elements) records.emplace_back(Record{std::make_shared<const Fields>(*fields)});
    return List{std::make_shared<const std::vector<Value>>(std::move(records))};
}

}  // namespace

Axis axis_of(const RuleBase& base, Slot slot, const std::vector<Value>& constants, bool non_separable) {
    const auto& item = base.items[slot];
    const auto usual = ordinary(item.ordinary);
    Axis axis{slot, cells_of(item.type, {item.minimum, item.maximum}, constants, non_separable, usual), true};
    if (usual.is_null() || std::ranges::any_of(constants, is_null)) add(axis.cells, Null{});
    axis.cells = ordinary_first(std::move(axis.cells), usual);
    const auto kind = item.type.kind;
    const bool closed = kind == Kind::boolean || kind == Kind::number || !item.type.names.empty();
    axis.covers = !axis.cells.empty() && (closed || !non_separable);
    return axis;
}

Axis list_axis(const RuleBase& base, Slot slot, const std::vector<std::optional<std::vector<Value>>>& read) {
    const auto& item = base.items[slot];
    Axis axis{slot, {}, false};
    const Value empty = List{};
    axis.cells.push_back({empty, empty});
    if (!item.type.element || item.type.element->kind != Kind::record) return axis;
    const auto& fields = item.type.element->fields;
    std::vector<Fields> elements{{}};
    for (std::size_t f = 0; f < fields.size(); ++f) {
        const auto& domain = item.field_domains[f];
        const auto usual = ordinary(item.field_ordinary[f]);
        auto cells = read[f] ? cells_of(fields[f].second, {domain.low, domain.high}, *read[f], false, usual)
                             : std::vector<Cell>{{Value(), Value()}};
        cells = ordinary_first(std::move(cells), usual);
        std::vector<Fields> longer;
        for (const auto& element : elements)
            for (const auto& cell : cells) {
                if (longer.size() >= most_elements && &cell != &cells.front()) break;
                longer.push_back(element);
                longer.back().push_back(cell.inside);
            }
        elements = std::move(longer);
    }
    // No two elements are alike, so no two of these lists are.
    const auto cell = [&](const std::vector<const Fields*>& of) {
        const auto list = list_of(of);
        axis.cells.push_back({list, list});
    };
    for (const auto& e : elements) cell({&e});
    for (const auto& e : elements) cell({&e, &e});
    for (const auto& e : elements | std::views::drop(1)) cell({&elements.front(), &e});
    return axis;
}

}  // namespace samenloop::solve
