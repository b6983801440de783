#include "tracing/plan.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "detect/authority.hpp"
#include "detect/sequence.hpp"
#include "engine/flows.hpp"
#include "engine/reach.hpp"
#include "engine/timeline.hpp"
#include "model/wording.hpp"

namespace samenloop::tracing {
namespace {

using Place = std::uint32_t;
constexpr std::int32_t days_in_month = 31;

std::int32_t in_days(const Duration& d) { return d.months * days_in_month + d.days; }

class Planner {
  public:
    Planner(const Case& of, Trace& trace)
        : of_(of), levers_(first_way(trace)), worlds_(of.with(levers_)), e_(worlds_.practice), trace_(trace) {}

    void run() {
        const bool stuck = reached(e_, worlds_.law, trace_.goal) == Truth::no;
        for (const auto& lever : levers_) add_lever(lever);
        for (const auto o : outcomes_of(of_.base(), trace_.goal)) add_outcome(o);
        for (const auto s : schemes_of(of_.base(), trace_.goal)) add_scheme(s);
        for (auto& s : trace_.plan) s.stuck = stuck && !trace_.goal.in_hand;
        schedule();
        order();
        trace_.unaided = first_in_hand(of_.practice(), of_.law());
        if (!stuck) find_earliest();
    }

  private:
    Place push(PlanStep step) {
        trace_.plan.push_back(std::move(step));
        return static_cast<Place>(trace_.plan.size() - 1);
    }

    /// The way out comes first: all else may wait for it.
    void add_lever(const Lever& lever) {
        const auto& base = of_.base();
        PlanStep s;
        s.about =
            lever.rule != none ? "rule:" + base.rules[lever.rule].id : "outcome:" + base.outcomes[lever.outcome].id;
        s.text = lever.text;
        s.organisation = lever.organisation;
        s.days = term_of(lever);
        const auto place = push(std::move(s));
        first_.push_back(place);
        if (lever.outcome != none) of_outcome_[lever.outcome] = {place};
    }

    std::int32_t term_of(const Lever& lever) const {
        if (lever.rule == none) return term_of_outcome(lever.outcome);
        for (const auto& x : of_.base().rules[lever.rule].effects)
            if (x.within) return in_days(*x.within);
        return 0;
    }

    /// The shortest term within which somebody must make it so.
    std::int32_t term_of_outcome(Index o) const {
        std::optional<std::int32_t> best;
        for (const auto& duty : engine::achieving(of_.law(), EffectKind::obligation)) {
            const auto* x = e_.program->effect(duty.argument);
            if (duty.outcome == o && x->within && (!best || in_days(*x->within) < *best)) best = in_days(*x->within);
        }
        return best.value_or(0);
    }

    bool is_there(Index o) const {
        const auto& holds = of_.base().outcomes[o].holds;
        return holds && evaluate(*holds, {e_.values, {}}).truth() == Truth::yes;
    }

    /// What it needs first, then itself; the steps after which it is there.
    std::vector<Place> add_outcome(Index o) {
        if (const auto at = of_outcome_.find(o); at != of_outcome_.end()) return at->second;
        of_outcome_[o] = {};
        if (is_there(o)) return {};
        std::vector<Place> after;
        for (const auto p : detect::before(e_, o))
            for (const auto s : add_outcome(p)) after.push_back(s);
        const auto& outcome = of_.base().outcomes[o];
        if (outcome.scheme != none) return of_outcome_[o] = add_scheme_after(outcome.scheme, std::move(after));
        PlanStep s;
        s.about = "outcome:" + outcome.id;
        s.text = outcome.title;
        s.organisation = detect::provider(e_, o);
        s.days = term_of_outcome(o);
        s.after = after.empty() ? first_ : after;
        return of_outcome_[o] = {push(std::move(s))};
    }

    void add_scheme(Index s) {
        const auto granted = e_.values[of_.base().schemes[s].granted].truth();
        const bool of_outcome =
            std::ranges::any_of(of_outcome_, [&](const auto& o) { return of_.base().outcomes[o.first].scheme == s; });
        if (granted != Truth::no && !of_outcome) add_scheme_after(s, {});
    }

    std::vector<Place> add_scheme_after(Index scheme, std::vector<Place> after) {
        const auto& base = of_.base();
        if (e_.values[base.schemes[scheme].granted].truth() == Truth::no) return after;
        PlanStep s;
        s.about = "scheme:" + base.schemes[scheme].id;
        s.text = (base.schemes[scheme].on_application ? Text{"aanvraag: ", "application: "} : model::plain("")) +
                 base.schemes[scheme].title;
        if (!base.schemes[scheme].executor.empty()) s.organisation = e_.organisation(base.schemes[scheme].executor);
        fill(scheme, s);
        s.after = after.empty() ? first_ : std::move(after);
        return {push(std::move(s))};
    }

    void fill(Index scheme, PlanStep& s) const {
        const auto& base = of_.base();
        const auto who = engine::kind_of(s.organisation);
        for (engine::ArgumentId a = 0; a < e_.program->arguments.size(); ++a) {
            const auto* x = e_.program->effect(a);
            if (x == nullptr || x->scheme != scheme || e_.accepted(a) == Truth::no) continue;
            const bool known = x->kind == EffectKind::asks_citizen || x->kind == EffectKind::requires_data
                                   ? engine::keeps(base, x->item, who) || engine::at_hand(e_, x->item, who) != nullptr
                                   : false;
            if (known) add(s.reused, x->item);
            else if (x->kind == EffectKind::asks_citizen) add(s.proofs, x->item);
        }
        const auto& from = base.schemes[scheme].paid_from;
        if (!from) return;
        const auto day = evaluate(*from, {e_.values, {}});
        if (const auto* d = day.get<Date>()) {
            s.deadline = *d;
            s.days = std::max(0, d->days() - of_.situation().date.days());
        }
    }

    static void add(std::vector<Slot>& all, Slot s) {
        if (std::ranges::find(all, s) == all.end()) all.push_back(s);
    }

    /// Steps stand after those they wait for, so one pass each way will do.
    void schedule() {
        auto& plan = trace_.plan;
        std::int32_t end = 0;
        for (auto& s : plan) {
            for (const auto p : s.after) s.start = std::max(s.start, plan[p].start + plan[p].days);
            // A day of payment is counted from today, whatever came before it.
            if (s.deadline) s.days = std::max(0, s.days - s.start);
            end = std::max(end, s.start + s.days);
        }
        std::vector<std::int32_t> latest(plan.size(), end);
        for (std::size_t i = plan.size(); i-- > 0;) {
            plan[i].slack = latest[i] - plan[i].start - plan[i].days;
            for (const auto p : plan[i].after) latest[p] = std::min(latest[p], latest[i] - plan[i].days);
        }
    }

    /// By day; what was found first comes first.
    void order() {
        auto& plan = trace_.plan;
        std::vector<Place> by_day(plan.size());
        for (Place p = 0; p < plan.size(); ++p) by_day[p] = p;
        std::ranges::stable_sort(by_day, {}, [&](Place p) { return plan[p].start; });
        std::vector<Place> now(plan.size());
        for (Place p = 0; p < by_day.size(); ++p) now[by_day[p]] = p;
        std::vector<PlanStep> sorted;
        for (const auto p : by_day) {
            sorted.push_back(std::move(plan[p]));
            for (auto& q : sorted.back().after) q = now[q];
        }
        plan = std::move(sorted);
    }

    /// The longest chain of terms, and not before the timeline has it in hand.
    void find_earliest() {
        const auto first = first_in_hand(e_, worlds_.law);
        if (!first) return;
        std::int32_t days = 0;
        for (const auto& s : trace_.plan)
            if (!s.deadline) days = std::max(days, s.start + s.days);
        trace_.earliest = std::max(*first, Date::from_days(of_.situation().date.days() + days));
    }

    /// The first day from today on which the timeline has it paid.
    std::optional<Date> first_in_hand(const engine::Evaluation& now, const engine::Evaluation& law) const {
        const auto today = of_.situation().date;
        auto goal = trace_.goal;
        goal.in_hand = false;  // as of each day, and not of how long the wait is
        const auto in_hand = [&](const engine::Evaluation& e, const engine::Evaluation& beside) {
            return reached(e, beside, goal, detect::Payment::in_hand) != Truth::no;
        };
        if (in_hand(now, law)) return today;
        auto days = engine::window(now, of_.situation(), of_.calendar());
        if (!days) return std::nullopt;
        days->from = today;
        for (const auto& span : engine::timeline(now, of_.situation(), of_.calendar(), *days).spans)
            if (in_hand(span.state, span.state)) return span.from;
        return std::nullopt;
    }

    const Case& of_;
    std::vector<Lever> levers_;
    Worlds worlds_;
    const engine::Evaluation& e_;
    Trace& trace_;
    std::vector<Place> first_;
    std::map<Index, std::vector<Place>> of_outcome_;
};

}  // namespace

std::vector<Lever> first_way(const Trace& trace) {
    std::vector<Lever> levers;
    if (trace.reached != Truth::yes && !trace.fixes.empty())
        for (const auto l : trace.fixes.front().levers) levers.push_back(trace.levers[l]);
    return levers;
}

void plan_steps(const Case& of, Trace& trace) { Planner(of, trace).run(); }

}  // namespace samenloop::tracing
