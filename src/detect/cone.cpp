#include "detect/cone.hpp"

#include <algorithm>

#include "detect/blocking_rules.hpp"

namespace samenloop::detect {

Cone::Cone(const engine::Program& program)
    : program_(program),
      slots_(program.base->items.size(), false),
      rules_(program.base->rules.size(), false),
      objects_(program.objects.size(), false),
      schemes_(program.base->schemes.size(), false),
      outcomes_(program.base->outcomes.size(), false) {}

void Cone::add_rules(const std::vector<Index>& rules) {
    for (const auto r : rules) rule(r);
}

void Cone::add_condition(const Expression& e) {
    for (const auto& read : e.reads()) slot(read.slot);
}

void Cone::add_subject(const Finding& f) {
    const auto& base = *program_.base;
    for (const auto n : f.needs) {
        const auto& need = base.needs[n];
        if (need.active) add_condition(*need.active);
        if (need.covered) add_condition(*need.covered);
        if (need.outcome != none) outcome(need.outcome);
        for (const auto s : schemes_for(base, n)) scheme(s);
        for (Index o = 0; o < program_.objects.size(); ++o)
            if (program_.objects[o].kind == engine::ObjectKind::need && program_.objects[o].index == n) object(o);
    }
    for (const auto s : f.items) slot(s);
    for (const auto c : f.concepts)
        for (const auto s : base.concepts[c].definitions) slot(s);
    if (f.type == InterferenceKind::implosion || f.type == InterferenceKind::pile_up || !f.needs.empty()) add_income();
}

void Cone::add_income() {
    const auto& base = *program_.base;
    if (base.disposable) add_condition(*base.disposable);
    for (Index r = 0; r < base.rules.size(); ++r)
        for (const auto& x : base.rules[r].effects)
            if (x.kind == EffectKind::attach || x.kind == EffectKind::recover) rule(r);
    for (Index s = 0; s < base.schemes.size(); ++s)
        if (base.schemes[s].disposable) scheme(s);
    for (const auto& floor : base.floors) {
        slot(floor.item);
        if (floor.stream) add_condition(*floor.stream);
        if (floor.at_risk) add_condition(*floor.at_risk);
    }
}

void Cone::slot(Slot s) {
    if (slots_[s]) return;
    slots_[s] = true;
    const auto& item = program_.base->items[s];
    if (item.fallback) add_condition(*item.fallback);
    if (item.scheme != none) scheme(item.scheme);
    if (const auto o = program_.object_of_slot[s]; o != none) object(o);
}

void Cone::rule(Index r) {
    if (rules_[r]) return;
    rules_[r] = true;
    for (const auto s : program_.reads[r]) slot(s);
    for (const auto a : program_.arguments_of_rule[r]) object(program_.arguments[a].object);
    for (const auto& x : program_.base->rules[r].effects) effect(x);
    for (const auto& formula : program_.base->rules[r].requirements)
        for (const auto& together : formula)
            for (const auto o : together) outcome(o);
}

void Cone::effect(const Effect& x) {
    if (x.scheme != none) scheme(x.scheme);
    for (const auto o : {x.outcome, x.achieves, x.other})
        if (o != none) outcome(o);
}

void Cone::object(Index o) {
    if (objects_[o]) return;
    objects_[o] = true;
    for (const auto a : program_.objects[o].arguments) rule(program_.arguments[a].rule);
}

void Cone::scheme(Index s) {
    if (schemes_[s]) return;
    schemes_[s] = true;
    const auto& scheme = program_.base->schemes[s];
    slot(scheme.granted);
    slot(scheme.sum);
    if (scheme.reported != none) slot(scheme.reported);
    if (scheme.paid_from) add_condition(*scheme.paid_from);
    for (Index o = 0; o < outcomes_.size(); ++o)
        if (program_.base->outcomes[o].scheme == s) outcome(o);
}

void Cone::outcome(Index o) {
    if (outcomes_[o]) return;
    outcomes_[o] = true;
    const auto& wanted = program_.base->outcomes[o];
    if (wanted.holds) add_condition(*wanted.holds);
    if (wanted.scheme != none) scheme(wanted.scheme);
    const auto about = [&](const Effect& x) { return x.outcome == o || x.achieves == o || x.other == o; };
    for (Index r = 0; r < rules_.size(); ++r)
        if (std::ranges::any_of(program_.base->rules[r].effects, about)) rule(r);
}

}  // namespace samenloop::detect
