#include "evaluate/disposable.hpp"

#include "evaluate/reach.hpp"
#include "evaluate/timeline.hpp"
#include "evaluate/withholding.hpp"
#include "feel/number.hpp"
#include "model/path.hpp"

namespace samenloop {
namespace {

/// Which schemes are within reach, by the outcomes that stand for them.
std::vector<Truth> schemes_open(const Evaluation& e, const std::vector<Truth>& reached) {
    const auto& base = e.base();
    std::vector<Truth> open(base.schemes.size(), Truth::yes);
    for (std::size_t o = 0; o < reached.size(); ++o)
        if (const auto s = base.outcomes[o].scheme; s != none) open[s] = reached[o];
    return open;
}

/// Before anything is taken.
Value income(const Evaluation& e, const std::vector<Truth>& open) {
    const auto& base = e.base();
    auto total = base.disposable ? evaluate(*base.disposable, {e.values, {}}) : Value(Decimal(0));
    for (Index s = 0; s < base.schemes.size(); ++s) {
        const auto& scheme = base.schemes[s];
        if (!scheme.disposable || open[s] == Truth::no) continue;
        const auto& amount = e.values[scheme.sum];
        total = number::add(total, open[s] == Truth::yes ? amount : hull(amount, Decimal(0)));
    }
    return total;
}

Value with_field(const RuleBase& base, const std::vector<Value>& facts, const Reference::Set& set, const Value& by) {
    const auto& type = base.items[set.item].type;
    auto value = facts[set.item];
    const auto* list = value.get<List>();
    if (list == nullptr || !list->elements || !type.element) return value;
    const auto field = field_index(*type.element, set.field);
    auto changed = facts;
    for (std::size_t k = 1; k <= list->elements->size(); ++k)
        changed[set.item] = replaced(changed, {set.item, k, field}, by);
    return changed[set.item];
}

Variation reference_variation(const Evaluation& law) {
    const auto& base = law.base();
    Variation v;
    auto facts = law.facts;  // several fields of one list are set one after another
    for (const auto& set : base.reference->sets) {
        const Environment here{law.values, {}};
        if (set.when && evaluate(*set.when, here).truth() != Truth::yes) continue;
        const auto by = evaluate(set.value, here);
        if (set.field.empty()) facts[set.item] = by;
        else facts[set.item] = with_field(base, facts, set, by);
        std::erase_if(v.facts, [&](const auto& earlier) { return earlier.first == set.item; });
        v.facts.emplace_back(set.item, facts[set.item]);
    }
    v.without = base.reference->omit_rules;
    for (Index r = 0; r < base.rules.size(); ++r)
        for (const auto& effect : base.rules[r].effects)
            for (const auto s : base.reference->omit_schemes)
                if (effect.kind == EffectKind::grant && effect.scheme == s) v.without.push_back(r);
    return v;
}

}  // namespace

Value before_withholding(const Evaluation& e) { return income(e, schemes_open(e, reach(e))); }

Value disposable(const Evaluation& e) { return number::subtract(before_withholding(e), taken(e, Decimal(12)).total); }

Value disposable_in_hand(const Evaluation& e) {
    auto open = schemes_open(e, reach(e));
    for (Index s = 0; s < open.size(); ++s) open[s] = open[s] && is_paid(e, s);
    return number::subtract(income(e, open), taken(e, Decimal(12)).total);
}

Evaluation reference_household(const Evaluation& law) {
    return law.base().reference ? vary(law, reference_variation(law)) : law;
}

Value protected_level(const Evaluation& law) {
    if (!law.base().reference) return {};
    const auto reference = reference_household(law);
    return number::subtract(income(reference, schemes_open(reference, {})), taken(reference, Decimal(12)).total);
}

Value counted(const Evaluation& e, Index scheme) {
    const auto& base = e.base();
    const auto reached = reach(e);
    for (std::size_t o = 0; o < reached.size(); ++o)
        if (base.outcomes[o].scheme == scheme && reached[o] == Truth::no) return Decimal(0);
    return e.values[base.schemes[scheme].sum];
}

}  // namespace samenloop
