#include "engine/reach.hpp"

#include <algorithm>
#include <set>

#include "model/components.hpp"

namespace samenloop::engine {
namespace {

constexpr std::size_t max_alternatives = 256;

bool counts(Truth t, View hindering) { return t == Truth::yes || (t == Truth::unknown && hindering == View::cautious); }

void normalise(Alternatives& all) {
    for (auto& one : all) {
        std::ranges::sort(one);
        one.erase(std::unique(one.begin(), one.end()), one.end());
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    if (all.size() > max_alternatives) all.resize(max_alternatives);
}

/// All ways to satisfy two formulas at once.
Alternatives both(const Alternatives& a, const Alternatives& b) {
    Alternatives all;
    for (const auto& x : a)
        for (const auto& y : b) {
            all.push_back(x);
            all.back().insert(all.back().end(), y.begin(), y.end());
        }
    normalise(all);
    return all;
}

struct Requirement {
    Index outcome = none;
    const Alternatives* formula = nullptr;
};

std::vector<Requirement> requirements(const Evaluation& e, View view) {
    std::vector<Requirement> all;
    for (const auto r : e.program->requiring) {
        if (!counts(e.applies(r), view)) continue;
        std::size_t k = 0;
        for (const auto& effect : e.rule(r).effects)
            if (effect.kind == EffectKind::requires_) all.push_back({effect.outcome, &e.rule(r).requirements[k++]});
    }
    return all;
}

Truth holds(const Evaluation& e, const Outcome& o) {
    return o.holds ? samenloop::evaluate(*o.holds, {e.values, {}}).truth() : Truth::no;
}

bool suffices(const std::vector<Index>& set, const std::vector<bool>& in) {
    return std::ranges::all_of(set, [&](Index o) { return in[o]; });
}

/// Greatest fixpoint: drop what has no alternative inside, until nothing changes.
std::vector<bool> possible(const std::vector<Alternatives>& of) {
    std::vector<bool> in(of.size(), true);
    for (bool changed = true; changed;) {
        changed = false;
        for (Index o = 0; o < of.size(); ++o)
            if (in[o] && std::ranges::none_of(of[o], [&](const auto& set) { return suffices(set, in); })) {
                in[o] = false;
                changed = true;
            }
    }
    return in;
}

model::Needs waits_for(const std::vector<Alternatives>& of, const std::vector<bool>& stuck) {
    model::Needs edges(of.size());
    for (Index o = 0; o < of.size(); ++o) {
        if (!stuck[o]) continue;
        for (const auto& set : of[o])
            for (const auto p : set)
                if (stuck[p]) edges[o].push_back(p);
        std::ranges::sort(edges[o]);
        edges[o].erase(std::unique(edges[o].begin(), edges[o].end()), edges[o].end());
    }
    return edges;
}

bool frees(const std::vector<Alternatives>& of, const std::vector<Index>& key, const std::vector<Index>& circle) {
    const auto in = attainable(of, key);
    return std::ranges::all_of(circle, [&](Index o) { return in[o]; });
}

/// Minimal sets by size: singles first, then pairs that contain no single; larger ones are left out.
std::vector<std::vector<Index>> ways_out(const std::vector<Alternatives>& of, const std::vector<Index>& circle) {
    std::vector<std::vector<Index>> found;
    for (const auto o : circle)
        if (frees(of, {o}, circle)) found.push_back({o});
    const auto alone = [&](Index o) { return std::ranges::find(found, std::vector<Index>{o}) != found.end(); };
    const auto singles = found;
    for (std::size_t i = 0; i < circle.size(); ++i)
        for (std::size_t j = i + 1; j < circle.size(); ++j)
            if (!alone(circle[i]) && !alone(circle[j]) && frees(of, {circle[i], circle[j]}, circle))
                found.push_back({circle[i], circle[j]});
    return found;
}

bool leads_out(const model::Needs& edges, const std::vector<Index>& component) {
    return std::ranges::any_of(component, [&](Index o) {
        return std::ranges::any_of(
            edges[o], [&](Index p) { return std::ranges::find(component, p) == component.end(); });
    });
}

/// Stuck outcomes outside the circle from which it can be reached.
std::vector<Index> waiting_for(const model::Needs& edges, const std::vector<Index>& circle) {
    std::set<Index> reached(circle.begin(), circle.end());
    for (bool changed = true; changed;) {
        changed = false;
        for (Index o = 0; o < edges.size(); ++o)
            if (!reached.contains(o) && std::ranges::any_of(edges[o], [&](Index p) { return reached.contains(p); }))
                changed = reached.insert(o).second;
    }
    std::vector<Index> outside;
    std::ranges::set_difference(reached, circle, std::back_inserter(outside));
    return outside;
}

}  // namespace

std::vector<Alternatives> alternatives(const Evaluation& e, View view) {
    const auto& outcomes = e.base().outcomes;
    const auto required = requirements(e, view);
    std::vector<Alternatives> of(outcomes.size());
    for (Index o = 0; o < outcomes.size(); ++o) {
        const auto true_already = holds(e, outcomes[o]);
        const bool made = std::ranges::find(e.made, o) != e.made.end();
        if (made || true_already == Truth::yes || (true_already == Truth::unknown && view == View::hopeful)) {
            of[o] = {{}};
            continue;
        }
        Alternatives all{{}};
        bool any = false;
        for (const auto& r : required)
            if (r.outcome == o) {
                all = both(all, *r.formula);
                any = true;
            }
        if (const auto s = outcomes[o].scheme; s != none) {
            const auto granted = e.values[e.base().schemes[s].granted].truth();
            if (granted == Truth::no || (granted == Truth::unknown && view == View::cautious)) all.clear();
            any = true;
        }
        if (any) of[o] = std::move(all);
    }
    return of;
}

std::vector<bool> attainable(const std::vector<Alternatives>& of, const std::vector<Index>& added) {
    std::vector<bool> in(of.size(), false);
    for (const auto o : added) in[o] = true;
    for (bool changed = true; changed;) {
        changed = false;
        for (Index o = 0; o < of.size(); ++o)
            if (!in[o] && std::ranges::any_of(of[o], [&](const auto& set) { return suffices(set, in); }))
                changed = in[o] = true;
    }
    return in;
}

std::vector<Circle> circles(const std::vector<Alternatives>& of) {
    const auto reached = attainable(of);
    auto stuck = possible(of);
    for (Index o = 0; o < of.size(); ++o) stuck[o] = stuck[o] && !reached[o];
    const auto edges = waits_for(of, stuck);
    std::vector<Circle> found;
    for (auto component : model::components(edges)) {
        std::ranges::sort(component);
        const bool loop =
            component.size() > 1 || std::ranges::find(edges[component[0]], component[0]) != edges[component[0]].end();
        if (!loop || !stuck[component[0]] || leads_out(edges, component)) continue;
        found.push_back({component, waiting_for(edges, component), ways_out(of, component)});
    }
    std::ranges::sort(found, {}, &Circle::outcomes);
    return found;
}

std::vector<Duty> achieving(const Evaluation& e, EffectKind kind) {
    std::vector<Duty> all;
    for (const auto a : e.program->achieving) {
        const auto* effect = e.program->effect(a);
        if (effect->kind != kind) continue;
        const auto& actor = effect->actor.empty() ? e.program->rule(a).actor : effect->actor;
        if (actor.organisation != none && e.base().organisations[actor.organisation].is_person) continue;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i)
            if (e.labels[a][i] == Label::accepted) all.push_back({a, i, effect->achieves});
    }
    return all;
}

std::vector<Truth> reach(const Evaluation& e) {
    std::vector<Index> added;
    for (const auto& duty : achieving(e, EffectKind::obligation)) added.push_back(duty.outcome);
    const auto at_worst = attainable(alternatives(e, View::cautious), added);
    const auto at_best = attainable(alternatives(e, View::hopeful), added);
    std::vector<Truth> all;
    for (std::size_t o = 0; o < at_worst.size(); ++o)
        all.push_back(at_worst[o] ? Truth::yes : at_best[o] ? Truth::unknown : Truth::no);
    return all;
}

Truth within_reach(const Evaluation& e, Index outcome) { return reach(e)[outcome]; }

}  // namespace samenloop::engine
