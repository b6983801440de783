#include "report/compare_drawing.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "report/compare_telling.hpp"
#include "report/measure.hpp"
#include "report/palette.hpp"

namespace samenloop::report {
namespace {

constexpr Words small{9.5, Align::start, false, palette::ink};

}  // namespace

StateLook look_of(Baseline b) {
    switch (b) {
    case Baseline::added: return {palette::safe[6], ""};
    case Baseline::resolved: return {palette::safe[2], "7 3"};
    case Baseline::changed: return {palette::safe[5], "2 3"};
    default: return {palette::safe[7], ""};
    }
}

void draw_sign(Canvas& canvas, Baseline b, Point middle) {
    const auto [x, y] = middle;
    canvas.rectangle({x - 7, y - 7}, 14, 14, look_of(b).colour);
    const Words sign{12, Align::middle, true, palette::paper};
    if (b == Baseline::added) canvas.words({x, y + 4.5}, "!", sign);
    if (b == Baseline::changed) canvas.words({x, y + 4.5}, "~", sign);
    if (b == Baseline::resolved) canvas.polyline({{x - 4, y}, {x - 1, y + 3.5}, {x + 4.5, y - 4}}, palette::paper, 2);
}

void draw_severity(Canvas& canvas, int severity, Point left) {
    for (int i = 0; i < 4; ++i)
        canvas.circle({left.first + 4 + 10 * i, left.second}, 3.5, i < severity ? palette::ink : palette::faint);
}

void draw_number(Canvas& canvas, std::size_t number, bool causes, Point middle) {
    canvas.circle(middle, 8.5, causes ? palette::ink : palette::faint);
    const auto size = number > 99 ? 7.0 : 9.5;
    canvas.words({middle.first, middle.second + size * 0.36}, std::to_string(number),
                 {size, Align::middle, true, causes ? palette::paper : palette::quiet});
}

std::string situations_words(const Comparison& c, const std::vector<std::size_t>& situations, Language language) {
    std::string text;
    for (const auto s : situations) {
        const auto& title = pick(language, c.situations[s].title);
        text += (text.empty() ? "" : "; ") + (title.empty() ? c.situations[s].id : title);
    }
    return text;
}

std::string_view more_words(Language language) { return pick(language, "… en nog {}", "… and {} more"); }

std::string_view no_change_words(Language language) {
    return pick(language, "Geen bevinding verandert in deze situaties.", "No finding changes in these situations.");
}

std::string_view same_income_words(Language language) {
    return pick(language, "Geen huishouden houdt meer of minder over.", "No household has more or less left.");
}

void draw_legend(Canvas& canvas, Point corner, bool lines, Language language) {
    double x = corner.first;
    const double y = corner.second;
    const auto told = [&](std::string_view words) {
        canvas.words({x, y + 3.5}, words, small);
        x += width_of(words, small) + 14;
    };
    for (const auto b : {Baseline::added, Baseline::changed, Baseline::resolved}) {
        draw_sign(canvas, b, {x + 7, y});
        if (lines) canvas.bend({x + 18, y}, {x + 46, y}, look_of(b).colour, 1.6, look_of(b).dashes);
        x += lines ? 51 : 19;
        told(baseline_word(b, language));
    }
    if (!lines) told(pick(language, "– niet gevonden", "– not found"));
    draw_severity(canvas, 2, {x, y});
    x += severity_width + 4;
    told(pick(language, "ernst 0 tot 4 (hier 2)", "severity 0 to 4 (here 2)"));
    draw_number(canvas, 1, false, {x + 8.5, y});
    x += 22;
    told(pick(language, "wijziging die geen bevinding verandert", "modification that changes no finding"));
    canvas.words({corner.first, y + 22}, footnote(language), {9.5, Align::start, false, palette::quiet});
}

}  // namespace samenloop::report
