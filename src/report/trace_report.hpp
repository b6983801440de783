#pragma once
// Writers of traces; one file each, and one row of the table.

#include <span>
#include <string>
#include <string_view>

#include "report/words.hpp"
#include "samenloop/trace.hpp"

namespace samenloop::report {

struct TraceStyle {
    Style style;
    bool verbose = false;   // all that is met too, and every datum
    Judgement judgement{};  // of all goals that were looked at
};

struct TraceFormat {
    std::string_view name;
    std::string (*write)(const RuleBase&, std::span<const Trace>, const TraceStyle&);
};

std::span<const TraceFormat> trace_formats();

std::string trace_text(const RuleBase& rules, std::span<const Trace> traces, const TraceStyle& style);
std::string trace_json(const RuleBase& rules, std::span<const Trace> traces, const TraceStyle& style);
std::string trace_svg(const RuleBase& rules, std::span<const Trace> traces, const TraceStyle& style);
std::string trace_html(const RuleBase& rules, std::span<const Trace> traces, const TraceStyle& style);

/// One goal as SVG.
std::string trace_picture(const RuleBase& rules, const Trace& trace, Language language);

}  // namespace samenloop::report
