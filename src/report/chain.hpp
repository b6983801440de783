#pragma once
// The chain of a finding on the page.

#include <limits>

#include "report/names.hpp"
#include "report/page.hpp"
#include "samenloop/finding.hpp"

namespace samenloop::report {

/// A tree of arrows: what starts where an earlier arrow began or ended stands under that one, one step further in.  Of
/// a long one the first lines, and that there is more.
void write_chain(Page& page, std::size_t indent, const Names& names, const std::vector<Link>& chain, Language language,
                 std::size_t most = std::numeric_limits<std::size_t>::max());

}  // namespace samenloop::report
