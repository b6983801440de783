#include "detect/writer.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "detect/dependence.hpp"
#include "detect/minimal.hpp"
#include "detect/settle.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

InterferenceKind type_of(std::string_view code) {
    if (code.starts_with("CL")) return InterferenceKind::clash;
    if (code.starts_with("VA")) return InterferenceKind::vacuum;
    return code.starts_with("IM") ? InterferenceKind::implosion : InterferenceKind::pile_up;
}

/// Stays the same as long as its own rules and what it is about do.
std::string fingerprint(const RuleBase& base, const Finding& f, const std::string& key) {
    std::vector<std::string> ids;
    for (const auto r : f.rules) ids.push_back(base.rules[r].id);
    std::ranges::sort(ids);
    std::string text = f.code + "|" + key;
    for (const auto& id : ids) text += "|" + id;
    return f.code + "-" + base::hash_hex(text);
}

void sort_names(std::vector<std::string>& names) {
    std::erase(names, "");
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

/// Who acts in the rule: the rule's actor, and that of each effect that has its own.
std::vector<std::string> actors_in(const engine::Evaluation& e, Index r) {
    std::vector<std::string> names;
    for (const auto a : e.program->arguments_of_rule[r])
        if (!e.labels[a].empty()) names.push_back(e.actor(a, 0));
    sort_names(names);
    return names;
}

/// Where the detector does not tell: who acts in its rules, and each of them only with the rules it acts in.
void add_actors(const engine::Evaluation& e, Finding& f) {
    const bool tell_organisations = f.organisations.empty();
    const bool tell_chain = f.chain.empty();
    for (const auto r : f.rules)
        for (const auto& name : actors_in(e, r)) {
            if (tell_organisations) f.organisations.push_back(name);
            if (tell_chain) f.chain.push_back({"organisation:" + name, "rule:" + e.base().rules[r].id, {}});
        }
    sort_names(f.organisations);
}

bool basic_need(const RuleBase& base, const Finding& f) {
    return std::ranges::any_of(f.needs, [&](Index n) { return base.needs[n].basic; });
}

/// Definitions 10.8: nothing bound and nothing at discretion mends at least part of an uncovered basic need.
void judge(const RuleBase& base, Finding& f) {
    const bool no_way_out = f.remedies.empty() && (f.status == Status::open || f.status == Status::practice_deviates);
    const bool perhaps = f.code == "IM-1" && f.certainty == Certainty::conditional;
    if ((f.code == "VA-1" || f.code == "IM-1") && basic_need(base, f)) f.severity = no_way_out && !perhaps ? 4 : 3;
    if (f.status == Status::settled_by_policy || f.status == Status::intended_exclusion)
        f.severity = std::max(0, f.severity - 1);
    if (f.status == Status::settled_by_statute || f.status == Status::settled_by_case_law ||
        f.status == Status::historical)
        f.severity = 0;
}

/// The law means this rule to leave people out: it says so, or what the rule takes for granted is so here.
bool meant(const engine::Evaluation& e, Index r) {
    const auto& rule = e.rule(r);
    if (!rule.intended_exclusion.empty()) return true;
    if (!rule.premise) return false;
    for (const auto a : e.program->arguments_of_rule[r])
        for (std::size_t i = 0; i < e.labels[a].size(); ++i)
            if (e.value_of(rule.premise->holds, r, i).truth() != Truth::yes) return false;
    return true;
}

Finding start(const CandidateFinding& m, Status status) {
    Finding f;
    f.code = m.detector->code;
    f.type = type_of(f.code);
    f.status = status;
    f.certainty = m.candidate.holds == Truth::yes ? Certainty::certain : Certainty::conditional;
    return f;
}

}  // namespace

/// Nothing where only what the rules lack would decide: that is no finding, and its detector has no answer.
std::optional<DraftFinding> Writer::open(const CandidateFinding& m, std::vector<Undecided>& undecided) {
    auto f = start(m, m.world == engine::World::law ? Status::open : Status::practice_deviates);
    f.rules = minimal_rules(inquiry_, m);
    const auto& e = inquiry_.in(m.world);
    const Ground ground{f.rules, m.candidate.conditions};
    auto rests_on = this->rests_on(f, m, ground);
    f.remedies = remedies_for(inquiry_, m);
    exclusions(f, m);
    if (!m.supposed.empty()) {
        finish_supposed(f, m);
        return DraftFinding{m, std::move(f), std::move(rests_on)};
    }
    if (auto unknown = name_unknown(f, m); lacks_only_rules(e, unknown)) {
        undecided.push_back({f.code, std::move(unknown)});
        return std::nullopt;
    }
    finish(f, m, inquiry_.scene(m.world));
    if (in_full_ && f.certainty == Certainty::certain && m.candidate.measure.get<Range>() != nullptr)
        tell_open_amount(unknown_behind(e, ground), f);
    return DraftFinding{m, std::move(f), std::move(rests_on)};
}

Finding Writer::settled(const CandidateFinding& m, Index by, const engine::Variation& without) {
    auto f = start(m, settled_status(base(), by));
    f.settled_by = {by};
    std::vector<model::Path> places;
    open_without(m, by, f.rules, places);
    f.rules.push_back(by);
    std::ranges::sort(f.rules);
    f.rules.erase(std::unique(f.rules.begin(), f.rules.end()), f.rules.end());
    for (const auto& p : facts_behind(inquiry_.law(), {{by}, {}})) places.push_back(p);
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    for (const auto& p : places)
        f.facts.push_back({model::to_string(base(), p), model::value_at(inquiry_.law().facts, p)});
    name_unknown(f, m);
    const auto e = engine::vary(inquiry_.law(), without);
    finish(f, m, {e, e, inquiry_.situation(), inquiry_.calendar()});
    return f;
}

/// What holds with a fact unknown holds whatever its value: only a needed fact can end what is certain.
std::vector<model::Path> Writer::rests_on(Finding& f, const CandidateFinding& m, const Ground& ground) {
    if (!in_full_) return {};
    const auto& e = inquiry_.in(m.world);
    auto places = facts_behind(e, ground);
    auto needed = needed_of(inquiry_, m, places);
    for (const auto& p : needed) f.facts.push_back({model::to_string(e.base(), p), model::value_at(e.facts, p)});
    return f.certainty == Certainty::certain ? std::move(needed) : std::move(places);
}

std::vector<model::Path> Writer::needed_of(const WhatIf& inquiry, const CandidateFinding& m,
                                           const std::vector<model::Path>& all) {
    if (!in_full_) return {};
    auto needed = needed_facts(inquiry, m, all);
    cut_short_ = cut_short_ || needed.cut_short;
    return std::move(needed.facts);
}

std::vector<model::Path> Writer::name_unknown(Finding& f, const CandidateFinding& m) const {
    if (f.certainty == Certainty::certain) return {};
    auto places = depends_on(inquiry_, m, f.rules);
    for (const auto& p : places) f.depends_on.push_back(model::to_string(base(), p));
    return places;
}

/// It is there whatever is unknown; how much it comes to is not known exactly.
void Writer::tell_open_amount(const std::vector<model::Path>& places, Finding& f) const {
    std::vector<Text> names;
    for (const auto& p : places)
        if (names.empty() || names.back().nl != base().items[p.slot].title.nl)
            names.push_back(base().items[p.slot].title);
    if (!names.empty())
        f.explanation.push_back(
            Text{"Hoeveel het precies is, hangt ook af van: ", "How much it is exactly also depends on: "} +
            model::listing(names));
}

/// Its rules and facts as they would be were it open: without the rule that settles it.
void Writer::open_without(const CandidateFinding& m, Index by, std::vector<Index>& rules,
                          std::vector<model::Path>& places) {
    auto out = out_;
    out.push_back(by);
    const WhatIf open(inquiry_.calendar(), inquiry_.situation(), {out, {}, {}}, inquiry_.law().yardstick);
    auto there = m;
    const auto again = open.again(m, engine::Variation{});
    rules = m.candidate.rules.empty() ? m.candidate.tried : m.candidate.rules;
    if (!again) return;
    there.candidate.holds = again->holds;
    there.candidate.measure = again->measure;
    rules = minimal_rules(open, there);
    places = needed_of(open, there, facts_behind(open.law(), {rules, m.candidate.conditions}));
}

void Writer::exclusions(Finding& f, const CandidateFinding& m) const {
    if (f.type != InterferenceKind::vacuum || f.rules.empty()) return;
    // Of several culprits each keeps the need uncovered alone, so one that is meant and surely applies is enough.
    const auto& e = inquiry_.in(m.world);
    const auto is_meant = [&](Index r) { return meant(e, r); };
    const auto surely_meant = [&](Index r) { return meant(e, r) && e.applies(r) == Truth::yes; };
    const bool alone = m.detector->minimality == Minimality::culprits;
    if (alone ? std::ranges::any_of(f.rules, surely_meant) : std::ranges::all_of(f.rules, is_meant))
        f.status = Status::intended_exclusion;
}

/// Told as it would be if the open facts were as supposed, with these facts.
void Writer::finish_supposed(Finding& f, const CandidateFinding& m) const {
    const engine::Variation what_if{{}, {}, m.supposed};
    const auto law = engine::vary(inquiry_.law(), what_if);
    const auto here = m.world == engine::World::law ? law : engine::vary(inquiry_.practice(), what_if);
    f.supposed = supposed_facts(inquiry_.law(), m.supposed);
    for (const auto& fact : f.supposed) f.depends_on.push_back(fact.item);
    finish(f, m, {here, law, inquiry_.situation(), inquiry_.calendar()});
    for (const auto& fact : f.supposed) {
        const auto slot = base().names.find(fact.item.substr(0, fact.item.find('[')))->second.slot;
        f.explanation.push_back(Text{"Dit geldt als ", "This holds if "} + base().items[slot].title +
                                model::plain(" [" + fact.item + "] = ") + model::value_text(base(), slot, fact.value));
    }
}

void Writer::finish(Finding& f, const CandidateFinding& m, const DetectionContext& scene) const {
    if (const auto& people = inquiry_.situation().people) f.people = {people->all[people->about].id};
    m.detector->describe(scene, m.candidate, f);
    f.title = model::sentence(std::move(f.title));
    add_actors(inquiry_.in(m.world), f);
    judge(base(), f);
    f.id = fingerprint(base(), f, m.candidate.key);
}

}  // namespace samenloop::detect
