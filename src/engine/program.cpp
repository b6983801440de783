#include "engine/program.hpp"

#include <algorithm>

#include "engine/objects.hpp"
#include "model/days.hpp"
#include "model/order.hpp"

namespace samenloop::engine {
namespace {

void collect(std::vector<Slot>& into, const std::optional<Expression>& e) {
    if (e)
        for (const auto& r : e->reads()) into.push_back(r.slot);
}

void find_rules_in_force(Program& program) {
    const auto& base = *program.base;
    for (const auto& rule : base.rules)
        program.in_force.push_back(
            base.laws[rule.law].in_force.contains(program.day) && rule.in_force.contains(program.day));
}

/// What decides whether a rule and its effects hold: also the day, where an effect has an end.
std::vector<Slot> slots_watched(const Rule& rule, Slot today) {
    auto all = slots_read(rule);
    if (today != none && std::ranges::any_of(rule.effects, [](const Effect& x) { return x.until.has_value(); }))
        if (const auto at = std::ranges::lower_bound(all, today); at == all.end() || *at != today)
            all.insert(at, today);
    return all;
}

void find_unmodelled(Program& program) {
    const auto& base = *program.base;
    program.unmodelled.resize(base.items.size());
    program.left_open_by.resize(base.items.size());
    for (Index u = 0; u < base.unmodelled.size(); ++u)
        for (const auto slot : slots_left_open(base, base.unmodelled[u])) {
            program.unmodelled[slot].push_back(u);
            if (!base.unmodelled[u].when) continue;
            for (const auto& read : base.unmodelled[u].when->reads()) program.left_open_by[read.slot].push_back(slot);
        }
}

void find_readers(Program& program) {
    const auto& base = *program.base;
    program.readers.resize(base.items.size());
    program.fallback_readers.resize(base.items.size());
    for (Index r = 0; r < base.rules.size(); ++r) {
        program.reads.push_back(slots_watched(base.rules[r], program.today));
        if (program.in_force[r])
            for (const auto s : program.reads.back()) program.readers[s].push_back(r);
    }
    find_unmodelled(program);
    for (Slot s = 0; s < base.items.size(); ++s)
        if (const auto& fallback = base.items[s].fallback)
            for (const auto& read : fallback->reads()) program.fallback_readers[read.slot].push_back(s);
}

/// What reaching an outcome depends on: see reach.hpp.
void find_requirements(Program& program) {
    const auto& base = *program.base;
    for (Index r = 0; r < base.rules.size(); ++r)
        if (program.in_force[r] &&
            std::ranges::any_of(base.rules[r].effects, [](const Effect& x) { return x.kind == EffectKind::requires_; }))
            program.requiring.push_back(r);
    for (Index r = 0; r < base.rules.size(); ++r)
        if (base.rules[r].premise || std::ranges::any_of(base.rules[r].effects, [](const Effect& x) {
                return x.kind == EffectKind::grant || (x.kind == EffectKind::deny && !x.to.empty());
            }))
            program.taking_for_granted.push_back(r);
    for (ArgumentId a = 0; a < program.arguments.size(); ++a)
        if (const auto* effect = program.effect(a); effect != nullptr && effect->achieves != none)
            program.achieving.push_back(a);
}

void number_steps(Program& program) {
    program.step_of_object.assign(program.objects.size(), none);
    program.step_of_slot.assign(program.base->items.size(), none);
    for (Index n = 0; n < program.steps.size(); ++n) {
        const auto& step = program.steps[n];
        (step.is_object ? program.step_of_object : program.step_of_slot)[step.index] = n;
    }
    for (Slot s = 0; s < program.step_of_slot.size(); ++s)
        if (const auto o = program.object_of_slot[s]; o != none) program.step_of_slot[s] = program.step_of_object[o];
}

/// Slots in dependency order, each object where its first slot stands; then the objects that decide no slot.
void find_steps(Program& program, const std::vector<Slot>& order) {
    std::vector<bool> done(program.objects.size(), false);
    for (const auto slot : order) {
        const auto o = program.object_of_slot[slot];
        if (o == none) program.steps.push_back({false, slot});
        else if (!done[o]) {
            done[o] = true;
            program.steps.push_back({true, o});
        }
    }
    for (Index o = 0; o < program.objects.size(); ++o)
        if (!done[o]) program.steps.push_back({true, o});
    number_steps(program);
}

}  // namespace

std::vector<Slot> slots_left_open(const RuleBase& base, const Unmodelled& part) {
    auto all = part.items;
    for (const auto c : part.charges) all.push_back(base.charges[c].slot);
    for (const auto s : part.schemes) all.insert(all.end(), {base.schemes[s].granted, base.schemes[s].sum});
    return all;
}

std::vector<Slot> slots_read(const Rule& rule) {
    std::vector<Slot> all;
    collect(all, rule.when);
    collect(all, rule.each);
    collect(all, rule.request);
    collect(all, rule.actor.instance);
    for (const auto& e : rule.effects) {
        if (e.kind != EffectKind::requires_) collect(all, e.value);
        collect(all, e.until);
        collect(all, e.actor.instance);
        collect(all, e.to.instance);
    }
    if (rule.premise) {
        collect(all, rule.premise->holds);
        collect(all, rule.premise->otherwise);
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Program compile(const RuleBase& base, Date day) {
    solve::Implications implications(base);
    return compile(base, day, implications);
}

Program compile(const RuleBase& base, Date day, solve::Implications& implications) {
    return compile(base, day, implications, model::definition_order(base).value());
}

Program compile(const RuleBase& base, Date day, solve::Implications& implications, const std::vector<Slot>& order) {
    Program program;
    program.base = &base;
    program.day = day;
    program.today = model::today_slot(base);
    find_rules_in_force(program);
    place_arguments(program);
    find_conflicts(program, implications);
    find_winners(program);
    find_look_alikes(program);
    find_requirements(program);
    find_readers(program);
    find_steps(program, order);
    return program;
}

}  // namespace samenloop::engine
