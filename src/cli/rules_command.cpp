#include <algorithm>

#include <fmt/core.h>

#include "base/both.hpp"
#include "base/suggest.hpp"
#include "cli/common.hpp"
#include "cli/console.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "report/coverage.hpp"
#include "report/show.hpp"
#include "samenloop/check.hpp"
#include "solve/doubtful.hpp"

namespace samenloop::cli {

int run_rules_check(const RulesArguments& a) {
    const auto rules = load_rules(a.rules);
    if (!rules) return bad_input;
    const auto warnings = solve::doubtful(*rules);
    if (!warnings.empty()) complain_of(warnings);
    const auto unverified = std::ranges::count(rules->rules, Verification::unverified, &Rule::status);
    const auto found =
        warnings.empty() ? Text{"geen problemen", "no problems"}
        : warnings.size() == 1
            ? Text{"geen fouten, 1 waarschuwing", "no errors, 1 warning"}
            : base::both("geen fouten, {} waarschuwingen", "no errors, {} warnings", warnings.size());
    say(base::both("{} regels van {} wetten, {} gegevens, {} organisaties, {} regelingen, {} gegevensverstrekkingen: "
                   "{} ({} regels niet gecontroleerd)\n",
                   "{} rules of {} laws, {} items, {} organisations, {} schemes, {} exchanges: {} ({} rules "
                   "unverified)\n",
                   rules->rules.size(), rules->laws.size(), rules->items.size(), rules->organisations.size(),
                   rules->schemes.size(), rules->exchanges.size(), found, unverified)
            .in(spoken()));
    return clean;
}

int run_rules_coverage(const CoverageArguments& a) {
    const auto rules = load_rules(rules_folder(a.rules));
    if (!rules) return bad_input;
    CommonArguments common;
    common.output = a.output;
    return deliver(common, report::coverage(*rules, spoken()), clean);
}

int run_rules_show(const ShowArguments& a) {
    const auto rules = load_rules(rules_folder(a.rules));
    if (!rules) return bad_input;
    CommonArguments common;
    common.date = a.date;
    std::optional<Date> day = today();
    if (!read_day(common, day)) return bad_input;
    const auto text = report::show(*rules, a.id, *day, spoken());
    if (text) {
        say(*text);
        return clean;
    }
    complain(base::both("in de regels heet niets '{}'", "nothing is called '{}' in the rules", a.id),
             base::did_you_mean(a.id, report::shown_ids(*rules)));
    return bad_input;
}

int run_detectors(const ListArguments& /*nothing*/) {
    for (const auto& d : detectors()) say(fmt::format("{:6} {}\n", d.code, d.name.in(spoken())));
    return clean;
}

}  // namespace samenloop::cli
