#include "report/compare_report.hpp"
#include "report/compare_sheets.hpp"
#include "report/judgement.hpp"
#include "report/strip.hpp"

namespace samenloop::report {

std::string compare_svg(std::span<const Comparison> all, const Style& style) {
    Judgement together;
    for (const auto& c : all) add(together, c.judgement);
    auto sheet = all.size() == 1 ? proposal_sheet(all.front(), style.language) : options_sheet(all, style.language);
    return with_lines(std::move(sheet), judgement_lines(together, style.language));
}

}  // namespace samenloop::report
