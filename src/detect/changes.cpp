// Other values worth trying at a place, and what would be given on request or at discretion.  For numbers and dates the
// values are the borders that conditions set, and just beyond them; nobody's way out is a cent.

#include <algorithm>

#include "detect/breakpoints.hpp"
#include "detect/minimal.hpp"
#include "engine/curve.hpp"
#include "feel/number.hpp"
#include "model/holdable.hpp"

namespace samenloop::detect {
namespace {

/// The border itself and what lies next to it on both sides; of money whole euros.
std::vector<Value> numbers_near(const std::vector<Value>& borders, const Decimal& now, bool is_money) {
    std::vector<Decimal> all;
    for (const auto& v : borders) {
        const auto* border = v.get<Decimal>();
        if (border == nullptr) continue;
        const auto [low, high] = is_money ? std::pair{border->floor(), border->ceiling()} : std::pair{*border, *border};
        for (const auto& x : {low - Decimal(1), low, high, high + Decimal(1)}) all.push_back(x);
    }
    const auto distance = [&](const Decimal& d) { return d > now ? d - now : now - d; };
    if (is_money) std::erase_if(all, [&](const Decimal& d) { return distance(d) < Decimal(1); });
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
std::vector<Value> breakpoints(const engine::Evaluation& e, const model::Path& path, const Decimal& now) {
    const auto low = model::domain_at(e.base(), path).range.low.value_or(Decimal(0));
    const auto high = now > Decimal(0) ? now + now : Decimal(100);
    std::vector<Value> found;
    for (const auto& piece : engine::curve(e, path, low, high).pieces)
        if (piece.high < high) found.emplace_back(piece.high);
    return found;
}

std::string receiver(const engine::Evaluation& e, Index r) {
    for (const auto a : e.program->arguments_of_rule[r])
        if (!e.labels[a].empty()) return e.actor(a, 0);
    return {};
}

/// How much less is lost once the rule is used; nothing when it does not help.
std::optional<Value> helped(const Value& before, const Value& after) {
    const auto a = before.bounds();
    const auto b = after.bounds();
    if (a.low && b.low && *a.low - *b.low >= Decimal(1)) return feel::number::subtract(Value(*a.low), Value(*b.low));
    // Some amount, however much: more than before, or as much.  Of what is not known at all nothing is said.
    if (a.low && !b.low && a.high && b.high && *b.high <= *a.high) return Value();
    return std::nullopt;
}

}  // namespace

std::vector<Value> nearby_values(const engine::Evaluation& e, const model::Path& path) {
    const auto& base = e.base();
    const auto& type = model::type_at(base, path);
    const auto now = model::value_at(e.facts, path);
    if (const auto* b = now.get<bool>()) return {Value(!*b)};
    std::vector<Value> found;
    auto borders = breakpoints_of(e, path);
    if (const auto* d = now.get<Decimal>()) {
        for (auto& v : breakpoints(e, path, *d)) borders.push_back(std::move(v));
        found = numbers_near(borders, *d, type.unit.starts_with("eur"));
    } else if (const auto* day = now.get<Date>()) {
        found = dates_near(borders, *day);
    } else {
        for (const auto& n : type.names) found.emplace_back(n);
        if (found.empty() && type.kind == Kind::string) found = borders;
    }
    std::erase_if(found, [&](const Value& v) { return v == now || !model::may_hold(base, path, v); });
    return found;
}

std::vector<Remedy> remedies_for(const WhatIf& inquiry, const CandidateFinding& m) {
    std::vector<Remedy> found;
    const auto& here = inquiry.in(m.world);
    for (Index r = 0; r < here.base().rules.size(); ++r) {
        const auto& rule = here.rule(r);
        const bool offered = (rule.on_request && here.applies(r) != Truth::yes) || rule.discretion == Discretion::may;
        if (!offered || !here.program->in_force[r] || here.out[r]) continue;
        const engine::Variation use{{}, {r}, {}};
        const auto with = engine::vary(here, use);
        if (with.applies(r) == Truth::no) continue;
        const auto after = inquiry.again(m, use);
        if (!after && !inquiry.answered(m, engine::vary(inquiry.law(), use))) continue;
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

}  // namespace samenloop::detect
