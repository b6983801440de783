#pragma once
// What the pictures of comparisons have in common: how new, resolved and changed look (a colour, a sign and a dash
// each), how severe something is, and the legend.

#include <string>
#include <string_view>

#include "report/blocks.hpp"
#include "report/canvas.hpp"
#include "report/words.hpp"
#include "samenloop/compare.hpp"

namespace samenloop::report {

struct StateLook {
    std::string_view colour;
    std::string_view dashes;
};
StateLook look_of(Baseline b);

/// A square of 14 with the sign in it.
void draw_sign(Canvas& canvas, Baseline b, Point middle);
/// Four dots, as many of them filled as it is severe; from `left` to the right.
void draw_severity(Canvas& canvas, int severity, Point left);
inline constexpr double severity_width = 40;

/// The number of a modification in a disc; faint where it changes no finding.
void draw_number(Canvas& canvas, std::size_t number, bool causes, Point middle);

/// The titles of situations, "; " between.
std::string situations_words(const Comparison& c, const std::vector<std::size_t>& situations, Language language);

std::string_view more_words(Language language);         // "… en nog {}"
std::string_view no_change_words(Language language);    // of findings
std::string_view same_income_words(Language language);  // of households

/// Signs, dots and the footnote; with the lines, or with the words in the cells of a table.
void draw_legend(Canvas& canvas, Point corner, bool lines, Language language);

}  // namespace samenloop::report
