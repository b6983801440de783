#pragma once
// The core claim of each kind of finding, computed anew from an evaluation.

#include <string>

#include "engine/evaluation.hpp"
#include "samenloop/finding.hpp"

namespace samenloop::verification {

/// "" when the claim holds or the kind makes none that can be computed here; else what does not hold.
std::string check_claim(const engine::Evaluation& here, const engine::Evaluation& law, const Finding& finding);

// One question a kind; the answer is empty when the claim holds.
std::string duties_contradict(const engine::Evaluation& e, const Finding& f);      // CL-1
std::string outcomes_contradict(const engine::Evaluation& e, const Finding& f);    // CL-2
std::string meanings_differ(const engine::Evaluation& e, const Finding& f);        // CL-4
std::string premise_fails(const engine::Evaluation& e, const Finding& f);          // CL-5
std::string referrals_circle(const engine::Evaluation& e, const Finding& f);       // VA-2
std::string referral_ends_nowhere(const engine::Evaluation& e, const Finding& f);  // VA-2b
std::string nobody_keeps(const engine::Evaluation& e, const Finding& f);           // VA-3
std::string datum_cannot_come(const engine::Evaluation& e, const Finding& f);      // VA-4
std::string orphaned(const engine::Evaluation& e, const Finding& f);               // VA-7
std::string rule_leaves_out(const engine::Evaluation& e, const Finding& f);        // VA-8
std::string step_leaves(const engine::Evaluation& e, const Finding& f);            // IM-2b, PU-4
std::string asked_again(const engine::Evaluation& e, const Finding& f);            // PU-2
std::string organisations_counted(const engine::Evaluation& e, const Finding& f);  // PU-3
std::string goal_missed(const engine::Evaluation& e, const Finding& f);            // IM-4
std::string floor_lowered(const engine::Evaluation& e, const Finding& f);          // IM-5
std::string loss_exceeds(const engine::Evaluation& e, const Finding& f);           // IM-6
std::string withheld_together(const engine::Evaluation& e, const Finding& f);      // PU-1
std::string punished_twice(const engine::Evaluation& e, const Finding& f);         // PU-6
std::string notices_counted(const engine::Evaluation& e, const Finding& f);        // PU-7
std::string laws_say_the_same(const engine::Evaluation& e, const Finding& f);      // PU-8

/// IM-2 is about a fact that changed, so it asks for the situation: income on both sides of the limit.
std::string limit_costs(const engine::Evaluation& e, const Situation& situation, const Finding& f);

std::optional<Decimal> amount_of(const Finding& f, std::string_view key);

}  // namespace samenloop::verification
