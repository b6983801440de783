#include "detect/ways_out.hpp"

#include <algorithm>

#include "detect/attempts.hpp"
#include "detect/conditions.hpp"
#include "detect/cone.hpp"
#include "detect/side_by_side.hpp"
#include "detect/worse.hpp"
#include "feel/work.hpp"

namespace samenloop::detect {
namespace {

/// Pairs and triples that are tried of one finding; for what is a mere burden fewer.
std::size_t most_together(int severity) { return severity > 1 ? 120 : 8; }

bool is_open(const Finding& f) { return f.status == Status::open || f.status == Status::practice_deviates; }

/// As bad as it can be: VA-1 and IM-1 of a basic need have no way out until one is found (definitions 10.8).
int severity_of(const WhatIf& inquiry, const CandidateFinding& m, const BothWorlds& without) {
    const auto worlds = m.supposed.empty() ? without : vary(without, {{}, {}, m.supposed});
    Finding f;
    f.code = m.detector->code;
    f.rules = m.candidate.rules.empty() ? m.candidate.tried : m.candidate.rules;
    const auto& here = m.world == engine::World::law ? worlds.law : worlds.practice;
    m.detector->describe({here, worlds.law, inquiry.situation(), inquiry.calendar()}, m.candidate, f);
    const bool basic = std::ranges::any_of(f.needs, [&](Index n) { return here.base().needs[n].basic; });
    const bool left_without = f.code == "VA-1" || f.code == "IM-1";
    return left_without && basic ? 4 : f.severity;
}

/// Some steps done together, and what comes of it.
class Aftermath {
  public:
    Aftermath(const WhatIf& inquiry, const std::vector<CandidateFinding>& there, const Cone& income,
              engine::Variation v)
        : inquiry_(inquiry), there_(there), v_(std::move(v)), worlds_(inquiry.what_if(v_)) {
        const auto counts = [&](Index r) { return income.has_rule(r); };
        income_ = std::ranges::any_of(v_.without, counts) || std::ranges::any_of(v_.used, counts) ||
                  std::ranges::any_of(v_.facts, [&](const auto& f) { return income.has_slot(f.first); });
    }

    /// What is changed is one field of a list, and income looks at other fields only.
    void leaves_income_alone() { income_ = false; }

    /// What is about days may hang on a rule that applies on another one; all else on what is so today.
    bool ends(const CandidateFinding& m, const Finding& f) {
        if (!nothing_) nothing_ = inquiry_.changes_nothing(v_, worlds_);
        return (!*nothing_ || f.period || !m.supposed.empty()) && inquiry_.gone(m, v_, worlds_);
    }
    bool contradicts_itself() const { return contradicts(inquiry_.law(), worlds_.law); }
    const BothWorlds& worlds() const { return worlds_; }

    bool leaves_worse_off() {
        if (!worse_) {
            const auto& [law, practice] = worlds_;
            worse_ = worse_off(footing(inquiry_.law(), inquiry_.law()), footing(law, law)) ||
                     (practice.practice_deviates &&
                      worse_off(footing(inquiry_.practice(), inquiry_.law()), footing(practice, law)));
        }
        return *worse_;
    }

    /// Something of this severity or worse that was not there before.
    bool brings(int severity) {
        if (!instead_ || looked_from_ > severity) {
            looked_from_ = severity;
            instead_ = -1;
            for (const auto& m : inquiry_.all(worlds_, suppositions(worlds_.law), income_, severity))
                if (!was_there(m)) instead_ = std::max(*instead_, severity_of(inquiry_, m, worlds_));
        }
        return *instead_ >= severity;
    }

  private:
    bool was_there(const CandidateFinding& m) const {
        return std::ranges::any_of(there_, [&](const CandidateFinding& x) {
            return x.detector == m.detector && x.candidate.key == m.candidate.key && x.candidate.settled_by.empty();
        });
    }

    const WhatIf& inquiry_;
    const std::vector<CandidateFinding>& there_;
    engine::Variation v_;
    BothWorlds worlds_;
    bool income_ = true;  // may be another
    std::optional<bool> nothing_;
    std::optional<bool> worse_;
    std::optional<int> instead_;
    int looked_from_ = 0;
};

class Search {
  public:
    Search(const WhatIf& inquiry, const std::vector<CandidateFinding>& there, std::vector<DraftFinding>& all)
        : inquiry_(inquiry),
          there_(there),
          all_(all),
          instead_(inquiry.law().base(), inquiry.situation()),
          attempts_(attempts(inquiry)),
          income_(*inquiry.law().program) {
        income_.add_income();
        for (const auto& d : all_) cones_.push_back(cone_of(d));
    }

    bool run(const Vanished& vanished) {
        one_by_one();
        changes_of_law(vanished);
        const auto open = open_ones();
        std::vector<char> cut_short(open.size(), 0);  // bits would share words
        side_by_side(inquiry_, open.size(), [&](const WhatIf& inquiry, std::size_t k) {
            auto& d = all_[open[k]];
            steps_together(inquiry, open[k]);
            auto found = breakpoints_within(inquiry, instead_, d.matter, d.needed, d.finding.period.has_value());
            d.finding.borders = std::move(found.borders);
            cut_short[k] = found.cut_short || feel::work::explained_enough() ? 1 : 0;
        });
        return std::ranges::count(cut_short, 1) == 0 && !feel::work::explained_enough();
    }

    /// Of a finding that a step ends it need not be known which change of the law would.
    void run_for_steps() {
        one_by_one();
        const auto without_step = [](const DraftFinding& d) {
            return is_open(d.finding) && d.finding.removed_by.empty();
        };
        if (std::ranges::any_of(all_, without_step)) changes_of_law(vanished_without_each(inquiry_, all_));
        const auto open = open_ones();
        side_by_side(
            inquiry_, open.size(), [&](const WhatIf& inquiry, std::size_t k) { steps_together(inquiry, open[k]); });
    }

  private:
    std::vector<std::size_t> open_ones() const {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < all_.size(); ++i)
            if (is_open(all_[i].finding)) open.push_back(i);
        return open;
    }

    void one_by_one() {
        for (const auto& a : attempts_)
            if (!feel::work::explained_enough()) try_one(a);
    }

    void changes_of_law(const Vanished& vanished) {
        for (const auto& [r, gone] : vanished) change_law(r, gone);
    }

    void steps_together(const WhatIf& inquiry, std::size_t i) {
        auto& f = all_[i].finding;
        if (f.removed_by.empty() && f.severity > 0) try_together(inquiry, i);
        finish(f);
    }

    Cone cone_of(const DraftFinding& d) const {
        Cone cone(*inquiry_.law().program);
        cone.add_rules(d.finding.rules);
        cone.add_rules(d.matter.candidate.rules);
        cone.add_rules(d.matter.candidate.tried);
        for (const auto* c : d.matter.candidate.conditions) cone.add_condition(*c);
        cone.add_subject(d.finding);
        return cone;
    }

    bool can_end(const Attempt& a, std::size_t i) const {
        if (!is_open(all_[i].finding)) return false;
        if (a.way.doing != Doing::change_fact) return cones_[i].has_rule(a.way.rule);
        return cones_[i].has_slot(a.place.slot) && !known(all_[i].finding, a);
    }

    /// A nearer value of the same place does it already.
    static bool known(const Finding& f, const Attempt& a) {
        return std::ranges::any_of(
            f.removed_by, [&](const WayOut& w) { return w.doing == Doing::change_fact && w.item == a.way.item; });
    }

    void try_one(const Attempt& a) {
        std::optional<Aftermath> outcome;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (!can_end(a, i)) continue;
            if (!outcome) {
                auto v = together(instead_, {&a});
                if (!v) return;
                const bool only = v->facts.size() == 1 && a.place.element > 0 && !counts_for_income(a.place);
                outcome.emplace(inquiry_, there_, income_, std::move(*v));
                if (only) outcome->leaves_income_alone();
                if (outcome->contradicts_itself()) return;
            }
            if (outcome->ends(all_[i].matter, all_[i].finding)) accept(all_[i].finding, {&a}, *outcome);
        }
    }

    bool counts_for_income(const model::Path& place) const {
        const auto& base = inquiry_.law().base();
        for (Index r = 0; r < base.rules.size(); ++r)
            if (income_.has_rule(r) && reads_place(base.rules[r], base, place)) return true;
        return false;
    }

    void change_law(Index r, const std::vector<bool>& gone) {
        const auto a = without_rule(inquiry_.law(), r);
        if (!a) return;
        std::optional<Aftermath> outcome;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const auto& f = all_[i].finding;
            if (!gone[i] || !is_open(f) || std::ranges::find(f.rules, r) == f.rules.end()) continue;
            if (!outcome) outcome.emplace(inquiry_, there_, income_, engine::Variation{{r}, {}, {}});
            accept(all_[i].finding, {&*a}, *outcome);
        }
    }

    bool accept(Finding& f, const std::vector<const Attempt*>& steps, Aftermath& outcome) const {
        if (outcome.leaves_worse_off() || outcome.brings(f.severity)) return false;
        WayOut way;
        for (const auto* s : steps) {
            auto one = s->way;
            find_duty(inquiry_.law(), outcome.worlds().law, inquiry_.law(), one);
            if (s == steps.front()) way = std::move(one);
            else way.with.push_back(std::move(one));
        }
        f.removed_by.push_back(std::move(way));
        return true;
    }

    /// Two at once, else three.
    void try_together(const WhatIf& inquiry, std::size_t i) {
        std::vector<const Attempt*> some;
        for (const auto& a : attempts_)
            if (can_end(a, i)) some.push_back(&a);
        auto left = most_together(all_[i].finding.severity);
        for (const std::size_t size : {2U, 3U}) {
            choose({inquiry, i}, some, {}, 0, size, left);
            if (!all_[i].finding.removed_by.empty()) return;
        }
    }

    struct Of {
        const WhatIf& inquiry;
        std::size_t i;  // of all findings
    };

    void choose(const Of& of, const std::vector<const Attempt*>& some, std::vector<const Attempt*> chosen,
                std::size_t from, std::size_t size, std::size_t& left) {
        if (chosen.size() == size) {
            --left;
            try_all(of, chosen);
            return;
        }
        for (auto k = from; k < some.size() && left > 0 && !feel::work::explained_enough(); ++k) {
            const bool same_place = std::ranges::any_of(chosen, [&](const Attempt* a) {
                return a->way.doing == Doing::change_fact && a->way.item == some[k]->way.item;
            });
            if (same_place) continue;
            chosen.push_back(some[k]);
            choose(of, some, chosen, k + 1, size, left);
            chosen.pop_back();
        }
    }

    void try_all(const Of& of, const std::vector<const Attempt*>& steps) {
        auto v = together(instead_, steps);
        if (!v) return;
        auto& d = all_[of.i];
        Aftermath outcome(of.inquiry, there_, income_, std::move(*v));
        if (outcome.contradicts_itself() || !outcome.ends(d.matter, d.finding)) return;
        accept(d.finding, steps, outcome);
    }

    /// By mover; what is asked for is told with the rule under which it must be given, not once more as a fact.
    void finish(Finding& f) const {
        const auto& base = inquiry_.law().base();
        const auto asked = [&](const WayOut& w) {
            if (w.doing != Doing::change_fact || !w.with.empty()) return false;
            return std::ranges::any_of(f.removed_by, [&](const WayOut& u) {
                if (u.doing != Doing::use_rule || !base.rules[u.rule].request) return false;
                return std::ranges::any_of(base.rules[u.rule].request->reads(), [&](const Read& r) {
                    return base.items[r.slot].id == w.item;
                });
            });
        };
        std::vector<WayOut> kept;
        for (const auto& w : f.removed_by)
            if (!asked(w)) kept.push_back(w);
        f.removed_by = std::move(kept);
        std::ranges::stable_sort(f.removed_by, {}, [](const WayOut& w) { return last_mover(w); });
    }

    static Mover last_mover(const WayOut& w) {
        auto last = w.mover;
        for (const auto& other : w.with) last = std::max(last, other.mover);
        return last;
    }

    const WhatIf& inquiry_;
    const std::vector<CandidateFinding>& there_;
    std::vector<DraftFinding>& all_;
    Instead instead_;
    std::vector<Attempt> attempts_;
    Cone income_;
    std::vector<Cone> cones_;
};

}  // namespace

bool find_ways_out(const WhatIf& inquiry, const std::vector<CandidateFinding>& there, const Vanished& vanished,
                   std::vector<DraftFinding>& all) {
    return all.empty() || Search(inquiry, there, all).run(vanished);
}

void find_steps(const WhatIf& inquiry, const std::vector<CandidateFinding>& there, std::vector<DraftFinding>& all) {
    if (!all.empty()) Search(inquiry, there, all).run_for_steps();
}

}  // namespace samenloop::detect
