// VA-2: for one need organisations send a person round, each to the next, and none of those that can be reached from
// the circle is responsible or provides (definitions section 2).  The circle is a strongly connected component of the
// graph of referrals; it is certain when it also stands without what is doubtful.

#include <algorithm>

#include "detect/detectors.hpp"
#include "detect/referrals.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

/// Circles of the edges that hold at least so much, from which nobody is reached who provides more surely than allowed.
std::vector<std::vector<std::uint32_t>> circles(const Referrals& r, Truth at_least, Truth provides_at_most) {
    const auto edges = edges_of(r, at_least);
    std::vector<std::vector<std::uint32_t>> found;
    for (auto component : model::components(edges)) {
        if (component.size() < 2) continue;
        const auto reached = reachable(edges, component);
        if (std::ranges::any_of(reached, [&](auto n) { return r.provides[n] > provides_at_most; })) continue;
        std::ranges::sort(component);
        found.push_back(std::move(component));
    }
    return found;
}

std::set<std::string> names(const Referrals& r, const std::vector<std::uint32_t>& circle) {
    std::set<std::string> all;
    for (const auto n : circle) all.insert(r.organisations[n]);
    return all;
}

std::string key_of(const DetectionContext& scene, const Referrals& r, const std::vector<std::uint32_t>& circle) {
    auto key = scene.base().needs[r.need].id;
    for (const auto& name : names(r, circle)) key += ">" + name;
    return key;
}

std::vector<Index> rules_inside(const DetectionContext& scene, const Referrals& r,
                                const std::vector<std::uint32_t>& circle) {
    std::set<Index> rules;
    const auto inside = [&](std::uint32_t n) { return std::ranges::binary_search(circle, n); };
    for (const auto& edge : r.edges)
        if (inside(edge.from) && inside(edge.to)) rules.insert(scene.program().arguments[edge.argument].rule);
    return {rules.begin(), rules.end()};
}

}  // namespace

std::vector<Candidate> find_circular_referral(const DetectionContext& scene) {
    std::vector<Candidate> all;
    const auto add = [&](const Referrals& r, const std::vector<std::uint32_t>& circle, Truth holds) {
        Candidate c;
        c.key = key_of(scene, r, circle);
        c.holds = holds && r.active;
        c.rules = rules_inside(scene, r, circle);
        all.push_back(std::move(c));
    };
    for (const auto& r : referrals(scene)) {
        const auto sure = circles(r, Truth::yes, Truth::no);
        for (const auto& circle : sure) add(r, circle, Truth::yes);
        for (const auto& circle : circles(r, Truth::unknown, Truth::unknown))
            if (std::ranges::none_of(sure, [&](const auto& s) { return std::ranges::includes(circle, s); }))
                add(r, circle, Truth::unknown);
    }
    return all;
}

void describe_circular_referral(const DetectionContext& scene, const Candidate& c, Finding& f) {
    f.severity = 3;
    for (const auto& r : referrals(scene))
        for (const auto& circle : circles(r, c.holds == Truth::yes ? Truth::yes : Truth::unknown, Truth::unknown)) {
            if (key_of(scene, r, circle) != c.key) continue;
            const auto all = names(r, circle);
            std::vector<Text> titles;
            titles.reserve(all.size());
            for (const auto& name : all) titles.push_back(model::organisation_name(scene.base(), name));
            f.title = model::listing(titles) + Text{" verwijzen naar elkaar voor ", " refer to one another for "} +
                      scene.base().needs[r.need].title + Text{"; niemand is aan zet", "; nobody has to act"};
            tell_referrals(scene, r, all, f);
        }
    for (const auto by : f.settled_by)
        f.explanation.push_back(Text{"De kring is doorbroken door ", "The circle is broken by "} +
                                model::cite(scene.base(), by) + model::plain(": ") + scene.base().rules[by].title);
}

}  // namespace samenloop::detect
