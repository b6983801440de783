#pragma once
// Blocks under one another in a column of a sheet: as many as the room holds, and told how many more there are.

#include <functional>
#include <string>
#include <vector>

#include "base/function_ref.hpp"
#include "report/canvas.hpp"

namespace samenloop::report {

struct Block {
    double height = 0;
    std::function<void(Canvas&, Point)> draw;  // its upper left corner
};

/// Lines of words, the first a line below the corner.
Block words_block(std::vector<std::string> lines, const Words& style, double indent = 0);
double line_height(const Words& style);
/// Draws the same at once.
void draw_lines(Canvas& canvas, Point corner, const std::vector<std::string>& lines, const Words& style);

struct Lines {
    std::size_t least = 1;
    std::size_t most = 1;
};

struct BlockColumn {
    std::string title;
    std::vector<Block> blocks;
    std::string more;  // "… en nog {}"
    double gap = 6;

    /// Blocks 0 … n - 1, with the most lines (of text that is cut) with which all go in the room; else with `least`.
    void fill(std::size_t n, double room, Lines lines, base::function_ref<Block(std::size_t, std::size_t)> make);
    double height() const;
    /// How many go in the room, when `more` is told under those.
    std::size_t shown(double room) const;
    /// Draws what goes in; gives the top of each block that it drew.
    std::vector<double> draw(Canvas& canvas, Point corner, double width, double room) const;
};

/// Divides the room: who wants less than his share gets what he wants, and leaves the rest to the others.
std::vector<double> shares(const std::vector<double>& wanted, double room);

}  // namespace samenloop::report
