#include "report/curve.hpp"

#include <array>

namespace samenloop::report {

// To add a format: write src/report/curve_<name>.cpp and add a line here.
std::span<const CurveFormat> curve_formats() {
    static constexpr std::array formats{
        CurveFormat{"text", "a table to read", write_curve_text},
        CurveFormat{"csv", "one line a piece, for a spreadsheet", write_curve_csv},
        CurveFormat{"json", "data", write_curve_json},
        CurveFormat{"svg", "a plot on an A4", write_curve_svg},
    };
    return formats;
}

}  // namespace samenloop::report
