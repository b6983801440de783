#pragma once
// Writers of comparisons; one file each, and one row of the table.  Several proposals are options side by side.

#include <span>
#include <string>
#include <string_view>

#include "samenloop/compare.hpp"
#include "samenloop/report.hpp"

namespace samenloop::report {

struct CompareFormat {
    std::string_view name;
    std::string (*write)(std::span<const Comparison>, const Style&);
};

std::span<const CompareFormat> compare_formats();

std::string compare_text(std::span<const Comparison> all, const Style& style);
std::string compare_json(std::span<const Comparison> all, const Style& style);
std::string compare_sarif(std::span<const Comparison> all, const Style& style);
std::string compare_svg(std::span<const Comparison> all, const Style& style);

}  // namespace samenloop::report
