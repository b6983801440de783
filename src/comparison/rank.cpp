// Every rule that a finding of severity 2 or more names is taken out, one at a time, and everything is checked again;
// then every definition of a word that such a finding is about is read in place of each other one.  Nothing is left
// out for speed: the order of the ranking is only worth something when the harm is counted as fully as the relief.

#include "samenloop/rank.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/parallel.hpp"
#include "comparison/aligned.hpp"
#include "comparison/matching.hpp"
#include "detect/check_under.hpp"
#include "engine/calendar.hpp"
#include "engine/disposable.hpp"
#include "feel/number.hpp"
#include "model/days.hpp"
#include "samenloop/check.hpp"

namespace samenloop::comparison {
namespace {

constexpr int counts_from = 2;  // severity

using NeedHere = std::pair<std::size_t, Index>;

/// Needs that are not met, of one situation.
std::set<NeedHere> open_needs(std::size_t situation, const std::vector<Finding>& findings) {
    std::set<NeedHere> all;
    for (const auto& f : findings)
        if (f.code == "VA-1" || f.code == "IM-1")
            for (const auto n : f.needs) all.emplace(situation, n);
    return all;
}

Value left_to_spend(const Calendar& law, const Situation& situation, const std::vector<Index>& without) {
    return feel::number::divide(engine::disposable(engine::evaluate(
                                    law.on(situation.date), situation, engine::World::practice, {without, {}, {}})),
                                Decimal(12));
}

/// Less is certain when all that it can be is less than all that it could be, and possible when the worst of it is
/// less.
std::optional<Loss> loss(std::size_t situation, const Value& before, const Value& after) {
    const auto a = after.bounds();
    const auto b = before.bounds();
    if (!b.low || (a.low && *a.low >= *b.low)) return std::nullopt;
    return Loss{situation, before, after, a.high && *a.high < *b.low};
}

class Ranker {
  public:
    Ranker(const RuleBase& rules, std::span<const Situation> situations, std::optional<Date> day)
        : rules_(rules), calendar_(rules) {
        for (const auto& s : situations) all_.situations.push_back(day ? model::on_day(rules, s, *day) : s);
    }

    Ranking run() && {
        look();
        rank_rules();
        rank_alignments();
        group();
        return std::move(all_);
    }

  private:
    /// As the law is.
    void look() {
        for (std::size_t s = 0; s < all_.situations.size(); ++s) {
            auto report = detect::check_under(calendar_, all_.situations[s]);
            samenloop::add(all_.judgement, report.judgement);
            judged_.push_back(std::move(report.judgement));
            before_.push_back(std::move(report.findings));
            spent_.push_back(left_to_spend(calendar_, all_.situations[s], {}));
            for (const auto& f : before_.back())
                if (f.severity >= counts_from) all_.hindrances.push_back({s, f});
        }
    }

    std::size_t place_of(std::size_t situation, const std::string& id) const {
        const auto at = std::ranges::find_if(
            all_.hindrances, [&](const Hindrance& h) { return h.situation == situation && h.finding.id == id; });
        return static_cast<std::size_t>(at - all_.hindrances.begin());
    }

    /// What another law, with the same things in it and without these rules, changes.  How the findings end is not
    /// asked: only whether they are there.
    Relief relief_of(const Calendar& law_after, const std::vector<Index>& without) const {
        Relief r;
        const auto& changed = law_after.base();
        for (std::size_t s = 0; s < all_.situations.size(); ++s) {
            const LawBefore law{calendar_, all_.situations[s]};  // less law is measured by what the law means to give
            CheckOptions options{{}, without, &law, false};
            options.facts = false;
            const auto report = detect::check_under(law_after, all_.situations[s], options);
            const auto& after = report.findings;
            for (const auto& d : known_only(match(rules_, before_[s], changed, after), judged_[s], report.judgement))
                if (d.baseline == Baseline::resolved && d.before->severity >= counts_from)
                    r.gone.push_back(place_of(s, d.before->id));
            const auto known = open_needs(s, before_[s]);
            for (const auto& need : open_needs(s, after))
                if (!known.contains(need)) r.uncovered.push_back(need);
            const auto spent = left_to_spend(law_after, all_.situations[s], without);
            if (const auto l = loss(s, spent_[s], spent)) r.losses.push_back(*l);
        }
        std::ranges::sort(r.gone);
        return r;
    }

    static auto order(const Relief& r) {
        return std::tuple(-static_cast<std::ptrdiff_t>(r.gone.size()), r.uncovered.size(), r.losses.size());
    }

    void rank_rules() {
        std::map<Index, std::size_t> named;
        for (const auto& h : all_.hindrances)
            for (const auto r : h.finding.rules) ++named[r];
        for (const auto& [rule, times] : named) all_.rules.push_back({rule, times, {}});
        base::in_parallel(all_.rules.size(),
                          [&](std::size_t i) { all_.rules[i].relief = relief_of(calendar_, {all_.rules[i].rule}); });
        std::ranges::stable_sort(
            all_.rules, [](const RuleRank& a, const RuleRank& b) { return order(a.relief) < order(b.relief); });
    }

    /// Pairs of definitions of one word that come to different values where it matters.
    std::set<std::tuple<Index, Slot, Slot>> pairs() const {
        std::set<std::tuple<Index, Slot, Slot>> all;
        for (const auto& h : all_.hindrances) {
            if (h.finding.code != "CL-4") continue;
            const auto& situation = all_.situations[h.situation];
            const auto e = engine::evaluate(calendar_.on(situation.date), situation, engine::World::practice);
            for (const auto c : h.finding.concepts)
                for (const auto from : rules_.concepts[c].definitions)
                    for (const auto to : rules_.concepts[c].definitions)
                        if (rules_.items[from].type == rules_.items[to].type && !(e.values[from] == e.values[to]))
                            all.emplace(c, from, to);
        }
        return all;
    }

    void rank_alignments() {
        for (const auto& [c, from, to] : pairs()) {
            const auto readers = readers_of(rules_, from);
            const auto changed = readers.empty() ? std::nullopt : aligned(rules_, from, to);
            if (changed) all_.alignments.push_back({c, from, to, readers, {}});
        }
        base::in_parallel(all_.alignments.size(), [&](std::size_t i) {
            auto& a = all_.alignments[i];
            const auto changed = aligned(rules_, a.from, a.to);
            a.relief = relief_of(Calendar(*changed), {});
        });
        std::ranges::stable_sort(
            all_.alignments, [](const Alignment& a, const Alignment& b) { return order(a.relief) < order(b.relief); });
    }

    void group() {
        const auto law = [&](const Rule& r) { return r.law == none ? nullptr : &rules_.laws[r.law]; };
        all_.laws = groups([&](const Rule& r) { return law(r) == nullptr ? std::string() : law(r)->id; });
        all_.organisations = groups([&](const Rule& r) {
            return r.actor.organisation == none ? std::string() : rules_.organisations[r.actor.organisation].id;
        });
        all_.ministries = groups([&](const Rule& r) { return law(r) == nullptr ? std::string() : law(r)->ministry; });
    }

    /// Of the rules that take something away, by a name; those without one are in no group.
    template <class Name>
    std::vector<RankGroup> groups(Name name) const {
        std::map<std::string, RankGroup> all;
        for (std::size_t i = 0; i < all_.rules.size(); ++i) {
            const auto& ranked = all_.rules[i];
            const auto id = name(rules_.rules[ranked.rule]);
            if (id.empty() || ranked.relief.gone.empty()) continue;
            auto& g = all[id];
            g.id = id;
            g.rules.push_back(i);
            g.gone.insert(g.gone.end(), ranked.relief.gone.begin(), ranked.relief.gone.end());
            g.uncovered.insert(g.uncovered.end(), ranked.relief.uncovered.begin(), ranked.relief.uncovered.end());
            for (const auto& l : ranked.relief.losses) (l.certain ? g.losers : g.perhaps).push_back(l.situation);
        }
        std::vector<RankGroup> sorted;
        for (auto& [id, g] : all) {
            unite(g.gone);
            unite(g.uncovered);
            unite(g.losers);
            unite(g.perhaps);
            std::erase_if(g.perhaps, [&](std::size_t s) { return std::ranges::binary_search(g.losers, s); });
            sorted.push_back(std::move(g));
        }
        std::ranges::stable_sort(sorted, [](const RankGroup& a, const RankGroup& b) {
            return std::tuple(b.gone.size(), a.uncovered.size(), a.losers.size()) <
                   std::tuple(a.gone.size(), b.uncovered.size(), b.losers.size());
        });
        return sorted;
    }

    template <class T>
    static void unite(std::vector<T>& all) {
        std::ranges::sort(all);
        all.erase(std::unique(all.begin(), all.end()), all.end());
    }

    const RuleBase& rules_;
    Calendar calendar_;  // of the law as it is
    Ranking all_;
    std::vector<std::vector<Finding>> before_;  // one a situation
    std::vector<Judgement> judged_;
    std::vector<Value> spent_;
};

}  // namespace

}  // namespace samenloop::comparison

namespace samenloop {

Ranking rank(const RuleBase& rules, std::span<const Situation> situations, std::optional<Date> day) {
    return comparison::Ranker(rules, situations, day).run();
}

}  // namespace samenloop
