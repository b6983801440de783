#pragma once
// What the two detectors of contradictions share: pairs of effects on one object that cannot both stand.
//
// A pair is *open* where both stand in the world looked at: neither wins, or each is defeated in a circle, or practice
// follows the one that the law rejects.  It is *settled* where both rules apply and the law accepts the winner.  All
// pairs of the same two rules are one candidate, with a list of what they contradict one another about: its key names
// the objects and the laws, not the rules.

#include <set>
#include <span>

#include "detect/detection_context.hpp"

namespace samenloop::detect {

/// One pair of effects, for one pair of instances of their rules.
struct Meeting {
    engine::ArgumentId first = 0;
    std::size_t first_instance = 0;
    engine::ArgumentId second = 0;
    std::size_t second_instance = 0;
};

/// What a detector makes of the pairs that could clash.
struct ClashRules {
    std::span<const engine::ObjectKind> kinds;
    /// Do the two effects differ for these instances: other amounts, other organisations?
    Truth (*differ)(const engine::Evaluation&, const Meeting&);
    /// Is it worth a line that the winner settles this conflict?
    bool (*worth_telling)(const engine::Program&, const engine::Conflict&);
};

std::vector<Candidate> clashes(const DetectionContext& scene, const ClashRules& rules);

/// The pairs of a candidate.
std::vector<Meeting> meetings(const Candidate& candidate);

/// What an effect is about: "act:sweep", "scheme:bread", "item:pw.norm", "need:shelter".
std::string object_id(const RuleBase& base, const Effect& effect);
Text object_title(const RuleBase& base, const Effect& effect);

/// The titles of all that the pairs are about.
Text objects_of(const DetectionContext& scene, const Candidate& candidate);

/// Organisations, which list elements it is about, why neither wins or what settles it.
void tell_clash(const DetectionContext& scene, const Candidate& candidate, Finding& finding);

}  // namespace samenloop::detect
