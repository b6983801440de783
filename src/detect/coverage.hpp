#pragma once
// Is a need there, and does something cover it?  A scheme that is granted and within reach, a duty in force, an outcome
// within reach, or enough income (definitions 10.10).

#include "engine/evaluation.hpp"

namespace samenloop::detect {

enum class Payment : std::uint8_t { granted, in_hand };  // in hand: paid by now, too

Truth is_active(const engine::Evaluation& e, Index need);

/// `reached` is reach(e); the law of the same what-if gives the protected level.
Truth is_covered(const engine::Evaluation& e, const engine::Evaluation& law, const std::vector<Truth>& reached,
                 Index need, Payment payment = Payment::granted);

/// Granted, within reach and, if asked, paid.
Truth scheme_covers(const engine::Evaluation& e, const std::vector<Truth>& reached, Index scheme, Payment payment);

}  // namespace samenloop::detect
