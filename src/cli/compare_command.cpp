#include <algorithm>
#include <filesystem>

#include <fmt/core.h>

#include "base/printable.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "report/compare_report.hpp"
#include "samenloop/read.hpp"

namespace samenloop::cli {
namespace {

std::nullopt_t told(const Diagnostics& problems) {
    fmt::print(stderr, "{}", render(problems));
    return std::nullopt;
}

/// All situations of a folder; without one those that are shipped beside the rules.
std::optional<std::vector<Situation>> situations_of(const CompareArguments& a, const RuleBase& rules) {
    const auto folder =
        a.situations.empty()
            ? (std::filesystem::path(rules_folder(a.rules)).parent_path() / "examples/situations").string()
            : a.situations;
    std::vector<std::string> paths;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
        if (entry.path().extension() == ".xml") paths.push_back(entry.path().string());
    if (failed || paths.empty()) {
        complain("there are no situations in " + folder, "name a folder of situations with --situations");
        return std::nullopt;
    }
    std::ranges::sort(paths);
    return load_situations(paths, rules);
}

std::optional<Comparison> compared(const std::string& path, const Sources& sources, const RuleBase& rules,
                                   const std::vector<Situation>& situations, const CompareOptions& options) {
    const auto file = read_file(path);
    if (!file) return told(file.error());
    const auto proposal = read_proposal(*file);
    if (!proposal) return told(proposal.error());
    auto result = compare(sources, rules, *proposal, situations, options);
    if (!result) return told(result.error());
    return std::move(*result);
}

bool fails(const std::vector<Comparison>& all, int severity) {
    return std::ranges::any_of(all, [&](const Comparison& c) {
        return std::ranges::any_of(c.differences, [&](const Difference& d) {
            return d.baseline == Baseline::added && d.after->severity >= severity;
        });
    });
}

std::optional<CompareOptions> options_of(const CompareArguments& a) {
    CompareOptions options;
    options.everything = a.everything;
    if (a.date.empty()) return options;
    options.date = Date::parse(a.date);
    if (options.date) return options;
    complain("--date expects a day such as 2025-01-15, not '" + a.date + "'");
    return std::nullopt;
}

}  // namespace

int run_compare(const CompareArguments& a) {
    const auto files = read_folder(rules_folder(a.rules));
    if (!files) return told(files.error()), bad_input;
    const Sources sources(files->begin(), files->end());
    const auto rules = read_rulebase(sources);
    if (!rules) return told(rules.error()), bad_input;
    const auto options = options_of(a);
    const auto situations = situations_of(a, *rules);
    if (!options || !situations) return bad_input;
    std::vector<Comparison> all;
    bool good = true;
    for (const auto& path : a.proposals) {
        auto one = compared(path, sources, *rules, *situations, *options);
        if (one) all.push_back(std::move(*one));
        else good = false;
    }
    if (!good) return bad_input;
    const Style style{a.language == "en" ? Language::en : Language::nl, in_colour(a.colour, a.output)};
    const auto format = std::ranges::find(compare_formats(), std::string_view(a.format), &CompareFormat::name);
    if (const auto failed = write_result(a.output, format->write(all, style))) {
        complain(*failed);
        return bad_input;
    }
    return fails(all, a.fail_on) ? findings : clean;
}

}  // namespace samenloop::cli
