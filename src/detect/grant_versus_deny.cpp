// CL-2: one rule grants what another denies, two rules give one thing different amounts or values, two organisations
// are both responsible though only one can be, or one is responsible and sends away (definitions section 1 and 10.1).
//
// An exception in the law itself, and a denial that wins, is how a scheme is bounded and gets no line; what a grant
// keeps against a denial of another law or of practice does.

#include <algorithm>

#include "detect/clash.hpp"
#include "detect/detectors.hpp"
#include "engine/cents.hpp"
#include "feel/number.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

constexpr engine::ObjectKind contested_kinds[] = {
    engine::ObjectKind::item, engine::ObjectKind::scheme, engine::ObjectKind::need};

/// Money by the cent, anything else as it is.
Truth other(const Value& a, const Value& b, bool money) {
    if (a.is_unknown() || b.is_unknown()) return Truth::unknown;
    if (a.bounds() == Range{} || b.bounds() == Range{}) return Value(!(a == b)).truth();
    return money ? engine::exceeds(a, b) || engine::exceeds(b, a)
                 : feel::number::compare(feel::Relation::not_equal, a, b);
}

/// A denial takes nothing away where the scheme lacks a necessary condition anyway.
Truth could_be_granted(const engine::Evaluation& e, Index object) {
    auto all = Truth::yes;
    for (const auto a : e.program->objects[object].arguments)
        if (const auto* effect = e.program->effect(a); effect != nullptr && effect->kind == EffectKind::basis)
            all = all && e.accepted(a);
    return all;
}

Truth differ(const engine::Evaluation& e, const Meeting& m) {
    const auto& a = *e.program->effect(m.first);
    const auto& b = *e.program->effect(m.second);
    const auto rule = [&](engine::ArgumentId x) { return e.program->arguments[x].rule; };
    if (a.kind == EffectKind::define) {
        if (e.rule(rule(m.first)).law != e.rule(rule(m.second)).law || !e.facts[a.item].is_unknown()) return Truth::no;
        return other(e.value_of(*a.value, rule(m.first), m.first_instance),
                     e.value_of(*b.value, rule(m.second), m.second_instance),
                     e.base().items[a.item].type.unit.starts_with("eur"));
    }
    if (a.kind == EffectKind::allocate && b.kind == EffectKind::allocate)
        return Value(e.actor(m.first, m.first_instance) != e.actor(m.second, m.second_instance)).truth();
    if (a.scheme == none) return Truth::yes;
    const auto possible = could_be_granted(e, e.program->arguments[m.first].object);
    if (a.kind != b.kind) return possible;
    return possible &&
           other(e.yearly_amount(m.first, m.first_instance), e.yearly_amount(m.second, m.second_instance), true);
}

/// A denial that wins is how a scheme is bounded, in whatever law it stands (definitions 10.1).
bool worth_telling(const engine::Program& program, const engine::Conflict& c) {
    const auto* winner = c.winner == engine::Winner::nobody
                             ? nullptr
                             : program.effect(c.winner == engine::Winner::first ? c.first : c.second);
    if (winner != nullptr && winner->kind == EffectKind::deny) return false;
    return program.effect(c.first)->scheme != none && program.rule(c.first).law != program.rule(c.second).law;
}

Text says(const DetectionContext& scene, engine::ArgumentId a, std::size_t instance) {
    const auto& effect = *scene.program().effect(a);
    const auto rule = scene.program().arguments[a].rule;
    const auto title = object_title(scene.base(), effect);
    switch (effect.kind) {
    case EffectKind::deny: return Text{"weigert ", "denies "} + title;
    case EffectKind::allocate: return Text{"is verantwoordelijk voor ", "is responsible for "} + title;
    case EffectKind::refer:
        return Text{"verwijst voor ", "refers for "} + title + Text{" naar ", " to "} +
               model::organisation_name(scene.base(), scene.e.organisation(effect.to, rule, instance));
    case EffectKind::define: {
        const auto value = scene.e.value_of(*effect.value, rule, instance);
        return Text{"stelt ", "sets "} + title + Text{" op ", " to "} +
               model::value_text(scene.base(), effect.item, value);
    }
    default: {
        const auto yearly = scene.e.yearly_amount(a, instance);
        const auto* amount = yearly.get<Decimal>();
        const auto granted = Text{"kent toe: ", "grants "} + title;
        return amount == nullptr
                   ? granted
                   : granted + model::plain(" (") + model::money(*amount) + Text{" per jaar)", " a year)"};
    }
    }
}

Text label(EffectKind kind) {
    switch (kind) {
    case EffectKind::deny: return {"weigert", "denies"};
    case EffectKind::allocate: return {"verantwoordelijk", "responsible"};
    case EffectKind::refer: return {"verwijst door", "refers on"};
    case EffectKind::define: return {"bepaalt", "defines"};
    default: return {"kent toe", "grants"};
    }
}

void tell_side(const DetectionContext& scene, engine::ArgumentId a, std::size_t instance, Finding& f) {
    const auto& base = scene.base();
    const auto rule = scene.program().arguments[a].rule;
    const auto& effect = *scene.program().effect(a);
    const auto who = model::organisation_name(base, scene.e.actor(a, instance));
    auto line = model::plain(base.rules[rule].id + ": ") + who + model::plain(" ") + says(scene, a, instance);
    if (std::ranges::none_of(f.explanation, [&](const Text& t) { return t.nl == line.nl; }))
        f.explanation.push_back(std::move(line));
    const Link link{"rule:" + base.rules[rule].id, object_id(base, effect), label(effect.kind)};
    if (std::ranges::find(f.chain, link) == f.chain.end()) f.chain.push_back(link);
    if (effect.need != none) f.needs.push_back(effect.need);
    if (effect.scheme != none)
        f.needs.insert(
            f.needs.end(), base.schemes[effect.scheme].covers.begin(), base.schemes[effect.scheme].covers.end());
    if (effect.kind == EffectKind::define) f.items.push_back(effect.item);
}

template <class T>
void unique(std::vector<T>& all) {
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
}

Text headline(const engine::Program& program, const Meeting& m) {
    const auto a = program.effect(m.first)->kind;
    const auto b = program.effect(m.second)->kind;
    if (a != b && program.effect(m.first)->scheme != none)
        return {"De ene regel kent toe wat de andere weigert: ", "One rule grants what another denies: "};
    if (a != b) return {"Verantwoordelijk en toch doorverwijzen: ", "Responsible, and yet referring on: "};
    if (a == EffectKind::allocate)
        return {"Twee organisaties zijn elk als enige verantwoordelijk: ",
                "Two organisations are each solely responsible: "};
    if (a == EffectKind::define)
        return {"Twee regels van één wet geven een verschillende uitkomst: ",
                "Two rules of one law give different outcomes: "};
    return {"Twee regels kennen een verschillend bedrag toe: ", "Two rules grant different amounts: "};
}

}  // namespace

std::vector<Candidate> find_grant_versus_deny(const DetectionContext& scene) {
    return clashes(scene, {contested_kinds, differ, worth_telling});
}

void describe_grant_versus_deny(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto all = meetings(c);
    const auto about_scheme =
        std::ranges::find_if(all, [&](const Meeting& m) { return scene.program().effect(m.first)->scheme != none; });
    f.severity = 2;
    f.title = headline(scene.program(), about_scheme == all.end() ? all.front() : *about_scheme) + objects_of(scene, c);
    for (const auto& m : all) {
        tell_side(scene, m.first, m.first_instance, f);
        tell_side(scene, m.second, m.second_instance, f);
    }
    unique(f.needs);
    unique(f.items);
    tell_clash(scene, c, f);
}

}  // namespace samenloop::detect
