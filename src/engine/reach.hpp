#pragma once
// Which outcomes a person can reach, and where outcomes wait for one another (definitions 1.1 and 10.2).
//
// An outcome that does not hold needs all requirements that apply to it and, where a scheme grants it, one accepted
// grant; written out these are its alternatives, each a set of outcomes that suffice.  Attainable = least fixpoint from
// what holds.  Possible = greatest fixpoint: what is not excluded by something outside the outcomes (age, nationality).
// A circle is a strongly connected component of possible minus attainable from which no edge leads out.

#include "engine/evaluation.hpp"

namespace samenloop::engine {

/// How unknown conditions count: as they hinder most, or as they help most.
enum class View : std::uint8_t { cautious, hopeful };

/// Per outcome: what suffices for it.  An outcome without alternatives cannot be reached; {{}} is reached at once.
std::vector<Alternatives> alternatives(const Evaluation& e, View view);

/// Least fixpoint from what holds and what is added.
std::vector<bool> attainable(const std::vector<Alternatives>& of, const std::vector<Index>& added = {});

struct Circle {
    std::vector<Index> outcomes;               // sorted
    std::vector<Index> waiting;                // outcomes that merely wait for the circle
    std::vector<std::vector<Index>> ways_out;  // minimal sets that, made true, put the whole circle within reach
};

std::vector<Circle> circles(const std::vector<Alternatives>& of);

/// An act that an organisation must do, is free to do in this world, and that makes the outcome true.
struct Duty {
    ArgumentId argument = 0;
    std::size_t instance = 0;
    Index outcome = none;
};
/// Accepted obligations (or permissions) of organisations that achieve an outcome.
std::vector<Duty> achieving(const Evaluation& e, EffectKind kind);

/// Within reach: attainable once every outcome that an organisation must make true is added.
Truth within_reach(const Evaluation& e, Index outcome);
/// For all outcomes at once.
std::vector<Truth> reach(const Evaluation& e);

}  // namespace samenloop::engine
