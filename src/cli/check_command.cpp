#include <algorithm>

#include "base/suggest.hpp"
#include "cli/common.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "samenloop/check.hpp"
#include "samenloop/report.hpp"

namespace samenloop::cli {
namespace {

std::optional<Index> rule_named(const RuleBase& rules, const std::string& id) {
    const auto at = std::ranges::find(rules.rules, id, &Rule::id);
    if (at != rules.rules.end()) return static_cast<Index>(at - rules.rules.begin());
    complain("there is no rule '" + id + "'",
             did_you_mean(id, rules.rules, [](const Rule& r) { return std::string_view(r.id); }));
    return std::nullopt;
}

bool read_until(const std::string& text, std::optional<Date>& day) {
    if (text.empty()) return true;
    day = Date::parse(text);
    if (!day) complain("--until expects a day such as 2027-01-01, not '" + text + "'");
    return day.has_value();
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

}  // namespace

int run_check(const CheckArguments& arguments) {
    if (arguments.situations.size() > 1 && !format_named(arguments.format).several) {
        complain("--format " + arguments.format + " shows one situation, not " +
                 std::to_string(arguments.situations.size()));
        return bad_input;
    }
    const auto rules = load_rules(arguments);
    if (!rules) return bad_input;
    const auto chosen = options(arguments, *rules);
    const auto situations = load_situations(arguments.situations, *rules);
    if (!chosen || !situations) return bad_input;
    std::vector<Report> reports;
    for (const auto& s : *situations) reports.push_back(check(*rules, s, *chosen));
    const auto serious = [](const Report& r) {
        return std::ranges::any_of(r.findings, [](const Finding& f) { return f.severity >= 1; });
    };
    auto style = style_of(arguments);
    style.verbose = arguments.verbose;
    Judgement together;
    for (const auto& r : reports) add(together, r.judgement);
    return deliver(arguments, format_named(arguments.format).write(*rules, reports, style),
                   code_of(std::ranges::any_of(reports, serious), together));
}

}  // namespace samenloop::cli
