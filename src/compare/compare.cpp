// Before against after, situation by situation; and for each difference the modifications that it needs.
//
// The causes are found by taking modifications out: as long as the difference is still there without some, those are
// not needed; what is left needs each one (a minimal subset, as definitions 10.9 makes rules minimal).  What a proposal
// is like in part is worked out once for each part and situation.

#include "samenloop/compare.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "compare/burden.hpp"
#include "compare/excess.hpp"
#include "compare/matching.hpp"
#include "compare/needs.hpp"
#include "compare/touched.hpp"
#include "compare/transition.hpp"
#include "evaluate/disposable.hpp"
#include "feel/number.hpp"
#include "model/days.hpp"
#include "samenloop/read.hpp"

namespace samenloop {
namespace {

constexpr std::size_t parts_kept = 64;

/// Modifications that count.
using Part = std::vector<bool>;

/// The law with a part of the proposal, and what is found there.
class Laws {
  public:
    Laws(const Sources& sources, const RuleBase& before, const Proposal& proposal,
         std::span<const Situation> situations)
        : sources_(sources), before_(before), proposal_(proposal), situations_(situations) {}

    /// Null when this part alone cannot be made: it leaves something dangling.
    const RuleBase* with(const Part& part) {
        if (std::ranges::none_of(part, [](bool b) { return b; })) return &before_;
        auto [at, is_new] = amended_.try_emplace(part);
        if (is_new) {
            auto some = proposal_;
            some.modifications.clear();
            for (std::size_t i = 0; i < part.size(); ++i)
                if (part[i]) some.modifications.push_back(proposal_.modifications[i]);
            if (auto made = amend(sources_, some)) at->second = std::move(made->rules);
        }
        return at->second ? &*at->second : nullptr;
    }

    /// The situation on the day, read against that law; nothing when it does not fit it.
    std::optional<Situation> situation(const RuleBase& rules, std::size_t s, Date day) const {
        if (&rules == &before_) return on_day(rules, situations_[s], day);
        auto again = read_situation(situations_[s].source, rules);
        return again ? std::optional(on_day(rules, std::move(*again), day)) : std::nullopt;
    }

    const Report* report(const Part& part, std::size_t s, Date day) {
        const auto* rules = with(part);
        if (rules == nullptr) return nullptr;
        auto [at, is_new] = reports_.try_emplace({part, s, day});
        if (is_new)
            if (const auto there = situation(*rules, s, day)) at->second = check(*rules, *there);
        return at->second ? &*at->second : nullptr;
    }

    /// Between questions: a proposal of many modifications has more parts than fit in memory.
    void forget_some() {
        if (amended_.size() <= parts_kept) return;
        amended_.clear();
        reports_.clear();
    }

    std::size_t size() const { return proposal_.modifications.size(); }

  private:
    const Sources& sources_;
    const RuleBase& before_;
    const Proposal& proposal_;
    std::span<const Situation> situations_;
    std::map<Part, std::optional<RuleBase>> amended_;
    std::map<std::tuple<Part, std::size_t, Date>, std::optional<Report>> reports_;
};

Part part_of(std::size_t size, const std::vector<std::size_t>& modifications) {
    Part part(size, false);
    for (const auto m : modifications) part[m] = true;
    return part;
}

/// The same of the same finding, as far as a reader sees.
bool same(const Difference& a, const Difference& b) {
    if (a.baseline != b.baseline) return false;
    if (a.baseline == Baseline::resolved) return a.before->id == b.before->id;
    return a.after->id == b.after->id && same_to_reader(*a.after, *b.after);
}

/// Is the difference there with this part of the proposal?
bool still_there(Laws& laws, const Part& part, const Difference& d) {
    laws.forget_some();
    const auto* report = laws.report(part, d.situation, d.days.front());
    if (report == nullptr) return false;
    const Part nothing(laws.size(), false);
    const auto found = match(*laws.with(nothing), laws.report(nothing, d.situation, d.days.front())->findings,
                             *laws.with(part), report->findings);
    return std::ranges::any_of(found, [&](const Difference& other) { return same(other, d); });
}

std::vector<std::size_t> causes_of(Laws& laws, const Difference& d) {
    std::vector<std::size_t> causes(laws.size());
    std::iota(causes.begin(), causes.end(), std::size_t{0});
    // Half at a time first, then a quarter, and so on: most modifications have nothing to do with it.  One by one they
    // are tried again after each that goes, as what it left dangling may go with it now.
    for (auto size = std::max<std::size_t>(causes.size() / 2, 1); size > 0;) {
        bool gone = false;
        for (std::size_t at = 0; at < causes.size();) {
            auto fewer = causes;
            const auto first = fewer.begin() + static_cast<std::ptrdiff_t>(at);
            fewer.erase(first, first + static_cast<std::ptrdiff_t>(std::min(size, causes.size() - at)));
            if (still_there(laws, part_of(laws.size(), fewer), d)) {
                causes = std::move(fewer);
                gone = true;
            } else {
                at += size;
            }
        }
        if (size > 1 || !gone) size /= 2;
    }
    return causes;
}

int severity_of(const Difference& d) { return d.after ? d.after->severity : d.before->severity; }

Value left_to_spend(const Evaluation& e) { return number::divide(disposable(e), Decimal(12)); }

Burden operator+(const Burden& a, const Burden& b) {
    return {a.decisions + b.decisions, a.proofs + b.proofs, a.organisations + b.organisations, a.data + b.data};
}

class Comparing {
  public:
    Comparing(Comparison& c, const Sources& sources)
        : c_(c), laws_(sources, c.before, c.proposal, c.situations), whole_(laws_.size(), true) {}

    Diagnostics run(bool everything) {
        for (std::size_t s = 0; s < c_.situations.size(); ++s) look(s, days_for(s), everything);
        std::ranges::stable_sort(c_.differences, [](const Difference& a, const Difference& b) {
            return std::tuple(a.baseline, -severity_of(a), a.situation) <
                   std::tuple(b.baseline, -severity_of(b), b.situation);
        });
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
            if (!whole_.empty() && (everything || touched(day).touches(on_day(c_.before, c_.situations[s], day))))
                reached.push_back(day);
        if (reached.empty()) return c_.untouched.push_back(s);
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
        const auto& before = laws_.report(Part(laws_.size(), false), s, day)->findings;
        const auto& after = laws_.report(whole_, s, day)->findings;
        for (auto& d : match(c_.before, before, *laws_.with(whole_), after)) {
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
            const auto program = compile(rules, day);
            const auto e = evaluate(program, *laws_.situation(rules, s, day), World::practice);
            return std::pair(left_to_spend(e), burden_of(e));
        };
        const auto [before, tasks_before] = look_at(c_.before);
        const auto [after, tasks_after] = look_at(*laws_.with(whole_));
        if (!(before == after)) c_.households.push_back({s, day, before, after});
        if (!count) return;
        c_.burden_before = c_.burden_before + tasks_before;
        c_.burden_after = c_.burden_after + tasks_after;
    }

    Comparison& c_;
    Laws laws_;
    Part whole_;
    std::map<Date, std::optional<Touched>> touched_;
    Diagnostics problems_;
};

}  // namespace

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
    c.days = options.date ? std::vector{c.day} : days_around(c.before, c.amended, c.day);
    c.situations.assign(situations.begin(), situations.end());
    if (auto problems = Comparing(c, sources).run(options.everything); !problems.empty())
        return tl::unexpected(std::move(problems));
    find_needs(c);
    find_excess(c);
    c.counts_before = counts_of(c.before);
    c.counts_after = counts_of(c.after());
    return c;
}

}  // namespace samenloop
