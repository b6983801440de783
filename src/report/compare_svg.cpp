#include "report/compare_report.hpp"
#include "report/compare_sheets.hpp"

namespace samenloop {

std::string compare_svg(std::span<const Comparison> all, const Style& style) {
    return all.size() == 1 ? proposal_sheet(all.front(), style.language) : options_sheet(all, style.language);
}

}  // namespace samenloop
