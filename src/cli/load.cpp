#include "cli/load.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "base/printable.hpp"
#include "cli/files.hpp"
#include "samenloop/read.hpp"

namespace samenloop::cli {

void complain(const std::string& message, const std::string& hint) {
    fmt::print(stderr, "samenloop: error: {}\n", printable(message));
    if (!hint.empty()) fmt::print(stderr, "  hint: {}\n", printable(hint));
}

std::optional<RuleBase> load_rules(const std::string& folder) {
    const auto files = read_folder(folder);
    if (!files) {
        fmt::print(stderr, "{}", render(files.error()));
        return std::nullopt;
    }
    auto rules = read_rulebase(*files);
    if (!rules) {
        fmt::print(stderr, "{}", render(rules.error()));
        return std::nullopt;
    }
    return std::move(*rules);
}

namespace {

/// Findings are told by the id of their situation, so one id is one situation.
bool given_once(const std::vector<Situation>& all) {
    for (auto one = all.begin(); one != all.end(); ++one) {
        const auto twin = std::find_if(all.begin(), one, [&](const Situation& s) { return s.id == one->id; });
        if (twin == one) continue;
        complain("the situation '" + one->id + "' is given twice: " + twin->source->name() + " and " +
                 one->source->name());
        return false;
    }
    return true;
}

}  // namespace

std::optional<std::vector<Situation>> load_situations(const std::vector<std::string>& paths, const RuleBase& rules) {
    std::vector<Situation> all;
    Diagnostics problems;
    for (const auto& path : paths) {
        const auto file = read_file(path);
        auto situation = file ? read_situation(*file, rules) : Result<Situation>(tl::unexpected(file.error()));
        if (situation) all.push_back(std::move(*situation));
        else problems.insert(problems.end(), situation.error().begin(), situation.error().end());
    }
    if (problems.empty()) return given_once(all) ? std::optional(std::move(all)) : std::nullopt;
    fmt::print(stderr, "{}", render(problems));
    return std::nullopt;
}

}  // namespace samenloop::cli
