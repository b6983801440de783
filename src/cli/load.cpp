#include "cli/load.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/both.hpp"
#include "cli/files.hpp"
#include "samenloop/read.hpp"

namespace samenloop::cli {

std::optional<RuleBase> load_rules(const std::string& folder) {
    const auto files = read_folder(folder);
    if (!files) {
        complain_of(files.error());
        return std::nullopt;
    }
    auto rules = read_rulebase(*files);
    if (!rules) {
        complain_of(rules.error());
        return std::nullopt;
    }
    return std::move(*rules);
}

namespace {

/// Findings are told by the id of their situation, so one id is one situation.
Diagnostics given_twice(const std::vector<Situation>& all) {
    Diagnostics problems;
    std::map<std::string, const Situation*> seen;
    for (const auto& one : all) {
        const auto [at, is_new] = seen.try_emplace(one.id, &one);
        if (is_new) continue;
        const auto place = one.source->text().find("<situation");
        problems.push_back(
            {base::both("de situatie '{}' is twee keer opgegeven", "the situation '{}' is given twice", one.id),
             base::both("ze staat ook in {}", "it is in {}, too", at->second->source->name()),
             place == std::string::npos ? 0 : place, one.source});
    }
    return problems;
}

}  // namespace

std::optional<std::vector<Situation>> load_situations(const std::vector<std::string>& paths, const RuleBase& rules) {
    std::vector<Situation> all;
    Diagnostics problems;
    Diagnostics warnings;
    for (const auto& path : paths) {
        const auto file = read_file(path);
        auto situation = file ? read_situation(*file, rules) : Result<Situation>(tl::unexpected(file.error()));
        if (situation) {
            warnings.insert(warnings.end(), situation->warnings.begin(), situation->warnings.end());
            all.push_back(std::move(*situation));
        } else problems.insert(problems.end(), situation.error().begin(), situation.error().end());
    }
    if (!warnings.empty()) complain_of(warnings);
    if (problems.empty()) problems = given_twice(all);
    if (problems.empty()) return all;
    complain_of(problems);
    return std::nullopt;
}

std::optional<std::vector<Situation>> load_situations_of(const std::string& folder, const std::string& rules_folder,
                                                         const RuleBase& rules) {
    auto beside = std::filesystem::path(rules_folder).lexically_normal();
    if (!beside.has_filename()) beside = beside.parent_path();
    const auto shipped = beside.parent_path() / "examples" / "situations";
    const auto paths = list_folder(folder.empty() ? shipped.string() : folder, {"situaties", "situations"});
    if (paths) return load_situations(*paths, rules);
    auto problems = paths.error();
    if (folder.empty()) problems.front().hint = {"--situations zegt welke map", "--situations tells which folder"};
    complain_of(problems);
    return std::nullopt;
}

}  // namespace samenloop::cli
