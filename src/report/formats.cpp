#include "report/formats.hpp"

#include <array>

namespace samenloop {

// To add a format: write src/report/<name>.cpp and add a line here.
std::span<const OutputFormat> output_formats() {
    static constexpr std::array formats{
        OutputFormat{"text", "a page to read", true, report::write_text},
        OutputFormat{"json", "data, by docs/finding.schema.json", true, report::write_json},
        OutputFormat{"dot", "the graph the findings live in, for Graphviz", true, report::write_dot},
        OutputFormat{"svg", "the same graph as a picture", false, report::write_svg},
    };
    return formats;
}

}  // namespace samenloop
