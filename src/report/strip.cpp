#include "report/strip.hpp"

#include <array>
#include <cstdlib>

#include <fmt/core.h>

#include "base/printable.hpp"
#include "report/markup.hpp"
#include "report/page.hpp"

namespace samenloop::report {
namespace {

constexpr double letter = 6.6;  // the width of one, at the size below
constexpr int letters_high = 12;
constexpr double line_high = 16;
constexpr double around = 10;

/// The four numbers of viewBox="…", and where they stand.
struct View {
    std::array<double, 4> box{};
    std::size_t from = 0;
    std::size_t size = 0;
};

bool read_view(const std::string& svg, View& view) {
    constexpr std::string_view name = "viewBox=\"";
    const auto at = svg.find(name);
    if (at == std::string::npos) return false;
    view.from = at + name.size();
    const auto end = svg.find('"', view.from);
    if (end == std::string::npos) return false;
    view.size = end - view.from;
    const auto text = svg.substr(view.from, view.size);
    const char* here = text.c_str();
    for (auto& number : view.box) {
        char* next = nullptr;
        number = std::strtod(here, &next);
        if (next == here) return false;
        here = next;
    }
    return true;
}

}  // namespace

std::string with_lines(std::string svg, const std::vector<std::string>& lines) {
    View view;
    if (lines.empty() || !read_view(svg, view)) return svg;
    const auto [left, top, width, height] = view.box;
    const auto room = static_cast<std::size_t>(std::max(20.0, (width - 2 * around) / letter));
    std::vector<std::string> wrapped;
    for (const auto& line : lines)
        for (auto& part : wrap(base::printable(line), room)) wrapped.push_back(std::move(part));
    const double strip = line_high * static_cast<double>(wrapped.size()) + 2 * around;
    auto words = fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"#fdf3c4\"/>\n",
                             left, top - strip, width, strip);
    double y = top - strip + around + letters_high;
    for (const auto& line : wrapped) {
        words += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" font-family=\"sans-serif\" font-size=\"{}\">{}</text>\n",
                             left + around, y, letters_high, as_markup(line));
        y += line_high;
    }
    const auto inside = svg.find('>', view.from) + 1;
    svg.insert(inside, "\n" + words);
    svg.replace(
        view.from, view.size, fmt::format("{:.2f} {:.2f} {:.2f} {:.2f}", left, top - strip, width, height + strip));
    return svg;
}

}  // namespace samenloop::report
