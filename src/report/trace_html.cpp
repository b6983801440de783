// One file that opens anywhere: the picture and the words of each goal.  Everything that comes from rules or situation
// is escaped; there is no script in it.

#include <fmt/core.h>

#include "base/printable.hpp"
#include "report/judgement.hpp"
#include "report/markup.hpp"
#include "report/trace_page.hpp"
#include "report/trace_words.hpp"

namespace samenloop::report {
namespace {

constexpr std::string_view style_sheet = R"(
body { font: 16px/1.5 "DejaVu Sans", sans-serif; color: #222; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.2rem; color: #b03a2e; margin-top: 2.5rem; } h3 { font-size: 1rem; margin-bottom: .3rem; }
p { margin: .2rem 0; text-indent: -1.4em; padding-left: 1.4em; } .faint { color: #666; } .strong { font-weight: bold; }
svg { max-width: 100%; height: auto; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } h2 { break-before: page; } h2:first-of-type { break-before: auto; } }
)";

std::string_view css(Paint paint) {
    switch (paint) {
    case Paint::faint: return "faint";
    case Paint::strong: return "strong";
    default: return "plain";
    }
}

/// The picture without the prologue that only a file of its own needs.
std::string inline_svg(const std::string& svg) {
    const auto at = svg.find("<svg");
    return at == std::string::npos ? std::string() : svg.substr(at);
}

}  // namespace

std::string trace_html(const RuleBase& rules, std::span<const Trace> traces, const TraceStyle& style) {
    const auto language = style.style.language;
    const auto title = traces.empty() ? std::string(nothing_stuck(style.judgement, language))
                                      : situation_words(traces.front(), language);
    auto html = fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<h1>{}</h1>\n",
        language == Language::en ? "en" : "nl", as_markup(title), style_sheet, as_markup(title));
    for (const auto& line : judgement_lines(style.judgement, language))
        html += fmt::format("<p class=\"strong\">{}</p>\n", as_markup(line));
    const auto told = tell(rules, traces, style);
    for (std::size_t i = 0; i < told.size(); ++i) {
        for (std::size_t k = 0; k < told[i].size(); ++k) {
            if (k > 0 && told[i][k].lines.empty()) continue;
            const auto* tag = k == 0 ? "h2" : "h3";
            html += fmt::format("<{0}>{1}</{0}>\n", tag, as_markup(told[i][k].head));
            if (k == 0) html += inline_svg(trace_picture(rules, traces[i], language));
            for (const auto& l : told[i][k].lines)
                html += fmt::format("<p class=\"{}\" style=\"margin-left:{}em\">{}{}</p>\n", css(l.paint), l.indent,
                                    as_markup(l.lead), as_markup(l.text));
        }
    }
    return html + "</body>\n</html>\n";
}

}  // namespace samenloop::report
