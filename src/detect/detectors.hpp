#pragma once
// The table of detectors.  To add one: a file with two functions, a line in detectors.def, a folder in tests/detectors.

#include <span>

#include "detect/detection_context.hpp"

namespace samenloop::detect {

/// Of what lies ahead, these events are looked at (PU-5).
inline constexpr Duration events_ahead{12, 0};

std::span<const Detector> all_detectors();

#define SAMENLOOP_DETECTOR(name, code, minimality, asks, looks_at)     \
    std::vector<Candidate> find_##name(const DetectionContext& scene); \
    void describe_##name(const DetectionContext& scene, const Candidate& candidate, Finding& finding);
#include "detect/detectors.def"
#undef SAMENLOOP_DETECTOR

}  // namespace samenloop::detect
