#include "detect/group.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "detect/side_by_side.hpp"

namespace samenloop::detect {
namespace {

class Groups {
  public:
    explicit Groups(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t find(std::size_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

  private:
    std::vector<std::size_t> parent_;
};

/// A need that stays uncovered because a datum does not reach the one who must act is the same defect as the missing
/// datum; one that stays uncovered because there is no scheme at all, as the missing scheme.  A scheme that should have
/// been part of the income misses its purpose where the income falls short.
bool same_need_and_rule(const Finding& a, const Finding& b) {
    const auto shares = [](const auto& x, const auto& y) {
        return std::ranges::any_of(x, [&](auto i) { return std::ranges::find(y, i) != y.end(); });
    };
    const bool income_and_purpose = (a.code == "IM-1" && b.code == "IM-4") || (a.code == "IM-4" && b.code == "IM-1");
    const auto no_scheme = [](const Finding& f) { return f.code == "VA-7" && f.rules.empty(); };
    return shares(a.needs, b.needs) && (income_and_purpose || shares(a.rules, b.rules) || no_scheme(a) || no_scheme(b));
}

void join_what_vanishes_together(const Vanished& vanished, Groups& groups) {
    for (const auto& [_, gone] : vanished) {
        std::vector<std::size_t> together;
        for (std::size_t i = 0; i < gone.size(); ++i)
            if (gone[i]) together.push_back(i);
        for (std::size_t k = 1; k < together.size(); ++k) groups.join(together[0], together[k]);
    }
}

/// What somebody is left with, rather than why.
bool consequence(const Finding& f) { return f.code == "VA-1" || f.code == "IM-1"; }

bool more_root(const Finding& a, const Finding& b) {
    if (a.severity != b.severity) return a.severity > b.severity;
    if (a.rules.size() != b.rules.size()) return a.rules.size() < b.rules.size();
    if (consequence(a) != consequence(b)) return consequence(b);
    return a.code != b.code ? a.code < b.code : a.id < b.id;
}

}  // namespace

Vanished vanished_without_each(const WhatIf& inquiry, const std::vector<DraftFinding>& all) {
    std::set<Index> rules;
    for (const auto& d : all) rules.insert(d.finding.rules.begin(), d.finding.rules.end());
    std::vector<const CandidateFinding*> matters;
    for (const auto& d : all) matters.push_back(&d.matter);
    Vanished vanished;
    for (const auto r : rules) vanished[r] = {};
    std::vector<Vanished::value_type*> each;
    for (auto& one : vanished) each.push_back(&one);
    side_by_side(inquiry, each.size(), [&](const WhatIf& here, std::size_t i) {
        each[i]->second = here.gone(matters, {{each[i]->first}, {}, {}});
    });
    return vanished;
}

void group(const Vanished& vanished, std::vector<DraftFinding>& all) {
    if (all.size() < 2) return;
    Groups groups(all.size());
    join_what_vanishes_together(vanished, groups);
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            if (same_need_and_rule(all[i].finding, all[j].finding)) groups.join(i, j);
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < all.size(); ++i) members[groups.find(i)].push_back(i);
    for (const auto& [_, list] : members) {
        if (list.size() < 2) continue;
        const auto root =
            *std::ranges::min_element(list, [&](auto a, auto b) { return more_root(all[a].finding, all[b].finding); });
        for (const auto i : list) {
            if (i != root) all[i].finding.root_cause = all[root].finding.id;
            for (const auto j : list)
                if (j != i) all[i].finding.related.push_back(all[j].finding.id);
            std::ranges::sort(all[i].finding.related);
        }
    }
}

}  // namespace samenloop::detect
