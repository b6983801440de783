#include "cli/common.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "report/rank_report.hpp"

namespace samenloop::cli {

int run_rank(const RankArguments& a) {
    const auto folder = rules_folder(a.rules);
    const auto rules = load_rules(a);
    if (!rules) return bad_input;
    std::optional<Date> day = today();
    const auto situations = load_situations_of(a.situations, folder, *rules);
    if (!read_day(a, day) || !situations) return bad_input;
    auto* const form = a.format == "json" ? &report::rank_json : &report::rank_text;
    const auto ranking = rank(*rules, *situations, day);
    return deliver(a, form(*rules, ranking, style_of(a)), code_of(false, ranking.judgement));
}

}  // namespace samenloop::cli
