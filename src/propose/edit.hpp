#pragma once
// One modification -> the splices that it makes.

#include "propose/source_index.hpp"
#include "propose/splice.hpp"

namespace samenloop::propose {

/// What a modification comes down to.
struct Edit {
    Target target;
    std::vector<Splice> splices;
    std::string new_file;                 // an insertion into a file that is not there yet
    std::optional<std::size_t> old_file;  // a repeal of a whole file
};

/// `element` is the modification as it stands in the proposal, number `index` of those that count.  Nothing when
/// something is wrong with it, which is told at its place.
std::optional<Edit> edit_of(const SourceIndex& things, const Proposal& proposal, const Modification& modification,
                            const read::Element& element, std::size_t index, read::Problems& problems);

}  // namespace samenloop::propose
