// Before against after, situation by situation and day by day: findings are matched, and what is the same on several
// days is told once.

#include "samenloop/compare.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "comparison/borders.hpp"
#include "comparison/burden.hpp"
#include "comparison/causes.hpp"
#include "comparison/excess.hpp"
#include "comparison/matching.hpp"
#include "comparison/needs.hpp"
#include "comparison/touched.hpp"
#include "comparison/transition.hpp"
#include "detect/outlook.hpp"
#include "engine/disposable.hpp"
#include "feel/number.hpp"
#include "model/days.hpp"
#include "samenloop/read.hpp"

namespace samenloop::comparison {
namespace {

Value left_to_spend(const engine::Evaluation& e) { return feel::number::divide(engine::disposable(e), Decimal(12)); }

Burden operator+(const Burden& a, const Burden& b) {
    return {a.decisions + b.decisions, a.proofs + b.proofs, a.organisations + b.organisations, a.data + b.data};
}

class Comparing {
  public:
    Comparing(Comparison& c, const Sources& sources)
        : c_(c), laws_(sources, c.before, c.proposal, c.after(), c.situations) {}

    Diagnostics run(bool everything) {
        for (std::size_t s = 0; s < c_.situations.size(); ++s) {
            c_.looked_at.push_back(days_for(s));
            look(s, c_.looked_at.back(), everything);
        }
        std::ranges::stable_sort(c_.differences, [](const Difference& a, const Difference& b) {
            return std::tuple(a.baseline, -finding_of(a).severity, a.situation) <
                   std::tuple(b.baseline, -finding_of(b).severity, b.situation);
        });
        if (problems_.empty()) find_borders(c_, laws_, reached_);
        return std::move(problems_);
    }

  private:
    /// The day asked for, else the situation's own, but not before the entry into force; and what comes later.
    std::vector<Date> days_for(std::size_t s) const {
        std::vector<Date> days{c_.own_days ? std::max(c_.situations[s].date, c_.day) : c_.day};
        for (const auto& day : c_.days)
            if (day > days.front()) days.push_back(day);
        if (c_.until) add_days_ahead(s, days);
        return days;
    }

    /// Those up to the last day on which an answer becomes another one, before or after the proposal.
    void add_days_ahead(std::size_t s, std::vector<Date>& days) const {
        const auto first = days.front();
        for (const auto* calendar : {&laws_.calendar_before(), &laws_.calendar_after()}) {
            const auto& rules = calendar->base();
            auto there = laws_.situation(rules, s, first);
            if (!there || *c_.until <= first) continue;
            const auto ahead = detect::looked_ahead(rules, std::move(*there), *c_.until);
            const auto e = engine::evaluate(calendar->on(first), ahead, engine::World::law);
            for (const auto day : detect::days_of_another_answer(e, ahead, *calendar, *c_.until)) days.push_back(day);
        }
        std::erase_if(days, [&](Date day) { return day > std::max(first, *c_.until); });
        std::ranges::sort(days);
        days.erase(std::unique(days.begin(), days.end()), days.end());
    }

    const Touched& touched(Date day) {
        auto& known = touched_[day];
        if (!known) known.emplace(c_.before, c_.amended, day);
        return *known;
    }

    void look(std::size_t s, const std::vector<Date>& days, bool everything) {
        std::vector<Date> reached;
        for (const auto& day : days)
            if (laws_.modifications() > 0 &&
                (everything || touched(day).touches(model::on_day(c_.before, c_.situations[s], day)) ||
                 laws_.level_falls(s, day)))
                reached.push_back(day);
        if (reached.empty()) return c_.untouched.push_back(s);
        reached_.push_back({s, reached.front()});
        if (auto again = read_situation(c_.situations[s].source, c_.amended.rules); !again) {
            problems_.insert(problems_.end(), again.error().begin(), again.error().end());
            return;
        }
        const auto first = c_.differences.size();
        for (const auto& day : reached) {
            differences(s, day, first, day == days.front());
            people(s, day, day == days.front());
        }
        for (auto i = first; i < c_.differences.size(); ++i)
            if (auto& d = c_.differences[i]; d.baseline != Baseline::unchanged) d.causes = causes_of(laws_, d);
    }

    /// What is unchanged counts on the first day only.
    void differences(std::size_t s, Date day, std::size_t first, bool unchanged_too) {
        if (!unchanged_too && !is_news(s, day, first)) return;
        laws_.look_at_both(s, day);
        const auto& before = *laws_.report(laws_.none(), s, day);
        const auto& after = *laws_.report(laws_.all(), s, day);
        samenloop::add(c_.judgement, before.judgement);
        samenloop::add(c_.judgement, after.judgement);
        for (auto& d : known_only(
                 match(c_.before, before.findings, c_.after(), after.findings), before.judgement, after.judgement)) {
            if (d.baseline == Baseline::unchanged && !unchanged_too) continue;
            d.situation = s;
            const auto known = known_from(first, d, day);
            auto& one = known == c_.differences.end() ? c_.differences.emplace_back(std::move(d)) : *known;
            one.days.push_back(day);
        }
    }

    /// The difference of an earlier day that this is once more.
    std::vector<Difference>::iterator known_from(std::size_t first, const Difference& d, Date day) {
        return std::find_if(c_.differences.begin() + static_cast<std::ptrdiff_t>(first), c_.differences.end(),
                            [&](const Difference& other) {
                                if (!c_.until) return same(other, d);
                                return other.days.back() != day && goes_on(other, d);
                            });
    }

    /// Is anything different on a day ahead that was not on one before it?  What is the same is noted of this day, too.
    bool is_news(std::size_t s, Date day, std::size_t first) {
        const auto [before, after] = laws_.in_short(s, day);
        std::vector<Difference*> again;
        for (const auto& d : known_only(
                 match(c_.before, before.findings, c_.after(), after.findings), before.judgement, after.judgement)) {
            if (d.baseline == Baseline::unchanged) continue;
            const auto known = known_from(first, d, day);
            if (known == c_.differences.end() || std::ranges::find(again, &*known) != again.end()) return true;
            again.push_back(&*known);
        }
        for (auto* d : again) d->days.push_back(day);
        samenloop::add(c_.judgement, before.judgement);
        samenloop::add(c_.judgement, after.judgement);
        return false;
    }

    void people(std::size_t s, Date day, bool count) {
        const auto look_at = [&](const Calendar& law) {
            const auto there = laws_.situation(law.base(), s, day);
            const auto e = engine::evaluate(law.on(day), *there, engine::World::practice);
            return std::pair(left_to_spend(e), burden_of(e));
        };
        const auto [before, tasks_before] = look_at(laws_.calendar_before());
        const auto [after, tasks_after] = look_at(laws_.calendar_after());
        if (is_another_gain(s, before, after)) c_.households.push_back({s, day, before, after});
        if (!count) return;
        c_.burden_before = c_.burden_before + tasks_before;
        c_.burden_after = c_.burden_after + tasks_after;
    }

    /// Who looks ahead is told of each change of what the proposal brings, and not of each change.
    bool is_another_gain(std::size_t s, const Value& before, const Value& after) const {
        const bool known = !c_.households.empty() && c_.households.back().situation == s;
        if (!c_.until || !known) return !(before == after);
        const auto gain = [](const Value& a, const Value& b) { return feel::number::subtract(b, a); };
        const auto& last = c_.households.back();
        return !(gain(before, after) == gain(last.before, last.after));
    }

    Comparison& c_;
    AmendmentCache laws_;
    std::map<Date, std::optional<Touched>> touched_;
    std::vector<SituationDay> reached_;
    Diagnostics problems_;
};

}  // namespace

}  // namespace samenloop::comparison

namespace samenloop {

Result<Comparison> compare(const Sources& sources, const RuleBase& before, const Proposal& proposal,
                           std::span<const Situation> situations, const CompareOptions& options) {
    auto amended = amend(sources, proposal);
    if (!amended) return tl::unexpected(std::move(amended.error()));
    Comparison c;
    c.proposal = proposal;
    c.day = options.date.value_or(proposal.in_force);
    c.own_days = !options.date;
    c.before = before;
    c.amended = std::move(*amended);
    if (options.carry_amounts) {
        carry_amounts_forward(c.before);
        carry_amounts_forward(c.amended.rules);
    }
    c.until = options.until;
    c.days = options.date && !options.until ? std::vector{c.day} : comparison::days_around(c.before, c.amended, c.day);
    c.situations.assign(situations.begin(), situations.end());
    if (auto problems = comparison::Comparing(c, sources).run(options.everything); !problems.empty())
        return tl::unexpected(std::move(problems));
    // What the one law does not read the other may.
    std::erase_if(c.judgement.notices, [](const Notice& n) { return n.kind == NoticeKind::unused; });
    comparison::find_needs(c);
    comparison::find_excess(c);
    c.counts_before = comparison::counts_of(c.before);
    c.counts_after = comparison::counts_of(c.after());
    return c;
}

}  // namespace samenloop
