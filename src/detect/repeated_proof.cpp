// PU-2: one datum is asked from the person for two or more decisions although somebody already keeps it (definitions
// section 4).  Told apart: who could have it today, because an exchange in force on a statutory basis brings it there,
// and for whom that basis is missing.  Without a holder there is no other way than to ask.

#include <algorithm>
#include <map>
#include <set>

#include "detect/detectors.hpp"
#include "model/wording.hpp"

namespace samenloop {
namespace {

struct Question {
    ArgumentId argument = 0;
    std::size_t instance = 0;
    Truth holds = Truth::no;
};

std::map<Slot, std::vector<Question>> questions(const Evaluation& e) {
    std::map<Slot, std::vector<Question>> all;
    for (ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || effect->kind != EffectKind::asks_citizen) continue;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i) {
            const auto l = e.label(a, i);
            if (l == Label::accepted || l == Label::maybe)
                all[effect->item].push_back({a, i, l == Label::accepted ? Truth::yes : Truth::unknown});
        }
    }
    return all;
}

/// What is decided with it: a scheme or an act; without either, what the rule itself decides.
std::string decision_of(const Scene& scene, ArgumentId a) {
    const auto& effect = *scene.program().effect(a);
    if (effect.scheme != none) return "scheme:" + scene.base().schemes[effect.scheme].id;
    if (effect.act != none) return "act:" + scene.base().acts[effect.act].id;
    return "rule:" + scene.base().rules[scene.program().arguments[a].rule].id;
}

Text decision_title(const Scene& scene, ArgumentId a) {
    const auto& effect = *scene.program().effect(a);
    if (effect.scheme != none) return scene.base().schemes[effect.scheme].title;
    if (effect.act != none) return scene.base().acts[effect.act].title;
    return scene.base().rules[scene.program().arguments[a].rule].title;
}

std::size_t decisions(const Scene& scene, const std::vector<Question>& asked, Truth at_least) {
    std::set<std::string> all;
    for (const auto& q : asked)
        if (q.holds >= at_least) all.insert(decision_of(scene, q.argument));
    return all.size();
}

bool carries(const Scene& scene, const Exchange& x, Slot item, std::string_view to) {
    if (x.item != item || !x.in_force.contains(scene.program().day) || x.basis == Basis::none) return false;
    return x.to.organisation != none && scene.base().organisations[x.to.organisation].id == to.substr(0, to.find('['));
}

/// Somebody keeps it, or can give it to one who asks.
bool has_holder(const Scene& scene, Slot item, const std::vector<Question>& asked) {
    if (!scene.base().items[item].holder.empty()) return true;
    return std::ranges::any_of(scene.base().exchanges, [&](const Exchange& x) {
        return std::ranges::any_of(
            asked, [&](const Question& q) { return carries(scene, x, item, scene.e.actor(q.argument, q.instance)); });
    });
}

/// The exchange by which the organisation could have it today.
const Exchange* at_hand(const Scene& scene, Slot item, std::string_view organisation) {
    for (const auto& x : scene.base().exchanges) {
        if (!carries(scene, x, item, organisation) || x.basis != Basis::statute) continue;
        if (!x.person_class || evaluate(*x.person_class, {scene.e.values, {}}).truth() == Truth::yes) return &x;
    }
    return nullptr;
}

bool keeps_it(const Scene& scene, Slot item, std::string_view organisation) {
    const auto& holder = scene.base().items[item].holder;
    return holder.organisation != none &&
           scene.base().organisations[holder.organisation].id == organisation.substr(0, organisation.find('['));
}

std::size_t threshold(const Scene& scene) {
    const auto* norm = scene.base().norm("pu2.decisions");
    return norm == nullptr ? 0 : static_cast<std::size_t>(norm->value.to_int());
}

void tell_question(const Scene& scene, Slot item, const Question& q, Finding& f) {
    const auto& base = scene.base();
    const auto& effect = *scene.program().effect(q.argument);
    const auto who = scene.e.actor(q.argument, q.instance);
    auto line =
        organisation_name(base, who) + Text{" vraagt het voor ", " asks it for "} + decision_title(scene, q.argument);
    if (!effect.form.empty()) line = line + plain(" (" + effect.form + ")");
    line = line + plain(", ") + cite(base, scene.program().arguments[q.argument].rule);
    if (keeps_it(scene, item, who))
        line = line + Text{"; houdt het zelf bij: nu te vermijden", "; keeps it itself: avoidable now"};
    else if (const auto* x = at_hand(scene, item, who); x != nullptr)
        line = line + Text{"; kan het krijgen (", "; can receive it ("} + plain(x->citation) +
               Text{"): nu te vermijden", "): avoidable now"};
    else line = line + Text{"; heeft geen grondslag om het te krijgen", "; has no legal basis to receive it"};
    f.explanation.push_back(std::move(line));
    f.organisations.push_back(who);
    f.chain.push_back({"organisation:" + who, "item:" + base.items[item].id, {"vraagt", "asks"}});
    f.chain.push_back({"item:" + base.items[item].id, decision_of(scene, q.argument), {"voor", "for"}});
}

}  // namespace

std::vector<Candidate> find_repeated_proof(const Scene& scene) {
    std::vector<Candidate> all;
    const auto enough = threshold(scene);
    if (enough == 0) return all;
    for (const auto& [item, asked] : questions(scene.e)) {
        if (decisions(scene, asked, Truth::unknown) < enough || !has_holder(scene, item, asked)) continue;
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

void describe_repeated_proof(const Scene& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const Slot item = c.ids.front();
    const auto all = questions(scene.e);
    const auto& asked = all.at(item);
    const auto count = decisions(scene, asked, c.holds);
    f.severity = 1;
    f.items = {item};
    f.title =
        base.items[item].title + Text{": hetzelfde wordt ", ": the same is asked "} + plain(std::to_string(count)) +
        Text{" keer aan de burger gevraagd, terwijl het bekend is", " times of the citizen, though it is known"};
    const auto& holder = base.items[item].holder;
    if (holder.organisation != none) {
        const auto& keeper = base.organisations[holder.organisation];
        f.explanation.push_back(Text{"Bekend bij: ", "Kept by: "} + keeper.title);
        f.organisations.push_back(keeper.id);
        f.chain.push_back({"organisation:" + keeper.id, "item:" + base.items[item].id, {"houdt bij", "keeps"}});
    }
    for (const auto& q : asked) tell_question(scene, item, q, f);
    f.amounts = {{"decisions", Decimal(static_cast<std::int64_t>(count))}};
}

}  // namespace samenloop
