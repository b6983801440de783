// Which single change of one fact would end a matter: the nearest value, proved by asking again.  For numbers and dates
// the border comes from the constants that conditions compare with; what would be given on request is tried likewise.

#include <algorithm>

#include "detect/borders.hpp"
#include "detect/minimal.hpp"
#include "evaluate/curve.hpp"
#include "feel/number.hpp"

namespace samenloop {
namespace {

bool is_money(const Type& type) { return type.unit.starts_with("eur"); }

/// A whole year or piece, a cent.
Decimal unit_step(const Type& type) { return is_money(type) ? Decimal(1) / Decimal(100) : Decimal(1); }

/// Nobody pays parts of a cent: the cents on both sides of a border are tried, and one that does not do it is dropped.
Decimal payable(const Decimal& border, const Type& type) {
    constexpr int cents = 2;
    return is_money(type) ? border.rounded(cents) : border;
}

std::vector<Value> numbers_near(const std::vector<Value>& borders, const Decimal& now, const Item& item,
                                const Type& type) {
    std::vector<Decimal> all;
    const auto step = unit_step(type);
    for (const auto& v : borders)
        if (const auto* border = v.get<Decimal>()) {
            const auto d = payable(*border, type);
            for (const auto& x : {d - step, d, d + step})
                if (x != now && (!item.minimum || x >= *item.minimum) && (!item.maximum || x <= *item.maximum))
                    all.push_back(x);
        }
    const auto distance = [&](const Decimal& d) { return d > now ? d - now : now - d; };
    std::ranges::sort(all, [&](const Decimal& a, const Decimal& b) {
        return distance(a) != distance(b) ? distance(a) < distance(b) : a < b;
    });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return {all.begin(), all.end()};
}

std::vector<Value> dates_near(const std::vector<Value>& borders, Date now) {
    std::vector<Date> all;
    for (const auto& v : borders)
        if (const auto* d = v.get<Date>())
            for (const std::int32_t shift : {-1, 0, 1}) all.push_back(Date::from_days(d->days() + shift));
    std::erase(all, now);
    std::ranges::sort(all, [&](Date a, Date b) {
        const auto da = std::abs(a.days() - now.days());
        const auto db = std::abs(b.days() - now.days());
        return da != db ? da < db : a < b;
    });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return {all.begin(), all.end()};
}

/// Where conditions compare the number with amounts and other facts: the breakpoints of the curve over it.
std::vector<Value> breakpoints(const Evaluation& e, const Path& path, const Decimal& now) {
    const auto low = e.base().items[path.slot].minimum.value_or(Decimal(0));
    const auto high = now > Decimal(0) ? now + now : Decimal(100);
    std::vector<Value> found;
    for (const auto& piece : curve(e, path, low, high).pieces) found.emplace_back(piece.high);
    return found;
}

std::string receiver(const Evaluation& e, Index r) {
    for (const auto a : e.program->arguments_of_rule[r])
        if (!e.labels[a].empty()) return e.actor(a, 0);
    return {};
}

/// How much less is lost once the rule is used; nothing when it does not help.
std::optional<Value> helped(const Value& before, const Value& after) {
    const auto a = before.bounds();
    const auto b = after.bounds();
    if (a.low && b.low && *a.low - *b.low >= Decimal(1)) return number::subtract(Value(*a.low), Value(*b.low));
    // Some amount, however much: more than before, or as much.  Of what is not known at all nothing is said.
    if (a.low && !b.low && a.high && b.high && *b.high <= *a.high) return Value();
    return std::nullopt;
}

}  // namespace

std::vector<Value> nearby_values(const Evaluation& e, const Path& path) {
    const auto& base = e.base();
    const auto& type = type_at(base, path);
    const auto now = value_at(e.facts, path);
    if (const auto* b = now.get<bool>()) return {Value(!*b)};
    auto borders = borders_of(e, path);
    if (const auto* d = now.get<Decimal>()) {
        for (auto& v : breakpoints(e, path, *d)) borders.push_back(std::move(v));
        return numbers_near(borders, *d, base.items[path.slot], type);
    }
    if (const auto* d = now.get<Date>()) return dates_near(borders, *d);
    std::vector<Value> names;
    for (const auto& n : type.names) names.emplace_back(n);
    if (names.empty() && type.kind == Kind::string) names = borders;
    std::erase(names, now);
    return names;
}

std::vector<Change> removing_changes(const Inquiry& inquiry, const Matter& m, const std::vector<Path>& all) {
    std::vector<Change> found;
    const auto& e = inquiry.law();
    for (const auto& path : all) {
        if (found.size() == max_changes) break;
        const auto now = value_at(e.facts, path);
        for (const auto& v : nearby_values(e, path)) {
            if (!inquiry.gone(m, {{}, {}, {{path.slot, replaced(e.facts, path, v)}}})) continue;
            found.push_back({to_string(e.base(), path), now, v});
            break;
        }
    }
    return found;
}

std::vector<Remedy> remedies_for(const Inquiry& inquiry, const Matter& m) {
    std::vector<Remedy> found;
    const auto& here = inquiry.in(m.world);
    for (Index r = 0; r < here.base().rules.size(); ++r) {
        const auto& rule = here.rule(r);
        const bool offered = (rule.on_request && here.applies(r) != Truth::yes) || rule.discretion == Discretion::may;
        if (!offered || !here.program->in_force[r] || here.out[r]) continue;
        const Variation use{{}, {r}, {}};
        const auto with = vary(here, use);
        if (with.applies(r) == Truth::no) continue;
        const auto after = inquiry.again(m, use);
        if (!after && !inquiry.answered(m, vary(inquiry.law(), use))) continue;
        Remedy remedy{r, receiver(with, r), rule.discretion, rule.title, {}};
        if (after) {
            const auto gain = helped(m.candidate.measure, after->measure);
            if (!gain && after->holds == m.candidate.holds) continue;
            if (gain)
                if (const auto* d = gain->get<Decimal>()) remedy.amounts.emplace_back(m.candidate.measured_in, *d);
        }
        found.push_back(std::move(remedy));
    }
    return found;
}

}  // namespace samenloop
