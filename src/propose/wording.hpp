#pragma once
// A modification in the words of an amending act, in Dutch and in English.

#include "propose/edit.hpp"

namespace samenloop::propose {

std::vector<Amendment> amendments(const SourceIndex& things, const Proposal& proposal, const std::vector<Edit>& edits);

}  // namespace samenloop::propose
