#pragma once
// Questions over all situations, without a person: where two laws mean different things by one word, and who can be in
// need of something that nobody gives.

#include <optional>
#include <vector>

#include "samenloop/finding.hpp"
#include "samenloop/model.hpp"

namespace samenloop {

/// What a search over all situations found out: there is one, there can be none, or it was given up.
enum class Possibility : std::uint8_t { possible, impossible, undecided };

/// How one law defines a word on a day.
struct Definition {
    Slot item = 0;
    std::vector<Index> rules;  // that define it, in force on the day
};

/// Can the definitions of two laws come to different values?
struct MeaningDifference {
    Slot first = 0;
    Slot second = 0;
    bool comparable = true;  // of one type and unit; if not, nothing is searched
    Possibility differs = Possibility::undecided;
    std::vector<Fact> facts;  // the witness: it holds for everybody of whom these facts are true
    Value first_value;        // there
    Value second_value;
    std::size_t asked = 0;  // evaluations that the search took
};

struct ConceptSurvey {
    Index concept_ = none;
    std::vector<Definition> definitions;
    std::vector<MeaningDifference> differences;  // one a pair, in the order of the definitions
    Judgement judgement;                         // whether every pair was decided
};

/// Every definition of a concept by a law in force and, per pair of laws, a situation in which they differ
/// (definitions 1.2, static).
ConceptSurvey survey_concept(const RuleBase& rules, Index concept_, Date day);

/// A way to be in need and not be helped.
struct Hole {
    Index rule = none;  // the denial behind it; none: no grant reaches these people
    Possibility exists = Possibility::undecided;
    std::vector<Fact> facts;  // the witness
    std::size_t asked = 0;
};

struct NeedSurvey {
    Index need = none;
    std::vector<Index> schemes;   // that cover it and are granted by a rule in force
    std::vector<Index> intended;  // rules that leave people out on purpose, and say by which source
    std::vector<Hole> holes;      // one a denial that is not intended, and one where none of them applies
    Judgement judgement;          // whether all of them were decided
};

/// Can somebody be in need while no scheme for it is granted, leaving intended exclusions aside (VA-8)?  Of income only
/// denials are asked: who has enough of his own falls through no hole.
NeedSurvey survey_need(const RuleBase& rules, Index need, Date day);

}  // namespace samenloop
