#include "report/compare_panels.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "report/compare_drawing.hpp"
#include "report/compare_table.hpp"
#include "report/compare_telling.hpp"
#include "report/measure.hpp"
#include "report/names.hpp"
#include "report/palette.hpp"

namespace samenloop::report {
namespace {

constexpr Words plain{10, Align::start, false, palette::ink};
constexpr Words strong{10, Align::start, true, palette::ink};
constexpr Words quiet{9.5, Align::start, false, palette::quiet};
constexpr double bullet = 12;

/// A sign before the words: in red and bold where something is missing.
Block point(std::string_view sign, bool alarm, std::string_view text, double width) {
    auto words = words_block(fit(text, width - bullet, plain, 5), plain, bullet);
    return {words.height, [words, sign = std::string(sign), alarm](Canvas& canvas, Point corner) {
                draw_lines(canvas, corner, {sign}, {10, Align::start, alarm, alarm ? palette::alarm : palette::ink});
                words.draw(canvas, corner);
            }};
}

Block remark(std::string_view text, double width) { return words_block(fit(text, width, quiet, 2), quiet); }

std::string off_words(const Comparison& c, Language language) {
    if (c.households.empty()) return std::string(same_income_words(language));
    const auto households = moved(c);
    return fmt::format(
        fmt::runtime(pick(language, "Vooruit: {}; achteruit: {}; niet precies bekend: {}.",
                          "Better off: {}; worse off: {}; not known exactly: {}.")),
        households.better, households.worse, households_at_last(c).size() - households.better - households.worse);
}

Block household(const Comparison& c, const Household& h, double most, Language language, double width) {
    const auto more = gain(h);
    auto title = fit(situations_words(c, {h.situation}, language), width, plain, 1);
    auto amount =
        more ? gain_text(h, language) : std::string(pick(language, "niet precies bekend", "not known exactly"));
    return {30, [=](Canvas& canvas, Point corner) {
                draw_lines(canvas, corner, title, plain);
                const double bars = width - 110;
                if (more) draw_gain(canvas, *more, most, {corner.first, corner.second + 15}, bars);
                auto style = more ? strong : quiet;
                style.align = Align::end;
                canvas.words({corner.first + width, corner.second + 25}, amount, style);
            }};
}

}  // namespace

void draw_gain(Canvas& canvas, const Decimal& more, double most, Point corner, double width) {
    const double middle = corner.first + width / 2;
    const double size = most > 0 ? std::abs(more.to_double()) / most * (width / 2 - 2) : 0;
    const bool less = more < Decimal(0);
    canvas.rectangle({less ? middle - size : middle, corner.second + 1}, std::max(size, 1.0), 10,
                     less ? palette::safe[6] : palette::safe[2]);
    canvas.line({middle, corner.second - 1}, {middle, corner.second + 13}, palette::ink, 1);
}

std::size_t lacking(const Comparison& c, Language language) {
    const auto data =
        std::ranges::count_if(c.data, [&](const NewDatum& d) { return !lack_words(c.after(), d, language).empty(); });
    return static_cast<std::size_t>(data + std::ranges::count(c.tasks, false, &NewTask::competent));
}

BlockColumn households_pile(const Comparison& c, Language language, double width) {
    BlockColumn pile{
        std::string(pick(language, "Over per maand", "Left a month")), {}, std::string(more_words(language))};
    pile.blocks.push_back(remark(off_words(c, language), width));
    double most = 0;
    auto all = households_at_last(c);
    for (const auto* h : all)
        if (const auto more = gain(*h)) most = std::max(most, std::abs(more->to_double()));
    std::ranges::stable_sort(all, {}, [](const Household* h) {
        const auto more = gain(*h);
        return std::pair(!more, more.value_or(Decimal(0)));
    });
    for (const auto* h : all) pile.blocks.push_back(household(c, *h, most, language, width));
    return pile;
}

BlockColumn needs_pile(const Comparison& c, Language language, double width) {
    const Names names(c.after(), language);
    BlockColumn pile{
        std::string(pick(language, "Wat het nodig heeft en er niet is", "What it needs that is not there")),
        {},
        std::string(more_words(language))};
    std::size_t there = 0;
    for (const auto& d : c.data) {
        const auto lack = lack_words(c.after(), d, language);
        if (lack.empty()) ++there;
        else
            pile.blocks.push_back(point(
                d.asked ? "?" : "!", true,
                fmt::format("{}: {}; {}; {}", pick(language, c.after().items[d.item].title),
                            names.organisation(d.consumer), keeper_words(c.after(), d, language), lack),
                width));
    }
    for (const auto& t : c.tasks)
        if (t.competent) ++there;
        else
            pile.blocks.push_back(point(
                "!", true,
                fmt::format("{}: {}; {}", names.organisation(t.organisation),
                            pick(language, c.after().rules[t.rule].title), competence_words(language)),
                width));
    if (pile.blocks.empty()) pile.blocks.push_back(remark(pick(language, "Niets.", "Nothing."), width));
    if (there > 0)
        pile.blocks.push_back(remark(
            fmt::format(fmt::runtime(pick(language, "Nieuwe gegevens en taken die er wel een basis voor hebben: {}.",
                                          "New data and tasks that do have a basis: {}.")),
                        there),
            width));
    return pile;
}

BlockColumn superfluous_pile(const Comparison& c, Language language, double width) {
    BlockColumn pile{std::string(pick(language, "Overbodig of onmogelijk", "Superfluous or impossible")),
                     {},
                     std::string(more_words(language))};
    for (const auto& s : c.superfluous)
        pile.blocks.push_back(point("•", false, superfluous_words(c, s, language), width));
    if (pile.blocks.empty()) pile.blocks.push_back(remark(pick(language, "Niets.", "Nothing."), width));
    return pile;
}

BlockColumn size_pile(const Comparison& c, Language language, double width) {
    BlockColumn pile{std::string(pick(language, "Omvang", "Size")), {}, std::string(more_words(language))};
    for (const auto& words : {burden_words(c, language), size_words(c, language)})
        if (!words.empty()) pile.blocks.push_back(words_block(fit(words, width, plain, 3), plain));
    if (pile.blocks.empty()) pile.blocks.push_back(remark(pick(language, "Ongewijzigd.", "Unchanged."), width));
    return pile;
}

}  // namespace samenloop::report
