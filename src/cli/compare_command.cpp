#include <algorithm>

#include <fmt/core.h>

#include "cli/common.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "report/compare_report.hpp"
#include "samenloop/read.hpp"

namespace samenloop::cli {
namespace {

std::nullopt_t told(const Diagnostics& problems) {
    complain_of(problems);
    return std::nullopt;
}

std::optional<Comparison> compared(const std::string& path, const Sources& sources, const RuleBase& rules,
                                   const std::vector<Situation>& situations, const CompareOptions& options) {
    const auto file = read_file(path);
    if (!file) return told(file.error());
    const auto proposal = read_proposal(*file);
    if (!proposal) return told(proposal.error());
    const auto day = options.date.value_or(proposal->in_force);
    if (!is_ahead(options.until, day, proposal->id)) return std::nullopt;
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

}  // namespace

int run_compare(const CompareArguments& a) {
    const auto folder = rules_folder(a.rules);
    const auto files = read_folder(folder);
    if (!files) return told(files.error()), bad_input;
    const Sources sources(files->begin(), files->end());
    const auto rules = read_rulebase(sources);
    if (!rules) return told(rules.error()), bad_input;
    CompareOptions options{{}, a.amounts == "last", a.everything};
    const auto situations = load_situations_of(a.situations, folder, *rules);
    if (!read_day(a, options.date) || !read_until(a.until, options.until) || !situations) return bad_input;
    std::vector<Comparison> all;
    for (const auto& path : a.proposals)
        if (auto one = compared(path, sources, *rules, *situations, options)) all.push_back(std::move(*one));
    if (all.size() < a.proposals.size()) return bad_input;
    const auto format =
        std::ranges::find(report::compare_formats(), std::string_view(a.format), &report::CompareFormat::name);
    Judgement together;
    for (const auto& c : all) add(together, c.judgement);
    return deliver(a, format->write(all, style_of(a)), code_of(fails(all, a.fail_on), together));
}

}  // namespace samenloop::cli
