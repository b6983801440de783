// IM-4: a scheme declares what it is for and for whom; the outcome in this situation is the opposite, for a person in
// its target group (definitions section 3).  Childcare benefit is there so that a parent can work, and this working
// parent gets none.
//
// What was lost is what the scheme would pay without the rules that defeat its purpose.  A scheme that counts as income
// shares the need for income with IM-1, so that one lack of money is told once.

#include <algorithm>

#include "detect/detectors.hpp"
#include "detect/minimal.hpp"
#include "feel/number.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

Truth defeated(const engine::Evaluation& e, const Goal& goal) {
    const Environment here{e.values, {}};
    const auto target = goal.target ? evaluate(*goal.target, here).truth() : Truth::yes;
    return target == Truth::no ? Truth::no : target && !evaluate(goal.reached, here).truth();
}

/// Rules that would decide what the goal reads and do not apply here: to name when nothing stands in the way.
std::vector<Index> out_of_reach(const engine::Evaluation& e, const Goal& goal) {
    std::vector<Index> rules;
    for (const auto& read : goal.reached.reads()) {
        const auto o = e.program->object_of_slot[read.slot];
        if (o == none) continue;
        for (const auto a : e.program->objects[o].arguments) {
            const auto* effect = e.program->effect(a);
            const auto r = e.program->arguments[a].rule;
            const bool gives =
                effect != nullptr && (effect->kind == EffectKind::grant || effect->kind == EffectKind::define);
            if (gives && !e.out[r] && e.applies(r) != Truth::yes && !e.rule(r).on_request) rules.push_back(r);
        }
    }
    std::ranges::sort(rules);
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    return rules;
}

/// The goal is reached once these rules are out.
bool reached_without(const engine::Evaluation& e, const Goal& goal, const std::vector<Index>& out) {
    return evaluate(goal.reached, {engine::vary(e, {out, {}, {}}).values, {}}).truth() == Truth::yes;
}

/// Those that alone keep the goal away.
std::vector<Index> alone(const engine::Evaluation& e, const Goal& goal, std::vector<Index> rules) {
    std::erase_if(rules, [&](Index r) { return !reached_without(e, goal, {r}); });
    return rules;
}

bool has(const Rule& rule, EffectKind kind) {
    return std::ranges::any_of(rule.effects, [&](const Effect& x) { return x.kind == kind; });
}

/// The fewest that keep it away together; nothing if it is not them.
std::vector<Index> fewest(const engine::Evaluation& e, const Goal& goal, std::vector<Index> rules) {
    if (rules.empty() || !reached_without(e, goal, rules)) return {};
    for (std::size_t i = rules.size(); i-- > 0;) {
        auto fewer = rules;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (reached_without(e, goal, fewer)) rules = std::move(fewer);
    }
    return rules;
}

/// Denials first: without the definitions that a grant rests on nothing is granted either.  A grant stands in nobody's
/// way.
std::vector<Index> together(const engine::Evaluation& e, const Goal& goal, std::vector<Index> rules) {
    std::erase_if(rules, [&](Index r) { return has(e.rule(r), EffectKind::grant); });
    auto denials = rules;
    std::erase_if(denials, [&](Index r) { return !has(e.rule(r), EffectKind::deny); });
    auto found = fewest(e, goal, std::move(denials));
    return found.empty() ? fewest(e, goal, std::move(rules)) : found;
}

/// What stands in the way: rules that do so alone, else together, else those that would reach the goal and do not
/// apply.
void name_culprits(const engine::Evaluation& e, const Goal& goal, Candidate& c) {
    const auto behind = rules_behind(e, goal.reached);
    c.rules = alone(e, goal, behind);
    if (!c.rules.empty()) return;
    c.tried = together(e, goal, behind);
    if (c.tried.empty()) c.tried = out_of_reach(e, goal);
}

/// What is in doubt hangs on a fact that was not given.  An amount that is not loaded for this year tells nothing about
/// the person.
bool known_enough(const engine::Evaluation& e, const Candidate& c) {
    return c.holds == Truth::yes || !unknown_behind(e, {{}, c.conditions}).empty();
}

void tell_loss(const DetectionContext& scene, const Scheme& scheme, Finding& f) {
    const auto without = engine::vary(scene.e, {f.rules, {}, {}});
    const auto loss = feel::number::subtract(without.values[scheme.sum], scene.e.values[scheme.sum]);
    const auto* exact = loss.get<Decimal>();
    if (exact == nullptr || *exact < Decimal(1)) return;
    f.amounts.emplace_back("eur_month", *exact / Decimal(12));
    f.amounts.emplace_back("eur_year", *exact);
    f.explanation.push_back(
        (f.rules.size() == 1 ? Text{"Zonder deze regel zou er ", "Without this rule there would be "}
                             : Text{"Zonder deze regels zou er ", "Without these rules there would be "}) +
        model::money(*exact / Decimal(12)) + Text{" per maand meer zijn (", " a month more ("} + model::money(*exact) +
        Text{" per jaar): ", " a year): "} + scheme.title);
}

/// With another status it would be gone, and this rule of another law corrects that status when asked.
bool corrects(const DetectionContext& scene, const Candidate& c, Index r, const Finding& f) {
    const auto& reads = scene.program().reads[r];
    return std::ranges::any_of(f.facts, [&](const Fact& fact) {
        const auto at = scene.base().names.find(fact.item);
        if (at == scene.base().names.end() || fact.value.get<std::string>() == nullptr) return false;
        const auto slot = at->second.slot;
        if (std::ranges::find(reads, slot) == reads.end()) return false;
        return std::ranges::any_of(scene.base().items[slot].type.names, [&](const std::string& name) {
            const auto other = engine::vary(scene.e, {{}, {}, {{slot, Value(name)}}});
            const DetectionContext there{other, other, scene.situation, scene.calendar, &c, true};
            return std::ranges::none_of(find_purpose_defeat(there), [&](const Candidate& x) { return x.key == c.key; });
        });
    });
}

void tell_corrections(const DetectionContext& scene, const Candidate& c, Index scheme_law, Finding& f) {
    for (Index r = 0; r < scene.base().rules.size(); ++r) {
        const auto& rule = scene.base().rules[r];
        if (!rule.on_request || rule.law == scheme_law || scene.e.applies(r) == Truth::yes || !corrects(scene, c, r, f))
            continue;
        if (engine::vary(scene.e, {{}, {r}, {}}).applies(r) != Truth::yes) continue;
        f.explanation.push_back(
            Text{"Elders wordt dit alleen op verzoek gecorrigeerd: ", "Elsewhere this is corrected on request only: "} +
            model::says(scene.base(), r));
    }
}

void add_needs(const RuleBase& base, const Scheme& scheme, Finding& f) {
    f.needs = scheme.covers;
    if (!scheme.disposable) return;
    for (Index n = 0; n < base.needs.size(); ++n)
        if (base.needs[n].coverage == Coverage::income && std::ranges::find(f.needs, n) == f.needs.end())
            f.needs.push_back(n);
}

}  // namespace

std::vector<Candidate> find_purpose_defeat(const DetectionContext& scene) {
    std::vector<Candidate> all;
    for (Index s = 0; s < scene.base().schemes.size(); ++s) {
        const auto& scheme = scene.base().schemes[s];
        if (!scheme.goal || (scene.focus != nullptr && scene.focus->key != scheme.id)) continue;
        const auto holds = defeated(scene.e, *scheme.goal);
        if (holds == Truth::no) continue;
        Candidate c;
        c.key = scheme.id;
        c.holds = holds;
        c.ids = {s};
        c.conditions = {&scheme.goal->reached};
        if (scheme.goal->target) c.conditions.push_back(&*scheme.goal->target);
        if (scene.focus == nullptr) {
            if (!known_enough(scene.e, c)) continue;
            name_culprits(scene.e, *scheme.goal, c);
        }
        all.push_back(std::move(c));
    }
    return all;
}

void describe_purpose_defeat(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto& scheme = base.schemes[c.ids.front()];
    f.severity = 2;
    f.title = Text{"Het doel van ", "The purpose of "} + scheme.title + model::plain(" (") + scheme.goal->title +
              (c.holds == Truth::yes ? Text{") wordt hier niet bereikt", ") is not reached here"}
                                     : Text{") wordt hier misschien niet bereikt", ") is perhaps not reached here"}) +
              Text{", hoewel deze persoon tot de doelgroep hoort", ", though this person belongs to its target group"};
    for (const auto r : f.rules) {
        f.explanation.push_back(model::says(base, r));
        f.chain.push_back(
            {"rule:" + base.rules[r].id, "scheme:" + scheme.id, {"staat in de weg", "stands in the way"}});
    }
    tell_loss(scene, scheme, f);
    tell_corrections(scene, c, scheme.law, f);
    add_needs(base, scheme, f);
}

}  // namespace samenloop::detect
