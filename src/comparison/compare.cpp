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
        for (std::size_t s = 0; s < c_.situations.size(); ++s) look(s, days_for(s), everything);
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
        return days;
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
        laws_.look_at_both(s, day);
        const auto& before = *laws_.report(laws_.none(), s, day);
        const auto& after = *laws_.report(laws_.all(), s, day);
        samenloop::add(c_.judgement, before.judgement);
        samenloop::add(c_.judgement, after.judgement);
        for (auto& d : known_only(
                 match(c_.before, before.findings, c_.after(), after.findings), before.judgement, after.judgement)) {
            if (d.baseline == Baseline::unchanged && !unchanged_too) continue;
            d.situation = s;
            const auto known =
                std::find_if(c_.differences.begin() + static_cast<std::ptrdiff_t>(first), c_.differences.end(),
                             [&](const Difference& other) { return same(other, d); });
            auto& one = known == c_.differences.end() ? c_.differences.emplace_back(std::move(d)) : *known;
            one.days.push_back(day);
        }
    }

    void people(std::size_t s, Date day, bool count) {
        const auto look_at = [&](const RuleBase& rules) {
            const auto program = engine::compile(rules, day);
            const auto e = engine::evaluate(program, *laws_.situation(rules, s, day), engine::World::practice);
            return std::pair(left_to_spend(e), burden_of(e));
        };
        const auto [before, tasks_before] = look_at(c_.before);
        const auto [after, tasks_after] = look_at(c_.after());
        if (!(before == after)) c_.households.push_back({s, day, before, after});
        if (!count) return;
        c_.burden_before = c_.burden_before + tasks_before;
        c_.burden_after = c_.burden_after + tasks_after;
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
    c.days = options.date ? std::vector{c.day} : comparison::days_around(c.before, c.amended, c.day);
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
