#include "engine/meeting.hpp"

#include <string>

namespace samenloop::engine {
namespace {

bool over_the_same_list(const Rule& a, const Rule& b) {
    return a.each && b.each && !a.each->reads().empty() && a.each->reads() == b.each->reads();
}

const OrganisationRef& actor_of(const Program& program, ArgumentId a) {
    const auto* effect = program.effect(a);
    return effect != nullptr && !effect->actor.empty() ? effect->actor : program.rule(a).actor;
}

/// For duties and tasks it always matters who acts; for grants only where both are given by one of a kind.
bool actor_matters(const Evaluation& e, const Conflict& c) {
    const auto kind = e.program->objects[e.program->arguments[c.first].object].kind;
    const auto* a = e.program->effect(c.first);
    const auto* b = e.program->effect(c.second);
    if (a == nullptr || b == nullptr) return false;
    if (kind == ObjectKind::acts) return true;
    if (kind == ObjectKind::scheme)
        return actor_of(*e.program, c.first).instance && actor_of(*e.program, c.second).instance;
    return kind == ObjectKind::need && c.clash && a->kind != b->kind && c.criterion != Criterion::override_;
}

/// Only an override that concerns a need reaches over from one element to another.
bool reaches_over(const Evaluation& e, const Conflict& c) {
    return c.criterion == Criterion::override_ &&
           e.program->objects[e.program->arguments[c.first].object].kind == ObjectKind::need;
}

std::vector<std::size_t> standing(const Evaluation& e, ArgumentId a) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < e.labels[a].size(); ++i)
        if (e.labels[a][i] != Label::absent) all.push_back(i);
    return all;
}

std::vector<std::string> actors(const Evaluation& e, ArgumentId a, const std::vector<std::size_t>& instances) {
    std::vector<std::string> all;
    for (const auto i : instances) all.push_back(e.actor(a, i));
    return all;
}

std::vector<Met> pairs(const std::vector<std::size_t>& first, const std::vector<std::size_t>& second) {
    std::vector<Met> all;
    for (const auto i : first)
        for (const auto j : second) all.push_back({i, j});
    return all;
}

std::vector<Met> element_by_element(const std::vector<std::size_t>& first, const std::vector<std::size_t>& second) {
    std::vector<Met> all;
    auto j = second.begin();
    for (const auto i : first) {
        while (j != second.end() && *j < i) ++j;
        if (j != second.end() && *j == i) all.push_back({i, i});
    }
    return all;
}

/// Pairs in which the same organisation acts.
std::vector<Met> by_the_same(const Evaluation& e, const Conflict& c, const std::vector<std::size_t>& first,
                             const std::vector<std::size_t>& second) {
    const auto one = actors(e, c.first, first);
    const auto other = actors(e, c.second, second);
    std::vector<Met> all;
    for (std::size_t i = 0; i < first.size(); ++i)
        for (std::size_t j = 0; j < second.size(); ++j)
            if (one[i] == other[j]) all.push_back({first[i], second[j]});
    return all;
}

}  // namespace

std::vector<Met> meetings(const Evaluation& e, const Conflict& c) {
    const auto first = standing(e, c.first);
    const auto second = first.empty() ? first : standing(e, c.second);
    if (first.empty() || second.empty()) return {};
    const bool same_list = over_the_same_list(e.program->rule(c.first), e.program->rule(c.second));
    const bool by_actor = actor_matters(e, c);
    if (!same_list) return by_actor ? by_the_same(e, c, first, second) : pairs(first, second);
    if (reaches_over(e, c)) return pairs(first, second);
    auto met = element_by_element(first, second);
    if (by_actor)
        std::erase_if(met, [&](const Met& m) { return e.actor(c.first, m.first) != e.actor(c.second, m.second); });
    return met;
}

}  // namespace samenloop::engine
