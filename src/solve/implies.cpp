#include "solve/implies.hpp"

#include <map>
#include <set>

#include "feel/comparisons.hpp"
#include "solve/satisfy.hpp"

namespace samenloop {
namespace {

/// What the two conditions read, with everything they compare it with.
std::vector<Axis> axes(const Expression& a, const Expression& b, const RuleBase& base) {
    std::map<Slot, std::map<std::string, std::vector<Value>>> constants;
    std::set<Slot> bent;
    for (const auto* e : {&a, &b}) {
        const auto found = comparisons(*e, {});
        for (const auto& read : e->reads()) constants[read.slot][read.field];
        for (const auto& c : found.all) constants[c.of.slot][c.of.field].push_back(c.with);
        bent.insert(found.bent.begin(), found.bent.end());
    }
    std::vector<Axis> all;
    for (const auto& [slot, fields] : constants) {
        const auto& type = base.items[slot].type;
        if (type.kind != Kind::list) {
            all.push_back(
                axis_of(base, slot, fields.contains("") ? fields.at("") : std::vector<Value>{}, bent.contains(slot)));
            continue;
        }
        std::vector<std::optional<std::vector<Value>>> read;
        if (type.element)
            for (const auto& [name, _] : type.element->fields)
                read.push_back(fields.contains(name) ? std::optional(fields.at(name)) : std::nullopt);
        all.push_back(list_axis(base, slot, read));
    }
    return all;
}

bool same(const Expression& a, const Expression& b) {
    if (a.reads() != b.reads()) return false;
    const auto name = [](Slot s) { return std::to_string(s); };
    return to_string(a, name) == to_string(b, name);
}

std::vector<Slot> both(std::vector<Slot> a, const std::vector<Slot>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

}  // namespace

Implications::Implications(const RuleBase& base) : base_(&base), slots_(base.items.size()) {}

Truth Implications::implies(const Expression& premise, const Expression& conclusion) {
    if (same(premise, conclusion)) return Truth::yes;
    const auto all = axes(premise, conclusion, *base_);
    const auto refuted = [&](const Facts& facts) -> Reply {
        for (const auto& axis : all) slots_[axis.slot] = Value();
        for (const auto& [slot, value] : facts) slots_[slot] = value;
        const Environment environment{slots_, {}};
        const auto t = evaluate(premise, environment).truth() && !evaluate(conclusion, environment).truth();
        if (t != Truth::unknown) return {t, {}};
        return {t, both(waits_for(premise, environment), waits_for(conclusion, environment))};
    };
    const auto answer = satisfy(all, refuted, Aim::proof);
    for (const auto& axis : all) slots_[axis.slot] = Value();
    if (answer.verdict == Verdict::witness) return Truth::no;
    return answer.verdict == Verdict::unsatisfiable ? Truth::yes : Truth::unknown;
}

Truth implies(const Expression& premise, const Expression& conclusion, const RuleBase& base) {
    return Implications(base).implies(premise, conclusion);
}

}  // namespace samenloop
