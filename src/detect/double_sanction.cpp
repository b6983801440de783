// PU-6: one fact makes two or more organisations punish the same person (definitions section 4).  A rule that lets only
// one of them act (una via, ne bis in idem) is an override or an exception: then one sanction is left, and no finding.
//
// Which fact triggers a sanction is found by asking: were it as with the ordinary person (a yes without that: a no),
// the sanction would not be there.  So a condition that everybody meets, like an age, is no trigger.

#include <algorithm>
#include <map>
#include <set>

#include "detect/detectors.hpp"
#include "detect/minimal.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

struct Sanction {
    Index rule = none;
    Truth holds = Truth::no;
    std::string organisation;
};

std::vector<Sanction> sanctions(const engine::Evaluation& e) {
    std::vector<Sanction> all;
    for (Index r = 0; r < e.base().rules.size(); ++r) {
        if (!e.rule(r).sanction || e.out[r] || !e.program->in_force[r]) continue;
        const auto holds = e.effective(r);
        if (holds == Truth::no) continue;
        for (const auto a : e.program->arguments_of_rule[r])
            if (e.accepted(a) != Truth::no) {
                all.push_back({r, holds, e.actor(a, 0)});
                break;
            }
    }
    return all;
}

std::size_t organisations(const std::vector<Sanction>& all) {
    std::set<std::string> who;
    for (const auto& s : all) who.insert(s.organisation);
    return who.size();
}

bool enough(const std::vector<Sanction>& all, const Decimal& least) {
    return Decimal(static_cast<std::int64_t>(all.size())) >= least && organisations(all) >= 2;
}

/// The value that the ordinary person has at that place; a yes turns into a no where none is declared.
Value usual(const engine::Evaluation& e, const model::Path& path) {
    const auto& item = e.base().items[path.slot];
    const bool field = path.element > 0 && path.field < item.field_ordinary.size();
    const auto* declared = field ? &item.field_ordinary[path.field] : &item.ordinary;
    if (*declared) return evaluate(**declared, {e.values, {}});
    const auto now = model::value_at(e.facts, path);
    if (const auto* b = now.get<bool>()) return !*b;
    return {};
}

bool triggers(const engine::Evaluation& e, const model::Path& path, Index rule) {
    const auto other = usual(e, path);
    if (other.is_unknown() || other == model::value_at(e.facts, path)) return false;
    return engine::vary(e, {{}, {}, {{path.slot, model::replaced(e.facts, path, other)}}}).effective(rule) == Truth::no;
}

std::map<model::Path, std::vector<Sanction>> by_trigger(const engine::Evaluation& e, const std::vector<Sanction>& all) {
    std::map<model::Path, std::vector<Sanction>> found;
    for (const auto& s : all) {
        const auto facts = facts_behind(e, {{s.rule}, {}});
        for (const auto& path : facts)
            if (triggers(e, path, s.rule)) found[path].push_back(s);
    }
    return found;
}

/// What decides whether somebody else goes first: conditions of rules that stand before the sanction.
void add_priorities(const RuleBase& base, Index sanction, std::vector<const Expression*>& into) {
    for (const auto& rule : base.rules) {
        const auto names = [&](const std::vector<Index>& all) { return std::ranges::find(all, sanction) != all.end(); };
        if (rule.when && (names(rule.exception_to) || names(rule.overrides))) into.push_back(&*rule.when);
    }
}

Candidate candidate(const DetectionContext& scene, const model::Path& path, const std::vector<Sanction>& all,
                    const Decimal& least) {
    Candidate c;
    c.key = model::to_string(scene.base(), path);
    c.path = path;
    std::vector<Sanction> sure;
    for (const auto& s : all) {
        if (s.holds == Truth::yes) sure.push_back(s);
        else add_priorities(scene.base(), s.rule, c.conditions);
        c.rules.push_back(s.rule);
    }
    c.holds = enough(sure, least) ? Truth::yes : Truth::unknown;
    c.measure = Decimal(static_cast<std::int64_t>(all.size()));
    c.ids = c.rules;
    return c;
}

}  // namespace

std::vector<Candidate> find_double_sanction(const DetectionContext& scene) {
    const auto* least = scene.base().norm("pu6.sanctions");
    if (least == nullptr) return {};
    const auto all = sanctions(scene.e);
    if (!enough(all, least->value)) return {};
    std::vector<Candidate> found;
    for (const auto& [path, punished] : by_trigger(scene.e, all)) {
        if (!enough(punished, least->value)) continue;
        auto c = candidate(scene, path, punished, least->value);
        const bool told = std::ranges::any_of(found, [&](const Candidate& x) { return x.ids == c.ids; });
        if (!told) found.push_back(std::move(c));
    }
    return found;
}

void describe_double_sanction(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto& item = base.items[c.path.slot];
    f.severity = 1;
    f.items = {c.path.slot};
    std::vector<Text> who;
    std::int64_t count = 0;
    for (const auto& s : sanctions(scene.e)) {
        if (std::ranges::find(f.rules, s.rule) == f.rules.end()) continue;
        ++count;
        const auto name = model::organisation_name(base, s.organisation);
        if (std::ranges::find(f.organisations, s.organisation) == f.organisations.end()) {
            who.push_back(name);
            f.organisations.push_back(s.organisation);
        }
        f.explanation.push_back(name + model::plain(", ") + model::says(base, s.rule));
        f.chain.push_back({"item:" + item.id, "rule:" + base.rules[s.rule].id, {"leidt tot", "leads to"}});
        f.chain.push_back({"organisation:" + s.organisation, "rule:" + base.rules[s.rule].id, {"legt op", "imposes"}});
    }
    f.title = (c.holds == Truth::yes ? Text{"Eén feit, ", "One fact, "}
                                     : Text{"Eén feit, misschien ", "One fact, perhaps "}) +
              model::plain(std::to_string(count)) + Text{" sancties: ", " sanctions: "} + model::listing(who) +
              Text{" straffen ieder voor ‘", " each punish for ‘"} + item.title + model::plain("’");
    f.explanation.push_back({"Geen regel laat er één voorgaan (una via, ne bis in idem)",
                             "No rule lets only one of them act (una via, ne bis in idem)"});
    f.amounts = {{"sanctions", Decimal(count)}};
}

}  // namespace samenloop::detect
