#include "detect/recoveries.hpp"

#include <algorithm>

#include "detect/arrangements.hpp"
#include "engine/cents.hpp"
#include "engine/timeline.hpp"
#include "feel/number.hpp"
#include "model/days.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

std::vector<Recovery> recoveries(const engine::Evaluation& e) {
    std::vector<Recovery> all;
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || effect->kind != EffectKind::recover || !effect->value) continue;
        const auto rule = e.program->arguments[a].rule;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i) {
            const auto label = e.label(a, i);
            if (label != engine::Label::accepted && label != engine::Label::maybe) continue;
            auto amount = e.value_of(*effect->value, rule, i);
            auto holds = engine::worth_a_cent(amount);
            if (label == engine::Label::maybe) holds = holds && Truth::unknown;
            if (holds == Truth::no) continue;
            all.push_back({a, i, e.organisation(effect->to, rule, i), effect->scheme, std::move(amount), holds,
                           e.rule(rule).discretion == Discretion::may});
        }
    }
    return all;
}

bool same(const Recovery& a, const Recovery& b) {
    return a.argument == b.argument && a.instance == b.instance && a.amount == b.amount;
}

/// Earnings that change are reported by who makes them; what is claimed back follows from an earlier figure that turned
/// out otherwise.
bool is_reported(const engine::Evaluation& now, const Situation& situation, Date day, Slot slot) {
    return now.base().items[slot].earnings && std::ranges::none_of(situation.events, [&](const Event& event) {
               return event.date == day && event.item == slot &&
                      model::corrects(now.base(), situation, now.facts, event);
           });
}

/// The items that change on the day, and what they were before.
model::FactChanges undone(const engine::Evaluation& now, const Situation& situation, Date day) {
    auto before = model::changes_until(now.base(), situation, now.facts, Date::from_days(day.days() - 1));
    const auto after = model::changes_until(now.base(), situation, now.facts, day);
    model::FactChanges undo;
    for (auto& [slot, value] : before) {
        const auto at = std::ranges::find(after, slot, &model::FactChanges::value_type::first);
        const auto& then = at != after.end() ? at->second : now.facts[slot];
        if (!is_reported(now, situation, day, slot) && !(then == value)) undo.emplace_back(slot, std::move(value));
    }
    return undo;
}

/// Rules by which somebody may claim back.
std::vector<Index> at_discretion(const RuleBase& base) {
    std::vector<Index> rules;
    for (Index r = 0; r < base.rules.size(); ++r)
        if (base.rules[r].discretion == Discretion::may &&
            std::ranges::any_of(base.rules[r].effects, [](const Effect& x) { return x.kind == EffectKind::recover; }))
            rules.push_back(r);
    return rules;
}

/// Slots that the settling of the year gives another value.
std::vector<Slot> settled_slots(const Aftermath& a) {
    std::vector<Slot> all;
    for (Slot s = 0; s < a.settled.values.size(); ++s)
        if (!(a.settled.values[s] == a.with.values[s])) all.push_back(s);
    return all;
}

/// What they must or must not do; or what they may.
bool says(const Effect* effect, bool powers) {
    if (effect == nullptr) return false;
    if (powers) return effect->kind == EffectKind::permission;
    return effect->kind == EffectKind::obligation || effect->kind == EffectKind::prohibition;
}

bool claims(const Rule& rule) {
    return std::ranges::any_of(rule.effects, [](const Effect& x) { return x.kind == EffectKind::recover; });
}

/// Tied to an item by `since`: a companion, not a change of its own.
bool companion(const RuleBase& base, Slot slot) {
    return std::ranges::any_of(base.items, [&](const Item& i) { return i.since == slot; });
}

}  // namespace

std::vector<Date> days_with_changes(const DetectionContext& scene) {
    std::vector<Date> days;
    for (const auto day : model::days_of_change(scene.base(), scene.situation, scene.e.facts))
        if (day.year() == scene.situation.date.year() && !undone(scene.e, scene.situation, day).empty())
            days.push_back(day);
    return days;
}

Aftermath aftermath(const DetectionContext& scene, Date day) {
    Aftermath a;
    a.day = day;
    const auto& now = scene.e;
    a.with = day > scene.situation.date ? engine::moved_to(now, scene.situation, scene.calendar, day) : now;
    const auto undo = undone(now, scene.situation, day);
    for (const auto& [slot, _] : undo)
        if (!companion(now.base(), slot)) a.items.push_back(slot);
    a.without = engine::vary(a.with, {{}, {}, undo});
    a.account = engine::account(now, scene.situation, scene.calendar, day);
    const auto used = at_discretion(now.base());
    a.settled = engine::vary(a.with, {{}, used, a.account.sums});
    const auto before = recoveries(engine::vary(a.without, {{}, used, {}}));
    for (auto& r : recoveries(a.settled))
        if (std::ranges::none_of(before, [&](const Recovery& o) { return same(o, r); }))
            a.recoveries.push_back(std::move(r));
    return a;
}

std::vector<Index> changed_rules(const Aftermath& a) {
    std::vector<Index> rules;
    const auto& program = *a.with.program;
    for (Index r = 0; r < a.with.base().rules.size(); ++r) {
        bool changed = a.with.applies(r) != a.without.applies(r);
        for (const auto argument : program.arguments_of_rule[r]) {
            const auto* effect = program.effect(argument);
            if (effect == nullptr || !effect->value || effect->kind == EffectKind::requires_) continue;
            const auto count = std::min(a.with.labels[argument].size(), a.without.labels[argument].size());
            for (std::size_t i = 0; i < count && !changed; ++i)
                changed = a.with.applies(r) == Truth::yes &&
                          !(a.with.value_of(*effect->value, r, i) == a.without.value_of(*effect->value, r, i));
        }
        if (changed) rules.push_back(r);
    }
    return rules;
}

std::vector<Index> duties_of_recovery(const Aftermath& a, const std::set<std::string>& creditors, bool powers) {
    const auto& e = a.settled;
    const auto turned = settled_slots(a);
    const auto owed = [&](engine::ArgumentId argument) {
        for (std::size_t i = 0; i < e.labels[argument].size(); ++i)
            if (e.label(argument, i) == engine::Label::accepted && creditors.contains(e.actor(argument, i)))
                return true;
        return false;
    };
    std::vector<Index> rules;
    for (Index r = 0; r < e.base().rules.size(); ++r) {
        const auto& arguments = e.program->arguments_of_rule[r];
        const auto& reads = e.program->reads[r];
        if (claims(e.rule(r)) ||
            std::ranges::none_of(turned, [&](Slot s) { return std::ranges::binary_search(reads, s); }))
            continue;
        if (std::ranges::any_of(
                arguments, [&](engine::ArgumentId n) { return says(e.program->effect(n), powers) && owed(n); }))
            rules.push_back(r);
    }
    return rules;
}

void tell_duties_of_recovery(const Aftermath& a, const std::set<std::string>& creditors, Finding& f) {
    const auto& base = a.settled.base();
    for (const auto r : duties_of_recovery(a, creditors, false))
        f.explanation.push_back(Text{"Bij de terugvordering geldt: ", "With the recovery holds: "} +
                                base.rules[r].title + model::plain(", ") + model::cite(base, r));
    for (const auto r : duties_of_recovery(a, creditors, true))
        f.explanation.push_back(Text{"Bij de terugvordering is er ruimte: ", "With the recovery there is room: "} +
                                base.rules[r].title + model::plain(", ") + model::cite(base, r));
    tell_arrangements(a.settled, creditors, f);
}

}  // namespace samenloop::detect
