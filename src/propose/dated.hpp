#pragma once
// A modification that keeps the old text for the time before it (dated="true"): what is repealed ends on the day of the
// entry into force; what is replaced ends then, and the new text, with an id of its own, starts.

#include "propose/source_index.hpp"
#include "propose/splice.hpp"

namespace samenloop::propose {

std::vector<Splice> dated_splices(const SourceIndex& things, const Proposal& proposal, const Modification& modification,
                                  const read::Element& element, const Target& target, read::Problems& problems);

/// What is wrong with an element that is to take the place of one of another name.
Text replaced_by_its_like(const read::Element& old, const read::Element& other);

}  // namespace samenloop::propose
