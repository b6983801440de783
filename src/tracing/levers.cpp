#include "tracing/levers.hpp"

#include <algorithm>

#include "detect/authority.hpp"
#include "detect/blocking_rules.hpp"
#include "engine/reach.hpp"
#include "feel/rewrite.hpp"
#include "model/wording.hpp"
#include "tracing/belonging.hpp"
#include "tracing/condition.hpp"
#include "tracing/scope.hpp"

namespace samenloop::tracing {
namespace {

bool in_force(const engine::Evaluation& e, Index r) { return e.program->in_force[r] && !e.out[r]; }

std::string actor_of(const engine::Evaluation& e, Index r) {
    for (const auto a : e.program->arguments_of_rule[r])
        if (!e.labels[a].empty()) return e.actor(a, 0);
    return e.organisation(e.rule(r).actor);
}

/// Which rule of the law pushes this practice aside, by the conflicts it loses.
Text pushed_aside(const Case& of, Index r) {
    const auto& law = of.law();
    for (const auto& object : law.program->objects)
        for (const auto& c : object.conflicts) {
            if (c.winner == engine::Winner::nobody) continue;
            const auto loser = c.winner == engine::Winner::first ? c.second : c.first;
            const auto winner = c.winner == engine::Winner::first ? c.first : c.second;
            const auto by = law.program->arguments[winner].rule;
            if (law.program->arguments[loser].rule == r && law.effective(by) == Truth::yes)
                return Text{"de wet gaat voor: ", "the law comes first: "} + model::cite(of.base(), by);
        }
    return {"geen wettelijke regel draagt deze praktijk", "no rule of law carries this practice"};
}

class ForPerson {
  public:
    ForPerson(const Case& of, const TraceGoal& goal) : of_(of), goal_(goal), scope_(of.practice(), goal) {}

    std::vector<Lever> collect() {
        for (Index r = 0; r < of_.base().rules.size(); ++r) {
            if (!in_force(of_.practice(), r)) continue;
            use(r);
            stop(r);
        }
        for (Index o = 0; o < of_.base().outcomes.size(); ++o) make(o);
        return std::move(all_);
    }

  private:
    void add(Lever lever) { all_.push_back(std::move(lever)); }

    void use(Index r) {
        const auto& e = of_.practice();
        const auto& rule = e.rule(r);
        const bool offered = (rule.on_request && e.applies(r) != Truth::yes) || rule.discretion == Discretion::may;
        if (!offered || engine::vary(e, {{}, {r}, {}, {}}).applies(r) == Truth::no) return;
        const auto who = actor_of(e, r);
        const bool asked = rule.on_request;
        add({LeverKind::use_rule,
             r,
             none,
             none,
             0,
             none,
             none,
             who,
             rule.title,
             {},
             (rule.discretion == Discretion::may ? Text{"mag: ", "may: "}
              : asked                            ? Text{"moet, op verzoek: ", "must, on request: "}
                                                 : Text{"moet: ", "must: "}) +
                 model::cite(of_.base(), r)});
    }

    void stop(Index r) {
        const auto& e = of_.practice();
        if (!is_practice(e.program->level(r)) || e.applies(r) == Truth::no) return;
        const auto hinders = [&](const Effect& x) {
            const bool bars =
                x.kind == EffectKind::deny || x.kind == EffectKind::requires_ || x.kind == EffectKind::prohibition ||
                x.kind == EffectKind::refer || x.kind == EffectKind::reduce;
            return bars && scope_.touches(x);
        };
        if (std::ranges::none_of(e.rule(r).effects, hinders)) return;
        add({LeverKind::stop_practice,
             r,
             none,
             none,
             0,
             none,
             none,
             actor_of(e, r),
             Text{"laat achterwege: ", "leave out: "} + e.rule(r).title,
             {},
             pushed_aside(of_, r)});
    }

    /// Not the goal itself, and not the grant of what covers it: that would be no answer.
    void make(Index o) {
        const auto& base = of_.base();
        if (!scope_.has_outcome(o) || engine::within_reach(of_.practice(), o) == Truth::yes) return;
        const auto goals = outcomes_of(base, goal_);
        const auto achieved = [&](EffectKind kind) {
            return std::ranges::any_of(
                engine::achieving(of_.law(), kind), [&](const engine::Duty& d) { return d.outcome == o; });
        };
        const bool has_duty = achieved(EffectKind::obligation) || achieved(EffectKind::permission);
        if (std::ranges::find(goals, o) != goals.end() && !has_duty) return;
        const auto who = detect::provider(of_.practice(), o);
        if (who.empty() && !has_duty) return;
        add({LeverKind::make_outcome,
             none,
             o,
             none,
             0,
             none,
             none,
             who,
             base.outcomes[o].title,
             {},
             detect::who_achieves(of_.practice(), of_.law(), o)});
    }

    const Case& of_;
    TraceGoal goal_;
    GoalScope scope_;
    std::vector<Lever> all_;
};

class ForEverybody {
  public:
    ForEverybody(const Case& of, const TraceGoal& goal) : of_(of), scope_(of.practice(), goal) {
        const auto schemes = schemes_of(of.base(), goal);
        some_tried_ = std::ranges::any_of(schemes, [&](Index s) { return detect::tried(of.practice(), s); });
        if (!some_tried_ && goal.kind == GoalKind::need) belonging_.emplace(of.practice());
        if (belonging_ && !can_come_under_some(schemes)) belonging_.reset();
    }

    std::vector<Lever> collect() {
        const auto& e = of_.practice();
        for (Index r = 0; r < of_.base().rules.size(); ++r) {
            if (!touches(r) && !spares(r)) continue;
            if (!in_force(e, r)) {
                bring_forward(r);
                continue;
            }
            if (stands_in_the_way(r)) repeal(r);
            if (helps(r)) bind(r);
            if ((helps(r) || spares(r)) && e.applies(r) != Truth::yes) drop_conditions(r);
            align(r);
        }
        give_bases();
        return std::move(all_);
    }

  private:
    Lever lever(LeverKind kind, Index r, Text text) const {
        Lever l;
        l.kind = kind;
        l.rule = r;
        l.text = std::move(text);
        l.authority = model::cite(of_.base(), r);
        return l;
    }

    bool touches(Index r) const {
        return std::ranges::any_of(of_.base().rules[r].effects, [&](const Effect& x) { return scope_.touches(x); }) ||
               wins_within(r);
    }

    /// It pushes another rule of the goal aside.
    bool wins_within(Index r) const {
        const auto& e = of_.practice();
        for (const auto a : e.program->arguments_of_rule[r]) {
            const auto& object = e.program->objects[e.program->arguments[a].object];
            for (const auto& c : object.conflicts) {
                const bool wins = (c.winner == engine::Winner::first && c.first == a) ||
                                  (c.winner == engine::Winner::second && c.second == a);
                const auto* loser = e.program->effect(c.first == a ? c.second : c.first);
                if (wins && e.accepted(a) != Truth::no && loser != nullptr && scope_.touches(*loser)) return true;
            }
        }
        return false;
    }

    bool stands_in_the_way(Index r) const {
        const auto& e = of_.practice();
        const auto bars = [&](const Effect& x) {
            if (!scope_.touches(x)) return false;
            switch (x.kind) {
            case EffectKind::deny:
            case EffectKind::reduce:
            case EffectKind::requires_:
            case EffectKind::prohibition:
            case EffectKind::requires_data:
            case EffectKind::refer: return e.applies(r) != Truth::no;
            case EffectKind::define: return scope_.has_term(x.item) && puts_off(r, x.item);
            case EffectKind::basis: return e.applies(r) != Truth::yes;
            default: return false;
            }
        };
        return std::ranges::any_of(e.rule(r).effects, bars) || (e.applies(r) != Truth::no && wins_within(r));
    }

    /// Without it the day is earlier, and still a day.
    bool puts_off(Index r, Slot day) const {
        const auto without = engine::vary(of_.practice(), {{r}, {}, {}}).values[day];
        const auto* before = of_.practice().values[day].get<Date>();
        const auto* after = without.get<Date>();
        return before != nullptr && after != nullptr && *after < *before;
    }

    bool can_come_under_some(const std::vector<Index>& schemes) const {
        return std::ranges::any_of(schemes, [&](Index s) { return belonging_->can_have(s); });
    }

    /// Where some scheme for the need is meant for this person, it is that one that should pay, and no other; where
    /// none is, one that they can come to have.
    bool helps(Index r) const {
        return std::ranges::any_of(of_.base().rules[r].effects, [&](const Effect& x) {
            if (x.kind == EffectKind::grant && some_tried_ && !detect::tried(of_.practice(), x.scheme) && !offered(r))
                return false;
            if (x.kind == EffectKind::grant && belonging_ && !belonging_->can_come_under(r)) return false;
            return scope_.touches(x) && (x.kind == EffectKind::grant || x.kind == EffectKind::basis ||
                                         x.kind == EffectKind::waive || x.kind == EffectKind::obligation);
        });
    }

    /// It would apply if it were asked for.
    bool offered(Index r) const {
        return of_.base().rules[r].on_request && engine::vary(of_.practice(), {{}, {r}, {}}).applies(r) != Truth::no;
    }

    /// An exception to a rule that stands in the way, for more than it is for now.
    bool spares(Index r) const {
        const auto& rule = of_.base().rules[r];
        return std::ranges::any_of(rule.exception_to, [&](Index x) {
            return in_force(of_.practice(), x) && touches(x) && stands_in_the_way(x);
        });
    }

    void repeal(Index r) {
        all_.push_back(lever(
            LeverKind::repeal_rule, r, Text{"schrap de regel: ", "repeal the rule: "} + of_.base().rules[r].title));
    }

    /// What is given on request, or may be given, is given.
    void bind(Index r) {
        const auto& rule = of_.base().rules[r];
        if (!rule.on_request && rule.discretion != Discretion::may) return;
        all_.push_back(lever(
            LeverKind::bind_rule, r,
            (rule.discretion == Discretion::may ? Text{"maak er een plicht van: ", "make it a duty: "}
                                                : Text{"geef het zonder verzoek: ", "give it unasked: "}) +
                rule.title));
    }

    void drop_conditions(Index r) {
        const auto& rule = of_.base().rules[r];
        if (!rule.when || rule.each) return;
        const auto parts = feel::conjuncts(*rule.when);
        for (std::size_t k = 0; k < parts.size(); ++k) {
            if (evaluate(parts[k], {of_.practice().values, {}}).truth() == Truth::yes) continue;
            if (asks_whether_it_is_there(of_.base(), parts[k])) continue;
            auto l = lever(
                LeverKind::drop_condition, r,
                Text{"laat deze voorwaarde vallen: ", "drop this condition: "} + condition_text(of_.base(), parts[k]));
            l.part = k;
            l.hinders = Text{"eist: ", "asks: "} + condition_text(of_.base(), parts[k]);
            all_.push_back(std::move(l));
        }
    }

    void bring_forward(Index r) {
        const auto& rule = of_.base().rules[r];
        const auto& begins = rule.in_force.from ? rule.in_force.from : of_.base().laws[rule.law].in_force.from;
        if (!begins || *begins <= of_.situation().date || !(helps(r) || rule.effects.empty())) return;
        auto l = lever(LeverKind::bring_forward, r,
                       Text{"laat nu al gelden wat ingaat op ", "bring forward what starts on "} +
                           model::date_words(*begins) + model::plain(": ") + rule.title);
        l.hinders = Text{"geldt pas vanaf ", "holds only from "} + model::date_words(*begins);
        all_.push_back(std::move(l));
    }

    /// The definition of the same word in another law, where it says something else here.
    void align(Index r) {
        const auto& e = of_.practice();
        for (const auto s : e.program->reads[r]) {
            const auto& item = of_.base().items[s];
            if (item.concept_ == none) continue;
            for (const auto other : of_.base().concepts[item.concept_].definitions) {
                const auto& there = of_.base().items[other];
                if (other == s || !(there.type == item.type) || e.values[other].is_unknown() ||
                    e.values[other] == e.values[s])
                    continue;
                auto l =
                    lever(LeverKind::align_definition, r,
                          Text{"lees ", "read "} + there.title + Text{" in plaats van ", " instead of "} + item.title);
                l.from = s;
                l.to = other;
                all_.push_back(std::move(l));
            }
        }
    }

    /// Of the data that the acts of the goal need.
    void give_bases() {
        const auto& base = of_.base();
        for (Index x = 0; x < base.exchanges.size(); ++x) {
            const auto& exchange = base.exchanges[x];
            if (exchange.basis != Basis::none || !exchange.in_force.contains(of_.situation().date)) continue;
            if (!is_needed(exchange.item)) continue;
            Lever l;
            l.kind = LeverKind::give_basis;
            l.exchange = x;
            l.text = Text{"geef een grondslag aan: ", "give a legal basis to: "} + base.items[exchange.item].title +
                     Text{" naar ", " to "} + model::organisation_name(base, of_.practice().organisation(exchange.to));
            l.authority = model::plain(exchange.citation);
            all_.push_back(std::move(l));
        }
    }

    bool is_needed(Slot item) const {
        const auto& e = of_.practice();
        for (Index r = 0; r < of_.base().rules.size(); ++r) {
            if (!in_force(e, r)) continue;
            for (const auto& x : of_.base().rules[r].effects)
                if (scope_.touches(x) && (std::ranges::binary_search(e.program->reads[r], item) || x.item == item))
                    return true;
        }
        return false;
    }

    const Case& of_;
    GoalScope scope_;
    bool some_tried_ = false;
    std::optional<Belonging> belonging_;  // where none is tried
    std::vector<Lever> all_;
};

}  // namespace

std::vector<Lever> levers_for_person(const Case& of, const TraceGoal& goal) { return ForPerson(of, goal).collect(); }

std::vector<Lever> levers_for_everybody(const Case& of, const TraceGoal& goal) {
    return ForEverybody(of, goal).collect();
}

}  // namespace samenloop::tracing
