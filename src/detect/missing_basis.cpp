// VA-4: an organisation needs a datum for a decision, somebody holds it, and no exchange in force carries it there for
// that purpose and this person on a legal basis.  Holders of list elements are named in the element (`[creditor]`); as
// soon as one holder may give it, the datum arrives.  One finding with the list of holders (definitions 10.9).

#include <algorithm>
#include <set>

#include "detect/detectors.hpp"
#include "detect/needed_data.hpp"
#include "engine/flows.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

Truth carries(const DetectionContext& scene, const Exchange& x, const Effect& need, const std::string& from,
              const std::string& to) {
    if (!engine::leads_to(scene.base(), x, need.item, to) || !engine::comes_from(scene.base(), x, from))
        return Truth::no;
    if (!x.purpose.empty() && x.purpose != need.purpose) return Truth::no;
    return engine::usable(scene.e, x);
}

Truth arrives(const DetectionContext& scene, const Effect& need, const std::vector<std::string>& from,
              const std::string& to) {
    auto any = Truth::no;
    for (const auto& h : from) {
        if (kind_of(h) == kind_of(to)) return Truth::yes;
        for (const auto& x : scene.base().exchanges) any = any || carries(scene, x, need, h, to);
    }
    return any;
}

/// Some rule grants it here, be it at discretion.
bool may_be_granted(const engine::Evaluation& e, Index scheme) {
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect != nullptr && effect->kind == EffectKind::grant && effect->scheme == scheme &&
            e.applies(e.program->arguments[a].rule) != Truth::no)
            return true;
    }
    return false;
}

/// For whom an exchange is meant: the items that its condition reads.
Text limited_to(const RuleBase& base, const Exchange& x) {
    if (!x.person_class) return {};
    std::vector<Text> read;
    read.reserve(x.person_class->reads().size());
    for (const auto& r : x.person_class->reads()) read.push_back(base.items[r.slot].title);
    return Text{"; alleen bij: ", "; only with: "} + model::listing(read);
}

/// Why what is provided for does not carry the datum here: another day, another person, another purpose.
Text not_here(const Exchange& x, const Effect& need, Date day) {
    const bool same_purpose = x.purpose.empty() || x.purpose == need.purpose;
    if (x.in_force.from && day < *x.in_force.from)
        return (same_purpose ? Text{"Wel geregeld, maar pas vanaf ", "Provided for, but only from "}
                             : Text{"Voor een ander doel geregeld, vanaf ", "Provided for another purpose, from "}) +
               model::date_words(*x.in_force.from) + model::plain(": ");
    if (same_purpose) return {"Wel geregeld, maar niet voor deze persoon: ", "Provided for, but not for this person: "};
    return {"Wel geregeld, en geen signaal voor dit doel: ", "Provided for, and no signal for this purpose: "};
}

/// What the holders may give the same receiver on another day, for another purpose or of other persons: each provision
/// once.  What is over is of no use.
void tell_other_exchanges(const DetectionContext& scene, const Effect& need, const std::vector<std::string>& from,
                          const std::string& to, Finding& f) {
    const auto& base = scene.base();
    const auto day = scene.e.day;
    std::set<std::string> told;
    for (const auto& x : base.exchanges) {
        if (x.item != need.item || x.basis == Basis::none || (x.in_force.to && *x.in_force.to <= day)) continue;
        if (x.to.organisation == none || base.organisations[x.to.organisation].id != kind_of(to)) continue;
        const auto holds = [&](const auto& h) { return engine::comes_from(base, x, h); };
        if (std::ranges::none_of(from, holds) || !told.insert(x.purpose + x.citation).second) continue;
        const auto what = x.purpose.empty() ? base.items[x.item].title : model::plain(x.purpose);
        f.explanation.push_back(
            not_here(x, need, day) + what + model::plain(" (" + x.citation) + limited_to(base, x) + model::plain(")"));
    }
}

/// The form for this decision asks the citizen for the datum.
bool asked_of_the_citizen(const DetectionContext& scene, const Effect& need) {
    for (engine::ArgumentId a = 0; a < scene.program().arguments.size(); ++a) {
        const auto* effect = scene.program().effect(a);
        if (effect != nullptr && effect->kind == EffectKind::asks_citizen && effect->item == need.item &&
            effect->scheme == need.scheme && scene.e.accepted(a) != Truth::no)
            return true;
    }
    return false;
}

/// How the decision falls when the datum does not come.
Text without_datum(const DetectionContext& scene, const Effect& need) {
    if (asked_of_the_citizen(scene, need))
        return {"De burger moet het zelf aantonen: wie dat niet doet, kan mislopen waar recht op is",
                "The citizen has to prove it: anyone who does not may miss what is due"};
    if (!may_be_granted(scene.e, need.scheme))
        return {"Het besluit valt zonder dit gegeven: wie het nodig heeft, kan het mislopen",
                "The decision is taken without this datum: anyone who needs it may miss it"};
    if (scene.base().schemes[need.scheme].on_application)
        return {"Het besluit valt zonder dit gegeven: het rust op wat de aanvrager zelf opgeeft",
                "The decision is taken without this datum: it rests on what the applicant tells"};
    return {"Het besluit valt zonder dit gegeven: ook wie het niet nodig heeft, kan het krijgen",
            "The decision is taken without this datum: anyone who does not need it may get it, too"};
}

}  // namespace

std::vector<Candidate> find_missing_basis(const DetectionContext& scene) {
    std::vector<Candidate> all;
    for (engine::ArgumentId a = 0; a < scene.program().arguments.size(); ++a) {
        const auto* effect = scene.program().effect(a);
        if (effect == nullptr || effect->kind != EffectKind::requires_data) continue;
        const auto accepted = scene.e.accepted(a);
        if (accepted == Truth::no || scene.e.labels[a].empty()) continue;
        const auto from = engine::holders(scene.e, effect->item);
        const auto to = scene.e.actor(a, 0);
        const auto missing = accepted && !arrives(scene, *effect, from, to);
        if (!from.empty() && missing != Truth::no) all.push_back(datum_candidate(scene, a, missing));
    }
    return all;
}

void describe_missing_basis(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto& effect = *scene.program().effect(c.ids.front());
    const auto to = scene.e.actor(c.ids.front(), 0);
    const auto from = engine::holders(scene.e, effect.item);
    f.items = {effect.item};
    const auto need = need_of(base, effect);
    if (need != none) f.needs = {need};
    f.severity = need != none ? 2 : 1;
    std::vector<Text> names;
    for (const auto& h : from) names.push_back(model::organisation_name(base, h));
    f.title = model::organisation_name(base, to) +
              Text{" mag dit gegeven niet krijgen voor ", " may not receive this datum for "} +
              model::plain(effect.purpose) + model::plain(": ") + base.items[effect.item].title;
    f.explanation.push_back(Text{"Houders: ", "Holders: "} + model::listing(names));
    f.explanation.push_back(Text{"Er is geen uitwisseling met een wettelijke grondslag voor dit doel en deze persoon",
                                 "There is no exchange with a legal basis for this purpose and person"});
    tell_other_exchanges(scene, effect, from, to, f);
    if (effect.scheme != none) f.explanation.push_back(without_datum(scene, effect));
    f.organisations = from;
    f.organisations.push_back(to);
    for (const auto& h : from)
        f.chain.push_back({"organisation:" + h, "organisation:" + to,
                           Text{"geen grondslag: ", "no basis: "} + base.items[effect.item].title});
    for (const auto r : f.rules)
        f.chain.push_back({"rule:" + base.rules[r].id, "item:" + base.items[effect.item].id, {"heeft nodig", "needs"}});
    const bool named_in_elements = base.items[effect.item].holder.instance.has_value();
    f.amounts.emplace_back(
        named_in_elements ? "creditors" : "holders", Decimal(static_cast<std::int64_t>(from.size())));
}

}  // namespace samenloop::detect
