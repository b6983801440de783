// VA-8 over all situations (definitions section 2): can a need be active while no scheme that covers it is granted?
//
// One question a denial (with the denial in effect), so that each hole is told with the rule behind it, and one with no
// denial in effect: people whom no grant reaches at all.  Whom an intended exclusion leaves out is left out here too.

#include <algorithm>
#include <set>

#include "engine/notices.hpp"
#include "samenloop/survey.hpp"
#include "survey/reasons.hpp"
#include "survey/situation_space.hpp"

namespace samenloop::survey {
namespace {

/// The rules in force with an effect of this kind on one of the schemes.
std::vector<Index> rules_on(const engine::Program& program, EffectKind kind, const std::vector<Index>& schemes) {
    std::set<Index> found;
    for (const auto& a : program.arguments) {
        if (a.effect == none) continue;
        const auto& effect = program.base->rules[a.rule].effects[a.effect];
        if (effect.kind == kind && effect.component.empty() && std::ranges::count(schemes, effect.scheme) > 0)
            found.insert(a.rule);
    }
    return {found.begin(), found.end()};
}

/// Grants have components, which a denial of the whole takes away too.
bool granted_by_some_rule(const engine::Program& program, Index scheme) {
    return std::ranges::any_of(program.arguments, [&](const engine::Argument& a) {
        const auto& effects = program.base->rules[a.rule].effects;
        return a.effect != none && effects[a.effect].kind == EffectKind::grant && effects[a.effect].scheme == scheme;
    });
}

class Holes {
  public:
    Holes(const SituationSpace& everybody, Index need)
        : everybody_(everybody), base_(*everybody.program().base), need_(base_.needs[need]) {
        survey_.need = need;
        for (Index s = 0; s < base_.schemes.size(); ++s)
            if (std::ranges::count(base_.schemes[s].covers, need) > 0 && granted_by_some_rule(everybody.program(), s))
                survey_.schemes.push_back(s);
        for (const auto r : rules_on(everybody.program(), EffectKind::deny, survey_.schemes))
            (base_.rules[r].intended_exclusion.empty() ? denials_ : survey_.intended).push_back(r);
    }

    NeedSurvey run() {
        for (const auto r : denials_) ask(r);
        // Without a scheme there is nothing to be left out of: that is a need of nobody's care (VA-7).
        if (need_.coverage != Coverage::income && !survey_.schemes.empty()) ask(none);
        survey_.judgement =
            engine::judge(everybody_.nobody(), [&](const engine::Evaluation& e) { return std::vector{question(e)}; });
        return std::move(survey_);
    }

  private:
    void ask(Index denial) {
        auto support = everybody_.support();
        support.condition(need_.active);
        support.condition(need_.covered);
        for (const auto* rules : {&denials_, &survey_.intended})
            for (const auto r : *rules) support.condition(base_.rules[r].when);
        for (const auto s : survey_.schemes) support.item(base_.schemes[s].granted);
        const auto answer =
            everybody_.find(support, [&](const engine::Evaluation& e) { return falls(e, denial); }, like_);
        if (answer.verdict == solve::SearchResult::witness) like_ = answer.facts;
        Hole hole;
        hole.rule = denial;
        hole.exists = answer.verdict == solve::SearchResult::witness ? Possibility::possible
                      : answer.verdict == solve::SearchResult::unsatisfiable
                          ? Possibility::impossible
                          : Possibility::undecided;
        hole.asked = answer.asked;
        for (const auto& [slot, value] : answer.facts) hole.facts.push_back({base_.items[slot].id, value});
        survey_.holes.push_back(std::move(hole));
    }

    /// What is not decided lacks amounts, or was given up.
    engine::Query question(const engine::Evaluation& e) const {
        const auto look = [&](engine::Unknowns& u) {
            if (need_.active) u.expression(*need_.active);
            if (need_.covered) u.expression(*need_.covered);
            for (const auto* rules : {&denials_, &survey_.intended})
                for (const auto r : *rules) u.rule(r);
            for (const auto s : survey_.schemes) u.slot(base_.schemes[s].granted);
        };
        engine::Unknowns all(e, engine::Depth::all);
        look(all);
        engine::Query q{"need:" + need_.id, {}, all.rules(), false};
        const bool open =
            std::ranges::any_of(survey_.holes, [](const Hole& h) { return h.exists == Possibility::undecided; });
        if (!open && !e.known_amounts) return q;
        engine::Unknowns u(e);
        look(u);
        q.lacking = u.found();
        q.lacking.facts.clear();
        q.lacking.undefined.clear();
        q.gave_up = open && q.lacking.empty();
        return q;
    }

    static Truth truth(const engine::Evaluation& e, const std::optional<Expression>& x) {
        return x ? evaluate(*x, {e.values, {}}).truth() : Truth::no;
    }

    Truth any_effective(const engine::Evaluation& e, const std::vector<Index>& rules) const {
        auto any = Truth::no;
        for (const auto r : rules) any = any || e.effective(r);
        return any;
    }

    solve::Reply falls(const engine::Evaluation& e, Index denial) const {
        auto t = truth(e, need_.active) && !truth(e, need_.covered);
        t = t && (denial != none ? e.effective(denial) : !any_effective(e, denials_));
        t = t && !any_effective(e, survey_.intended);
        for (const auto s : survey_.schemes) t = t && !e.values[base_.schemes[s].granted].truth();
        if (t == Truth::unknown) return {t, waits(e, denial)};
        return t == Truth::yes ? solve::Reply{t, {}} : solve::Reply{t, {}, why_not(e, denial)};
    }

    /// The facts by which nobody with them falls: of the first thing that keeps him from it.
    std::vector<Slot> why_not(const engine::Evaluation& e, Index denial) const {
        Reasons why(e, parts_);
        const auto effective = [&](Index r) { return e.effective(r) == Truth::yes; };
        const auto granted = [&](Index s) { return e.values[base_.schemes[s].granted].truth() == Truth::yes; };
        const auto& schemes = survey_.schemes;
        if (truth(e, need_.active) == Truth::no) {
            if (need_.active) why.condition(*need_.active);
        } else if (truth(e, need_.covered) == Truth::yes) {
            why.condition(*need_.covered);
        } else if (denial != none && e.effective(denial) == Truth::no) {
            why.effect_of(denial);
        } else if (const auto d = std::ranges::find_if(denials_, effective); denial == none && d != denials_.end()) {
            why.effect_of(*d);
        } else if (const auto i = std::ranges::find_if(survey_.intended, effective); i != survey_.intended.end()) {
            why.effect_of(*i);
        } else if (const auto s = std::ranges::find_if(schemes, granted); s != schemes.end()) {
            why.item(base_.schemes[*s].granted);
        }
        return std::move(why).facts();
    }

    std::vector<Slot> waits(const engine::Evaluation& e, Index denial) const {
        OpenFacts open(e);
        if (need_.active) open.condition(*need_.active);
        const auto conditions = [&](const std::vector<Index>& rules) {
            for (const auto r : rules)
                if (base_.rules[r].when && e.effective(r) == Truth::unknown) open.condition(*base_.rules[r].when);
        };
        conditions(denial != none ? std::vector{denial} : denials_);
        conditions(survey_.intended);
        if (need_.covered) open.condition(*need_.covered);
        for (const auto s : survey_.schemes) open.item(base_.schemes[s].granted);
        return std::move(open).result();
    }

    const SituationSpace& everybody_;
    const RuleBase& base_;
    const Need& need_;
    std::vector<Index> denials_;
    mutable PartsOfConditions parts_;
    solve::Facts like_;  // who falls into the hole that was found last
    NeedSurvey survey_;
};

}  // namespace

}  // namespace samenloop::survey

namespace samenloop {

NeedSurvey survey_need(const RuleBase& rules, Index need, Date day) {
    const survey::SituationSpace everybody(rules, day);
    return survey::Holes(everybody, need).run();
}

}  // namespace samenloop
