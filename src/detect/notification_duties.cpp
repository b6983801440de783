// PU-7: one change must be reported to two or more organisations, each with its own deadline or its own meaning of the
// word (definitions section 4).  The change is an event of the situation; a duty is an obligation of the person to do
// an act that reports the item.  A duty is not needed where the organisation keeps the item itself or receives it on a
// statutory basis from who keeps it, or from another organisation that is told: of such a pair one duty stays.

#include <algorithm>
#include <map>
#include <set>

#include "detect/counted.hpp"
#include "detect/detectors.hpp"
#include "detect/duties.hpp"
#include "engine/flows.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

struct Notice {
    engine::ArgumentId argument = 0;
    std::size_t instance = 0;
    Truth holds = Truth::no;
    std::string to;
};

/// Duties to report a change of the item, one an organisation: of several the first, in the order of the rules.
std::vector<Notice> notices(const engine::Evaluation& e, Slot item) {
    std::vector<Notice> all;
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || effect->kind != EffectKind::obligation) continue;
        if (e.base().acts[effect->act].data != DataAct::report) continue;
        if (std::ranges::find(effect->items, item) == effect->items.end()) continue;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i) {
            const auto l = e.label(a, i);
            if ((l != engine::Label::accepted && l != engine::Label::maybe) || !is_person(e.base(), e.actor(a, i)))
                continue;
            auto to = owed_to(e, a, i);
            if (to.empty() || is_person(e.base(), to)) continue;
            all.push_back({a, i, l == engine::Label::accepted ? Truth::yes : Truth::unknown, std::move(to)});
        }
    }
    return all;
}

std::size_t told(const std::vector<Notice>& all, Truth at_least) {
    std::set<std::string> whom;
    for (const auto& n : all)
        if (n.holds >= at_least) whom.insert(n.to);
    return whom.size();
}

/// Does the meaning of a word in this law depend on the item?
bool rests_on(const engine::Program& program, Slot meaning, Slot item, std::set<Slot>& seen) {
    if (meaning == item) return true;
    if (!seen.insert(meaning).second) return false;
    const auto through = [&](Slot s) { return rests_on(program, s, item, seen); };
    if (const auto& fallback = program.base->items[meaning].fallback)
        for (const auto& r : fallback->reads())
            if (through(r.slot)) return true;
    const auto o = program.object_of_slot[meaning];
    if (o == none) return false;
    return std::ranges::any_of(program.objects[o].arguments, [&](engine::ArgumentId a) {
        return std::ranges::any_of(program.reads[program.arguments[a].rule], through);
    });
}

/// The word of which two of the laws have a definition of their own that depends on the item; none if there is none.
Index word_that_differs(const engine::Program& program, const std::vector<Notice>& all, Slot item) {
    const auto& base = *program.base;
    for (Index c = 0; c < base.concepts.size(); ++c) {
        std::set<Index> laws;
        for (const auto meaning : base.concepts[c].definitions)
            for (const auto& n : all) {
                std::set<Slot> seen;
                if (base.items[meaning].law == program.rule(n.argument).law && rests_on(program, meaning, item, seen))
                    laws.insert(base.items[meaning].law);
            }
        if (laws.size() >= 2) return c;
    }
    return none;
}

bool deadlines_differ(const engine::Program& program, const std::vector<Notice>& all) {
    return std::ranges::any_of(all, [&](const Notice& n) {
        return program.effect(n.argument)->within != program.effect(all.front().argument)->within;
    });
}

/// By which exchange the organisation knows without this notice; null when it does not.
const Exchange* informed(const engine::Evaluation& e, Slot item, const std::string& to,
                         const std::vector<std::string>& by) {
    for (const auto& x : e.base().exchanges) {
        if (x.basis != Basis::statute || !engine::leads_to(e.base(), x, item, to) || engine::usable(e, x) != Truth::yes)
            continue;
        if (std::ranges::any_of(by, [&](const auto& from) { return engine::comes_from(e.base(), x, from); })) return &x;
    }
    return nullptr;
}

/// Why each notice is not needed; empty where it is.
std::vector<Text> superfluous(const engine::Evaluation& e, Slot item, const std::vector<Notice>& all) {
    std::vector<Text> why(all.size());
    const auto kept_by = engine::holders(e, item);
    const auto through = [](const Exchange& x, const RuleBase& base) {
        return Text{"hoort het van ", "hears it from "} + base.organisations[x.from.organisation].title +
               model::plain(" (" + x.citation + ")");
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (engine::keeps(e.base(), item, all[i].to)) why[i] = {"houdt het zelf bij", "keeps it itself"};
        else if (const auto* x = informed(e, item, all[i].to, kept_by)) why[i] = through(*x, e.base());
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!why[i].nl.empty()) continue;
        std::vector<std::string> others;
        for (std::size_t k = 0; k < all.size(); ++k)
            if (why[k].nl.empty() && all[k].to != all[i].to) others.push_back(all[k].to);
        if (const auto* x = informed(e, item, all[i].to, others)) why[i] = through(*x, e.base());
    }
    return why;
}

Text deadline(const DetectionContext& scene, Slot item, const Effect& effect) {
    if (!effect.within) return {"onverwijld", "at once"};
    Text text = Text{"binnen ", "within "} + model::duration_words(*effect.within);
    for (const auto& event : scene.situation.events)
        if (event.item == item)
            text = text + Text{", uiterlijk ", ", by "} + model::date_words(event.date.plus(*effect.within));
    return text;
}

/// In days; at once is 0.
std::size_t shortest_term(const engine::Evaluation& e, const std::vector<Notice>& all) {
    std::vector<std::size_t> days;
    for (const auto& n : all) {
        const auto within = e.program->effect(n.argument)->within.value_or(Duration{});
        days.push_back(static_cast<std::size_t>(e.day.plus(within).days() - e.day.days()));
    }
    return *std::ranges::min_element(days);
}

void tell_notice(const DetectionContext& scene, Slot item, const Notice& n, const Text& why, Finding& f) {
    const auto& base = scene.base();
    const auto rule = scene.program().arguments[n.argument].rule;
    auto line =
        model::organisation_name(base, n.to) + model::plain(": ") +
        deadline(scene, item, *scene.program().effect(n.argument)) + model::plain(", ") + model::cite(base, rule);
    if (!why.nl.empty()) line = line + Text{"; niet nodig: ", "; not needed: "} + why;
    f.explanation.push_back(std::move(line));
    f.organisations.push_back(n.to);
    f.chain.push_back({"item:" + base.items[item].id, "rule:" + base.rules[rule].id, {"verandert", "changes"}});
    f.chain.push_back({"rule:" + base.rules[rule].id, "organisation:" + n.to, {"melden aan", "report to"}});
}

}  // namespace

std::vector<Candidate> find_notification_duties(const DetectionContext& scene) {
    std::vector<Candidate> all;
    const auto* enough = scene.base().norm("pu7.organisations");
    if (enough == nullptr) return all;
    for (const auto item : changed_items(scene)) {
        const auto duties = notices(scene.e, item);
        auto c =
            counted(scene.base().items[item].id, told(duties, Truth::yes), told(duties, Truth::unknown), enough->value);
        if (!c) continue;
        if (!deadlines_differ(scene.program(), duties) && word_that_differs(scene.program(), duties, item) == none)
            continue;
        c->ids = {item};
        for (const auto& n : duties) c->rules.push_back(scene.program().arguments[n.argument].rule);
        all.push_back(std::move(*c));
    }
    return all;
}

void describe_notification_duties(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const Slot item = c.ids.front();
    const auto duties = notices(scene.e, item);
    const auto why = superfluous(scene.e, item, duties);
    const auto number = told(duties, c.holds);
    std::set<std::string> needed;
    for (std::size_t i = 0; i < duties.size(); ++i) {
        tell_notice(scene, item, duties[i], why[i], f);
        if (why[i].nl.empty() && duties[i].holds >= c.holds) needed.insert(duties[i].to);
    }
    if (const auto word = word_that_differs(scene.program(), duties, item); word != none) {
        f.concepts = {word};
        f.explanation.push_back(Text{"De wetten verstaan niet hetzelfde onder ", "The laws do not mean the same by "} +
                                base.concepts[word].title);
    }
    f.severity = 1;
    f.items = {item};
    f.title =
        base.items[item].title +
        Text{" verandert: de burger moet dat bij ", " changes: the citizen must report it to "} +
        model::plain(std::to_string(number)) + Text{" organisaties melden", " organisations"} +
        (needed.empty() ? Text{", terwijl elk ervan het al kan weten", ", though each can know it already"}
                        : Text{", elk met een eigen termijn of betekenis", ", each with a term or meaning of its own"});
    f.amounts = {{"organisations", count_of(number)},
                 {"days_shortest", count_of(shortest_term(scene.e, duties))},
                 {"not_needed", count_of(number - needed.size())}};
}

}  // namespace samenloop::detect
