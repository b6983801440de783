#pragma once
// What a picture tells of a proposal beside its differences: who has more or less left, what it needs, what could go.

#include <vector>

#include "report/blocks.hpp"
#include "report/words.hpp"
#include "samenloop/compare.hpp"

namespace samenloop::report {

/// From the middle to the right for more, to the left for less; `most` fills half the width.
void draw_gain(Canvas& canvas, const Decimal& more, double most, Point corner, double width);

/// Data without a basis, and tasks without a competence.
std::size_t lacking(const Comparison& c, Language language);

/// Each no wider than `width`.
BlockColumn households_pile(const Comparison& c, Language language, double width);
BlockColumn needs_pile(const Comparison& c, Language language, double width);
BlockColumn superfluous_pile(const Comparison& c, Language language, double width);
BlockColumn size_pile(const Comparison& c, Language language, double width);

}  // namespace samenloop::report
