#pragma once
// Values -> bytes.  An output format is one file in src/report and one row of its table.

#include <span>
#include <string>
#include <string_view>

#include "samenloop/finding.hpp"
#include "samenloop/model.hpp"
#include "samenloop/text.hpp"

namespace samenloop {

struct Style {
    Language language = Language::nl;
    bool colour = false;
    bool verbose = false;  // a page tells everything, however long it becomes
};

struct OutputFormat {
    std::string_view name;         // "svg"
    std::string_view description;  // for --help
    bool several;                  // whether one output can tell of more than one situation
    std::string (*write)(const RuleBase&, std::span<const Report>, const Style&);
};

std::span<const OutputFormat> output_formats();

}  // namespace samenloop
