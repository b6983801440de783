#include "report/chain.hpp"

#include <algorithm>

namespace samenloop::report {
namespace {

std::vector<std::string> chain_lines(const Names& names, const std::vector<Link>& chain, Language language) {
    constexpr std::size_t deepest = 8;
    std::vector<std::string> lines;
    std::vector<std::string> path;
    for (const auto& link : chain) {
        const auto at = std::ranges::find(path, link.from);
        path.erase(at == path.end() ? path.begin() : at + 1, path.end());
        if (path.empty()) {
            path.push_back(link.from);
            lines.push_back(names.thing(link.from));
        }
        const auto& label = pick(language, link.label);
        lines.push_back(std::string(2 * std::min(path.size(), deepest), ' ') + "→ " + names.thing(link.to) +
                        (label.empty() ? "" : " (" + label + ")"));
        path.push_back(link.to);
    }
    return lines;
}

}  // namespace

void write_chain(Page& page, std::size_t indent, const Names& names, const std::vector<Link>& chain, Language language,
                 std::size_t most) {
    auto lines = chain_lines(names, chain, language);
    if (lines.size() > most) {
        if (most > 1 && lines[most - 1].front() != ' ') --most;  // a beginning without a step
        auto more = more_text(lines.size() - most, language);
        lines.resize(most);
        lines.push_back("… " + more);
    }
    std::string_view label = pick(language, "Keten", "Chain");
    for (const auto& line : lines) {
        const auto depth = line.find_first_not_of(' ');
        page.step(indent, label, depth == std::string::npos ? 0 : depth, line);
        label = "";
    }
}

}  // namespace samenloop::report
