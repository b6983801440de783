#include "trace/ways.hpp"

#include <algorithm>
#include <set>

namespace samenloop {
namespace {

constexpr DualLimits limits{.sets = 24, .questions = 1500, .searched = 100'000};
constexpr std::size_t most_ways = 6;

std::vector<Lever> chosen(const std::vector<Lever>& levers, const Steps& steps) {
    std::vector<Lever> some;
    for (const auto s : steps) some.push_back(levers[s]);
    return some;
}

class Search {
  public:
    Search(const Case& of, const TraceGoal& goal, const std::vector<Lever>& levers)
        : of_(of),
          goal_(goal),
          levers_(levers),
          least_(of.reaches(goal, {}) == Truth::no ? Truth::unknown : Truth::yes) {}

    Ways run() {
        Ways found;
        Steps all;
        for (std::uint32_t i = 0; i < levers_.size(); ++i) all.push_back(i);
        if (!frees(all)) {
            found.blocks = {{}};
            return found;
        }
        const auto useful = narrowed(std::move(all));
        const auto n = static_cast<std::uint32_t>(useful.size());
        const auto result =
            dual(n, [&](const std::vector<bool>& taken) { return frees(of_places(useful, taken)); }, limits);
        found.cut_off = result.cut_off;
        for (const auto& steps : result.ways_out) add(found.ways, places(useful, steps));
        for (const auto& steps : result.blocks) found.blocks.push_back(places(useful, steps));
        std::ranges::stable_sort(found.ways, [](const Way& a, const Way& b) {
            return std::tuple(!a.certain, a.levers.size(), a.organisations, a.laws) <
                   std::tuple(!b.certain, b.levers.size(), b.organisations, b.laws);
        });
        if (found.ways.size() > most_ways) {
            found.ways.resize(most_ways);
            if (found.cut_off == CutOff::nothing) found.cut_off = CutOff::sets;
        }
        return found;
    }

  private:
    /// Better than it is: surely reached, or, where it surely is not, perhaps.
    bool frees(const Steps& steps) const { return of_.reaches(goal_, chosen(levers_, steps)) >= least_; }

    static Steps places(const Steps& useful, const Steps& steps) {
        Steps all;
        for (const auto s : steps) all.push_back(useful[s]);
        return all;
    }

    static Steps of_places(const Steps& useful, const std::vector<bool>& taken) {
        Steps all;
        for (std::size_t i = 0; i < useful.size(); ++i)
            if (taken[i]) all.push_back(useful[i]);
        return all;
    }

    /// With many levers most have nothing to do with it.  Those that free nothing together with any one other, and
    /// without which all the others still do, are left out by halves.
    Steps narrowed(Steps all) const {
        constexpr std::size_t few = 24;
        if (all.size() <= few) return all;
        Steps alone;
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

    bool is_minimal(const Steps& steps) const {
        if (!frees(steps)) return false;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            auto fewer = steps;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (frees(fewer)) return false;
        }
        return true;
    }

    void add(std::vector<Way>& ways, const Steps& steps) const {
        if (steps.empty() || !is_minimal(steps)) return;
        Way way;
        way.levers = steps;
        std::set<std::string> organisations;
        std::set<Index> laws;
        for (const auto s : steps) {
            if (!levers_[s].organisation.empty()) organisations.insert(levers_[s].organisation);
            if (levers_[s].rule != none) laws.insert(of_.base().rules[levers_[s].rule].law);
        }
        way.certain = of_.reaches(goal_, chosen(levers_, steps)) == Truth::yes;
        way.organisations = organisations.size();
        way.laws = laws.size();
        ways.push_back(std::move(way));
    }

    const Case& of_;
    TraceGoal goal_;
    const std::vector<Lever>& levers_;
    Truth least_;
};

}  // namespace

Ways find_ways(const Case& of, const TraceGoal& goal, const std::vector<Lever>& levers) {
    return Search(of, goal, levers).run();
}

}  // namespace samenloop
