#pragma once
// The numbers findings have on the page and in the picture: "1", "2"; "1.1" for one that is grouped under the first.

#include <string>
#include <vector>

#include "samenloop/finding.hpp"

namespace samenloop::report {

struct Numbering {
    std::vector<std::string> numbers;  // one a finding
    std::vector<std::size_t> roots;    // the finding it stands under; itself when it stands alone

    bool alone(std::size_t finding) const { return roots.at(finding) == finding; }
    /// The findings that stand under this one, in order.
    std::vector<std::size_t> members(std::size_t root) const;
};

Numbering number(const std::vector<Finding>& findings);

}  // namespace samenloop::report
