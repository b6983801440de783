#pragma once
// Changes of text as bytes: what is taken out of a file, and which pieces come in its place.  All positions are in the
// text as it was, so that the order of the edits does not matter, and each byte of the result knows its origin.

#include <optional>
#include <string>
#include <vector>

#include "propose/extent.hpp"
#include "samenloop/proposal.hpp"

namespace samenloop::propose {

/// A piece of new text; `from` is where its first byte stands in the proposal.
struct Fragment {
    std::string text;
    std::size_t from = 0;
    bool verbatim = true;  // each byte behind it follows in the proposal too
};

struct Splice {
    std::size_t file = 0;
    Bytes old;  // empty: an insertion
    std::vector<Fragment> pieces;
    std::size_t modification = 0;  // its place in the proposal
    std::string once;              // two splices with the same of this contradict each other
};

/// A file that is new, or one that goes (nothing).
struct Spliced {
    std::shared_ptr<const Source> source;
    std::vector<TextOrigin> origins;
};

/// The file with its splices, which do not overlap and are sorted.
Spliced splice_file(const std::shared_ptr<const Source>& file, const std::vector<const Splice*>& splices,
                    const std::shared_ptr<const Source>& proposal);

/// In the order of the text; insertions at one place in the order of the proposal.
void sort_splices(std::vector<Splice>& splices);

/// The first two sorted splices of which one touches what the other one edits.
struct Clash {
    std::size_t earlier = 0;  // modifications
    std::size_t later = 0;
};
std::vector<Clash> conflicts_among(const std::vector<Splice>& splices);

}  // namespace samenloop::propose
