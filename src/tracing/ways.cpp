#include "tracing/ways.hpp"

#include <algorithm>
#include <set>

namespace samenloop::tracing {
namespace {

constexpr graph::DualLimits limits{.sets = 24, .questions = 1500, .searched = 100'000};
constexpr std::size_t most_ways = 6;
constexpr std::size_t most_tried = 400;  // sets of levers, where more levers hinder

std::vector<Lever> chosen(const std::vector<Lever>& levers, const graph::Steps& steps) {
    std::vector<Lever> some;
    for (const auto s : steps) some.push_back(levers[s]);
    return some;
}

class Search {
  public:
    Search(const Case& of, const TraceGoal& goal, const std::vector<Lever>& levers, bool in_part)
        : of_(of),
          goal_(goal),
          levers_(levers),
          in_part_(in_part),
          least_(of.reaches(goal, {}) == Truth::no ? Truth::unknown : Truth::yes) {}

    Ways run() {
        Ways found;
        graph::Steps all;
        for (std::uint32_t i = 0; i < levers_.size(); ++i) all.push_back(i);
        if (frees(all)) try_as_one_question(all, found);
        else try_one_by_one(all, found);
        std::ranges::stable_sort(found.ways, [](const Way& a, const Way& b) {
            return std::tuple(!a.certain, a.levers.size(), a.organisations, a.laws) <
                   std::tuple(!b.certain, b.levers.size(), b.organisations, b.laws);
        });
        if (found.ways.size() > most_ways) {
            found.ways.resize(most_ways);
            if (found.cut_off == graph::CutOff::nothing) found.cut_off = graph::CutOff::sets;
        }
        for (auto& way : found.ways) find_what_undoes(all, way);
        return found;
    }

  private:
    /// Better than it is: surely reached, or, where it surely is not, perhaps.
    bool frees(const graph::Steps& steps) const { return truth_of(steps) >= least_; }

    Truth truth_of(const graph::Steps& steps) const {
        const auto some = chosen(levers_, steps);
        return in_part_ ? of_.reaches_in_part(goal_, some).reached : of_.reaches(goal_, some);
    }

    void try_as_one_question(const graph::Steps& all, Ways& found) const {
        const auto useful = narrowed(all);
        const auto n = static_cast<std::uint32_t>(useful.size());
        const auto result =
            graph::dual(n, [&](const std::vector<bool>& taken) { return frees(of_places(useful, taken)); }, limits);
        found.cut_off = result.cut_off;
        for (const auto& steps : result.ways_out) add(found.ways, places(useful, steps));
        for (const auto& steps : result.blocks) found.blocks.push_back(places(useful, steps));
        if (found.ways.empty()) try_one_by_one(all, found);
    }

    /// Alone, then two and three together, as far as none of a smaller way is among them.
    void try_one_by_one(const graph::Steps& all, Ways& found) const {
        std::size_t left = most_tried;
        for (std::size_t size = 1; size <= 3 && found.ways.empty(); ++size) choose(all, {}, 0, size, left, found);
        if (left == 0) found.cut_off = graph::CutOff::questions;
        found.blocks = {{}};
        const bool alone = std::ranges::all_of(found.ways, [](const Way& w) { return w.levers.size() == 1; });
        if (alone)
            for (const auto& w : found.ways) found.blocks.front().push_back(w.levers.front());
    }

    void choose(const graph::Steps& all, const graph::Steps& taken, std::size_t from, std::size_t size,
                std::size_t& left, Ways& found) const {
        if (taken.size() == size) {
            --left;
            add(found.ways, taken);
            return;
        }
        for (auto k = from; k < all.size() && left > 0; ++k) {
            auto more = taken;
            more.push_back(all[k]);
            choose(all, more, k + 1, size, left, found);
        }
    }

    /// Looked for only where all the others together undo it.
    void find_what_undoes(const graph::Steps& all, Way& way) const {
        const auto with = [&](const graph::Steps& others) {
            auto steps = way.levers;
            steps.insert(steps.end(), others.begin(), others.end());
            return steps;
        };
        graph::Steps others;
        for (const auto s : all)
            if (std::ranges::find(way.levers, s) == way.levers.end()) others.push_back(s);
        if (others.empty() || frees(with(others))) return;
        for (const auto s : others)
            if (!frees(with({s}))) way.unless.push_back(s);
    }

    static graph::Steps places(const graph::Steps& useful, const graph::Steps& steps) {
        graph::Steps all;
        for (const auto s : steps) all.push_back(useful[s]);
        return all;
    }

    static graph::Steps of_places(const graph::Steps& useful, const std::vector<bool>& taken) {
        graph::Steps all;
        for (std::size_t i = 0; i < useful.size(); ++i)
            if (taken[i]) all.push_back(useful[i]);
        return all;
    }

    /// With many levers most have nothing to do with it.  Those that free nothing together with any one other, and
    /// without which all the others still do, are left out by halves.
    graph::Steps narrowed(graph::Steps all) const {
        constexpr std::size_t few = 24;
        if (all.size() <= few) return all;
        graph::Steps alone;
        for (const auto s : all)
            if (frees({s})) alone.push_back(s);
        if (!alone.empty()) return alone;
        for (std::size_t i = all.size(); i-- > 0 && all.size() > few;) {
            auto rest = all;
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
            if (frees(rest)) all = std::move(rest);
        }
        return all;
    }

    bool is_minimal(const graph::Steps& steps) const {
        if (!frees(steps)) return false;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            auto fewer = steps;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (frees(fewer)) return false;
        }
        return true;
    }

    void add(std::vector<Way>& ways, const graph::Steps& steps) const {
        if (steps.empty() || !is_minimal(steps)) return;
        Way way;
        way.levers = steps;
        std::set<std::string> organisations;
        std::set<Index> laws;
        for (const auto s : steps) {
            if (!levers_[s].organisation.empty()) organisations.insert(levers_[s].organisation);
            if (levers_[s].rule != none) laws.insert(of_.base().rules[levers_[s].rule].law);
        }
        way.certain = truth_of(steps) == Truth::yes;
        if (in_part_) tell_what_stays(chosen(levers_, steps), way);
        way.organisations = organisations.size();
        way.laws = laws.size();
        ways.push_back(std::move(way));
    }

    /// What stays short; where that is not known, nor is whether it is enough, unless even the most that may come is
    /// not.
    void tell_what_stays(const std::vector<Lever>& some, Way& way) const {
        way.shortfall = of_.reaches_in_part(goal_, some).shortfall;
        if (way.shortfall.get<Decimal>() != nullptr) return;
        way.certain = !surely_short(way.shortfall) && of_.reaches(goal_, some) == Truth::yes;
    }

    const Case& of_;
    TraceGoal goal_;
    const std::vector<Lever>& levers_;
    bool in_part_;
    Truth least_;
};

}  // namespace

Ways find_ways(const Case& of, const TraceGoal& goal, const std::vector<Lever>& levers) {
    auto found = Search(of, goal, levers, false).run();
    const bool of_income =
        goal.kind == GoalKind::need && !goal.in_full && of.base().needs[goal.index].coverage == Coverage::income;
    if (!of_income) return found;
    auto in_part = Search(of, goal, levers, true).run();
    if (found.ways.empty()) return in_part;
    found.blocks = in_part.blocks;
    for (const auto& way : in_part.ways)
        if (std::ranges::find(found.ways, way.levers, &Way::levers) == found.ways.end()) found.ways.push_back(way);
    return found;
}

}  // namespace samenloop::tracing
