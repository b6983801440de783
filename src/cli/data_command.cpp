#include <algorithm>

#include "base/both.hpp"
#include "base/suggest.hpp"
#include "cli/common.hpp"
#include "cli/load.hpp"
#include "cli/whom.hpp"
#include "report/data_report.hpp"

namespace samenloop::cli {
namespace {

std::optional<std::string> organisation_id(const RuleBase& rules, const std::string& name) {
    if (name.empty()) return name;
    if (const auto known = rules.organisation_named(name); known != none) return rules.organisations[known].id;
    std::vector<std::string_view> known_names;
    for (const auto& o : rules.organisations) {
        known_names.insert(known_names.end(), {o.id, o.title.nl});
        known_names.insert(known_names.end(), o.aliases.begin(), o.aliases.end());
    }
    complain(base::both("in de regels heet geen organisatie '{}'", "no organisation is called '{}' in the rules", name),
             base::did_you_mean(name, known_names));
    return std::nullopt;
}

/// The day asked for, else the situation's, else today.
std::optional<Date> day_of(const DataArguments& arguments, const std::vector<Situation>& situations) {
    std::optional<Date> day = situations.empty() ? today() : situations.front().date;
    return read_day(arguments, day) ? day : std::nullopt;
}

}  // namespace

int run_data(const DataArguments& arguments) {
    const auto rules = load_rules(arguments);
    if (!rules) return bad_input;
    std::vector<std::string> paths;
    if (!arguments.situation.empty()) paths.push_back(arguments.situation);
    const auto situations = load_situations(paths, *rules);
    const auto organisation = organisation_id(*rules, arguments.organisation);
    if (!situations || !organisation) return bad_input;
    const auto asked = of_whom(*rules, *situations, arguments.person);
    const auto day = day_of(arguments, *situations);
    if (!day || !asked) return bad_input;
    const auto view = data::data_view(*rules, asked->empty() ? nullptr : &asked->front(), *day, *organisation);
    const auto format =
        std::ranges::find(report::data_formats(), std::string_view(arguments.format), &report::DataFormat::name);
    auto style = style_of(arguments);
    style.verbose = arguments.verbose;
    return deliver(arguments, format->write(*rules, view, style), code_of(false, view.judgement));
}

}  // namespace samenloop::cli
