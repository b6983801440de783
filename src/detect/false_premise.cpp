// CL-5: a rule reckons with something about the person that is not so (the partner shares the costs, the parents
// maintain their child), and its outcome would be another one if it knew (definitions section 1 and 10.7).
//
// What denies the premise is a fact, or an effective rule that defines an item the premise reads; that rule is then
// part of the finding.  A rule that rebuts the premise settles it where it applies, and so does a judgment that binds
// whoever asks for it; anything else on request is a remedy, and the finding stays.

#include <algorithm>
#include <set>

#include "detect/clash.hpp"
#include "detect/detectors.hpp"
#include "feel/number.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

struct Denied {
    engine::ArgumentId argument = 0;  // the effect that rests on the premise
    std::size_t instance = 0;
    Truth holds = Truth::no;
    Value loss;  // eur/month, when the rule says what it would have been
};

const Value& cent() {
    static const Value value = Decimal(1) / Decimal(100);
    return value;
}

/// Per month, of a value in any of the units of time.
Value per_month(const Expression& of, const Value& v) {
    return of.type().unit == "eur/month" ? v : feel::number::divide(v, Decimal(12));
}

bool rests_on_premise(const Rule& rule, const Effect& effect) {
    return std::ranges::any_of(rule.premise->effects, [&](std::size_t i) { return &rule.effects[i] == &effect; });
}

Truth label_stands(engine::Label l) {
    if (l == engine::Label::maybe) return Truth::unknown;
    return l == engine::Label::accepted ? Truth::yes : Truth::no;
}

bool outcome_differs(const engine::Evaluation& a, const engine::Evaluation& b) {
    const auto& base = a.base();
    const auto differs = [&](Slot s) { return !(a.values[s] == b.values[s]); };
    return std::ranges::any_of(base.schemes, [&](const Scheme& s) { return differs(s.granted) || differs(s.sum); }) ||
           std::ranges::any_of(base.charges, [&](const Charge& c) { return differs(c.slot); });
}

/// What all schemes together give more or less, per month; nothing where it is not known exactly.
std::optional<Decimal> granted_more(const engine::Evaluation& before, const engine::Evaluation& after) {
    Decimal total;
    for (const auto& s : before.base().schemes) {
        const auto* x = before.values[s.sum].get<Decimal>();
        const auto* y = after.values[s.sum].get<Decimal>();
        if (x != nullptr && y != nullptr) total += *y - *x;
        else if (!(before.values[s.sum] == after.values[s.sum])) return std::nullopt;
    }
    return (total < Decimal(0) ? -total : total) / Decimal(12);
}

/// A defined amount counts by what it does to grants and charges, where any of them rests on it: nothing, or what they
/// would be more or less.
void weigh(const engine::Evaluation& e, Slot item, const Value& otherwise, Denied& d) {
    const auto given = [&](const Value& v) { return engine::vary(e, {{}, {}, {{item, v}}}); };
    if (otherwise.get<Decimal>() == nullptr) return;
    if (const auto then = given(otherwise); outcome_differs(e, then)) {
        if (const auto more = granted_more(e, then); more && *more > Decimal(0)) d.loss = *more;
        return;
    }
    constexpr int beyond_any_amount = 1'000'000;
    if (outcome_differs(e, given(Decimal(beyond_any_amount))) || outcome_differs(e, given(Decimal(0))))
        d.holds = Truth::no;
}

/// It denies what would not be granted anyway.
bool refuses_in_vain(const engine::Evaluation& e, Index r, const Effect& effect) {
    if (effect.kind != EffectKind::deny) return false;
    const auto granted = e.base().schemes[effect.scheme].granted;
    return engine::vary(e, {{r}, {}, {}}).values[granted].truth() == Truth::no;
}

Denied denied_here(const engine::Evaluation& e, Index r, engine::ArgumentId a, std::size_t i) {
    const auto& premise = *e.rule(r).premise;
    Denied d{a, i, label_stands(e.label(a, i)), {}};
    if (d.holds == Truth::no) return d;
    d.holds = d.holds && !e.value_of(premise.holds, r, i).truth();
    if (d.holds != Truth::no && refuses_in_vain(e, r, *e.program->effect(a))) d.holds = Truth::no;
    if (d.holds == Truth::no || !premise.otherwise) return d;
    const auto& value = *e.program->effect(a)->value;
    const auto now = per_month(value, e.value_of(value, r, i));
    const auto then = per_month(*premise.otherwise, e.value_of(*premise.otherwise, r, i));
    d.loss = feel::number::absolute(feel::number::subtract(then, now));
    d.holds = d.holds && feel::number::compare(feel::Relation::greater_equal, d.loss, cent());
    const auto& effect = *e.program->effect(a);
    if (d.holds != Truth::no && effect.kind == EffectKind::define)
        weigh(e, effect.item, e.value_of(*premise.otherwise, r, i), d);
    return d;
}

std::vector<Denied> all_denied(const engine::Evaluation& e, Index r) {
    std::vector<Denied> all;
    if (!e.rule(r).premise || !e.program->in_force[r] || e.out[r]) return all;
    for (const auto a : e.program->arguments_of_rule[r]) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || !rests_on_premise(e.rule(r), *effect)) continue;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i)
            if (auto d = denied_here(e, r, a, i); d.holds != Truth::no) all.push_back(std::move(d));
    }
    return all;
}

/// Effective rules that define what an expression reads, also through items with a fallback.
void deciding_rules(const engine::Evaluation& e, const Expression& x, std::set<Slot>& seen, std::vector<Index>& rules) {
    for (const auto& read : x.reads()) {
        if (!seen.insert(read.slot).second || !e.facts[read.slot].is_unknown()) continue;
        const auto o = e.program->object_of_slot[read.slot];
        bool decided = false;
        if (o != none && e.program->objects[o].kind == engine::ObjectKind::item)
            for (const auto a : e.program->objects[o].arguments)
                if (e.accepted(a) != Truth::no) {
                    rules.push_back(e.program->arguments[a].rule);
                    decided = true;
                }
        const auto& fallback = e.base().items[read.slot].fallback;
        if (!decided && fallback) deciding_rules(e, *fallback, seen, rules);
    }
}

/// What a rule grants, per month.
Value granted_by(const engine::Evaluation& e, Index r) {
    Value total = Decimal(0);
    for (const auto a : e.program->arguments_of_rule[r])
        if (const auto* effect = e.program->effect(a);
            effect != nullptr && effect->kind == EffectKind::grant && effect->value)
            for (std::size_t i = 0; i < e.labels[a].size(); ++i)
                if (e.label(a, i) == engine::Label::accepted) total = feel::number::add(total, e.yearly_amount(a, i));
    return feel::number::divide(total, Decimal(12));
}

struct Rebuttal {
    Index rule = none;
    Truth applies = Truth::no;
    Value amount;
};

/// The rule that corrects the premise here, if there is one.
Rebuttal rebuttal(const engine::Evaluation& e, Index premise_of) {
    Rebuttal best;
    for (Index r = 0; r < e.base().rules.size(); ++r) {
        const auto& rule = e.rule(r);
        if (std::ranges::find(rule.rebuts, premise_of) == rule.rebuts.end() || !e.program->in_force[r] || e.out[r])
            continue;
        if (const auto here = e.effective(r); here > best.applies) best = {r, here, granted_by(e, r)};
        if (best.applies == Truth::yes || rule.ecli.empty() || rule.discretion == Discretion::may) continue;
        const auto asked = engine::vary(e, {{}, {r}, {}});
        if (asked.effective(r) == Truth::yes) best = {r, Truth::yes, granted_by(asked, r)};
    }
    return best;
}

std::string key_of(const engine::Evaluation& e, Index r, engine::ArgumentId a) {
    const auto& base = e.base();
    auto key = object_id(base, *e.program->effect(a));
    std::set<std::string> reads;
    for (const auto& read : e.rule(r).premise->holds.reads()) reads.insert(base.items[read.slot].id);
    for (const auto& id : reads) key += "|" + id;
    return key;
}

Candidate candidate(const engine::Evaluation& e, Index r, const Denied& d) {
    Candidate c;
    c.key = key_of(e, r, d.argument);
    c.holds = d.holds;
    c.measure = d.loss;
    c.rules = {r};
    std::set<Slot> seen;
    deciding_rules(e, e.rule(r).premise->holds, seen, c.rules);
    c.ids = {r, d.argument, static_cast<Index>(d.instance)};
    const auto by = rebuttal(e, r);
    if (by.applies == Truth::unknown) c.holds = Truth::unknown;
    if (by.applies != Truth::yes) return c;
    c.settled_by = {by.rule};
    c.measure = by.amount;
    return c;
}

/// One premise that is false for several schemes or elements is told once.
void merge(std::vector<Candidate>& all, Candidate c) {
    const auto same = std::ranges::find_if(
        all, [&](const Candidate& x) { return x.key == c.key && x.settled_by.empty() == c.settled_by.empty(); });
    if (same == all.end()) return all.push_back(std::move(c));
    same->holds = same->holds || c.holds;
    same->rules.insert(same->rules.end(), c.rules.begin(), c.rules.end());
    same->ids.insert(same->ids.end(), c.ids.begin(), c.ids.end());
}

}  // namespace

std::vector<Candidate> find_false_premise(const DetectionContext& scene) {
    std::vector<Candidate> all;
    for (Index r = 0; r < scene.base().rules.size(); ++r) {
        if (!scene.base().rules[r].premise) continue;
        for (const auto& d : all_denied(scene.e, r)) merge(all, candidate(scene.e, r, d));
    }
    return all;
}

}  // namespace samenloop::detect
