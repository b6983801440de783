#include "report/coming.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "report/numbers.hpp"
#include "report/page.hpp"

namespace samenloop::report {

namespace {

/// Without "Begins: " in front.
std::string_view title_of(const Moment& m, Language language) {
    const std::string_view text = pick(language, m.text);
    const auto colon = text.find(": ");
    return colon == std::string_view::npos ? text : text.substr(colon + 2);
}

}  // namespace

std::vector<const Moment*> coming(const Report& report) {
    std::vector<const Moment*> all;
    for (const auto& m : report.timeline)
        if (m.severity >= 1 && std::ranges::find(report.findings, m.finding, &Finding::id) == report.findings.end())
            all.push_back(&m);
    return all;
}

std::vector<std::string> coming_lines(const Report& report, Language language) {
    std::vector<std::string> lines;
    const auto all = coming(report);
    const auto day = [&](Date d) { return date_text(d, language); };
    if (all.size() == 1)
        lines.push_back(fmt::format(fmt::runtime(pick(language, "Op komst, op {}: [{}] {}", "Coming, on {}: [{}] {}")),
                                    day(all.front()->day), all.front()->severity, title_of(*all.front(), language)));
    if (all.size() > 1) {
        const auto* worst = *std::ranges::max_element(all, {}, &Moment::severity);
        lines.push_back(fmt::format(
            fmt::runtime(pick(language, "Op komst: {} bevindingen, de eerste op {}. De ergste, op {}: [{}] {}",
                              "Coming: {} findings, the first on {}. The worst, on {}: [{}] {}")),
            all.size(), day(all.front()->day), day(worst->day), worst->severity, title_of(*worst, language)));
    }
    if (report.unjudged_from)
        lines.push_back(fmt::format(
            fmt::runtime(pick(language, "Vanaf {} kan niet alles worden beoordeeld: wat daar niet staat, kan er zijn.",
                              "From {} on not everything can be judged: what is not told there may be there.")),
            day(*report.unjudged_from)));
    return lines;
}

}  // namespace samenloop::report
