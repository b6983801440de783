// PU-2: one datum is asked from the person for two or more decisions although somebody already keeps it (definitions
// section 4).  Told apart: who could have it today, because an exchange in force on a statutory basis brings it there,
// and for whom that basis is missing.  Without a holder there is no other way than to ask.

#include <algorithm>
#include <map>
#include <set>

#include "detect/detectors.hpp"
#include "engine/flows.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

struct Question {
    engine::ArgumentId argument = 0;
    std::size_t instance = 0;
    Truth holds = Truth::no;
};

std::map<Slot, std::vector<Question>> questions(const engine::Evaluation& e) {
    std::map<Slot, std::vector<Question>> all;
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || effect->kind != EffectKind::asks_citizen) continue;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i) {
            const auto l = e.label(a, i);
            if (l == engine::Label::accepted || l == engine::Label::maybe)
                all[effect->item].push_back({a, i, l == engine::Label::accepted ? Truth::yes : Truth::unknown});
        }
    }
    return all;
}

/// What is decided with it: a scheme or an act; without either, what the rule itself decides.
std::string decision_of(const DetectionContext& scene, engine::ArgumentId a) {
    const auto& effect = *scene.program().effect(a);
    if (effect.scheme != none) return "scheme:" + scene.base().schemes[effect.scheme].id;
    if (effect.act != none) return "act:" + scene.base().acts[effect.act].id;
    return "rule:" + scene.base().rules[scene.program().arguments[a].rule].id;
}

Text decision_title(const DetectionContext& scene, engine::ArgumentId a) {
    const auto& effect = *scene.program().effect(a);
    if (effect.scheme != none) return scene.base().schemes[effect.scheme].title;
    if (effect.act != none) return scene.base().acts[effect.act].title;
    return scene.base().rules[scene.program().arguments[a].rule].title;
}

std::size_t decisions(const DetectionContext& scene, const std::vector<Question>& asked, Truth at_least) {
    std::set<std::string> all;
    for (const auto& q : asked)
        if (q.holds >= at_least) all.insert(decision_of(scene, q.argument));
    return all.size();
}

std::size_t threshold(const DetectionContext& scene) {
    const auto* norm = scene.base().norm("pu2.decisions");
    return norm == nullptr ? 0 : static_cast<std::size_t>(norm->value.to_int());
}

/// How the question could be left out.
enum class Way : std::uint8_t { keeps, receives, needs_basis };

Way way_of(const DetectionContext& scene, Slot item, std::string_view who) {
    if (engine::keeps(scene.base(), item, who)) return Way::keeps;
    return engine::at_hand(scene.e, item, who) == nullptr ? Way::needs_basis : Way::receives;
}

Text way_words(const DetectionContext& scene, Slot item, std::string_view who) {
    switch (way_of(scene, item, who)) {
    case Way::keeps: return {"; houdt het zelf bij: nu te vermijden", "; keeps it itself: avoidable now"};
    case Way::receives:
        return Text{"; kan het krijgen (", "; can receive it ("} +
               model::plain(engine::at_hand(scene.e, item, who)->citation) +
               Text{"): nu te vermijden", "): avoidable now"};
    case Way::needs_basis: break;
    }
    // It has one to ask the citizen: the rule cited before.
    const auto& holder = scene.base().items[item].holder;
    if (holder.organisation == none) return {"; mag het niet elders opvragen", "; may not have it from elsewhere"};
    const auto& keeper = scene.base().organisations[holder.organisation].title;
    return Text{"; mag het niet opvragen bij ", "; may not have it from "} + keeper;
}

/// Norms that already say so: do not ask, use what is there, need not supply.
void tell_norms(const DetectionContext& scene, Slot item, const std::vector<Question>& asked, Finding& f) {
    const auto& base = scene.base();
    const auto asks = [&](const std::string& who) {
        return std::ranges::any_of(asked, [&](const Question& q) {
            return engine::kind_of(scene.e.actor(q.argument, q.instance)) == engine::kind_of(who);
        });
    };
    std::set<Index> told;
    for (engine::ArgumentId a = 0; a < scene.program().arguments.size(); ++a) {
        const auto* effect = scene.program().effect(a);
        if (effect == nullptr || effect->act == none || scene.e.labels[a].empty()) continue;
        if (std::ranges::find(effect->items, item) == effect->items.end()) continue;
        if (scene.e.accepted(a) == Truth::no) continue;
        const auto sort = base.acts[effect->act].data;
        const auto who = scene.e.actor(a, 0);
        const bool binds_one_who_asks =
            (effect->kind == EffectKind::prohibition && sort == DataAct::ask && asks(who)) ||
            (effect->kind == EffectKind::obligation && sort == DataAct::use && asks(who));
        const bool frees = effect->kind == EffectKind::permission && sort == DataAct::withhold;
        if (!binds_one_who_asks && !frees) continue;
        const auto rule = scene.program().arguments[a].rule;
        if (!told.insert(rule).second) continue;
        f.explanation.push_back(Text{"De wet zegt het al: ", "The law says so already: "} + model::says(base, rule));
        f.chain.push_back({"rule:" + base.rules[rule].id, "item:" + base.items[item].id, base.acts[effect->act].title});
    }
}

void tell_question(const DetectionContext& scene, Slot item, const Question& q, Finding& f) {
    const auto& base = scene.base();
    const auto& effect = *scene.program().effect(q.argument);
    const auto who = scene.e.actor(q.argument, q.instance);
    auto line = model::organisation_name(base, who) + Text{" vraagt het voor: ", " asks for it, for: "} +
                decision_title(scene, q.argument);
    if (!effect.form.empty()) line = line + model::plain(" (") + Text{effect.form, effect.form_en} + model::plain(")");
    f.explanation.push_back(line + model::plain(", ") + model::cite(base, scene.program().arguments[q.argument].rule) +
                            way_words(scene, item, who));
    f.organisations.push_back(who);
    f.chain.push_back({"organisation:" + who, "item:" + base.items[item].id, {"vraagt", "asks"}});
    f.chain.push_back({"item:" + base.items[item].id, decision_of(scene, q.argument), {"voor", "for"}});
}

/// Of how many decisions the question could be left out today.
std::size_t avoidable(const DetectionContext& scene, Slot item, const std::vector<Question>& asked, Truth at_least) {
    auto some = asked;
    std::erase_if(some, [&](const Question& q) {
        return way_of(scene, item, scene.e.actor(q.argument, q.instance)) == Way::needs_basis;
    });
    return decisions(scene, some, at_least);
}

}  // namespace

std::vector<Candidate> find_repeated_proof(const DetectionContext& scene) {
    std::vector<Candidate> all;
    const auto enough = threshold(scene);
    if (enough == 0) return all;
    for (const auto& [item, asked] : questions(scene.e)) {
        if (decisions(scene, asked, Truth::unknown) < enough || !engine::has_holder(scene.base(), item)) continue;
        const auto sure = decisions(scene, asked, Truth::yes);
        Candidate c;
        c.key = scene.base().items[item].id;
        c.holds = sure >= enough ? Truth::yes : Truth::unknown;
        c.measure = Decimal(static_cast<std::int64_t>(sure));
        c.ids = {item};
        for (const auto& q : asked) c.rules.push_back(scene.program().arguments[q.argument].rule);
        all.push_back(std::move(c));
    }
    return all;
}

void describe_repeated_proof(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const Slot item = c.ids.front();
    const auto all = questions(scene.e);
    const auto& asked = all.at(item);
    const auto count = decisions(scene, asked, c.holds);
    f.severity = 1;
    f.items = {item};
    f.title = Text{"De burger moet ", "The citizen has to tell the same "} + model::plain(std::to_string(count)) +
              Text{" keer hetzelfde opgeven, terwijl het bekend is: ", " times, though it is known: "} +
              base.items[item].title;
    const auto& holder = base.items[item].holder;
    if (holder.organisation != none) {
        const auto& keeper = base.organisations[holder.organisation];
        f.explanation.push_back(Text{"Bekend bij: ", "Kept by: "} + keeper.title);
        f.organisations.push_back(keeper.id);
        f.chain.push_back({"organisation:" + keeper.id, "item:" + base.items[item].id, {"houdt bij", "keeps"}});
    }
    for (const auto& q : asked) tell_question(scene, item, q, f);
    tell_norms(scene, item, asked, f);
    const auto now = avoidable(scene, item, asked, c.holds);
    f.amounts = {{"decisions", Decimal(static_cast<std::int64_t>(count))},
                 {"avoidable_now", Decimal(static_cast<std::int64_t>(now))},
                 {"needs_basis", Decimal(static_cast<std::int64_t>(count - now))}};
}

}  // namespace samenloop::detect
