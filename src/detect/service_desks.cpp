// PU-3: after an event in life the person must deal with four or more organisations at once (definitions section 4):
// those that ask for data, that a scheme must be applied for with, or that a duty is owed to.  Without an event there
// is no finding: most people have something to do with four organisations.

#include <algorithm>
#include <map>
#include <set>

#include "detect/counted.hpp"
#include "detect/detectors.hpp"
#include "detect/duties.hpp"
#include "detect/sequence.hpp"
#include "engine/flows.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

/// One thing the person must do with an organisation.
struct Errand {
    engine::ArgumentId argument = 0;
    Truth holds = Truth::no;
};
using ServiceDesks = std::map<std::string, std::vector<Errand>>;

/// Whom the effect brings the person to; "" when nobody.
std::string counter_of(const DetectionContext& scene, engine::ArgumentId a, std::size_t instance) {
    const auto& e = scene.e;
    const auto& effect = *e.program->effect(a);
    switch (effect.kind) {
    case EffectKind::asks_citizen: return e.actor(a, instance);
    case EffectKind::grant: return e.base().schemes[effect.scheme].on_application ? e.actor(a, instance) : "";
    case EffectKind::obligation:
        return is_person(e.base(), e.actor(a, instance)) && arises(scene, effect) ? owed_to(e, a, instance) : "";
    default: return {};
    }
}

/// What is there already needs no application.
Truth there_already(const engine::Evaluation& e, Index scheme) {
    auto any = Truth::no;
    for (const auto& o : e.base().outcomes)
        if (o.scheme == scheme && o.holds) any = any || evaluate(*o.holds, {e.values, {}}).truth();
    return any;
}

Truth stands(const engine::Evaluation& e, engine::ArgumentId a, std::size_t instance) {
    const auto l = e.label(a, instance);
    auto t = l == engine::Label::accepted ? Truth::yes : l == engine::Label::maybe ? Truth::unknown : Truth::no;
    const auto& effect = *e.program->effect(a);
    if (effect.kind == EffectKind::grant)
        t = t && e.values[e.base().schemes[effect.scheme].granted].truth() && !there_already(e, effect.scheme);
    return t;
}

/// "gemeente" and "gemeente[A]" are one counter as long as there is no "gemeente[B]".
void join_instances(ServiceDesks& all) {
    for (auto kind = all.begin(); kind != all.end();) {
        const auto is_instance = [&](const auto& c) {
            return c.first != kind->first && engine::kind_of(c.first) == kind->first;
        };
        if (std::ranges::count_if(all, is_instance) != 1) {
            ++kind;
            continue;
        }
        auto& errands = std::ranges::find_if(all, is_instance)->second;
        errands.insert(errands.begin(), kind->second.begin(), kind->second.end());
        kind = all.erase(kind);
    }
}

ServiceDesks service_desks(const DetectionContext& scene) {
    const auto& e = scene.e;
    ServiceDesks all;
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        if (e.program->effect(a) == nullptr) continue;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i) {
            const auto t = stands(e, a, i);
            if (t == Truth::no) continue;
            const auto who = counter_of(scene, a, i);
            if (!who.empty() && !is_person(e.base(), who)) all[who].push_back({a, t});
        }
    }
    join_instances(all);
    return all;
}

std::size_t count(const ServiceDesks& all, Truth at_least) {
    return static_cast<std::size_t>(std::ranges::count_if(all, [&](const auto& c) {
        return std::ranges::any_of(c.second, [&](const Errand& x) { return x.holds >= at_least; });
    }));
}

/// An event of the situation, or the day of one as a fact.
bool something_happened(const DetectionContext& scene) {
    if (!scene.situation.events.empty()) return true;
    const auto at = scene.base().names.find("date.event");
    return at != scene.base().names.end() && scene.e.facts[at->second.slot].get<Date>() != nullptr;
}

void add_once(std::vector<Text>& all, Text text) {
    if (std::ranges::none_of(all, [&](const Text& t) { return t.nl == text.nl; })) all.push_back(std::move(text));
}

/// A duty to be met there.
Text errand(const DetectionContext& scene, engine::ArgumentId a) {
    const auto& base = scene.base();
    const auto& effect = *scene.program().effect(a);
    const auto& title = base.acts[effect.act].title;
    if (!effect.within) return title;
    return title + Text{" (binnen ", " (within "} + model::duration_words(*effect.within) + model::plain(")");
}

/// "aanvragen: a en b; c melden; vraagt naar d en e", as far as there is any of it.
Text at_counter(const std::vector<Text>& sought, const std::vector<Text>& what, const std::vector<Text>& asked) {
    Text line;
    const auto add = [&](const Text& lead, const std::vector<Text>& all) {
        if (!all.empty()) line = line + model::plain(line.nl.empty() ? "" : "; ") + lead + model::listing(all);
    };
    add({"aanvragen: ", "apply for: "}, sought);
    add({}, what);
    add({"vraagt naar ", "asks for "}, asked);
    return line;
}

std::string outcome_id(const RuleBase& base, Index o) { return "outcome:" + base.outcomes[o].id; }

/// The steps in which what is sought can be reached; without a second step there is no order to tell.
void tell_order(const DetectionContext& scene, Finding& f) {
    const auto& base = scene.base();
    const auto steps = steps_to_outcomes(scene.e);
    if (steps.size() < 2) return;
    for (std::size_t n = 0; n < steps.size(); ++n) {
        std::vector<Text> together;
        for (const auto o : steps[n]) {
            together.push_back(base.outcomes[o].title);
            for (const auto first : before(scene.e, o))
                f.chain.push_back({outcome_id(base, first), outcome_id(base, o), {"eerst", "first"}});
        }
        f.explanation.push_back(
            Text{"Stap ", "Step "} + model::plain(std::to_string(n + 1)) +
            (together.size() > 1 ? Text{" (tegelijk mogelijk): ", " (can be done together): "} : model::plain(": ")) +
            model::listing(together));
    }
    f.amounts.emplace_back("steps", count_of(steps.size()));
}

}  // namespace

std::vector<Candidate> find_counters(const DetectionContext& scene) {
    const auto* enough = scene.base().norm("pu3.organisations");
    if (enough == nullptr || !something_happened(scene)) return {};
    const auto all = service_desks(scene);
    auto c = counted("organisations", count(all, Truth::yes), count(all, Truth::unknown), enough->value);
    if (!c) return {};
    for (const auto& [_, errands] : all)
        for (const auto& x : errands) c->rules.push_back(scene.program().arguments[x.argument].rule);
    return {*c};
}

void describe_counters(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto all = service_desks(scene);
    const auto number = count(all, c.holds);
    f.severity = 1;
    f.title =
        Text{"Na deze gebeurtenis zijn er ", "After this event there are "} + model::plain(std::to_string(number)) +
        Text{" organisaties waar de burger zelf langs moet", " organisations that the person must deal with"};
    for (const auto& [who, errands] : all) {
        std::vector<Text> what;
        std::vector<Text> sought;
        std::vector<Text> asked;
        for (const auto& x : errands) {
            const auto& effect = *scene.program().effect(x.argument);
            if (effect.kind == EffectKind::asks_citizen) add_once(asked, base.items[effect.item].title);
            else if (effect.kind == EffectKind::grant) add_once(sought, base.schemes[effect.scheme].title);
            else add_once(what, errand(scene, x.argument));
            const Link link{
                "organisation:" + who, "rule:" + base.rules[scene.program().arguments[x.argument].rule].id, {}};
            if (std::ranges::find(f.chain, link) == f.chain.end()) f.chain.push_back(link);
        }
        f.explanation.push_back(
            model::organisation_name(base, who) + model::plain(": ") + at_counter(sought, what, asked));
        f.organisations.push_back(who);
    }
    for (const auto& event : scene.situation.events)
        f.explanation.push_back(
            Text{"Gebeurtenis: ", "Event: "} + event.title + model::plain(", ") + model::date_words(event.date));
    f.amounts = {{"organisations", Decimal(static_cast<std::int64_t>(number))}};
    tell_order(scene, f);
}

}  // namespace samenloop::detect
