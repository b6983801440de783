#include <array>

#include "report/compare_report.hpp"

namespace samenloop::report {

std::span<const CompareFormat> compare_formats() {
    static constexpr std::array formats{CompareFormat{"text", compare_text}, CompareFormat{"json", compare_json},
                                        CompareFormat{"sarif", compare_sarif}, CompareFormat{"svg", compare_svg}};
    return formats;
}

}  // namespace samenloop::report
