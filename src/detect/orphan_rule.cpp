// VA-7: a rule that has lost what it needs (definitions section 2), told only where it touches this person:
//   duty     an effective duty or task of nobody, because no organisation is named or the fact that names it is empty;
//   idle     a duty that cannot arise, because the datum that the law makes it wait for may not be given (see VA-4);
//   need     an active need that nothing in force could cover;
//   dangling a rule that applies and sets aside, excepts, corrects or reads only what has been repealed;
//   asked    a datum that is asked though no decision in force requires or reads it, as a repealed rule did.

#include <algorithm>

#include "detect/blocking_rules.hpp"
#include "detect/clash.hpp"
#include "detect/detectors.hpp"
#include "engine/repealed.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

enum OrphanSort : Index { duty, idle, need, dangling, asked };

/// One orphan a key, with the rules of all.
void add(std::vector<Candidate>& all, Candidate c) {
    const auto at = std::ranges::find(all, c.key, &Candidate::key);
    if (at == all.end()) return all.push_back(std::move(c));
    at->rules.insert(at->rules.end(), c.rules.begin(), c.rules.end());
    at->holds = at->holds || c.holds;
}

Candidate orphan(OrphanSort sort, std::string key, Index about, std::vector<Index> rules, Truth holds = Truth::yes) {
    Candidate c;
    c.key = std::move(key);
    c.holds = holds;
    c.rules = std::move(rules);
    c.ids = {sort, about};
    return c;
}

/// Nobody is named, or the fact that should tell who is empty.
bool nobody(const DetectionContext& scene, engine::ArgumentId a, std::size_t instance) {
    const auto r = scene.program().arguments[a].rule;
    const auto& own = scene.program().effect(a)->actor;
    const auto& ref = own.empty() ? scene.e.rule(r).actor : own;
    if (ref.empty()) return true;
    return ref.instance && scene.e.value_of(*ref.instance, r, instance).is_null();
}

void duties(const DetectionContext& scene, std::vector<Candidate>& all) {
    for (engine::ArgumentId a = 0; a < scene.program().arguments.size(); ++a) {
        const auto* effect = scene.program().effect(a);
        if (effect == nullptr || (effect->kind != EffectKind::obligation && effect->kind != EffectKind::allocate))
            continue;
        for (std::size_t i = 0; i < scene.e.labels[a].size(); ++i) {
            const auto label = scene.e.label(a, i);
            if ((label != engine::Label::accepted && label != engine::Label::maybe) || !nobody(scene, a, i)) continue;
            add(all, orphan(duty, "duty:" + object_id(scene.base(), *effect), a, {scene.program().arguments[a].rule},
                            label == engine::Label::accepted ? Truth::yes : Truth::unknown));
            break;
        }
    }
}

/// The law knows a duty to do it, and none stands here.
Truth waits(const DetectionContext& scene, Index act) {
    bool any = false;
    auto none_stands = Truth::yes;
    for (engine::ArgumentId a = 0; a < scene.program().arguments.size(); ++a)
        if (const auto* effect = scene.program().effect(a);
            effect != nullptr && effect->kind == EffectKind::obligation && effect->act == act) {
            any = true;
            none_stands = none_stands && !scene.e.accepted(a);
        }
    return any ? none_stands : Truth::no;
}

void idle_duties(const DetectionContext& scene, std::vector<Candidate>& all) {
    auto unfocused = scene;
    unfocused.focus = nullptr;
    for (const auto& missing : find_missing_basis(unfocused)) {
        const auto a = missing.ids.front();
        const auto act = scene.program().effect(a)->act;
        if (act == none) continue;
        const auto holds = missing.holds && waits(scene, act);
        if (holds != Truth::no) add(all, orphan(idle, "idle:" + scene.base().acts[act].id, a, missing.rules, holds));
    }
}

/// Some rule in force grants it.
bool living(const engine::Program& program, Index scheme) {
    return std::ranges::any_of(program.arguments, [&](const engine::Argument& a) {
        const auto& effects = program.base->rules[a.rule].effects;
        return a.effect != none && effects[a.effect].kind == EffectKind::grant && effects[a.effect].scheme == scheme;
    });
}

/// Some rule in force makes it somebody's task, or sends to whom it would be.
bool somebodys_task(const engine::Program& program, Index n) {
    return std::ranges::any_of(program.objects, [&](const engine::Object& o) {
        return o.kind == engine::ObjectKind::need && o.index == n && !o.arguments.empty();
    });
}

bool could_be_covered(const DetectionContext& scene, Index n) {
    const auto& need = scene.base().needs[n];
    if (need.covered || need.outcome != none || need.act != none || need.coverage == Coverage::income) return true;
    if (somebodys_task(scene.program(), n)) return true;
    return std::ranges::any_of(schemes_for(scene.base(), n), [&](Index s) { return living(scene.program(), s); });
}

void needs(const DetectionContext& scene, std::vector<Candidate>& all) {
    for (Index n = 0; n < scene.base().needs.size(); ++n) {
        const auto& active = scene.base().needs[n].active;
        const auto holds = active ? evaluate(*active, {scene.e.values, {}}).truth() : Truth::no;
        if (holds == Truth::no || could_be_covered(scene, n)) continue;
        auto c = orphan(need, "need:" + scene.base().needs[n].id, n, {}, holds);
        c.conditions = {&*active};
        add(all, std::move(c));
    }
}

void dangling_rules(const DetectionContext& scene, std::vector<Candidate>& all) {
    for (Index r = 0; r < scene.base().rules.size(); ++r) {
        const auto applies = scene.program().in_force[r] && !scene.e.out[r] ? scene.e.applies(r) : Truth::no;
        if (applies == Truth::no || !engine::dangles(scene.program(), r)) continue;
        const auto& rule = scene.base().rules[r];
        add(all, orphan(dangling, "dangling:" + scene.base().laws[rule.law].id + ":" + rule.article, r, {r}, applies));
    }
}

bool requires_it(const Rule& rule, Slot item) {
    return std::ranges::any_of(rule.effects, [&](const Effect& e) {
        return (e.kind == EffectKind::requires_data && e.item == item) || std::ranges::count(e.items, item) > 0;
    });
}

/// A rule that has been repealed needed it, and none in force does.
bool needed_no_more(const engine::Program& program, Slot item) {
    bool before = false;
    for (Index r = 0; r < program.base->rules.size(); ++r) {
        const auto& reads = program.reads[r];
        if (!std::ranges::binary_search(reads, item) && !requires_it(program.base->rules[r], item)) continue;
        if (program.in_force[r]) return false;
        before = before || engine::repealed(*program.base, r, program.day);
    }
    return before && program.fallback_readers[item].empty();
}

void asked_items(const DetectionContext& scene, std::vector<Candidate>& all) {
    for (engine::ArgumentId a = 0; a < scene.program().arguments.size(); ++a) {
        const auto* effect = scene.program().effect(a);
        if (effect == nullptr || effect->kind != EffectKind::asks_citizen) continue;
        const auto accepted = scene.e.accepted(a);
        if (accepted == Truth::no || !needed_no_more(scene.program(), effect->item)) continue;
        add(all, orphan(asked, "asked:" + scene.base().items[effect->item].id + ":" + effect->form, a,
                        {scene.program().arguments[a].rule}, accepted));
    }
}

void tell_references(const DetectionContext& scene, Index r, Finding& f) {
    const auto& base = scene.base();
    const auto& rule = base.rules[r];
    const auto day = scene.e.day;
    for (const auto* list : {&rule.overrides, &rule.exception_to, &rule.rebuts})
        for (const auto target : *list)
            if (engine::repealed(base, target, day))
                f.explanation.push_back(Text{"Vervallen: ", "Repealed: "} + model::cite(base, target));
    for (const auto law : rule.overrides_laws)
        if (engine::repealed(base.laws[law].in_force, day))
            f.explanation.push_back(Text{"Vervallen: ", "Repealed: "} + base.laws[law].title);
    for (const auto s : scene.program().reads[r])
        if (const auto law = base.items[s].law; law != none && engine::repealed(base.laws[law].in_force, day))
            f.explanation.push_back(
                base.items[s].title + Text{": begrip van een vervallen wet, ", ": a term of a repealed law, "} +
                base.laws[law].title);
}

void tell_duty(const DetectionContext& scene, const Effect& effect, Finding& f) {
    f.title = Text{"Een taak die niemand heeft: ", "A task that nobody has: "} + object_title(scene.base(), effect);
    if (effect.need != none) f.needs = {effect.need};
    for (const auto r : f.rules)
        f.explanation.push_back(model::cite(scene.base(), r) +
                                Text{" legt de taak op, maar er is niemand aangewezen die haar moet uitvoeren",
                                     " imposes the task, but nobody is named who has to carry it out"});
}

void tell_idle(const DetectionContext& scene, engine::ArgumentId a, Finding& f) {
    const auto& base = scene.base();
    const auto& effect = *scene.program().effect(a);
    Candidate missing;
    missing.ids = {a};
    Finding datum;
    describe_missing_basis(scene, missing, datum);
    f.organisations = datum.organisations;
    f.title = Text{"Een plicht die niet kan ontstaan: ", "A duty that cannot arise: "} + base.acts[effect.act].title;
    f.items = {effect.item};
    for (Index n = 0; n < base.needs.size(); ++n)
        if (base.needs[n].act == effect.act) f.needs.push_back(n);
    f.explanation.push_back(Text{"De plicht wacht op een gegeven dat niet mag worden verstrekt: ",
                                 "The duty waits for a datum that may not be given: "} +
                            base.items[effect.item].title);
}

void tell_asked(const DetectionContext& scene, const Effect& effect, Finding& f) {
    const auto& base = scene.base();
    f.title = Text{"Er wordt nog gevraagd wat geen besluit meer nodig heeft: ",
                   "Something is still asked that no decision needs any more: "} +
              base.items[effect.item].title;
    f.items = {effect.item};
    for (Index r = 0; r < base.rules.size(); ++r)
        if (requires_it(base.rules[r], effect.item) && engine::repealed(base, r, scene.e.day))
            f.explanation.push_back(Text{"Was nodig volgens: ", "Was required by: "} + model::cite(base, r));
}

}  // namespace

std::vector<Candidate> find_orphan_rule(const DetectionContext& scene) {
    std::vector<Candidate> all;
    const auto wanted = [&](OrphanSort sort) { return scene.focus == nullptr || scene.focus->ids.front() == sort; };
    if (wanted(duty)) duties(scene, all);
    if (wanted(idle)) idle_duties(scene, all);
    if (wanted(need)) needs(scene, all);
    if (wanted(dangling)) dangling_rules(scene, all);
    if (wanted(asked)) asked_items(scene, all);
    return all;
}

void describe_orphan_rule(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto about = c.ids[1];
    f.severity = 1;
    switch (c.ids[0]) {
    case duty: return tell_duty(scene, *scene.program().effect(about), f);
    case idle: return tell_idle(scene, about, f);
    case asked: return tell_asked(scene, *scene.program().effect(about), f);
    case need:
        f.needs = {about};
        f.title = Text{"Een behoefte waarvoor geen regeling is: ", "A need for which there is no scheme: "} +
                  base.needs[about].title;
        return;
    default:
        f.title = Text{"Een regel die naar vervallen recht verwijst: ", "A rule that refers to repealed law: "} +
                  model::cite(base, about);
        tell_references(scene, about, f);
    }
}

}  // namespace samenloop::detect
