#pragma once
// Whether a detector could answer: what it asks, and what of that rests on something that is not known.
//
// A detector of money or of time needs exact values; where one is not exact it finds nothing, which is no answer.  For
// each sort of question the roots are named here, and followed down to the reasons (evaluate/known.hpp).  A question
// that nobody asks (no earnings, no event) lacks nothing.

#include "detect/detection_context.hpp"
#include "engine/known.hpp"

namespace samenloop::detect {

engine::Lacking lacking(Ask ask, const DetectionContext& scene);

/// Why it is not known whether a need is there and covered, in hand, by this evaluation of the law.
engine::Lacking lacking_of_need(const engine::Evaluation& e, Index need);
/// Some of that is nothing that anybody could tell of the household: asked no further than the first.
bool lacks_beyond_facts(const engine::Evaluation& e, Index need);

/// The kinds of effects that a rule has.
Subjects subjects_of(const Rule& rule);

/// The reference household by the law that is looked at, also where another one is the yardstick: what it lacks is told
/// in the items of this law.
engine::Evaluation own_reference(const engine::Evaluation& law);

}  // namespace samenloop::detect
