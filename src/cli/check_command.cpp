#include <algorithm>

#include "base/both.hpp"
#include "base/suggest.hpp"
#include "cli/common.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "cli/whom.hpp"
#include "samenloop/check.hpp"
#include "samenloop/report.hpp"

namespace samenloop::cli {
namespace {

std::optional<Index> rule_named(const RuleBase& rules, const std::string& id) {
    const auto at = std::ranges::find(rules.rules, id, &Rule::id);
    if (at != rules.rules.end()) return static_cast<Index>(at - rules.rules.begin());
    complain(base::both("er is geen regel '{}'", "there is no rule '{}'", id),
             base::did_you_mean(id, rules.rules, [](const Rule& r) { return std::string_view(r.id); }));
    return std::nullopt;
}

std::optional<CheckOptions> options(const CheckArguments& arguments, const RuleBase& rules) {
    CheckOptions result;
    bool good = read_day(arguments, result.date) && read_until(arguments.until, result.until);
    for (const auto& id : arguments.without) {
        const auto rule = rule_named(rules, id);
        if (rule) result.without_rules.push_back(*rule);
        good = good && rule;
    }
    return good ? std::optional(result) : std::nullopt;
}

/// The command line has been checked: there is one of this name.
const OutputFormat& format_named(std::string_view name) {
    return *std::ranges::find(output_formats(), name, &OutputFormat::name);
}

/// Complains of a picture of several.
bool shows(const CheckArguments& arguments, std::size_t situations) {
    if (situations <= 1 || format_named(arguments.format).several) return true;
    complain(base::both("--format {} toont één situatie, geen {}", "--format {} shows one situation, not {}",
                        arguments.format, situations));
    return false;
}

/// Complains of a day that is not after the one looked at.
bool looks_ahead(const std::vector<Situation>& situations, const CheckOptions& options) {
    return std::ranges::all_of(
        situations, [&](const Situation& s) { return is_ahead(options.until, options.date.value_or(s.date), s.id); });
}

std::vector<Report> of_everybody(const RuleBase& rules, const std::vector<Situation>& all,
                                 const CheckOptions& options) {
    std::vector<Report> reports;
    for (const auto& s : all)
        for (auto& report : check_everybody(rules, s, options)) reports.push_back(std::move(report));
    return reports;
}

}  // namespace

int run_check(const CheckArguments& arguments) {
    if (!shows(arguments, arguments.situations.size())) return bad_input;
    const auto rules = load_rules(arguments);
    if (!rules) return bad_input;
    const auto chosen = options(arguments, *rules);
    const auto situations = load_situations(arguments.situations, *rules);
    if (!chosen || !situations) return bad_input;
    const auto asked = of_whom(*rules, *situations, arguments.person);
    if (!asked) return bad_input;
    if (!shows(arguments, asked->size()) || !looks_ahead(*asked, *chosen)) return bad_input;
    const auto reports = arguments.person == "all" ? of_everybody(*rules, *situations, *chosen)
                                                   : check_all(*rules, *asked, *chosen, arguments.jobs);
    const auto serious = [](const Report& r) {
        return std::ranges::any_of(r.findings, [](const Finding& f) { return f.severity >= 1; }) ||
               std::ranges::any_of(r.timeline, [](const Moment& m) { return m.severity >= 1; });
    };
    auto style = style_of(arguments);
    style.verbose = arguments.verbose;
    Judgement together;
    for (const auto& r : reports) add(together, r.judgement);
    const bool less_ahead = std::ranges::any_of(reports, [](const Report& r) { return r.unjudged_from.has_value(); });
    if (less_ahead && together.verdict == Verdict::complete) together.verdict = Verdict::partial;
    return deliver(arguments, format_named(arguments.format).write(*rules, reports, style),
                   code_of(std::ranges::any_of(reports, serious), together));
}

}  // namespace samenloop::cli
