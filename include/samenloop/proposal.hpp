#pragma once
// A bill: the changes that it makes in the text of the law, as an amending act words them, and the law as it then
// reads.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "samenloop/diagnostic.hpp"
#include "samenloop/model.hpp"

namespace samenloop {

using Sources = std::vector<std::shared_ptr<const Source>>;

/// The textual modifications of Akoma Ntoso.
enum class ModificationKind : std::uint8_t { insertion, substitution, repeal };

/// What the target of a modification is to it: the thing itself, or where something new comes.
enum class Place : std::uint8_t { at, into, before, after };

/// One change of the text, as the proposal says it; whether its target exists is seen when it is applied.
struct Modification {
    ModificationKind kind{};
    Place place = Place::at;
    std::string target;                // "rule:L-7-4/when", "item:age/@max", "law:l"
    std::optional<std::string> words;  // only these words of the target
    bool dated = false;                // the old text holds until the entry into force, the new one from then on
    bool exact = false;                // blanks around the new text are part of it
    Location at;
    std::size_t target_offset = 0;  // where the target and the words are written
    std::size_t words_offset = 0;
};

/// A proposal may be applied in part: take out of `modifications` what should not count.
struct Proposal {
    std::string id;
    Text title;
    std::string proposer;
    Date in_force;
    std::vector<Modification> modifications;
    std::shared_ptr<const Source> source;
};

/// Reads a proposal (docs/proposal-format.md); all problems at once.
Result<Proposal> read_proposal(const std::shared_ptr<const Source>& source);

/// One modification as it was applied.
struct Amendment {
    Text wording;                      // "In artikel 7 lid 4 Voorbeeldwet (L-7-4) wordt „27” vervangen door „21”."
    Location at;                       // in the proposal
    std::vector<std::string> touches;  // typed ids of the things whose text it changes: "rule:L-7-4", "item:age"
};

/// A run of bytes of a consolidated file and where they come from: a file of before, or the proposal.
struct TextOrigin {
    std::size_t start = 0;
    std::size_t size = 0;
    Location from;
    bool verbatim = true;  // byte for byte; else all of it comes from `from`
};

/// The law as it reads with the proposal.
struct Amended {
    Sources sources;                               // in the order given, then the files that are new
    RuleBase rules;                                // read from them
    std::vector<Amendment> modifications;          // in the order of the proposal
    std::vector<std::vector<TextOrigin>> origins;  // one a source, in order of start
    /// Where the text at a place of `sources` comes from; the place itself when it is of no source here.
    Location origin(const Location& place) const;
};

/// Applies all modifications at once to the text as it is.  What is wrong is told in the proposal, also what it leaves
/// dangling elsewhere.
Result<Amended> amend(const Sources& sources, const Proposal& proposal);

/// The proposal that undoes it: applied to what `amend` gives, it restores the sources byte for byte.
Result<Proposal> reverse(const Sources& sources, const Proposal& proposal);

}  // namespace samenloop
