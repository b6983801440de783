#pragma once
// Duties of the person concerned: to whom one is owed, and whether a change that happened is what it is about.

#include "detect/detection_context.hpp"

namespace samenloop::detect {

bool is_person(const RuleBase& base, std::string_view organisation);

/// Whom an obligation is owed to: its `to`, else the rule's actor; "" when nobody is named.
std::string owed_to(const engine::Evaluation& e, engine::ArgumentId a, std::size_t instance);

/// The items that an event of the situation changes.  A birthday is no change that anybody reports.
std::vector<Slot> changed_items(const DetectionContext& scene);

/// A duty to report is about a change: it arises only when one of its items changed.  Any other duty always does.
bool arises(const DetectionContext& scene, const Effect& obligation);

}  // namespace samenloop::detect
