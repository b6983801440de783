// VA-4: an organisation needs a datum for a decision, somebody holds it, and no exchange in force carries it there for
// that purpose and this person on a legal basis.  Holders of list elements are named in the element (`[creditor]`); as
// soon as one holder may give it, the datum arrives.  One finding with the list of holders (definitions 10.9).

#include <algorithm>
#include <set>

#include "detect/detectors.hpp"
#include "detect/needed_data.hpp"
#include "evaluate/flows.hpp"
#include "model/wording.hpp"

namespace samenloop {
namespace {

Truth carries(const Scene& scene, const Exchange& x, const Effect& need, const std::string& from,
              const std::string& to) {
    if (!leads_to(scene.base(), x, need.item, to) || !comes_from(scene.base(), x, from)) return Truth::no;
    if (!x.purpose.empty() && x.purpose != need.purpose) return Truth::no;
    return usable(scene.e, x);
}

Truth arrives(const Scene& scene, const Effect& need, const std::vector<std::string>& from, const std::string& to) {
    auto any = Truth::no;
    for (const auto& h : from) {
        if (kind_of(h) == kind_of(to)) return Truth::yes;
        for (const auto& x : scene.base().exchanges) any = any || carries(scene, x, need, h, to);
    }
    return any;
}

/// Some rule grants it here, be it at discretion.
bool may_be_granted(const Evaluation& e, Index scheme) {
    for (ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
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
    return Text{"; alleen bij: ", "; only with: "} + listing(read);
}

/// What the holders may give the same receiver for another purpose or of other persons: each provision once.
void tell_other_exchanges(const RuleBase& base, const Effect& need, const std::vector<std::string>& from,
                          const std::string& to, Finding& f) {
    std::set<std::string> told;
    for (const auto& x : base.exchanges) {
        if (x.item != need.item || x.basis == Basis::none) continue;
        if (x.to.organisation == none || base.organisations[x.to.organisation].id != kind_of(to)) continue;
        const auto holds = [&](const auto& h) { return comes_from(base, x, h); };
        if (std::ranges::none_of(from, holds) || !told.insert(x.purpose + x.citation).second) continue;
        f.explanation.push_back(
            Text{"Wel geregeld, en geen signaal voor dit doel: ", "Provided for, and no signal for this purpose: "} +
            plain(x.purpose + " (" + x.citation) + limited_to(base, x) + plain(")"));
    }
}

}  // namespace

std::vector<Candidate> find_missing_basis(const Scene& scene) {
    std::vector<Candidate> all;
    for (ArgumentId a = 0; a < scene.program().arguments.size(); ++a) {
        const auto* effect = scene.program().effect(a);
        if (effect == nullptr || effect->kind != EffectKind::requires_data) continue;
        const auto accepted = scene.e.accepted(a);
        if (accepted == Truth::no || scene.e.labels[a].empty()) continue;
        const auto from = holders(scene.e, effect->item);
        const auto to = scene.e.actor(a, 0);
        const auto missing = accepted && !arrives(scene, *effect, from, to);
        if (!from.empty() && missing != Truth::no) all.push_back(datum_candidate(scene, a, missing));
    }
    return all;
}

void describe_missing_basis(const Scene& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto& effect = *scene.program().effect(c.ids.front());
    const auto to = scene.e.actor(c.ids.front(), 0);
    const auto from = holders(scene.e, effect.item);
    f.items = {effect.item};
    const auto need = need_of(base, effect);
    if (need != none) f.needs = {need};
    f.severity = need != none ? 2 : 1;
    std::vector<Text> names;
    for (const auto& h : from) names.push_back(organisation_name(base, h));
    f.title =
        organisation_name(base, to) + Text{" mag dit gegeven niet krijgen voor ", " may not receive this datum for "} +
        plain(effect.purpose) + plain(": ") + base.items[effect.item].title;
    f.explanation.push_back(Text{"Houders: ", "Holders: "} + listing(names));
    f.explanation.push_back(Text{"Er is geen uitwisseling met een wettelijke grondslag voor dit doel en deze persoon",
                                 "There is no exchange with a legal basis for this purpose and person"});
    tell_other_exchanges(base, effect, from, to, f);
    if (effect.scheme != none)
        f.explanation.push_back(
            !may_be_granted(scene.e, effect.scheme)
                ? Text{"Het besluit valt zonder dit gegeven: wie het nodig heeft, kan het mislopen",
                       "The decision is taken without this datum: who needs it may miss it"}
                : Text{"Het besluit valt zonder dit gegeven: ook wie het niet nodig heeft, kan het krijgen",
                       "The decision is taken without this datum: who does not need it may get it, too"});
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

}  // namespace samenloop
