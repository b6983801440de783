#pragma once
// The writers of the output formats; formats.cpp has their table.

#include <span>
#include <string>

#include "samenloop/report.hpp"

namespace samenloop::report {

std::string write_text(const RuleBase& rules, std::span<const Report> reports, const Style& style);
std::string write_json(const RuleBase& rules, std::span<const Report> reports, const Style& style);
std::string write_dot(const RuleBase& rules, std::span<const Report> reports, const Style& style);
std::string write_svg(const RuleBase& rules, std::span<const Report> reports, const Style& style);

}  // namespace samenloop::report
