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

#include "compare/excess.hpp"
#include "compare/matching.hpp"
#include "compare/needs.hpp"
#include "compare/touched.hpp"
#include "evaluate/disposable.hpp"
#include "feel/number.hpp"
#include "model/days.hpp"
#include "samenloop/read.hpp"

namespace samenloop {
namespace {

/// Modifications that count.
using Part = std::vector<bool>;

/// The law with a part of the proposal, and what is found there.
class Laws {
  public:
    Laws(const Sources& sources, const RuleBase& before, const Proposal& proposal,
         std::span<const Situation> situations, std::optional<Date> day)
        : sources_(sources), before_(before), proposal_(proposal), situations_(situations), day_(day) {}

    /// The day asked for, else the situation's own, but not before the entry into force.
    Date day_of(std::size_t s) const { return day_.value_or(std::max(situations_[s].date, proposal_.in_force)); }

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
    std::optional<Situation> situation(const RuleBase& rules, std::size_t s) const {
        if (&rules == &before_) return on_day(rules, situations_[s], day_of(s));
        auto again = read_situation(situations_[s].source, rules);
        return again ? std::optional(on_day(rules, std::move(*again), day_of(s))) : std::nullopt;
    }

    const Report* report(const Part& part, std::size_t s) {
        const auto* rules = with(part);
        if (rules == nullptr) return nullptr;
        auto [at, is_new] = reports_.try_emplace({part, s});
        if (is_new)
            if (const auto there = situation(*rules, s)) at->second = check(*rules, *there);
        return at->second ? &*at->second : nullptr;
    }

    std::size_t size() const { return proposal_.modifications.size(); }

  private:
    const Sources& sources_;
    const RuleBase& before_;
    const Proposal& proposal_;
    std::span<const Situation> situations_;
    std::optional<Date> day_;
    std::map<Part, std::optional<RuleBase>> amended_;
    std::map<std::pair<Part, std::size_t>, std::optional<Report>> reports_;
};

Part part_of(std::size_t size, const std::vector<std::size_t>& modifications) {
    Part part(size, false);
    for (const auto m : modifications) part[m] = true;
    return part;
}

/// Is the difference there with this part of the proposal?
bool still_there(Laws& laws, const Part& part, const Difference& d) {
    const auto* report = laws.report(part, d.situation);
    if (report == nullptr) return false;
    const auto* nothing = laws.report(Part(laws.size(), false), d.situation);
    const auto found =
        match(*laws.with(Part(laws.size(), false)), nothing->findings, *laws.with(part), report->findings);
    return std::ranges::any_of(found, [&](const Difference& other) {
        if (other.baseline != d.baseline) return false;
        if (d.baseline == Baseline::resolved) return other.before->id == d.before->id;
        return other.after->id == d.after->id && same_to_reader(*other.after, *d.after);
    });
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

Value left_to_spend(const RuleBase& rules, const Situation& situation) {
    const auto program = compile(rules, situation.date);
    return number::divide(disposable(evaluate(program, situation, World::practice)), Decimal(12));
}

int severity_of(const Difference& d) { return d.after ? d.after->severity : d.before->severity; }

class Comparing {
  public:
    Comparing(Comparison& c, const Sources& sources, std::optional<Date> day)
        : c_(c), laws_(sources, c.before, c.proposal, c.situations, day), whole_(laws_.size(), true) {}

    Diagnostics run(bool everything) {
        const Touched touched(c_.before, c_.amended, c_.day);
        for (std::size_t s = 0; s < c_.situations.size(); ++s) {
            if (whole_.empty() ||
                (!everything && !touched.touches(on_day(c_.before, c_.situations[s], laws_.day_of(s)))))
                c_.untouched.push_back(s);
            else look(s);
        }
        std::ranges::stable_sort(c_.differences, [](const Difference& a, const Difference& b) {
            return std::tuple(a.baseline, -severity_of(a), a.situation) <
                   std::tuple(b.baseline, -severity_of(b), b.situation);
        });
        return std::move(problems_);
    }

  private:
    void look(std::size_t s) {
        if (auto again = read_situation(c_.situations[s].source, c_.amended.rules); !again) {
            problems_.insert(problems_.end(), again.error().begin(), again.error().end());
            return;
        }
        const auto* before = laws_.report(Part(laws_.size(), false), s);
        const auto* after = laws_.report(whole_, s);
        for (auto& d : match(c_.before, before->findings, *laws_.with(whole_), after->findings)) {
            d.situation = s;
            if (d.baseline != Baseline::unchanged) d.causes = causes_of(laws_, d);
            c_.differences.push_back(std::move(d));
        }
        Household h{s, left_to_spend(c_.before, *laws_.situation(c_.before, s)),
                    left_to_spend(*laws_.with(whole_), *laws_.situation(*laws_.with(whole_), s))};
        if (!(h.before == h.after)) c_.households.push_back(std::move(h));
    }

    Comparison& c_;
    Laws laws_;
    Part whole_;
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
    c.before = before;
    c.amended = std::move(*amended);
    c.situations.assign(situations.begin(), situations.end());
    if (auto problems = Comparing(c, sources, options.date).run(options.everything); !problems.empty())
        return tl::unexpected(std::move(problems));
    find_needs(c);
    find_excess(c);
    c.counts_before = counts_of(c.before);
    c.counts_after = counts_of(c.after());
    return c;
}

}  // namespace samenloop
