#include "detect/asks.hpp"

#include <algorithm>

#include "detect/blocking_rules.hpp"
#include "detect/coverage.hpp"
#include "detect/recoveries.hpp"
#include "detect/steps.hpp"
#include "engine/disposable.hpp"
#include "engine/reach.hpp"
#include "engine/timeline.hpp"
#include "feel/number.hpp"

namespace samenloop::detect {
namespace {

bool may_apply(const DetectionContext& scene, Index r) {
    return scene.program().in_force[r] && !scene.e.out[r] && scene.e.applies(r) != Truth::no;
}

bool has_effect(const Rule& rule, std::initializer_list<EffectKind> kinds) {
    return std::ranges::any_of(
        rule.effects, [&](const Effect& x) { return std::ranges::find(kinds, x.kind) != kinds.end(); });
}

/// What all schemes and charges come to.
void sums(const DetectionContext& scene, engine::Unknowns& u) {
    for (const auto& scheme : scene.base().schemes) {
        u.slot(scheme.granted);
        u.slot(scheme.sum);
    }
    for (const auto& charge : scene.base().charges) u.slot(charge.slot);
}

void taking(const DetectionContext& scene, engine::Unknowns& u) {
    for (Index r = 0; r < scene.base().rules.size(); ++r)
        if (has_effect(scene.base().rules[r], {EffectKind::recover, EffectKind::attach})) u.rule(r);
}

Range income_gap(const DetectionContext& scene) {
    return feel::number::subtract(engine::protected_level(scene.law), engine::disposable(scene.e)).bounds();
}

/// Disposable income here and in the reference household.
engine::Lacking income(const DetectionContext& scene) {
    engine::Unknowns here(scene.e);
    here.income();
    auto all = here.found();
    const auto reference = own_reference(scene.law);
    engine::Unknowns there(reference);
    there.income();
    all.add(there.found());
    return all;
}

engine::Lacking ask_income(const DetectionContext& scene) {
    if (!scene.base().reference || scene.base().norm("im1.tolerance") == nullptr) return {};
    const auto loss = income_gap(scene);
    return loss.low && loss.high && *loss.low == *loss.high ? engine::Lacking{} : income(scene);
}

engine::Lacking ask_means(const DetectionContext& scene) {
    const auto reached = engine::reach(scene.e);
    for (Index n = 0; n < scene.base().needs.size(); ++n) {
        if (scene.base().needs[n].coverage != Coverage::income || is_active(scene.e, n) == Truth::no) continue;
        if (is_covered(scene.e, scene.law, reached, n) == Truth::yes || !(income_gap(scene) == Range{})) continue;
        if (scene.base().reference) return income(scene);
    }
    return {};
}

/// Over all that is earned, and a step more.
void over(const DetectionContext& scene, Slot s, const Decimal& x, engine::Lacking& all) {
    const auto& unit = scene.base().items[s].type.unit;
    const auto step = norm_or(scene, "im2b.step", 1000) / Decimal(unit == "eur/month" ? 12 : 1);
    const auto e = engine::vary(scene.e, {{}, {}, {{s, Value(Range{Decimal(0), x + step})}}});
    engine::Unknowns u(e);
    u.income();
    auto found = u.found();
    std::erase_if(found.facts, [&](const model::Path& p) { return p.slot == s; });
    all.add(found);
}

engine::Lacking ask_curve(const DetectionContext& scene) {
    engine::Lacking all;
    for (Slot s = 0; s < scene.base().items.size(); ++s) {
        const auto& item = scene.base().items[s];
        if (!item.earnings && !item.assets) continue;
        const auto* x = scene.e.facts[s].get<Decimal>();
        if (x != nullptr && *x > Decimal(0)) over(scene, s, *x, all);
        if (scene.e.facts[s].is_unknown()) {
            engine::Unknowns u(scene.e);
            u.slot(s);
            all.add(u.found());
        }
    }
    return all;
}

engine::Lacking ask_concepts(const DetectionContext& scene) {
    engine::Unknowns u(scene.e);
    bool differ = false;
    for (const auto& word : scene.base().concepts) {
        if (word.definitions.size() < 2) continue;
        for (const auto s : word.definitions) {
            u.slot(s);
            differ = differ || !(scene.e.values[s] == scene.e.values[word.definitions.front()]);
        }
    }
    if (differ) sums(scene, u);
    return u.found();
}

bool holds_surely(const DetectionContext& scene, Index r) {
    const auto& premise = *scene.base().rules[r].premise;
    for (std::size_t i = 0; i < scene.e.rules[r].size(); ++i)
        if (scene.e.value_of(premise.holds, r, i).truth() != Truth::yes) return false;
    return true;
}

engine::Lacking ask_premises(const DetectionContext& scene) {
    engine::Unknowns u(scene.e);
    bool any = false;
    for (Index r = 0; r < scene.base().rules.size(); ++r) {
        const auto& rule = scene.base().rules[r];
        if (!rule.premise || !may_apply(scene, r) || holds_surely(scene, r)) continue;
        any = any || rule.premise->otherwise.has_value();
        u.rule(r);
        u.expression(rule.premise->holds);
    }
    if (any) sums(scene, u);
    return u.found();
}

engine::Lacking ask_goals(const DetectionContext& scene) {
    engine::Unknowns u(scene.e);
    const Environment here{scene.e.values, {}};
    for (const auto& scheme : scene.base().schemes) {
        if (!scheme.goal) continue;
        const auto target = scheme.goal->target ? evaluate(*scheme.goal->target, here).truth() : Truth::yes;
        if (target == Truth::no || evaluate(scheme.goal->reached, here).truth() == Truth::yes) continue;
        if (scheme.goal->target) u.expression(*scheme.goal->target);
        u.expression(scheme.goal->reached);
    }
    return u.found();
}

/// A floor that some status lowers may rest on other amounts than it does now.
void amounts_of(const DetectionContext& scene, Slot item, engine::Lacking& all) {
    const auto o = scene.program().object_of_slot[item];
    if (o == none) return;
    for (const auto a : scene.program().objects[o].arguments)
        for (const auto s : scene.program().reads[scene.program().arguments[a].rule])
            if (scene.base().items[s].kind == SlotKind::amount && scene.e.values[s].is_unknown()) all.amounts.insert(s);
}

engine::Lacking ask_floors(const DetectionContext& scene) {
    engine::Unknowns u(scene.e);
    engine::Lacking others;
    for (Index f = 0; f < scene.base().floors.size(); ++f) {
        const auto& floor = scene.base().floors[f];
        const auto takes = [&](const Effect& x) { return x.floor == f; };
        bool near = floor.at_risk && evaluate(*floor.at_risk, {scene.e.values, {}}).truth() != Truth::no;
        for (Index r = 0; r < scene.base().rules.size() && !near; ++r)
            near = may_apply(scene, r) && std::ranges::any_of(scene.base().rules[r].effects, takes);
        if (!near) continue;
        u.slot(floor.item);
        if (floor.at_risk) u.expression(*floor.at_risk);
        amounts_of(scene, floor.item, others);
    }
    others.add(u.found());
    return others;
}

engine::Lacking ask_recoveries(const DetectionContext& scene) {
    if (days_with_changes(scene).empty()) return {};
    engine::Unknowns u(scene.e);
    taking(scene, u);
    sums(scene, u);
    return u.found();
}

engine::Lacking ask_weights(const DetectionContext& scene) {
    engine::Unknowns u(scene.e);
    bool any = false;
    for (Index r = 0; r < scene.base().rules.size(); ++r) {
        const auto& rule = scene.base().rules[r];
        if (!rule.against || scene.e.effective(r) == Truth::no) continue;
        any = true;
        u.rule(r);
        u.expression(rule.against->value);
    }
    if (!any) return {};
    taking(scene, u);
    sums(scene, u);
    return u.found();
}

engine::Lacking ask_takes(const DetectionContext& scene) {
    engine::Unknowns u(scene.e);
    taking(scene, u);
    for (Index r = 0; r < scene.base().rules.size(); ++r)
        for (const auto& effect : scene.base().rules[r].effects) {
            if (effect.floor == none || !may_apply(scene, r)) continue;
            const auto& floor = scene.base().floors[effect.floor];
            u.slot(floor.item);
            if (floor.stream) u.expression(*floor.stream);
        }
    return u.found();
}

engine::Lacking ask_switches(const DetectionContext& scene) {
    const auto today = scene.situation.date;
    const auto near = [&](const Event& x) { return x.date >= today.plus({-12, 0}) && x.date <= today.plus({12, 0}); };
    if (std::ranges::none_of(scene.situation.events, near)) return {};
    engine::Unknowns u(scene.e);
    for (Index r = 0; r < scene.base().rules.size(); ++r)
        if (may_apply(scene, r) && scene.e.applies(r) == Truth::unknown) u.rule(r);
    return u.found();
}

engine::Lacking ask_exclusions(const DetectionContext& scene) {
    engine::Unknowns u(scene.e);
    for (Index r = 0; r < scene.base().rules.size(); ++r)
        if (!scene.base().rules[r].intended_exclusion.empty() && may_apply(scene, r)) {
            u.rule(r);
            sums(scene, u);
        }
    return u.found();
}

/// Of the day itself, and of those to which the timeline runs on with fewer amounts.
engine::Lacking ask_gaps(const DetectionContext& scene) {
    if (!engine::has_time(scene.base(), scene.situation)) return {};
    engine::Lacking all;
    const auto look = [&](const engine::Evaluation& e) {
        for (Index n = 0; n < scene.base().needs.size(); ++n)
            if (is_active(e, n) != Truth::no) all.add(lacking_of_need(e, n));
    };
    look(scene.e);
    const auto days = engine::window(scene.e, scene.situation, scene.calendar);
    for (auto day = scene.calendar.value_lost_after(scene.situation.date); day && *day < *days->to;
         day = scene.calendar.value_lost_after(*day))
        look(engine::moved_to(scene.e, scene.situation, scene.calendar, *day));
    return all;
}

bool is_in_doubt(const engine::Evaluation& e, Index n) {
    return is_covered(e, e, engine::reach(e), n, Payment::in_hand) == Truth::unknown;
}

/// Whether the need is covered is measured by the protected level, and not known.
bool hangs_on_level(const engine::Evaluation& e, Index n) {
    return e.base().needs[n].coverage == Coverage::income && e.base().reference && is_in_doubt(e, n);
}

/// What the need and what covers it lack in this household itself.
engine::Lacking lacking_here(const engine::Evaluation& e, Index n, engine::Depth depth) {
    const auto& need = e.base().needs[n];
    engine::Unknowns u(e, depth);
    if (need.active) u.expression(*need.active);
    if (!is_in_doubt(e, n)) return u.found();
    if (need.covered) u.expression(*need.covered);
    if (need.outcome != none) u.outcome(need.outcome);
    for (const auto s : schemes_for(e.base(), n)) u.slot(e.base().schemes[s].granted);
    if (need.coverage == Coverage::income && e.base().reference) u.income();
    return u.found();
}

engine::Lacking lacking_of_level(const engine::Evaluation& e, engine::Depth depth) {
    const auto reference = own_reference(e);
    engine::Unknowns there(reference, depth);
    there.income();
    return there.found();
}

}  // namespace

engine::Evaluation own_reference(const engine::Evaluation& law) {
    auto own = law;
    own.yardstick = nullptr;
    return engine::ReferenceHousehold(own).evaluation();
}

engine::Lacking lacking(Ask ask, const DetectionContext& scene) {
    switch (ask) {
    case Ask::income: return ask_income(scene);
    case Ask::means: return ask_means(scene);
    case Ask::curve: return ask_curve(scene);
    case Ask::concepts: return ask_concepts(scene);
    case Ask::premises: return ask_premises(scene);
    case Ask::goals: return ask_goals(scene);
    case Ask::floors: return ask_floors(scene);
    case Ask::recoveries: return ask_recoveries(scene);
    case Ask::weights: return ask_weights(scene);
    case Ask::takes: return ask_takes(scene);
    case Ask::switches: return ask_switches(scene);
    case Ask::exclusions: return ask_exclusions(scene);
    case Ask::gaps: return ask_gaps(scene);
    default: return {};
    }
}

engine::Lacking lacking_of_need(const engine::Evaluation& e, Index n) {
    auto all = lacking_here(e, n, engine::Depth::unknown);
    if (hangs_on_level(e, n)) all.add(lacking_of_level(e, engine::Depth::unknown));
    return all;
}

bool lacks_beyond_facts(const engine::Evaluation& e, Index n) {
    constexpr auto depth = engine::Depth::beyond_facts;
    return lacking_here(e, n, depth).beyond_facts() ||
           (hangs_on_level(e, n) && lacking_of_level(e, depth).beyond_facts());
}

Subjects subjects_of(const Rule& rule) {
    Subjects all = 0;
    for (const auto& effect : rule.effects) {
        switch (effect.kind) {
        case EffectKind::obligation:
        case EffectKind::permission:
        case EffectKind::prohibition: all |= subject::duties; break;
        case EffectKind::requires_data:
        case EffectKind::asks_citizen: all |= subject::data; break;
        case EffectKind::allocate:
        case EffectKind::refer: all |= subject::tasks; break;
        case EffectKind::requires_:
        case EffectKind::waive: all |= subject::outcomes; break;
        default: all |= subject::money;
        }
    }
    return all;
}

}  // namespace samenloop::detect
