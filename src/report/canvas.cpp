#include "report/canvas.hpp"

#include <cmath>

#include <fmt/core.h>

#include "report/markup.hpp"

namespace samenloop::report {
namespace {

std::string px(double d) {
    auto text = fmt::format("{:.1f}", d);
    if (text == "-0.0") text = "0.0";
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

std::string at(const Point& p, std::string_view x, std::string_view y) {
    return fmt::format(R"({}="{}" {}="{}")", x, px(p.first), y, px(p.second));
}

std::string_view anchor(Align align) {
    if (align == Align::start) return "start";
    return align == Align::middle ? "middle" : "end";
}

}  // namespace

Canvas::Canvas(Sheet sheet, std::string_view title) {
    const bool upright = sheet == Sheet::portrait;
    svg_ = fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{3}mm" height="{4}mm" viewBox="0 0 {0} {1}" font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif">
<title>{2}</title>
<rect width="{0}" height="{1}" fill="#ffffff"/>
)",
                       px(upright ? sheet_short : sheet_long), px(upright ? sheet_long : sheet_short), as_markup(title),
                       upright ? 210 : 297, upright ? 297 : 210);
}

void Canvas::line(Point from, Point to, std::string_view stroke, double width, bool dashed) {
    svg_ += fmt::format(R"(<line {} {} stroke="{}" stroke-width="{}"{}/>)", at(from, "x1", "y1"), at(to, "x2", "y2"),
                        stroke, px(width), dashed ? R"( stroke-dasharray="5 3")" : "") +
            "\n";
}

void Canvas::polyline(const std::vector<Point>& points, std::string_view stroke, double width) {
    std::string all;
    for (const auto& p : points) all += fmt::format("{}{},{}", all.empty() ? "" : " ", px(p.first), px(p.second));
    svg_ += fmt::format(R"(<polyline points="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"/>)",
                        all, stroke, px(width)) +
            "\n";
}

void Canvas::rectangle(Point corner, double width, double height, std::string_view fill) {
    svg_ += fmt::format(
                R"(<rect {} width="{}" height="{}" fill="{}"/>)", at(corner, "x", "y"), px(width), px(height), fill) +
            "\n";
}

void Canvas::box(Point corner, double width, double height, std::string_view fill, std::string_view edge) {
    svg_ += fmt::format(R"(<rect {} width="{}" height="{}" rx="4" fill="{}" stroke="{}"/>)", at(corner, "x", "y"),
                        px(width), px(height), fill, edge) +
            "\n";
}

void Canvas::bend(Point from, Point to, std::string_view stroke, double width, std::string_view dashes) {
    const double between = (from.first + to.first) / 2;
    svg_ += fmt::format(R"(<path d="M{0},{1} C{2},{1} {2},{4} {3},{4}" fill="none" stroke="{5}" stroke-width="{6}")",
                        px(from.first), px(from.second), px(between), px(to.first), px(to.second), stroke, px(width)) +
            (dashes.empty() ? "/>\n" : fmt::format(" stroke-dasharray=\"{}\"/>\n", dashes));
}

void Canvas::circle(Point middle, double radius, std::string_view fill) {
    svg_ += fmt::format(R"(<circle {} r="{}" fill="{}"/>)", at(middle, "cx", "cy"), px(radius), fill) + "\n";
}

void Canvas::text(std::string_view place, std::string_view text, const Words& words) {
    svg_ +=
        fmt::format(R"(<text {} font-size="{}" text-anchor="{}" fill="{}"{}>{}</text>)", place, px(words.size),
                    anchor(words.align), words.fill, words.strong ? R"( font-weight="bold")" : "", as_markup(text)) +
        "\n";
}

void Canvas::words(Point where, std::string_view words, const Words& style) { text(at(where, "x", "y"), words, style); }

void Canvas::words_upwards(Point where, std::string_view words, const Words& style) {
    text(fmt::format("transform=\"translate({} {}) rotate(-90)\"", px(where.first), px(where.second)), words, style);
}

std::string Canvas::take() && { return std::move(svg_) + "</svg>\n"; }

}  // namespace samenloop::report
