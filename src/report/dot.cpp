// DOT by cgraph, SVG by gvc's dot layout: nothing is quoted or escaped by hand.

#include "report/cgraph.hpp"
#include "report/formats.hpp"
#include "report/picture.hpp"

namespace samenloop::report {

std::string write_dot(const RuleBase& rules, std::span<const Report> reports, const Style& style) {
    std::string all;
    for (const auto& report : reports) all += as_dot(draw(rules, report, style).get());
    return all;
}

std::string write_svg(const RuleBase& rules, std::span<const Report> reports, const Style& style) {
    return reports.empty() ? std::string() : as_svg(draw(rules, reports.front(), style).get());
}

}  // namespace samenloop::report
