#include "engine/disposable.hpp"

#include <algorithm>

#include "engine/curve.hpp"
#include "engine/reach.hpp"
#include "engine/replaced.hpp"
#include "engine/timeline.hpp"
#include "engine/withholding.hpp"
#include "engine/yardstick.hpp"
#include "feel/number.hpp"
#include "model/path.hpp"

namespace samenloop::engine {
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
    auto total = base.disposable ? samenloop::evaluate(*base.disposable, {e.values, {}}) : Value(Decimal(0));
    for (Index s = 0; s < base.schemes.size(); ++s) {
        const auto& scheme = base.schemes[s];
        if (!scheme.disposable || open[s] == Truth::no) continue;
        const auto& amount = e.values[scheme.sum];
        total = feel::number::add(total, open[s] == Truth::yes ? amount : hull(amount, Decimal(0)));
    }
    return total;
}

Value with_field(const RuleBase& base, const Paged<Value>& facts, const Reference::Set& set, const Value& by) {
    const auto& type = base.items[set.item].type;
    auto value = facts[set.item];
    const auto* list = value.get<List>();
    if (list == nullptr || !list->elements || !type.element) return value;
    const auto field = model::field_index(*type.element, set.field);
    auto changed = facts;
    for (std::size_t k = 1; k <= list->elements->size(); ++k)
        changed.set(set.item, model::replaced(changed, {set.item, k, field}, by));
    return changed[set.item];
}

/// What the rule takes for granted is not so in this situation.
bool premise_fails(const Evaluation& law, Index r) {
    const auto& premise = law.rule(r).premise;
    if (!premise) return false;
    for (std::size_t i = 0; i < law.rules[r].size(); ++i)
        if (law.rules[r][i].applies != Truth::no && law.value_of(premise->holds, r, i).truth() == Truth::no)
            return true;
    return false;
}

/// Not part of what the law means this household to have: a grant that the reference leaves out, a rule whose premise
/// is false here, a denial because somebody else is paid what the household is given.
bool left_out(const Evaluation& law, Index r) {
    const auto& schemes = law.base().reference->omit_schemes;
    const auto omitted = [&](const Effect& effect) {
        return (effect.kind == EffectKind::grant && std::ranges::find(schemes, effect.scheme) != schemes.end()) ||
               (effect.kind == EffectKind::deny && !effect.to.empty());
    };
    return std::ranges::any_of(law.rule(r).effects, omitted) || premise_fails(law, r);
}

Variation reference_variation(const Evaluation& law) {
    const auto& base = law.base();
    Variation v;
    auto facts = law.facts;  // several fields of one list are set one after another
    for (const auto& set : base.reference->sets) {
        const Environment here{law.values, {}};
        if (set.when && samenloop::evaluate(*set.when, here).truth() != Truth::yes) continue;
        const auto by = samenloop::evaluate(set.value, here);
        facts.set(set.item, set.field.empty() ? by : with_field(base, facts, set, by));
        std::erase_if(v.facts, [&](const auto& earlier) { return earlier.first == set.item; });
        v.facts.emplace_back(set.item, facts[set.item]);
    }
    v.without = base.reference->omit_rules;
    for (const auto r : law.program->taking_for_granted)
        if (left_out(law, r)) v.without.push_back(r);
    return v;
}

std::shared_ptr<const Evaluation> reference_of(const Evaluation& law) {
    if (!law.base().reference) return std::make_shared<const Evaluation>(law);
    auto& known = law.worked_out->reference;
    if (known != nullptr) return known;
    auto there = vary_near(law, reference_variation(law));
    there.others = nullptr;  // among which this one may be
    known = std::make_shared<const Evaluation>(std::move(there));
    return known;
}

/// Income less what is taken from it; what stands in place of a cost outside D is not missed.
Value after_withholding(const Evaluation& e, const Value& income) {
    const auto year = taken(e, Decimal(12));
    return feel::number::add(feel::number::subtract(income, year.total), replaced_charges(e, year));
}

Value level_of(const Evaluation& reference) {
    return after_withholding(reference, income(reference, schemes_open(reference, {})));
}

}  // namespace

Value before_withholding(const Evaluation& e) { return income(e, schemes_open(e, reach(e))); }

Value disposable(const Evaluation& e) { return after_withholding(e, before_withholding(e)); }

Value disposable_in_hand(const Evaluation& e) {
    auto open = schemes_open(e, reach(e));
    for (Index s = 0; s < open.size(); ++s) open[s] = open[s] && is_paid(e, s);
    return after_withholding(e, income(e, open));
}

ReferenceHousehold::ReferenceHousehold(const Evaluation& law)
    : e_(reference_of(law.yardstick != nullptr ? law.yardstick->before(law) : law)), yardstick_(law.yardstick) {}

Truth ReferenceHousehold::applies(Index rule) const {
    const auto there = yardstick_ != nullptr ? yardstick_->rule(rule) : rule;
    return there == none ? Truth::no : e_->applies(there);
}

Index ReferenceHousehold::here(Index scheme) const {
    return yardstick_ != nullptr ? yardstick_->scheme_now(scheme) : scheme;
}

Value ReferenceHousehold::level() const { return e_->base().reference ? level_of(*e_) : Value(); }

Value protected_level(const Evaluation& law) {
    if (!law.base().reference) return {};
    auto& level = law.worked_out->level;
    if (!level) level = ReferenceHousehold(law).level();
    return *level;
}

Value own_level(const Evaluation& law) { return law.base().reference ? level_of(*reference_of(law)) : Value(); }

Value counted(const Evaluation& e, Index scheme) {
    const auto& base = e.base();
    const auto reached = reach(e);
    for (std::size_t o = 0; o < reached.size(); ++o)
        if (base.outcomes[o].scheme == scheme && reached[o] == Truth::no) return Decimal(0);
    return e.values[base.schemes[scheme].sum];
}

}  // namespace samenloop::engine
