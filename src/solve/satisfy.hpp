#pragma once
// Can this hold, and with which facts?  A search by boxes over the domains of the facts (definitions section 9).
//
// The question is asked with nothing known, in three-valued logic.  If the answer is not decided, it names the facts it
// waits for; the first of them is split into its cells and the question is asked again with each.  A *no* refutes the
// whole box at once, so only what matters is ever split: a branch and bound whose bound is Kleene's logic.
//
// The cells of a fact stand in order of likelihood, the ordinary value first.  Before all is searched, only what
// deviates from that order at one, two or three facts is (limited discrepancy search, Harvey and Ginsberg 1995): a bad
// first choice then costs little, and what is found is close to the ordinary person.
//
// Who asks much the same question again names the witness of before: its values then stand first, and only what the
// other question asks for deviates from them.  Whatever is found is made as ordinary as it can be.
//
// A refutation names the facts that it rests on, where the question can tell.  A fact that is not among them is not
// split further: its other cells are refuted for the same reason (conflict-directed backjumping, Prosser 1993).
//
// Yes on a box gives a witness of few facts: it holds whatever the others are.  No on every box is a proof that it can
// never hold, if the cells cover the domains and each question over them was decided.  All else is "gave up", never a
// guess.

#include <optional>
#include <utility>
#include <vector>

#include "base/function_ref.hpp"
#include "solve/domain.hpp"

namespace samenloop::solve {

/// Questions that one search may ask.
inline constexpr std::size_t question_budget = 20'000;

using Facts = std::vector<std::pair<Slot, Value>>;

struct Reply {
    Truth truth = Truth::unknown;
    std::vector<Slot> waits_for;  // undecided: the facts that would decide it, the most telling first
    /// no: facts that make it so whatever the others are; not told: perhaps all of them.
    // NOLINTNEXTLINE(readability-redundant-member-init): g++ warns of an aggregate that leaves it out
    std::optional<std::vector<Slot>> because = {};
};

using Question = base::function_ref<Reply(const Facts&)>;

enum class SearchResult : std::uint8_t { witness, unsatisfiable, gave_up };

struct Answer {
    SearchResult verdict = SearchResult::gave_up;
    Facts facts;  // the witness; if it was the aim, without any one of them it is no longer certain
    std::size_t asked = 0;
};

/// What is wanted first: a witness close to the ordinary person, or to know that there is none.
enum class Aim : std::uint8_t { witness, proof };

/// Axes that a reply names and that are not among `axes` cannot be split.  `like`: the witness of a question that is
/// much the same; it may be empty.
Answer satisfy(const std::vector<Axis>& axes, Question question, Aim aim = Aim::witness,
               std::size_t budget = question_budget, const Facts& like = {});

}  // namespace samenloop::solve
