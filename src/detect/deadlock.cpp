// CL-3: outcomes that wait for one another.  The circle is a component of what is possible but not attainable; what
// breaks it are the minimal sets of outcomes that, once true, put all of it within reach (definitions 1.1, 10.2).
//
// When an organisation must, in this world, make such an outcome true, the circle is settled by that duty.

#include <algorithm>

#include "detect/authority.hpp"
#include "detect/detectors.hpp"
#include "engine/reach.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

std::string key_of(const RuleBase& base, const std::vector<Index>& outcomes) {
    std::string key;
    for (const auto o : outcomes) key += (key.empty() ? "" : "+") + base.outcomes[o].id;
    return key;
}

bool in(const std::vector<Index>& list, Index x) { return std::ranges::find(list, x) != list.end(); }

/// The requirements that make the edges of the circle.
std::vector<Index> edge_rules(const engine::Evaluation& e, const engine::Circle& circle) {
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
Index breaking_duty(const engine::Evaluation& e, const engine::Circle& circle) {
    for (const auto& way : circle.ways_out) {
        if (way.size() != 1) continue;
        for (const auto& duty : engine::achieving(e, EffectKind::obligation))
            if (duty.outcome == way.front()) return e.program->arguments[duty.argument].rule;
    }
    return none;
}

std::vector<Candidate> candidates(const DetectionContext& scene, const std::vector<engine::Circle>& found,
                                  Truth holds) {
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
    return model::listing(names);
}

void tell_edges(const DetectionContext& scene, const engine::Circle& circle, Finding& f) {
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
                                       Text{"wacht op, ", "waits for, "} + model::plain(rule.id)});
            ++k;
            if (is_practice(base.laws[rule.law].level)) practice.push_back(model::plain(rule.id));
        }
    }
    if (!practice.empty())
        f.explanation.push_back(Text{"Eis van de praktijk, zonder wettelijke grondslag: ",
                                     "A requirement of practice, without a basis in statute: "} +
                                model::listing(practice));
}

/// Rules that say the requirement is none.
void tell_waivers(const DetectionContext& scene, const engine::Circle& circle, Finding& f) {
    const auto& base = scene.base();
    for (Index r = 0; r < base.rules.size(); ++r)
        for (const auto& effect : base.rules[r].effects)
            if (effect.kind == EffectKind::waive && scene.e.applies(r) != Truth::no &&
                in(circle.outcomes, effect.outcome) && in(circle.outcomes, effect.other))
                f.explanation.push_back(
                    model::cite(base, r) + Text{": voor ", ": for "} + base.outcomes[effect.outcome].title +
                    Text{" is niet nodig: ", " it is not needed to have: "} + base.outcomes[effect.other].title);
}

}  // namespace

std::vector<Candidate> find_deadlock(const DetectionContext& scene) {
    auto all = candidates(scene, engine::circles(engine::alternatives(scene.e, engine::View::cautious)), Truth::yes);
    const auto sure = engine::circles(engine::alternatives(scene.e, engine::View::hopeful));
    for (auto& c : all)
        if (std::ranges::none_of(
                sure, [&](const engine::Circle& s) { return key_of(scene.base(), s.outcomes) == c.key; }))
            c.holds = Truth::unknown;
    return all;
}

void describe_deadlock(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    f.severity = 3;
    f.title = Text{"Vicieuze cirkel: ", "Vicious circle: "} + outcome_names(base, c.ids) +
              Text{" wachten op elkaar", " wait for one another"};
    for (const auto& circle : engine::circles(engine::alternatives(scene.e, engine::View::cautious))) {
        if (circle.outcomes != c.ids) continue;
        tell_edges(scene, circle, f);
        tell_waivers(scene, circle, f);
        auto ways = circle.ways_out;
        const auto duty = [&](const std::vector<Index>& way) {
            return way.size() == 1 &&
                   std::ranges::any_of(engine::achieving(scene.law, EffectKind::obligation),
                                       [&](const engine::Duty& d) { return d.outcome == way.front(); });
        };
        std::ranges::stable_partition(ways, duty);
        for (const auto& way : ways)
            f.explanation.push_back(
                Text{"Eén stap doorbreekt de cirkel: ", "One step breaks the circle: "} + outcome_names(base, way) +
                model::plain("; ") + who_achieves(scene.e, scene.law, way.front()));
        if (!circle.waiting.empty())
            f.explanation.push_back(
                Text{"Hierop wacht ook: ", "Also waiting for this: "} + outcome_names(base, circle.waiting));
    }
    for (const auto& duty : engine::achieving(scene.law, EffectKind::obligation))
        if (in(c.ids, duty.outcome) && &scene.e != &scene.law) {
            const auto rule = scene.law.program->arguments[duty.argument].rule;
            f.remedies.push_back(
                {rule, scene.law.actor(duty.argument, duty.instance), Discretion::bound, base.rules[rule].title, {}});
        }
    for (const auto r : f.rules)
        for (const auto a : scene.program().arguments_of_rule[r])
            for (std::size_t i = 0; i < scene.e.labels[a].size(); ++i) f.organisations.push_back(scene.e.actor(a, i));
    for (const auto o : c.ids)
        if (!base.outcomes[o].organisation.empty()) f.organisations.push_back(provider(scene.e, o));
    for (Index n = 0; n < base.needs.size(); ++n)
        if (const auto o = base.needs[n].outcome; o != none && in(c.ids, o)) f.needs.push_back(n);
}

}  // namespace samenloop::detect
