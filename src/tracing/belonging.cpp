#include "tracing/belonging.hpp"

#include <algorithm>

namespace samenloop::tracing {
namespace {

bool is_open(const engine::Evaluation& e, Slot s) {
    const auto& item = e.base().items[s];
    return item.kind == SlotKind::item && item.type.kind != Kind::list && !item.exogenous && !item.fallback &&
           e.program->object_of_slot[s] == none && !item.id.starts_with("date.");
}

/// All that a fact of a closed domain can be.
std::vector<Value> all_values(const Type& type) {
    if (type.kind == Kind::boolean) return {Value(true), Value(false)};
    std::vector<Value> all;
    for (const auto& name : type.names) all.emplace_back(name);
    if (!all.empty()) all.emplace_back(Null{});
    return all;
}

/// The one value that what nobody changes leaves possible; Unknown when it leaves more.
Value only_value(const engine::Evaluation& e, Slot s) {
    auto left = all_values(e.base().items[s].type);
    for (const auto& i : e.base().impossible) {
        const auto& reads = i.when.reads();
        const bool about = std::ranges::any_of(reads, [&](const Read& r) { return r.slot == s; });
        const bool only = std::ranges::all_of(reads, [&](const Read& r) { return r.slot == s || !is_open(e, r.slot); });
        if (!about || !only) continue;
        std::erase_if(left, [&](const Value& v) {
            auto values = e.values;
            values.set(s, v);
            return evaluate(i.when, {values, {}}).truth() == Truth::yes;
        });
    }
    return left.size() == 1 ? left.front() : Value();
}

engine::Evaluation all_open(const engine::Evaluation& e) {
    engine::Variation v;
    for (Slot s = 0; s < e.facts.size(); ++s)
        if (is_open(e, s)) v.facts.emplace_back(s, only_value(e, s));
    for (Index r = 0; r < e.base().rules.size(); ++r)
        if (e.rule(r).on_request) v.used.push_back(r);
    return engine::vary(e, v);
}

}  // namespace

Belonging::Belonging(const engine::Evaluation& e) {
    const auto open = all_open(e);
    can_.assign(e.base().schemes.size(), false);
    for (Index r = 0; r < e.base().rules.size(); ++r) {
        rules_.push_back(open.applies(r) != Truth::no);
        for (const auto& x : e.rule(r).effects)
            if (x.kind == EffectKind::grant && rules_[r]) can_[x.scheme] = true;
    }
}

std::vector<Index> Belonging::among(const std::vector<Index>& schemes) const {
    std::vector<Index> some;
    for (const auto s : schemes)
        if (can_[s]) some.push_back(s);
    return some.empty() ? schemes : some;
}

}  // namespace samenloop::tracing
