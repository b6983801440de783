#include "tracing/ahead.hpp"

#include <algorithm>
#include <set>

#include "detect/outlook.hpp"
#include "model/days.hpp"
#include "tracing/goal.hpp"
#include "tracing/plan.hpp"

namespace samenloop::tracing {
namespace {

/// The goal as it is asked for anew on another day.
TraceGoal plain(const TraceGoal& goal) { return {goal.kind, goal.index}; }

Truth reached_in(const Case& of, const TraceGoal& goal) {
    if (goal.kind == GoalKind::need && detect::is_active(of.practice(), goal.index) == Truth::no) return Truth::yes;
    return reached(of.practice(), of.law(), sought(of.practice(), of.law(), plain(goal)));
}

/// Some goals through the days.
class Ahead {
  public:
    Ahead(std::vector<Trace>& traces, bool every_need, TraceIt trace_it)
        : traces_(traces), every_need_(every_need), trace_it_(trace_it) {
        for (const auto& t : traces_) {
            answers_.push_back(t.reached);
            if (t.goal.kind == GoalKind::need) known_.insert(t.goal.index);
        }
    }

    void see(const Case& there) {
        for (std::size_t i = 0; i < answers_.size(); ++i) {
            const auto now = reached_in(there, traces_[i].goal);
            if (now == answers_[i]) continue;
            answers_[i] = now;
            GoalChange change{there.situation().date, now, {}};
            if (now == Truth::no) change.step = first_way(trace_it_(there, plain(traces_[i].goal)));
            traces_[i].ahead.push_back(std::move(change));
        }
        if (every_need_) lost_needs(there);
    }

  private:
    void lost_needs(const Case& there) {
        for (Index n = 0; n < there.base().needs.size(); ++n) {
            const TraceGoal need{GoalKind::need, n};
            if (known_.contains(n) || reached_in(there, need) != Truth::no) continue;
            known_.insert(n);
            traces_.push_back(trace_it_(there, need));
            traces_.back().later = true;
            answers_.push_back(Truth::no);
        }
    }

    std::vector<Trace>& traces_;
    bool every_need_;
    TraceIt trace_it_;
    std::vector<Truth> answers_;  // of each trace, on the last day that was seen
    std::set<Index> known_;       // needs that are traced
};

}  // namespace

void look_ahead(const Case& now, Date until, bool every_need, std::vector<Trace>& traces, TraceIt trace_it) {
    const auto ahead = detect::looked_ahead(now.base(), now.situation(), until);
    Ahead goals(traces, every_need, trace_it);
    for (const auto day : detect::days_of_another_answer(now.law(), ahead, now.calendar(), until)) {
        const auto then = model::on_day(now.base(), ahead, day);
        goals.see(Case(now, then));
    }
}

}  // namespace samenloop::tracing
