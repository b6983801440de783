// The effects of a rule: one row a kind, in the table at the end.  An effect that names something unknown is left out;
// the problem has been told.

#include <algorithm>
#include <array>

#include "nouns.hpp"

namespace samenloop::read {
namespace {

/// What reading an effect needs, and where it goes.
struct Reading {
    Draft& draft;
    const Element& element;
    Rule& rule;
    const Locals& locals;

    Effect effect(EffectKind kind) const {
        Effect e;
        e.kind = kind;
        e.component = text_of(element, "component");
        e.within = duration_of(element, "within");
        e.actor = whom(draft, element, "actor", locals);
        e.to = whom(draft, element, "to", locals);
        e.at = element.at;
        return e;
    }
    void add(Effect effect) const { rule.effects.push_back(std::move(effect)); }
};

void read_define(const Reading& r, EffectKind kind) {
    const auto slot = reference_of(r.draft, r.draft.slots, r.element, "item");
    if (slot == none) return;
    const auto& item = r.draft.base.items[slot];
    if (item.kind != SlotKind::item) {
        r.draft.problems.add(
            r.element, *r.element.attribute("item"),
            base::both(
                "'{}' is geen gegeven dat een regel kan bepalen", "'{}' is no item that a rule can define", item.id),
            {"toekenningen, heffingen en bedragen hebben eigen elementen",
             "grants, charges and amounts have elements of their own"});
        return;
    }
    auto effect = r.effect(kind);
    effect.item = slot;
    effect.value = text_expression(r.draft, r.element, item.type, r.locals);
    if (effect.value) r.add(std::move(effect));
}

void read_grant(const Reading& r, EffectKind kind) {
    auto effect = r.effect(kind);
    effect.scheme = reference_of(r.draft, r.draft.schemes, r.element, "scheme");
    if (!r.element.text.blank()) effect.value = money(r.draft, r.element, r.element.text, Money::any, r.locals);
    if (effect.scheme != none && (effect.value || r.element.text.blank())) r.add(std::move(effect));
}

/// deny and basis: one effect a scheme.
void read_schemes(const Reading& r, EffectKind kind) {
    for (const auto scheme : references_of(r.draft, r.draft.schemes, r.element, "scheme")) {
        auto effect = r.effect(kind);
        effect.scheme = scheme;
        if (kind == EffectKind::deny) effect.to = whom(r.draft, r.element, "paid-to", r.locals);
        r.add(std::move(effect));
    }
}

void read_reduce(const Reading& r, EffectKind kind) {
    auto effect = r.effect(kind);
    effect.scheme = reference_of(r.draft, r.draft.schemes, r.element, "scheme");
    effect.charge = reference_of(r.draft, r.draft.charges, r.element, "charge");
    const bool scheme = r.element.attribute("scheme") != nullptr;
    if (scheme == (r.element.attribute("charge") != nullptr))

        r.draft.problems.add(r.element.at, {"<reduce> heeft 'scheme' of 'charge' nodig, een van beide",
                                            "<reduce> needs either 'scheme' or 'charge'"});
    if (!r.element.text.blank()) effect.value = money(r.draft, r.element, r.element.text, Money::periodic, r.locals);
    if ((effect.scheme == none) != (effect.charge == none) && effect.value) r.add(std::move(effect));
}

void read_norm_act(const Reading& r, EffectKind kind) {
    auto effect = r.effect(kind);
    effect.act = reference_of(r.draft, r.draft.acts, r.element, "act");
    effect.achieves = reference_of(r.draft, r.draft.outcomes, r.element, "achieves");
    effect.until = attribute_expression(r.draft, r.element, "until", type_of(Kind::date), r.locals);
    effect.items = references_of(r.draft, r.draft.slots, r.element, "items");
    if (effect.act == none) return;
    if (!effect.items.empty() && r.draft.base.acts[effect.act].data == DataAct::none)
        r.draft.problems.add(
            r.element, *r.element.attribute("items"),
            base::both("de handeling '{}' doet niets met gegevens", "the act '{}' does nothing with data",
                       r.draft.base.acts[effect.act].id),
            {"<act> zegt wat met 'data': report, ask, use of withhold",
             "<act> says what with 'data': report, ask, use or withhold"});
    const auto act = effect.act;
    r.add(std::move(effect));
    for (const auto scheme : references_of(r.draft, r.draft.schemes, r.element, "stops")) {
        auto stop = r.effect(EffectKind::deny);  // as long as the duty stands, nothing of it is paid
        stop.scheme = scheme;
        stop.act = act;
        r.add(std::move(stop));
    }
}

void read_charge(const Reading& r, EffectKind kind) {
    auto effect = r.effect(kind);
    effect.charge = reference_of(r.draft, r.draft.charges, r.element, "id");
    if (!r.element.text.blank()) effect.value = money(r.draft, r.element, r.element.text, Money::periodic, r.locals);
    if (effect.charge != none && effect.value) r.add(std::move(effect));
}

void read_claim(const Reading& r, EffectKind kind) {
    auto effect = r.effect(kind);
    effect.scheme = reference_of(r.draft, r.draft.schemes, r.element, "scheme");
    if (!r.element.text.blank()) effect.value = money(r.draft, r.element, r.element.text, Money::any, r.locals);
    read_taking(r.draft, r.element, effect);
    if (effect.value) r.add(std::move(effect));
}

void read_responsibility(const Reading& r, EffectKind kind) {
    auto effect = r.effect(kind);
    effect.need = reference_of(r.draft, r.draft.needs, r.element, "need");
    if (effect.need != none) r.add(std::move(effect));
}

/// requires-data and asks-citizen: one effect an item; the decision is a scheme or an act.
void read_data(const Reading& r, EffectKind kind) {
    auto effect = r.effect(kind);
    effect.purpose = text_of(r.element, "purpose");
    const auto form = title_of(r.element, "form");
    effect.form = form.nl;
    effect.form_en = form.en;
    effect.freshness = duration_of(r.element, "freshness");
    const auto decision = text_of(r.element, "decision");
    effect.scheme = r.draft.schemes.known(decision);
    if (effect.scheme == none) effect.act = r.draft.acts.known(decision);
    if (effect.scheme == none && effect.act == none && !decision.empty()) {
        auto known = r.draft.schemes.all();
        const auto acts = r.draft.acts.all();
        known.insert(known.end(), acts.begin(), acts.end());
        r.draft.problems.add(
            r.element, *r.element.attribute("decision"),
            base::both("er is geen regeling of handeling '{}'", "unknown scheme or act '{}'", decision),
            r.draft.problems.suggest(decision, known));
    }
    for (const auto slot : references_of(r.draft, r.draft.slots, r.element, "item")) {
        effect.item = slot;
        if (effect.scheme != none || effect.act != none) r.add(effect);
    }
}

void read_requires(const Reading& r, EffectKind kind) {
    auto effect = r.effect(kind);
    effect.outcome = reference_of(r.draft, r.draft.outcomes, r.element, "outcome");
    auto formula = read_requirement(r.draft, r.element);
    if (effect.outcome == none || !formula) return;
    r.rule.requirements.push_back(std::move(*formula));
    r.add(std::move(effect));
}

void read_waive(const Reading& r, EffectKind kind) {
    auto effect = r.effect(kind);
    effect.outcome = reference_of(r.draft, r.draft.outcomes, r.element, "outcome");
    effect.other = reference_of(r.draft, r.draft.outcomes, r.element, "of");
    if (effect.outcome != none && effect.other != none) r.add(std::move(effect));
}

struct Row {
    EffectKind kind;
    void (*read)(const Reading&, EffectKind);
};
// The element has the name of its kind.
constexpr std::array rows{
    Row{EffectKind::define, read_define},        Row{EffectKind::grant, read_grant},
    Row{EffectKind::deny, read_schemes},         Row{EffectKind::basis, read_schemes},
    Row{EffectKind::reduce, read_reduce},        Row{EffectKind::obligation, read_norm_act},
    Row{EffectKind::permission, read_norm_act},  Row{EffectKind::prohibition, read_norm_act},
    Row{EffectKind::charge, read_charge},        Row{EffectKind::recover, read_claim},
    Row{EffectKind::attach, read_claim},         Row{EffectKind::allocate, read_responsibility},
    Row{EffectKind::refer, read_responsibility}, Row{EffectKind::requires_data, read_data},
    Row{EffectKind::asks_citizen, read_data},    Row{EffectKind::requires_, read_requires},
    Row{EffectKind::waive, read_waive},
};

}  // namespace

void read_effect(Draft& draft, const Element& element, Rule& rule, const Locals& locals) {
    const auto row = std::ranges::find_if(rows, [&](const Row& r) { return to_string(r.kind) == element.name; });
    if (row != rows.end()) row->read({draft, element, rule, locals}, row->kind);
}

}  // namespace samenloop::read
