#include <fmt/core.h>

#include "report/judgement.hpp"
#include "report/numbers.hpp"
#include "report/trace_page.hpp"
#include "report/trace_words.hpp"

namespace samenloop::report {

std::string trace_text(const RuleBase& rules, std::span<const Trace> traces, const TraceStyle& style) {
    Page page(style.style);
    if (!traces.empty()) page.paragraph(0, "", situation_words(traces.front(), style.style.language));
    write_judgement(page, style.judgement, style.style.language, traces.empty() ? Room::after : Room::before);
    if (traces.empty()) page.paragraph(0, "", nothing_stuck(style.judgement, style.style.language));
    for (const auto& sections : tell(rules, traces, style)) {
        for (std::size_t i = 0; i < sections.size(); ++i) {
            if (i > 0 && sections[i].lines.empty()) continue;
            page.blank();
            page.paragraph(0, "", sections[i].head, i == 0 ? Paint::alarm : Paint::strong);
            for (const auto& l : sections[i].lines) page.paragraph(l.indent, l.lead, l.text, l.paint);
        }
    }
    return std::move(page).take();
}

}  // namespace samenloop::report
