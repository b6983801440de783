// IM-1: every rule was applied correctly and disposable income D stays more than a tolerance below the protected level
// M of the reference household (definitions section 3 and 10.4).  M is named in the text, and which schemes make the
// gap.

#include <algorithm>

#include "detect/coverage.hpp"
#include "detect/detectors.hpp"
#include "detect/level_rules.hpp"
#include "engine/disposable.hpp"
#include "engine/withholding.hpp"
#include "feel/number.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

Value per_month(const Value& yearly) { return feel::number::divide(yearly, Decimal(12)); }

/// Somebody here needs an income: not who is provided for where he stays.
Truth needs_income(const engine::Evaluation& e) {
    auto any = Truth::no;
    bool told = false;
    for (Index n = 0; n < e.base().needs.size(); ++n) {
        if (e.base().needs[n].coverage != Coverage::income) continue;
        told = true;
        any = any || is_active(e, n);
    }
    return told ? any : Truth::yes;
}

Value gap(const DetectionContext& scene) {
    return per_month(feel::number::subtract(engine::protected_level(scene.law), engine::disposable(scene.e)));
}

/// The rule acts on the scheme here and not in the reference household, or the other way round; a definition does so
/// through what the grants of the scheme read.
bool makes_the_difference(const engine::Evaluation& here, const engine::ReferenceHousehold& reference, Index r,
                          Index scheme) {
    if (here.applies(r) == reference.applies(r)) return false;
    const auto& program = *here.program;
    for (const auto a : program.arguments_of_rule[r]) {
        const auto& object = program.objects[program.arguments[a].object];
        if (object.kind == engine::ObjectKind::scheme && object.index == scheme) return true;
        if (object.kind != engine::ObjectKind::item) continue;
        for (const auto reader : program.readers[object.index])
            for (const auto& effect : here.rule(reader).effects)
                if (effect.scheme == scheme && (effect.kind == EffectKind::grant || effect.kind == EffectKind::deny))
                    return true;
    }
    return false;
}

const Decimal a_cent = *Decimal::parse("0.01");

/// "zorgtoeslag: € 0,00 tegen € 131,12 in het referentiehuishouden, per maand"
Text against(const Text& what, const Decimal& here, const Decimal& there) {
    return what + model::plain(": ") + model::money(here) + Text{" tegen ", " against "} + model::money(there) +
           Text{" in het referentiehuishouden, per maand", " in the reference household, a month"};
}

/// What the lines that are told come to: the rest of the two incomes makes up for what they leave of the gap.
struct ToldSums {
    Decimal here;
    Decimal there;
};

void compare_schemes(const DetectionContext& scene, Finding& f, ToldSums& told) {
    const engine::ReferenceHousehold reference(scene.law);
    const auto& base = reference.evaluation().base();
    for (Index k = 0; k < base.schemes.size(); ++k) {
        const auto& scheme = base.schemes[k];
        if (!scheme.disposable) continue;
        const auto s = reference.here(k);
        const auto here = per_month(s == none ? Value(Decimal(0)) : engine::counted(scene.e, s)).bounds();
        const auto there = per_month(reference.evaluation().values[scheme.sum]).bounds();
        if (!here.low || !there.low) continue;
        told.here = told.here + *here.low;
        told.there = told.there + *there.low;
        if (*there.low - *here.low < a_cent && *here.low - *there.low < a_cent) continue;
        f.losses.push_back({scheme.title, *there.low - *here.low});
        f.explanation.push_back(against(scheme.title, *here.low, *there.low));
        if (*there.low - *here.low < Decimal(1)) continue;
        for (const auto r : f.rules)
            if (s != none && makes_the_difference(scene.e, reference, r, s))
                f.chain.push_back({"rule:" + scene.base().rules[r].id, "scheme:" + scheme.id, {"raakt", "touches"}});
        f.chain.push_back(
            {"scheme:" + scheme.id, "need:income", Text{"mist ", "misses "} + model::money(*there.low - *here.low)});
    }
}

/// What is taken from the income, and by which rule.
void tell_taken(const DetectionContext& scene, Finding& f, ToldSums& told) {
    for (const auto& t : engine::taken(scene.e, Decimal(12)).takes) {
        const auto amount = per_month(t.amount).bounds().low;
        if (t.charge != none || !amount || *amount < a_cent) continue;
        told.here = told.here - *amount;
        f.losses.push_back({model::organisation_name(scene.base(), t.creditor), *amount});
        const auto r = scene.program().arguments[t.argument].rule;
        f.explanation.push_back(
            Text{"Ingehouden: ", "Withheld: "} + model::money(*amount) + Text{" per maand, door ", " a month, by "} +
            model::organisation_name(scene.base(), t.creditor) + model::plain(" (") + model::cite(scene.base(), r) +
            model::plain(")"));
        f.chain.push_back({"rule:" + scene.base().rules[r].id, "need:income",
                           Text{"houdt in: ", "withholds "} + model::money(*amount)});
    }
}

/// What is neither a scheme nor withheld, where both incomes are known exactly.
void tell_rest(const Range& d, const Range& m, const ToldSums& told, Finding& f) {
    if (!d.low || !m.low || d.low != d.high || m.low != m.high) {
        f.losses.clear();
        return;
    }
    const auto here = *d.low - told.here;
    const auto there = *m.low - told.there;
    if (here - there < a_cent && there - here < a_cent) return;
    const Text rest{"overig inkomen, na belasting en premies", "other income, after taxes and premiums"};
    f.losses.push_back({rest, there - here});
    f.explanation.push_back(against(rest, here, there));
}

/// No rule of the rule base charges it, or one does so here: a premium is no cost of who is not insured.
bool is_due(const DetectionContext& scene, Slot cost) {
    bool charged = false;
    for (engine::ArgumentId a = 0; a < scene.program().arguments.size(); ++a) {
        const auto* effect = scene.program().effect(a);
        if (effect == nullptr || effect->kind != EffectKind::charge || !effect->value) continue;
        if (std::ranges::none_of(effect->value->reads(), [&](const auto& r) { return r.slot == cost; })) continue;
        if (scene.e.accepted(a) == Truth::yes) return true;
        charged = true;
    }
    return !charged;
}

void compare_costs(const DetectionContext& scene, const Decimal& d, Finding& f) {
    for (Slot s = 0; s < scene.base().items.size(); ++s) {
        const auto& item = scene.base().items[s];
        const auto* cost = scene.e.values[s].get<Decimal>();
        if (!item.fixed_cost || cost == nullptr || *cost <= Decimal(0) || !is_due(scene, s)) continue;
        for (Index k = 0; k < scene.base().schemes.size(); ++k) {
            const auto& scheme = scene.base().schemes[k];
            const auto* sum = scene.e.values[scheme.sum].get<Decimal>();
            if (!scheme.disposable || sum == nullptr || *sum <= Decimal(0) || *sum / Decimal(12) >= *cost) continue;
            if (std::ranges::none_of(
                    scheme.covers, [&](Index n) { return scene.base().needs[n].coverage == Coverage::income; }))
                continue;
            f.explanation.push_back(item.title + model::plain(" (") + model::money(*cost) +
                                    Text{") is alleen al meer dan ", ") alone is more than "} + scheme.title +
                                    model::plain(" (") + model::money(*sum / Decimal(12)) + model::plain(")"));
        }
        if (*cost > d)
            f.explanation.push_back(
                item.title + Text{" is hoger dan het hele besteedbare inkomen", " exceeds all disposable income"});
    }
}

/// Income that is granted while the loaded rules do not say how much it is.
void name_unknown_amounts(const DetectionContext& scene, Finding& f) {
    for (const auto& scheme : scene.base().schemes)
        if (scheme.disposable && scene.e.values[scheme.granted].truth() != Truth::no &&
            !scene.e.values[scheme.sum].bounds().high)
            f.explanation.push_back(Text{"De geladen regels zeggen niet hoeveel dit is: ",
                                         "The loaded rules do not say how much this is: "} +
                                    scheme.title);
}

Text headline(Truth holds, const Range& loss) {
    const Text below{" per maand onder het beschermde niveau", " a month below the protected level"};
    if (holds == Truth::yes)
        return Text{"Alle regels zijn toegepast en toch blijft het huishouden ",
                    "Every rule was applied and yet the household stays "} +
               model::money(loss.low.value_or(Decimal(0))) + below;
    if (!loss.high)
        return {
            "Alle regels zijn toegepast en misschien blijft het huishouden onder het beschermde niveau; hoe ver, "
            "is niet bekend",
            "Every rule was applied and the household may stay below the protected level; how far is not known"};
    return Text{"Alle regels zijn toegepast en misschien blijft het huishouden tot ",
                "Every rule was applied and the household may stay up to "} +
           model::money(*loss.high) + below;
}

}  // namespace

std::vector<Candidate> find_below_minimum(const DetectionContext& scene) {
    const auto* tolerance = scene.base().norm("im1.tolerance");
    if (tolerance == nullptr || !scene.base().reference) return {};
    // Only at first: that somebody would need no income were he younger or detained mends nothing.
    const auto needed = scene.focus == nullptr ? needs_income(scene.e) : Truth::yes;
    if (needed == Truth::no) return {};
    const auto loss = gap(scene);
    const auto holds = needed && feel::number::compare(feel::Relation::greater, loss, tolerance->value);
    const auto bounds = loss.bounds();
    // Of what is not known at all nothing is told; but a finding that was there is not gone by it.
    if (holds == Truth::no || (scene.focus == nullptr && !bounds.low && !bounds.high)) return {};
    Candidate c;
    c.key = "income";
    c.holds = holds;
    c.measure = loss;
    if (scene.focus == nullptr) c.rules = rules_of_the_level(scene);
    return {c};
}

void describe_below_minimum(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto d = per_month(engine::disposable(scene.e)).bounds();
    const auto m = per_month(engine::protected_level(scene.law)).bounds();
    const auto loss = c.measure.bounds();
    f.severity = 3;
    const auto least = loss.low.value_or(Decimal(0));
    f.title = headline(c.holds, loss);
    f.amounts.emplace_back("eur_month", least);
    if (loss.high && *loss.high != least) f.amounts.emplace_back("eur_month_at_most", *loss.high);
    if (d.high) f.amounts.emplace_back("D_month", *d.high);
    if (m.low) f.amounts.emplace_back("M_month", *m.low);
    if (d.high && m.low)
        f.explanation.push_back(
            Text{"Beschermd niveau: ", "Protected level: "} + scene.base().reference->title + model::plain(" (") +
            model::plain(scene.base().reference->source) + model::plain(")") +
            (scene.law.yardstick == nullptr
                 ? Text{}
                 : Text{", naar de wet van vóór het voorstel", ", by the law of before the bill"}));
    ToldSums told;
    compare_schemes(scene, f, told);
    tell_taken(scene, f, told);
    tell_rest(d, m, told, f);
    name_unknown_amounts(scene, f);
    if (d.high) compare_costs(scene, *d.high, f);
    for (Index n = 0; n < scene.base().needs.size(); ++n)
        if (scene.base().needs[n].coverage == Coverage::income) f.needs.push_back(n);
    for (auto& link : f.chain)
        if (link.to == "need:income" && !f.needs.empty()) link.to = "need:" + scene.base().needs[f.needs.front()].id;
}

}  // namespace samenloop::detect
