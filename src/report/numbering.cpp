#include "report/numbering.hpp"

#include <map>
#include <string_view>

namespace samenloop::report {
namespace {

/// Follows root causes upwards; a root that is not among the findings is none, and a circle of roots ends at its start.
std::size_t root_of(std::size_t start, const std::vector<Finding>& findings,
                    const std::map<std::string_view, std::size_t>& by_id) {
    auto at = start;
    for (std::size_t steps = 0; steps < findings.size(); ++steps) {
        const auto found = by_id.find(findings[at].root_cause);
        if (found == by_id.end() || found->second == at) return at;
        at = found->second;
    }
    return start;
}

}  // namespace

std::vector<std::size_t> Numbering::members(std::size_t root) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < roots.size(); ++i)
        if (roots[i] == root && i != root) found.push_back(i);
    return found;
}

Numbering number(const std::vector<Finding>& findings) {
    std::map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < findings.size(); ++i) by_id.emplace(findings[i].id, i);
    Numbering result;
    for (std::size_t i = 0; i < findings.size(); ++i) result.roots.push_back(root_of(i, findings, by_id));
    result.numbers.resize(findings.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (!result.alone(i)) continue;
        result.numbers[i] = std::to_string(++count);
        std::size_t below = 0;
        for (const auto member : result.members(i))
            result.numbers[member] = result.numbers[i] + "." + std::to_string(++below);
    }
    return result;
}

}  // namespace samenloop::report
