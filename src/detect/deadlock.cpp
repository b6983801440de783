// CL-3: outcomes that wait for one another.  The circle is a component of what is possible but not attainable; what
// breaks it are the minimal sets of outcomes that, once true, put all of it within reach (definitions 1.1, 10.2).
//
// When an organisation must, in this world, make such an outcome true, the circle is settled by that duty.

#include <algorithm>

#include "detect/detectors.hpp"
#include "evaluate/reach.hpp"
#include "model/wording.hpp"

namespace samenloop {
namespace {

std::string key_of(const RuleBase& base, const std::vector<Index>& outcomes) {
    std::string key;
    for (const auto o : outcomes) key += (key.empty() ? "" : "+") + base.outcomes[o].id;
    return key;
}

bool in(const std::vector<Index>& list, Index x) { return std::ranges::find(list, x) != list.end(); }

/// The requirements that make the edges of the circle.
std::vector<Index> edge_rules(const Evaluation& e, const Circle& circle) {
    std::vector<Index> rules;
    for (Index r = 0; r < e.base().rules.size(); ++r) {
        if (e.applies(r) == Truth::no) continue;
        std::size_t k = 0;
        for (const auto& effect : e.rule(r).effects) {
            if (effect.kind != EffectKind::requires_) continue;
            const auto& formula = e.rule(r).requirements[k++];
            const bool inside = std::ranges::any_of(formula, [&](const auto& set) {
                return std::ranges::any_of(set, [&](Index o) { return in(circle.outcomes, o); });
            });
            if (in(circle.outcomes, effect.outcome) && inside && !in(rules, r)) rules.push_back(r);
        }
    }
    return rules;
}

/// The rule that obliges an organisation to break the circle, in this world.
Index breaking_duty(const Evaluation& e, const Circle& circle) {
    for (const auto& way : circle.ways_out) {
        if (way.size() != 1) continue;
        for (const auto& duty : achieving(e, EffectKind::obligation))
            if (duty.outcome == way.front()) return e.program->arguments[duty.argument].rule;
    }
    return none;
}

std::vector<Candidate> candidates(const Scene& scene, const std::vector<Circle>& found, Truth holds) {
    std::vector<Candidate> all;
    for (const auto& circle : found) {
        Candidate c;
        c.key = key_of(scene.base(), circle.outcomes);
        c.holds = holds;
        c.rules = edge_rules(scene.e, circle);
        c.ids = circle.outcomes;
        if (const auto by = breaking_duty(scene.e, circle); by != none) c.settled_by = {by};
        all.push_back(std::move(c));
    }
    return all;
}

Text outcome_names(const RuleBase& base, const std::vector<Index>& outcomes) {
    std::vector<Text> names;
    for (const auto o : outcomes) names.push_back(base.outcomes[o].title);
    return listing(names);
}

/// Who gives an outcome: its own organisation, or the one that executes its scheme.
std::string provider(const Scene& scene, Index outcome) {
    const auto& o = scene.base().outcomes[outcome];
    if (!o.organisation.empty()) return scene.e.organisation(o.organisation);
    if (o.scheme == none || scene.base().schemes[o.scheme].executor.empty()) return {};
    return scene.e.organisation(scene.base().schemes[o.scheme].executor);
}

/// Who can make an outcome true, and whether the law obliges or allows it.
Text who_breaks(const Scene& scene, Index outcome) {
    for (const auto& [kind, words] :
         {std::pair{EffectKind::obligation, Text{" moet dit volgens ", " must do so under "}},
          std::pair{EffectKind::permission, Text{" mag dit volgens ", " may do so under "}}})
        for (const auto* e : {&scene.e, &scene.law})
            for (const auto& duty : achieving(*e, kind))
                if (duty.outcome == outcome)
                    return organisation_name(scene.base(), e->actor(duty.argument, duty.instance)) + words +
                           cite(scene.base(), e->program->arguments[duty.argument].rule);
    const auto who = provider(scene, outcome);
    if (who.empty()) return {"geen regel wijst aan wie dit doet", "no rule says who does it"};
    return organisation_name(scene.base(), who) +
           Text{" kan dit, maar geen regel verplicht ertoe", " could do so, but no rule demands it"};
}

void tell_edges(const Scene& scene, const Circle& circle, Finding& f) {
    const auto& base = scene.base();
    std::vector<Text> practice;
    for (const auto r : edge_rules(scene.e, circle)) {
        const auto& rule = base.rules[r];
        std::size_t k = 0;
        for (const auto& effect : rule.effects) {
            if (effect.kind != EffectKind::requires_) continue;
            for (const auto& set : rule.requirements[k])
                for (const auto o : set)
                    f.chain.push_back({"outcome:" + base.outcomes[effect.outcome].id, "outcome:" + base.outcomes[o].id,
                                       Text{"wacht op, ", "waits for, "} + plain(rule.id)});
            ++k;
            if (base.laws[rule.law].level <= Level::policy) practice.push_back(plain(rule.id));
        }
    }
    if (!practice.empty())
        f.explanation.push_back(Text{"Eis van de praktijk, zonder wettelijke grondslag: ",
                                     "A requirement of practice, without a basis in statute: "} +
                                listing(practice));
}

/// Rules that say the requirement is none.
void tell_waivers(const Scene& scene, const Circle& circle, Finding& f) {
    const auto& base = scene.base();
    for (Index r = 0; r < base.rules.size(); ++r)
        for (const auto& effect : base.rules[r].effects)
            if (effect.kind == EffectKind::waive && scene.e.applies(r) != Truth::no &&
                in(circle.outcomes, effect.outcome) && in(circle.outcomes, effect.other))
                f.explanation.push_back(
                    cite(base, r) + Text{": voor ", ": for "} + base.outcomes[effect.outcome].title +
                    Text{" is niet nodig: ", " it is not needed to have: "} + base.outcomes[effect.other].title);
}

}  // namespace

std::vector<Candidate> find_deadlock(const Scene& scene) {
    auto all = candidates(scene, circles(alternatives(scene.e, View::cautious)), Truth::yes);
    const auto sure = circles(alternatives(scene.e, View::hopeful));
    for (auto& c : all)
        if (std::ranges::none_of(sure, [&](const Circle& s) { return key_of(scene.base(), s.outcomes) == c.key; }))
            c.holds = Truth::unknown;
    return all;
}

void describe_deadlock(const Scene& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    f.severity = 3;
    f.title = Text{"Vicieuze cirkel: ", "Vicious circle: "} + outcome_names(base, c.ids) +
              Text{" wachten op elkaar", " wait for one another"};
    for (const auto& circle : circles(alternatives(scene.e, View::cautious))) {
        if (circle.outcomes != c.ids) continue;
        tell_edges(scene, circle, f);
        tell_waivers(scene, circle, f);
        auto ways = circle.ways_out;
        const auto duty = [&](const std::vector<Index>& way) {
            return way.size() == 1 && std::ranges::any_of(achieving(scene.law, EffectKind::obligation),
                                                          [&](const Duty& d) { return d.outcome == way.front(); });
        };
        std::ranges::stable_partition(ways, duty);
        for (const auto& way : ways)
            f.explanation.push_back(Text{"Eén stap doorbreekt de cirkel: ", "One step breaks the circle: "} +
                                    outcome_names(base, way) + plain("; ") + who_breaks(scene, way.front()));
        if (!circle.waiting.empty())
            f.explanation.push_back(
                Text{"Hierop wacht ook: ", "Also waiting for this: "} + outcome_names(base, circle.waiting));
    }
    for (const auto& duty : achieving(scene.law, EffectKind::obligation))
        if (in(c.ids, duty.outcome) && &scene.e != &scene.law) {
            const auto rule = scene.law.program->arguments[duty.argument].rule;
            f.remedies.push_back(
                {rule, scene.law.actor(duty.argument, duty.instance), Discretion::bound, base.rules[rule].title, {}});
        }
    for (const auto r : f.rules)
        for (const auto a : scene.program().arguments_of_rule[r])
            for (std::size_t i = 0; i < scene.e.labels[a].size(); ++i) f.organisations.push_back(scene.e.actor(a, i));
    for (const auto o : c.ids)
        if (!base.outcomes[o].organisation.empty()) f.organisations.push_back(provider(scene, o));
    for (Index n = 0; n < base.needs.size(); ++n)
        if (const auto o = base.needs[n].outcome; o != none && in(c.ids, o)) f.needs.push_back(n);
}

}  // namespace samenloop
