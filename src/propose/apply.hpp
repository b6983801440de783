#pragma once
// A proposal applied to the text of the rules, all modifications at once; whether the result makes sense is not asked.

#include "propose/edit.hpp"

namespace samenloop::propose {

struct Applied {
    Sources sources;
    std::vector<std::vector<TextOrigin>> origins;  // one a source
    std::vector<Edit> edits;                       // one a modification
};

/// Nothing, and problems in the proposal, when a modification cannot be made.
std::optional<Applied> apply(const SourceIndex& things, const Proposal& proposal, read::Problems& problems);

/// The document of the proposal, and the elements of the modifications that count.
struct NewTexts {
    read::Element root;
    std::vector<const read::Element*> elements;
};
NewTexts new_texts(const Proposal& proposal);

}  // namespace samenloop::propose
