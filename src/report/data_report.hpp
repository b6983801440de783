#pragma once
// The data side of the rules as a page, as JSON by docs/data.schema.json, and as a matrix in SVG.

#include <span>

#include "data/view.hpp"
#include "report/words.hpp"

namespace samenloop::report {

struct DataFormat {
    std::string_view name;
    std::string (*write)(const RuleBase&, const data::DataView&, const Style&);
};
std::span<const DataFormat> data_formats();

std::string write_data_text(const RuleBase& rules, const data::DataView& view, const Style& style);
std::string write_data_json(const RuleBase& rules, const data::DataView& view, const Style& style);
std::string write_data_svg(const RuleBase& rules, const data::DataView& view, const Style& style);

}  // namespace samenloop::report
