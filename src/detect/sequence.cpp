#include "detect/sequence.hpp"

#include <algorithm>
#include <optional>

#include "engine/reach.hpp"

namespace samenloop::detect {
namespace {

bool holds(const engine::Evaluation& e, Index o) {
    const auto& condition = e.base().outcomes[o].holds;
    return condition && evaluate(*condition, {e.values, {}}).truth() == Truth::yes;
}

using Rounds = std::vector<std::optional<std::size_t>>;

/// When the last outcome of the set is reached; nothing when one never is.
std::optional<std::size_t> complete(const std::vector<Index>& set, const Rounds& round) {
    std::size_t last = 0;
    for (const auto o : set) {
        if (!round[o]) return std::nullopt;
        last = std::max(last, *round[o]);
    }
    return last;
}

/// 0: there already; n: reached in the nth step.
Rounds rounds(const engine::Evaluation& e, const std::vector<Alternatives>& of) {
    Rounds round(of.size());
    for (Index o = 0; o < of.size(); ++o)
        if (holds(e, o)) round[o] = 0;
    for (std::size_t n = 1; n <= of.size(); ++n) {
        const auto so_far = round;
        for (Index o = 0; o < of.size(); ++o)
            if (!round[o] &&
                std::ranges::any_of(of[o], [&](const auto& set) { return complete(set, so_far).has_value(); }))
                round[o] = n;
    }
    return round;
}

}  // namespace

std::vector<std::vector<Index>> steps_to_outcomes(const engine::Evaluation& e) {
    const auto of = engine::alternatives(e, engine::View::cautious);
    const auto round = rounds(e, of);
    std::vector<std::vector<Index>> steps;
    for (Index o = 0; o < of.size(); ++o) {
        if (!round[o] || *round[o] == 0) continue;
        if (steps.size() < *round[o]) steps.resize(*round[o]);
        steps[*round[o] - 1].push_back(o);
    }
    return steps;
}

std::vector<Index> before(const engine::Evaluation& e, Index outcome) {
    const auto of = engine::alternatives(e, engine::View::cautious);
    const auto round = rounds(e, of);
    const std::vector<Index>* best = nullptr;
    for (const auto& set : of[outcome])
        if (complete(set, round) && (best == nullptr || complete(set, round) < complete(*best, round))) best = &set;
    std::vector<Index> first;
    if (best != nullptr) std::ranges::copy_if(*best, std::back_inserter(first), [&](Index o) { return *round[o] > 0; });
    return first;
}

}  // namespace samenloop::detect
