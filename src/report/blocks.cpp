#include "report/blocks.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/core.h>

#include "report/measure.hpp"
#include "report/palette.hpp"

namespace samenloop::report {
namespace {

constexpr double head = 24;
constexpr double foot = 16;
constexpr Words title_style{12, Align::start, true, palette::ink};
constexpr Words more_style{9.5, Align::start, false, palette::quiet};

}  // namespace

double line_height(const Words& style) { return style.size * 1.25; }

void draw_lines(Canvas& canvas, Point corner, const std::vector<std::string>& lines, const Words& style) {
    double y = corner.second + style.size * 0.95;
    for (const auto& line : lines) {
        canvas.words({corner.first, y}, line, style);
        y += line_height(style);
    }
}

Block words_block(std::vector<std::string> lines, const Words& style, double indent) {
    const auto height = static_cast<double>(lines.size()) * line_height(style);
    return {height, [lines = std::move(lines), style, indent](Canvas& canvas, Point corner) {
                draw_lines(canvas, {corner.first + indent, corner.second}, lines, style);
            }};
}

void BlockColumn::fill(std::size_t n, double room, Lines lines,
                       base::function_ref<Block(std::size_t, std::size_t)> make) {
    for (auto now = lines.most; now >= lines.least; --now) {
        blocks.clear();
        for (std::size_t i = 0; i < n; ++i) blocks.push_back(make(i, now));
        if (height() <= room) return;
    }
}

double BlockColumn::height() const {
    double all = head;
    for (const auto& b : blocks) all += b.height + gap;
    return all;
}

std::size_t BlockColumn::shown(double room) const {
    if (height() <= room) return blocks.size();
    double used = head + foot;
    std::size_t n = 0;
    while (n < blocks.size() && used + blocks[n].height <= room) used += blocks[n++].height + gap;
    return n;
}

std::vector<double> BlockColumn::draw(Canvas& canvas, Point corner, double width, double room) const {
    auto [x, y] = corner;
    draw_lines(canvas, {x, y}, fit(title, width, title_style, 1), title_style);
    canvas.line({x, y + 17}, {x + width, y + 17}, palette::faint, 1);
    y += head;
    std::vector<double> tops;
    const auto n = shown(room);
    for (std::size_t i = 0; i < n; ++i) {
        blocks[i].draw(canvas, {x, y});
        tops.push_back(y);
        y += blocks[i].height + gap;
    }
    if (n < blocks.size())
        draw_lines(
            canvas, {x, y}, fit(fmt::format(fmt::runtime(more), blocks.size() - n), width, more_style, 1), more_style);
    return tops;
}

std::vector<double> shares(const std::vector<double>& wanted, double room) {
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(wanted[i], i); });
    std::vector<double> given(wanted.size());
    auto left = static_cast<double>(order.size());
    for (const auto i : order) {
        given[i] = std::min(wanted[i], room / left);
        room -= given[i];
        --left;
    }
    return given;
}

}  // namespace samenloop::report
