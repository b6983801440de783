// How a false premise is told: what the rule reckons with, what is so instead, what that costs, what follows from it
// and what corrects it.

#include <algorithm>
#include <set>

#include "detect/clash.hpp"
#include "detect/detectors.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

/// "naam = waarde" for what the premise reads.
void tell_facts(const DetectionContext& scene, const Rule& rule, Finding& f) {
    std::vector<Text> all;
    std::set<Slot> seen;
    for (const auto& read : rule.premise->holds.reads()) {
        const auto& value = scene.e.values[read.slot];
        if (!seen.insert(read.slot).second || value.get<List>() != nullptr) continue;
        all.push_back(scene.base().items[read.slot].title + model::plain(" = ") +
                      model::value_text(scene.base(), read.slot, value));
    }
    f.items.assign(seen.begin(), seen.end());
    if (!all.empty()) f.explanation.push_back(Text{"Hier geldt: ", "Here: "} + model::listing(all));
}

/// An amount with its unit of time, if it is one and is known.
std::optional<Text> amount_of(const Expression& of, const Value& v) {
    const auto* d = v.get<Decimal>();
    if (d == nullptr || !of.type().unit.starts_with("eur")) return std::nullopt;
    const auto text = model::money(*d);
    if (of.type().unit == "eur/month") return text + Text{" per maand", " a month"};
    return of.type().unit == "eur/year" ? text + Text{" per jaar", " a year"} : text;
}

void tell_outcome(const DetectionContext& scene, Index r, engine::ArgumentId a, std::size_t instance, Finding& f) {
    const auto& effect = *scene.program().effect(a);
    const auto title = object_title(scene.base(), effect);
    const auto& premise = *scene.base().rules[r].premise;
    if (!premise.otherwise) {
        f.explanation.push_back(effect.kind == EffectKind::deny
                                    ? Text{"De weigering steunt daarop: ", "The denial rests on it: "} + title
                                    : Text{"De toekenning steunt daarop: ", "The award rests on it: "} + title);
        return;
    }
    const auto now = amount_of(*effect.value, scene.e.value_of(*effect.value, r, instance));
    const auto then = amount_of(*premise.otherwise, scene.e.value_of(*premise.otherwise, r, instance));
    if (now && then)
        f.explanation.push_back(title + model::plain(": ") + *now +
                                Text{"; zonder die veronderstelling ", "; without that premise "} + *then);
}

/// Sanctions of the same law that hang on the same facts.
void tell_sanctions(const DetectionContext& scene, Index r, Finding& f) {
    const auto& base = scene.base();
    for (Index other = 0; other < base.rules.size(); ++other) {
        const auto& rule = base.rules[other];
        if (!rule.sanction || rule.law != base.rules[r].law || scene.e.applies(other) != Truth::yes) continue;
        const auto& reads = scene.program().reads[other];
        if (std::ranges::any_of(f.items, [&](Slot s) { return std::ranges::binary_search(reads, s); }))
            f.explanation.push_back(Text{"Gevolg dat dreigt: ", "What threatens: "} + model::says(base, other));
    }
}

void tell_correction(const DetectionContext& scene, Index by, Finding& f) {
    const auto& rule = scene.base().rules[by];
    auto line = Text{"Dit is gecorrigeerd: ", "This is corrected: "} + model::says(scene.base(), by);
    if (!rule.ecli.empty()) line = line + model::plain(" (" + rule.ecli + ")");
    f.explanation.push_back(std::move(line));
    f.chain.push_back({"rule:" + scene.base().rules[by].id, f.chain.front().from, {"corrigeert", "corrects"}});
}

void tell_denial(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    for (const auto r : c.rules) {
        if (base.rules[r].premise && std::ranges::find(c.ids, r) != c.ids.end()) continue;
        f.explanation.push_back(
            Text{"Dat het niet zo is, volgt uit ", "That it is not so follows from "} + model::says(base, r));
        for (const auto& effect : base.rules[r].effects)
            if (effect.kind == EffectKind::define)
                f.chain.push_back(
                    {"rule:" + base.rules[r].id, "item:" + base.items[effect.item].id, {"bepaalt", "defines"}});
    }
}

}  // namespace

void describe_false_premise(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto& rule = base.rules[c.ids.front()];
    f.severity = 2;
    f.title = Text{"De wet gaat ervan uit: ", "The law takes for granted: "} + rule.premise->text +
              Text{"; hier is dat niet zo", "; here that is not so"};
    for (std::size_t i = 0; i + 2 < c.ids.size(); i += 3) {
        const auto r = c.ids[i];
        const auto& effect = *scene.program().effect(c.ids[i + 1]);
        f.explanation.push_back(model::says(base, r));
        f.organisations.push_back(scene.e.actor(c.ids[i + 1], c.ids[i + 2]));
        f.chain.push_back(
            {"rule:" + base.rules[r].id, object_id(base, effect), {"rekent ervan uit", "reckons from it"}});
        tell_outcome(scene, r, c.ids[i + 1], c.ids[i + 2], f);
    }
    tell_facts(scene, rule, f);
    tell_denial(scene, c, f);
    tell_sanctions(scene, c.ids.front(), f);
    for (const auto by : c.settled_by) tell_correction(scene, by, f);
    const auto loss = c.measure.bounds();
    if (loss.low && *loss.low > Decimal(0)) f.amounts.emplace_back("eur_month", *loss.low);
    if (loss.high && loss.low != loss.high) f.amounts.emplace_back("eur_month_at_most", *loss.high);
}

}  // namespace samenloop::detect
