#pragma once
// Data that a decision needs and that do not come (VA-3, VA-4).

#include "detect/detection_context.hpp"

namespace samenloop::detect {

/// The need that the decision is about: its act would cover it, or its scheme does.
Index need_of(const RuleBase& base, const Effect& requires_data);

/// Told by datum, receiver and purpose: one finding, whichever rules ask for it.
Candidate datum_candidate(const DetectionContext& scene, engine::ArgumentId requires_data, Truth holds);

}  // namespace samenloop::detect
