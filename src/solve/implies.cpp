#include "solve/implies.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "feel/comparisons.hpp"
#include "feel/rewrite.hpp"

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

}  // namespace

/// One of the conditions that must all hold.
struct Implications::Part {
    Expression condition;
    std::string text;
    feel::Comparisons compared;
    std::vector<Slot> slots;  // sorted

    bool shares_a_fact(const Part& other) const {
        return std::ranges::any_of(other.slots, [&](Slot s) { return std::ranges::binary_search(slots, s); });
    }
};

/// One condition, as far as it is the same for every question about it.
struct Implications::Condition {
    Expression kept;  // so that its address is no other condition's
    std::vector<Part> parts;
    std::optional<Truth> may_hold;  // once it was asked for

    bool says(const Part& part) const { return std::ranges::find(parts, part.text, &Part::text) != parts.end(); }

    /// The parts that share a fact with one of these, or with another part that does.
    Parts touching(Parts reached) const {
        Parts all;
        while (!reached.empty()) {
            const auto* last = reached.back();
            reached.pop_back();
            for (const auto& part : parts)
                if (std::ranges::find(all, &part) == all.end() && part.shares_a_fact(*last)) {
                    all.push_back(&part);
                    reached.push_back(&part);
                }
        }
        std::ranges::sort(all);
        return all;
    }
};

Implications::Implications(const RuleBase& base) : base_(&base), slots_(base.items.size()) {}
Implications::~Implications() = default;

Implications::Condition& Implications::condition(const Expression& e) {
    auto& known = conditions_[&e.body()];
    if (known) return *known;
    known = std::make_unique<Condition>();
    known->kept = e;
    for (auto& part : feel::conjuncts(e)) {
        auto text = to_string(part, [](Slot s) { return std::to_string(s); });
        std::vector<Slot> slots;
        for (const auto& read : part.reads())
            if (slots.empty() || slots.back() != read.slot) slots.push_back(read.slot);
        auto compared = feel::comparisons(part, {});
        known->parts.push_back({std::move(part), std::move(text), std::move(compared), std::move(slots)});
    }
    return *known;
}

/// What the conditions read, with everything they compare it with.
std::vector<Axis> Implications::axes(const Parts& parts) {
    std::map<Slot, std::pair<Constants, bool>> facts;
    for (const auto* part : parts) {
        for (const auto& read : part->condition.reads()) facts[read.slot].first[read.field];
        for (const auto& c : part->compared.all) facts[c.of.slot].first[c.of.field].push_back(c.with);
        for (const auto s : part->compared.non_separable) facts[s].second = true;
    }
    std::vector<Axis> all;
    for (const auto& [slot, fact] : facts) all.push_back(axis(*base_, slot, fact.first, fact.second));
    return all;
}

Truth Implications::implies(const Expression& premise, const Expression& conclusion) {
    const std::scoped_lock lock(one_at_a_time_);
    const auto [at, is_new] = answers_.try_emplace({&premise.body(), &conclusion.body()}, Truth::unknown);
    if (is_new) at->second = split(condition(premise), condition(conclusion));
    return at->second;
}

Truth Implications::split(Condition& premise, const Condition& conclusion) {
    if (refuted_at_a_glance(premise, conclusion)) return Truth::no;
    auto all = Truth::yes;
    for (const auto& part : conclusion.parts) {
        if (premise.says(part)) continue;
        all = all && search(premise.touching({&part}), &part);
        if (all == Truth::no) break;
    }
    return all == Truth::no ? !may_hold(premise) : all;
}

/// Most are refuted wherever one looks.
bool Implications::refuted_at_a_glance(const Condition& premise, const Condition& conclusion) {
    Parts parts;
    for (const auto* condition : {&premise, &conclusion})
        for (const auto& part : condition->parts) parts.push_back(&part);
    const auto all = axes(parts);
    const auto holds = [&](const Condition& c) {
        auto truth = Truth::yes;
        for (const auto& part : c.parts) truth = truth && evaluate(part.condition, {slots_, {}}).truth();
        return truth;
    };
    bool refuted = false;
    for (std::size_t k = 0; k < glances && !refuted; ++k) {
        for (const auto& [slot, value] : point(all, k)) slots_[slot] = value;
        refuted = holds(premise) == Truth::yes && holds(conclusion) == Truth::no;
    }
    for (const auto& axis : all) slots_[axis.slot] = Value();
    return refuted;
}

/// Unknown where neither a case in which it does was found, nor that there is none.
Truth Implications::may_hold(Condition& premise) {
    if (premise.may_hold) return *premise.may_hold;
    auto all = Truth::yes;
    Parts seen;
    for (const auto& part : premise.parts) {
        if (std::ranges::find(seen, &part) != seen.end()) continue;
        const auto together = premise.touching({&part});
        seen.insert(seen.end(), together.begin(), together.end());
        all = all && !search(together, nullptr);
    }
    premise.may_hold = all;
    return *premise.may_hold;
}

/// What the first part that is open waits for; of those whose facts are all given the next one is asked.
std::vector<Slot> Implications::waited_for(const Parts& parts, const Facts& given, const Environment& environment) {
    for (const auto* part : parts) {
        auto slots = feel::waits_for(part->condition, environment);
        const auto is_given = [&](Slot s) {
            return std::ranges::find(given, s, &Facts::value_type::first) != given.end();
        };
        if (!std::ranges::all_of(slots, is_given)) return slots;
    }
    return {};
}

/// Does it follow; without a conclusion: can they not hold together?
Truth Implications::search(const Parts& premise, const Part* conclusion) {
    auto parts = premise;
    if (conclusion != nullptr) parts.push_back(conclusion);
    const auto all = axes(parts);
    const auto refuted = [&](const Facts& facts) -> Reply {
        for (const auto& axis : all) slots_[axis.slot] = Value();
        for (const auto& [slot, value] : facts) slots_[slot] = value;
        const Environment environment{slots_, {}};
        auto holds = conclusion == nullptr ? Truth::yes : !evaluate(conclusion->condition, environment).truth();
        for (std::size_t i = 0; i < premise.size() && holds != Truth::no; ++i)
            holds = holds && evaluate(premise[i]->condition, environment).truth();
        if (holds != Truth::unknown) return {holds, {}};
        return {holds, waited_for(parts, facts, environment)};
    };
    const auto answer = satisfy(all, refuted, Aim::proof);
    for (const auto& axis : all) slots_[axis.slot] = Value();
    if (answer.verdict == SearchResult::witness) return Truth::no;
    return answer.verdict == SearchResult::unsatisfiable ? Truth::yes : Truth::unknown;
}

Truth implies(const Expression& premise, const Expression& conclusion, const RuleBase& base) {
    return Implications(base).implies(premise, conclusion);
}

}  // namespace samenloop::solve
