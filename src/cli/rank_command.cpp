#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "report/rank_report.hpp"

namespace samenloop::cli {

int run_rank(const RankArguments& a) {
    const auto folder = rules_folder(a.rules);
    const auto rules = load_rules(folder);
    if (!rules) return bad_input;
    const auto day = a.date.empty() ? std::nullopt : Date::parse(a.date);
    if (!day && !a.date.empty()) {
        complain("--date expects a day such as 2025-01-15, not '" + a.date + "'");
        return bad_input;
    }
    const auto situations = load_situations_of(a.situations, folder, *rules);
    if (!situations) return bad_input;
    const auto ranking = rank(*rules, *situations, day);
    const Style style{a.language == "en" ? Language::en : Language::nl, in_colour("auto", a.output)};
    auto* const form = a.format == "json" ? &rank_json : &rank_text;
    const auto failed = write_result(a.output, form(*rules, ranking, style));
    if (failed) complain(*failed);
    return failed ? bad_input : clean;
}

}  // namespace samenloop::cli
