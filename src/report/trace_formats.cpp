#include <array>

#include "report/trace_report.hpp"

namespace samenloop::report {

std::span<const TraceFormat> trace_formats() {
    static constexpr std::array formats{TraceFormat{"text", trace_text}, TraceFormat{"json", trace_json},
                                        TraceFormat{"svg", trace_svg}, TraceFormat{"html", trace_html}};
    return formats;
}

}  // namespace samenloop::report
