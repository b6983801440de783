// How far a change of the rules reaches: the situations of the same pattern that it frees, and what else it changes.
//
// Of the same pattern is a situation that differs in one fact and is still stuck, also when everything is done but the
// levers of one block: the same rules are in the way.

#include <algorithm>

#include "detect/minimal.hpp"
#include "feel/number.hpp"
#include "model/wording.hpp"
#include "tracing/ways.hpp"

namespace samenloop::tracing {
namespace {

constexpr std::size_t most_neighbours = 16;

std::vector<Lever> levers_of(const std::vector<Lever>& levers, const graph::Steps& steps) {
    std::vector<Lever> some;
    for (const auto s : steps) some.push_back(levers[s]);
    return some;
}

/// Situations with one fact changed, of those that the levers' rules rest on.
std::vector<Situation> neighbours(const Case& of, const std::vector<Lever>& levers) {
    detect::Ground ground;
    for (const auto& l : levers)
        if (l.rule != none) ground.rules.push_back(l.rule);
    std::vector<Situation> all;
    for (const auto& path : detect::facts_behind(of.practice(), ground)) {
        const auto values = detect::nearby_values(of.practice(), path);
        if (values.empty() || all.size() == most_neighbours) continue;
        auto other = of.situation();
        other.facts[path.slot] = model::replaced(other.facts, path, values.front());
        all.push_back(std::move(other));
    }
    return all;
}

void count(const Case& of, const TraceGoal& goal, const std::vector<Lever>& levers, const graph::Steps& block,
           const Situation& other, std::vector<Way>& ways) {
    const Case there(of, other);
    if (there.reaches(goal, {}) == Truth::yes) return;
    for (auto& way : ways) {
        // Another way's rules may be in the way there; this one counts where its own are.
        if (!std::ranges::any_of(way.levers, [&](auto l) { return std::ranges::find(block, l) != block.end(); }))
            continue;
        ++way.tried;
        const auto taken = levers_of(levers, way.levers);
        const auto comes_to = way.shortfall.get<Decimal>() != nullptr || surely_short(way.shortfall)
                                  ? there.reaches_in_part(goal, taken).reached
                                  : there.reaches(goal, taken);
        if (comes_to >= (way.certain ? Truth::yes : Truth::unknown)) ++way.freed;
    }
}

/// Schemes that are granted otherwise, or pay otherwise, in this situation.
std::vector<Text> what_else(const Case& of, const std::vector<Lever>& levers) {
    std::vector<Text> all;
    const auto& base = of.base();
    const auto changed = amended(base, levers);
    const auto program = engine::compile(changed, of.situation().date, of.calendar().implications());
    const auto then = engine::evaluate(program, of.situation(), engine::World::practice);
    for (const auto& scheme : base.schemes) {
        const auto& before = of.practice().values[scheme.sum];
        const auto& after = then.values[scheme.sum];
        const auto was = of.practice().values[scheme.granted].truth();
        const auto is = then.values[scheme.granted].truth();
        const auto* from = before.get<Decimal>();
        const auto* to = after.get<Decimal>();
        if (was != is)
            all.push_back(scheme.title + (is == Truth::yes  ? Text{" wordt toegekend", " is granted"}
                                          : is == Truth::no ? Text{" vervalt", " falls away"}
                                                            : Text{" wordt onzeker", " becomes uncertain"}));
        else if (from != nullptr && to != nullptr && *from != *to)
            all.push_back(scheme.title + model::plain(": ") + model::money(*from / Decimal(12)) +
                          Text{" wordt ", " becomes "} + model::money(*to / Decimal(12)) +
                          Text{" per maand", " a month"});
    }
    return all;
}

}  // namespace

void weigh(const Case& of, const TraceGoal& goal, const std::vector<Lever>& levers,
           const std::vector<graph::Steps>& blocks, std::vector<Way>& ways) {
    if (ways.empty() || blocks.empty()) return;
    for (const auto& other : neighbours(of, levers)) count(of, goal, levers, blocks.front(), other, ways);
    for (auto& way : ways) way.also = what_else(of, levers_of(levers, way.levers));
}

}  // namespace samenloop::tracing
