#include "solve/implies.hpp"

#include <map>

#include "feel/comparisons.hpp"
#include "solve/satisfy.hpp"

namespace samenloop::solve {
namespace {

constexpr std::size_t glances = 3;

using Constants = std::map<std::string, std::vector<Value>>;  // by field, "" of a plain fact

Axis axis(const RuleBase& base, Slot slot, const Constants& fields, bool non_separable) {
    const auto& type = base.items[slot].type;
    if (type.kind != Kind::list) {
        const auto at = fields.find("");
        return axis_of(base, slot, at != fields.end() ? at->second : std::vector<Value>{}, non_separable);
    }
    std::vector<std::optional<std::vector<Value>>> read;
    if (type.element)
        for (const auto& [name, _] : type.element->fields)
            read.push_back(fields.contains(name) ? std::optional(fields.at(name)) : std::nullopt);
    return list_axis(base, slot, read);
}

/// A point of the domains: the k-th cell of every axis, from the first one again after the last.
Facts point(const std::vector<Axis>& axes, std::size_t k) {
    Facts facts;
    for (const auto& axis : axes)
        if (!axis.cells.empty()) facts.emplace_back(axis.slot, axis.cells[k % axis.cells.size()].inside);
    return facts;
}

std::vector<Slot> both(std::vector<Slot> a, const std::vector<Slot>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

}  // namespace

/// One condition, as far as it is the same for every question about it.
struct Implications::Condition {
    Expression kept;  // so that its address is no other condition's
    std::string text;
    feel::Comparisons compared;
};

Implications::Implications(const RuleBase& base) : base_(&base), slots_(base.items.size()) {}
Implications::~Implications() = default;

const Implications::Condition& Implications::condition(const Expression& e) {
    auto& known = conditions_[&e.body()];
    if (!known) {
        known = std::make_unique<Condition>();
        known->kept = e;
        known->text = to_string(e, [](Slot s) { return std::to_string(s); });
        known->compared = feel::comparisons(e, {});
    }
    return *known;
}

/// What the two conditions read, with everything they compare it with.
std::vector<Axis> Implications::axes(const Expression& a, const Expression& b) {
    std::map<Slot, std::pair<Constants, bool>> facts;
    for (const auto* e : {&a, &b}) {
        const auto& compared = condition(*e).compared;
        for (const auto& read : e->reads()) facts[read.slot].first[read.field];
        for (const auto& c : compared.all) facts[c.of.slot].first[c.of.field].push_back(c.with);
        for (const auto s : compared.non_separable) facts[s].second = true;
    }
    std::vector<Axis> all;
    for (const auto& [slot, fact] : facts) all.push_back(axis(*base_, slot, fact.first, fact.second));
    return all;
}

Truth Implications::implies(const Expression& premise, const Expression& conclusion) {
    const std::scoped_lock lock(one_at_a_time_);
    if (condition(premise).text == condition(conclusion).text) return Truth::yes;
    const auto [at, is_new] = answers_.try_emplace({&premise.body(), &conclusion.body()}, Truth::unknown);
    if (is_new) at->second = search(premise, conclusion);
    return at->second;
}

Truth Implications::search(const Expression& premise, const Expression& conclusion) {
    const auto all = axes(premise, conclusion);
    const auto refuted = [&](const Facts& facts) -> Reply {
        for (const auto& axis : all) slots_[axis.slot] = Value();
        for (const auto& [slot, value] : facts) slots_[slot] = value;
        const Environment environment{slots_, {}};
        const auto t = evaluate(premise, environment).truth() && !evaluate(conclusion, environment).truth();
        if (t != Truth::unknown) return {t, {}};
        return {t, both(feel::waits_for(premise, environment), feel::waits_for(conclusion, environment))};
    };
    // Most are refuted wherever one looks.
    bool refuted_at_once = false;
    for (std::size_t k = 0; k < glances && !refuted_at_once; ++k)
        refuted_at_once = refuted(point(all, k)).truth == Truth::yes;
    const auto answer = refuted_at_once ? Answer{SearchResult::witness, {}, 0} : satisfy(all, refuted, Aim::proof);
    for (const auto& axis : all) slots_[axis.slot] = Value();
    if (answer.verdict == SearchResult::witness) return Truth::no;
    return answer.verdict == SearchResult::unsatisfiable ? Truth::yes : Truth::unknown;
}

Truth implies(const Expression& premise, const Expression& conclusion, const RuleBase& base) {
    return Implications(base).implies(premise, conclusion);
}

}  // namespace samenloop::solve
