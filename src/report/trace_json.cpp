#include "report/trace_report.hpp"
namespace samenloop {
std::string trace_json(const RuleBase&, std::span<const Trace>, const TraceStyle&) { return {}; }
std::string trace_svg(const RuleBase&, std::span<const Trace>, const TraceStyle&) { return {}; }
std::string trace_html(const RuleBase&, std::span<const Trace>, const TraceStyle&) { return {}; }
}  // namespace samenloop
