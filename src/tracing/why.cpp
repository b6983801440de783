#include "tracing/why.hpp"

#include <algorithm>
#include <map>

#include "detect/authority.hpp"
#include "detect/blocking_rules.hpp"
#include "engine/reach.hpp"
#include "feel/rewrite.hpp"
#include "graph/and_or.hpp"
#include "model/wording.hpp"
#include "tracing/belonging.hpp"
#include "tracing/condition.hpp"

namespace samenloop::tracing {
namespace {

using Place = std::uint32_t;

class Why {
  public:
    Why(const Case& of, Trace& trace) : of_(of), e_(of.practice()), reach_(engine::reach(e_)), trace_(trace) {}

    void run() {
        const auto& goal = trace_.goal;
        if (goal.kind == GoalKind::need) need(goal.index);
        else if (goal.kind == GoalKind::scheme) scheme(goal.index);
        else outcome(goal.index);
        find_circles();
    }

  private:
    /// The node of this name, new or known already.
    std::pair<Place, bool> node(const std::string& key, Text text, Truth met, bool needs_all) {
        const auto [at, is_new] = known_.try_emplace(key, static_cast<Place>(trace_.reasons.size()));
        if (is_new) {
            Reason reason;
            const auto bar = key.find('|');
            reason.about = key.substr(0, bar);
            if (bar != std::string::npos) reason.aspect = key.substr(bar + 1);
            reason.text = std::move(text);
            reason.met = met;
            reason.needs_all = needs_all;
            trace_.reasons.push_back(std::move(reason));
        }
        return {at->second, is_new};
    }

    Reason& at(Place p) { return trace_.reasons[p]; }
    void part(Place of, Place p) {
        auto& parts = at(of).parts;
        if (std::ranges::find(parts, p) == parts.end()) parts.push_back(p);
    }

    Place need(Index n) {
        const auto& base = of_.base();
        const auto& need = base.needs[n];
        const auto [p, _] = node("need:" + need.id, need.title, trace_.reached, false);
        if (trace_.goal.in_full) at(p).obstacle = Obstacle::too_little;
        if (trace_.goal.in_hand) at(p).obstacle = Obstacle::not_paid;
        if (need.covered) part(p, condition("need:" + need.id + "|covered", *need.covered, e_.values));
        if (need.outcome != none) part(p, outcome(need.outcome));
        if (need.act != none) part(p, act(need.act));
        const auto schemes = Belonging(e_).among(detect::schemes_for(base, n));
        const bool some = std::ranges::any_of(schemes, [&](Index s) { return detect::tried(e_, s); });
        for (const auto s : schemes)
            if (!some || detect::tried(e_, s)) part(p, scheme(s));
        return p;
    }

    /// Somebody must do it.
    Place act(Index a) {
        const auto& base = of_.base();
        const auto [p, is_new] = node("act:" + base.acts[a].id, base.acts[a].title, Truth::no, false);
        if (!is_new) return p;
        at(p).obstacle = Obstacle::no_duty;
        for (Index r = 0; r < base.rules.size(); ++r) {
            if (!e_.program->in_force[r] || e_.out[r]) continue;
            for (const auto& x : e_.rule(r).effects)
                if (x.kind == EffectKind::obligation && x.act == a) {
                    part(p, applies(r));
                    at(p).met = at(p).met || e_.effective(r);
                }
        }
        return p;
    }

    Place scheme(Index s) {
        const auto& base = of_.base();
        const auto& scheme = base.schemes[s];
        const auto [p, is_new] = node("scheme:" + scheme.id, scheme.title, e_.values[scheme.granted].truth(), true);
        if (!is_new) return p;
        if (!scheme.executor.empty()) at(p).organisation = e_.organisation(scheme.executor);
        const auto [grants, _] = node(
            "scheme:" + scheme.id + "|grant", Text{"een regel kent het toe", "a rule grants it"}, Truth::no, false);
        part(p, grants);
        for (Index r = 0; r < base.rules.size(); ++r) {
            if (!e_.program->in_force[r] || e_.out[r]) continue;
            for (const auto& x : base.rules[r].effects) {
                if (x.scheme != s) continue;
                if (x.kind == EffectKind::grant) {
                    part(grants, applies(r));
                    at(grants).met = at(grants).met || at(applies(r)).met;
                }
                if (x.kind == EffectKind::deny && e_.applies(r) != Truth::no) part(p, denial(r, s));
                if (x.kind == EffectKind::basis) part(p, applies(r));
            }
        }
        for (Index o = 0; o < base.outcomes.size(); ++o)
            if (base.outcomes[o].scheme == s) requirements(p, o);
        at(p).met = at(p).met && out_of_reach(s);
        return p;
    }

    Truth out_of_reach(Index s) const {
        auto all = Truth::yes;
        for (Index o = 0; o < of_.base().outcomes.size(); ++o)
            if (of_.base().outcomes[o].scheme == s) all = all && reach_[o];
        return all;
    }

    Place outcome(Index o) {
        const auto& base = of_.base();
        const auto& wanted = base.outcomes[o];
        const auto [p, is_new] = node("outcome:" + wanted.id, wanted.title, reach_[o], false);
        if (!is_new) return p;
        at(p).organisation = detect::provider(e_, o);
        if (wanted.holds) part(p, condition("outcome:" + wanted.id + "|there", *wanted.holds, e_.values));
        const auto [way, _] = node("outcome:" + wanted.id + "|way",
                                   Text{"alles wat ervoor nodig is", "all that is required for it"}, Truth::no, true);
        requirements(way, o);
        if (wanted.scheme != none) part(way, scheme(wanted.scheme));
        if (!at(way).parts.empty()) {
            auto all = Truth::yes;
            for (const auto q : at(way).parts) all = all && at(q).met;
            at(way).met = all;
            part(p, way);
        }
        for (const auto& duty : engine::achieving(e_, EffectKind::obligation))
            if (duty.outcome == o) part(p, applies(e_.program->arguments[duty.argument].rule));
        return p;
    }

    /// One part for each rule that requires something else first.
    void requirements(Place of, Index o) {
        const auto& base = of_.base();
        for (Index r = 0; r < base.rules.size(); ++r) {
            if (!e_.program->in_force[r] || e_.out[r] || e_.applies(r) == Truth::no) continue;
            std::size_t k = 0;
            for (const auto& x : base.rules[r].effects) {
                if (x.kind != EffectKind::requires_) continue;
                const auto& formula = base.rules[r].requirements[k++];
                if (x.outcome == o) part(of, requirement(r, k, formula));
            }
        }
    }

    Place requirement(Index r, std::size_t k, const Alternatives& formula) {
        const auto& base = of_.base();
        const auto [p, is_new] =
            node("rule:" + base.rules[r].id + "|requires" + std::to_string(k),
                 base.rules[r].title + model::plain(", ") + model::cite(base, r), Truth::no, false);
        if (!is_new) return p;
        at(p).rule = r;
        at(p).organisation = actor(r);
        auto any = Truth::no;
        for (std::size_t i = 0; i < formula.size(); ++i) {
            auto all = Truth::yes;
            for (const auto o : formula[i]) all = all && reach_[o];
            any = any || all;
            part(p, together(r, k, i, formula[i], all));
        }
        at(p).met = any;
        return p;
    }

    Place together(Index r, std::size_t k, std::size_t i, const std::vector<Index>& outcomes, Truth met) {
        if (outcomes.size() == 1) return outcome(outcomes.front());
        const auto [p, is_new] =
            node("rule:" + of_.base().rules[r].id + "|requires" + std::to_string(k) + "." + std::to_string(i),
                 Text{"samen", "together"}, met, true);
        if (is_new)
            for (const auto o : outcomes) part(p, outcome(o));
        return p;
    }

    std::string actor(Index r) const {
        for (const auto a : e_.program->arguments_of_rule[r])
            if (!e_.labels[a].empty()) return e_.actor(a, 0);
        return e_.rule(r).each ? "" : e_.organisation(e_.rule(r).actor);
    }

    /// The rule applies: all of its conditions.
    Place applies(Index r) {
        const auto& rule = e_.rule(r);
        const auto [p, is_new] =
            node("rule:" + rule.id, rule.title + model::plain(", ") + model::cite(of_.base(), r), e_.applies(r), true);
        if (!is_new) return p;
        at(p).rule = r;
        at(p).organisation = actor(r);
        if (rule.when && !rule.each) conditions(p, rule.id, *rule.when, false);
        if (rule.on_request && !e_.used[r]) {
            const auto asked = rule.request ? evaluate(*rule.request, {e_.values, {}}).truth() : Truth::no;
            fact(p, "rule:" + rule.id + "|request", {"er is om gevraagd", "it was asked for"}, asked);
        }
        if (rule.discretion == Discretion::may && !e_.used[r]) {
            fact(p, "rule:" + rule.id + "|decision",
                 {"er is toe besloten (dat mag, het hoeft niet)", "it was decided (that may be, it need not)"},
                 Truth::no);
            at(p).met = Truth::no;
        }
        return p;
    }

    /// A leaf that no expression tells of.
    void fact(Place of, const std::string& key, Text text, Truth met) {
        const auto p = node(key, std::move(text), met, true).first;
        at(p).obstacle = Obstacle::missing_fact;
        part(of, p);
    }

    /// The rule does not refuse: it does not apply, or something else comes before it.
    Place denial(Index r, Index s) {
        const auto& rule = e_.rule(r);
        auto stands = Truth::no;
        Index stopping = none;
        for (const auto a : e_.program->arguments_of_rule[r]) {
            const auto* x = e_.program->effect(a);
            if (x == nullptr || x->kind != EffectKind::deny || x->scheme != s) continue;
            stands = stands || e_.accepted(a);
            stopping = x->act;
        }
        const auto again =
            stopping == none || !rule.when || rule.each
                ? model::plain("")
                : Text{"; het begint weer zodra één hiervan zo is", "; it starts again as soon as one of these is so"};
        const auto what = stopping == none ? Text{"niet geweigerd door ", "not refused under "}
                                           : Text{"niet stopgezet door ", "not stopped under "};
        const auto [p, is_new] =
            node("rule:" + rule.id + "|not",
                 what + model::cite(of_.base(), r) + model::plain(": ") + rule.title + again, !stands, false);
        if (!is_new) return p;
        at(p).rule = r;
        at(p).organisation = actor(r);
        at(p).obstacle = Obstacle::denied;
        if (rule.when && !rule.each) conditions(p, rule.id, *rule.when, true);
        return p;
    }

    /// "Admitted before today" of who was not admitted: no answer, though all that it reads is known.
    bool asks_of_nothing(const Expression& e) const {
        return evaluate(e, {e_.values, {}}).truth() == Truth::unknown &&
               std::ranges::none_of(e.reads(), [&](const auto& read) {
                   const auto& v = e_.values[read.slot];
                   return v.is_unknown() || v.template get<Range>() != nullptr;
               });
    }

    void conditions(Place of, const std::string& id, const Expression& when, bool negated) {
        const auto all = feel::conjuncts(when);
        const bool fails = std::ranges::any_of(
            all, [&](const Expression& e) { return evaluate(e, {e_.values, {}}).truth() == Truth::no; });
        for (std::size_t k = 0; k < all.size(); ++k) {
            if (fails && asks_of_nothing(all[k])) continue;
            const auto key = "rule:" + id + (negated ? "|not" : "|if") + std::to_string(k);
            const auto p = condition(key, all[k], e_.values, negated);
            // What a denial rests on and does hold is why it stands; the rest says nothing.
            part(of, p);
        }
    }

    static constexpr std::size_t most_facts_tried = 40;

    Place condition(const std::string& key, const Expression& e, const SlotValues& values, bool negated = false) {
        auto met = evaluate(e, {values, {}}).truth();
        if (negated) met = !met;
        // What must not be so is told as what is so and stands in the way: no "not" that is not so.
        const auto inside = feel::denied_part(e);
        const bool must_not = negated != inside.has_value();
        const auto text = condition_text(of_.base(), inside ? *inside : e, must_not && met == Truth::yes);
        const auto [p, is_new] = node(key, text, met, true);
        if (!is_new) return p;
        auto& reason = at(p);
        reason.obstacle = met == Truth::unknown ? Obstacle::unknown_fact
                          : must_not            ? Obstacle::in_the_way
                                                : Obstacle::missing_fact;
        reason.facts = facts_read(e_, e);
        std::ranges::stable_partition(reason.facts, [&](const Fact& f) { return is_given(f); });
        if (met != Truth::yes && reason.facts.size() > 1) decisive_first(e_, e, reason.facts, most_facts_tried);
        reason.exogenous = rests_on_exogenous(of_.base(), e);
        return p;
    }

    void find_circles() {
        graph::AndOr graph;
        std::vector<bool> given;
        for (const auto& r : trace_.reasons) {
            graph.add(r.parts.empty() ? graph::AndOr::Kind::leaf
                      : r.needs_all   ? graph::AndOr::Kind::all
                                      : graph::AndOr::Kind::any);
            given.push_back(r.parts.empty() && r.met == Truth::yes);
        }
        for (Place p = 0; p < trace_.reasons.size(); ++p)
            for (const auto q : at(p).parts) graph.add_part(p, q);
        trace_.circles = samenloop::graph::circles(graph, given);
        for (Place p = 0; p < trace_.reasons.size(); ++p) name_obstacle(p);
        for (const auto& circle : trace_.circles)
            for (const auto p : circle) at(p).obstacle = Obstacle::circle;
    }

    /// Told by somebody, not taken from the ordinary person: what was told comes first.
    bool is_given(const Fact& f) const {
        const auto slot = e_.base().names.at(f.item).slot;
        const auto& assumed = of_.situation().assumed;
        return slot >= assumed.size() || !assumed[slot];
    }

    void name_obstacle(Place p) {
        auto& r = at(p);
        if (r.met == Truth::yes) r.obstacle = Obstacle::nothing;
        else if (r.obstacle == Obstacle::nothing) r.obstacle = Obstacle::waiting;
    }

    const Case& of_;
    const engine::Evaluation& e_;
    std::vector<Truth> reach_;
    Trace& trace_;
    std::map<std::string, Place> known_;
};

}  // namespace

void explain(const Case& of, Trace& trace) { Why(of, trace).run(); }

}  // namespace samenloop::tracing
