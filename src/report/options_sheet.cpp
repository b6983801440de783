// Proposals side by side on an upright A4: a column a proposal, and the same rows for all of them: what it changes in
// the law, the counts, what each household has more or less options_left, and each finding that some proposal changes.

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "report/compare_drawing.hpp"
#include "report/compare_panels.hpp"
#include "report/compare_rows.hpp"
#include "report/compare_sheets.hpp"
#include "report/compare_table.hpp"
#include "report/compare_telling.hpp"
#include "report/measure.hpp"
#include "report/numbers.hpp"
#include "report/palette.hpp"

namespace samenloop::report {
namespace {

constexpr double options_left = 32;
constexpr double options_right = sheet_short - 32;
constexpr double bottom = 1052;
constexpr double legend = 1076;
constexpr double names_width = 238;
constexpr double gap = 12;
constexpr std::size_t most_options = 4;
constexpr std::size_t most_changes = 6;
constexpr double row_height = 15.5;
constexpr double household_height = 20;

constexpr Words options_title{19, Align::start, true, palette::ink};
constexpr Words options_plain{10, Align::start, false, palette::ink};
constexpr Words options_strong{10, Align::start, true, palette::ink};
constexpr Words options_quiet{9, Align::start, false, palette::quiet};

/// Of one household under all proposals; null where nothing changes.
struct HouseholdRow {
    std::size_t situation = 0;
    std::vector<const Household*> cells;
};

class OptionsSheet {
  public:
    OptionsSheet(std::span<const Comparison> all, Language language)
        : all_(all),
          shown_(all.first(std::min(all.size(), most_options))),
          language_(language),
          rows_(compare_rows(shown_)),
          width_((options_right - options_left - names_width) / static_cast<double>(shown_.size()) - gap),
          canvas_(Sheet::portrait, title()) {}

    std::string write() && {
        double y = head();
        y = proposals(y);
        y = counts(y);
        y = households(y);
        differences(y);
        draw_legend(canvas_, {options_left, legend}, false, language_);
        return std::move(canvas_).take();
    }

  private:
    std::string_view say(std::string_view nl, std::string_view en) const { return pick(language_, nl, en); }
    std::string_view title() const { return say("Voorstellen naast elkaar", "Proposals side by side"); }
    double at(std::size_t option) const {
        return options_left + names_width + gap + static_cast<double>(option) * (width_ + gap);
    }

    double head() {
        draw_lines(canvas_, {options_left, 24}, {std::string(title())}, options_title);
        auto line = fmt::format(
            fmt::runtime(say("op dezelfde {} situaties", "on the same {} situations")), all_.front().situations.size());
        if (all_.size() > shown_.size())
            line += fmt::format(fmt::runtime(say("; getekend: {} van {} voorstellen, de andere in --format text",
                                                 "; drawn: {} of {} proposals, the others in --format text")),
                                shown_.size(), all_.size());
        draw_lines(
            canvas_, {options_left, 52}, fit(line, options_right - options_left, options_plain, 1), options_plain);
        return 78;
    }

    static char letter(std::size_t option) { return static_cast<char>('A' + static_cast<int>(option)); }

    /// Title, entry into force and modifications of each; gives where the next part starts.
    double proposals(double y) {
        double end = y;
        for (std::size_t o = 0; o < shown_.size(); ++o) {
            const auto& c = shown_[o];
            canvas_.rectangle({at(o), y}, width_, 3, palette::ink);
            const auto title = fit(fmt::format("{}. {}", letter(o), pick(language_, c.proposal.title)), width_,
                                   {11, Align::start, true}, 6);
            auto under = words_block(title, {11, Align::start, true});
            under.draw(canvas_, {at(o), y + 8});
            const auto when = fit(fmt::format(fmt::runtime(say("in werking {}", "in force {}")),
                                              date_text(c.proposal.in_force, language_)),
                                  width_, options_quiet, 2);
            draw_lines(canvas_, {at(o), y + 10 + under.height}, when, options_quiet);
            end = std::max(end, y + 16 + under.height + static_cast<double>(when.size()) * line_height(options_quiet));
        }
        double next = end;
        for (std::size_t o = 0; o < shown_.size(); ++o) next = std::max(next, modifications(o, end));
        name("", say("Wijzigingen", "Modifications"), end);
        return next + 10;
    }

    void name(std::string_view sign, std::string_view words, double y) {
        draw_lines(canvas_, {options_left, y}, fit(fmt::format("{}{}", sign, words), names_width, options_strong, 1),
                   options_strong);
    }

    bool causes(std::size_t option, std::size_t modification) const {
        return std::ranges::any_of(rows_, [&](const CompareRow& row) {
            return row.cells[option] != nullptr && std::ranges::count(row.cells[option]->causes, modification) > 0;
        });
    }

    /// Those that cause something; where none does, the first few.
    double modifications(std::size_t o, double y) {
        const auto& all = shown_[o].amended.modifications;
        std::vector<std::size_t> told;
        for (std::size_t m = 0; m < all.size(); ++m)
            if (causes(o, m)) told.push_back(m);
        const bool none_does = told.empty();
        for (std::size_t m = 0; none_does && m < std::min<std::size_t>(all.size(), 3); ++m) told.push_back(m);
        if (told.size() > most_changes) told.resize(most_changes);
        for (const auto m : told) {
            const auto lines = fit(pick(language_, all[m].wording), width_ - 22, options_quiet, none_does ? 3 : 4);
            draw_number(canvas_, m + 1, !none_does, {at(o) + 8.5, y + 6});
            draw_lines(canvas_, {at(o) + 22, y}, lines, options_quiet);
            y += std::max(18.0, static_cast<double>(lines.size()) * line_height(options_quiet)) + 4;
        }
        if (told.size() == all.size()) return y;
        draw_lines(canvas_, {at(o) + 22, y}, {more(all.size() - told.size())}, options_quiet);
        return y + line_height(options_quiet);
    }

    std::string more(std::size_t n) const { return fmt::format(fmt::runtime(more_words(language_)), n); }

    double section(std::string_view words, double y) {
        canvas_.line({options_left, y}, {options_right, y}, palette::faint, 1);
        draw_lines(canvas_, {options_left, y + 6}, {std::string(words)}, {12, Align::start, true});
        return y + 26;
    }

    double count_row(double y, const MeasureRow& row) {
        const auto name = words_block(fit(row.name, names_width, options_plain, 2), options_plain);
        name.draw(canvas_, {options_left, y});
        double height = std::max(row_height, name.height + 3);
        for (std::size_t o = 0; o < shown_.size(); ++o) {
            const auto told = words_block(fit(row.cells[o], width_, options_strong, 2), options_strong);
            told.draw(canvas_, {at(o), y});
            height = std::max(height, told.height + 3);
        }
        return y + height;
    }

    template <class Count>
    MeasureRow row_of(std::string_view name, Count count) const {
        MeasureRow row{std::string(name), {}};
        for (const auto& c : shown_) row.cells.push_back(std::to_string(count(c)));
        return row;
    }

    double counts(double y) {
        y = section(say("In getallen (tussen haakjes: ernst ≥ 2)", "In numbers (in brackets: severity ≥ 2)"), y);
        for (const auto& row : measures(shown_, language_)) y = count_row(y, row);
        y = count_row(y, row_of(say("gewijzigde bevindingen", "changed findings"),
                                [](const Comparison& c) { return how_many(c, Baseline::changed); }));
        y = count_row(y, row_of(say("ongewijzigde bevindingen", "unchanged findings"),
                                [](const Comparison& c) { return how_many(c, Baseline::unchanged); }));
        y = count_row(y, row_of(say("gegevens en taken zonder basis", "data and tasks without a basis"),
                                [&](const Comparison& c) { return lacking(c, language_); }));
        y = count_row(y, row_of(say("situaties die het niet raakt", "situations that it does not reach"),
                                [](const Comparison& c) { return c.untouched.size(); }));
        return y + 6;
    }

    std::vector<HouseholdRow> household_rows() const {
        std::vector<HouseholdRow> rows;
        for (std::size_t s = 0; s < shown_.front().situations.size(); ++s) {
            HouseholdRow row{s, {}};
            for (const auto& c : shown_) {
                const auto last = households_at_last(c);
                const auto h = std::ranges::find(last, s, &Household::situation);
                row.cells.push_back(h == last.end() ? nullptr : *h);
            }
            if (std::ranges::any_of(row.cells, [](const Household* h) { return h != nullptr; }))
                rows.push_back(std::move(row));
        }
        return rows;
    }

    double most_gained() const {
        double most = 0;
        for (const auto& c : shown_)
            for (const auto* h : households_at_last(c))
                if (const auto g = gain(*h)) most = std::max(most, std::abs(g->to_double()));
        return most;
    }

    double households(double y) {
        y = section(say("Over per maand, meer of minder", "Left a month, more or less"), y);
        const auto rows = household_rows();
        if (rows.empty())
            draw_lines(canvas_, {options_left, y},
                       {std::string(say("Geen huishouden houdt meer of minder over.",
                                        "No household has more or less options_left."))},
                       options_quiet);
        const auto most = most_gained();
        const auto n = rows.size() > 8 ? std::size_t{7} : rows.size();
        for (std::size_t i = 0; i < n; ++i, y += household_height) {
            draw_lines(
                canvas_, {options_left, y},
                fit(situations_words(shown_.front(), {rows[i].situation}, language_), names_width, options_plain, 1),
                options_plain);
            for (std::size_t o = 0; o < shown_.size(); ++o) household(o, rows[i].cells[o], most, y);
        }
        if (n < rows.size()) draw_lines(canvas_, {options_left, y}, {more(rows.size() - n)}, options_quiet);
        return y + (n < rows.size() || rows.empty() ? 22 : 6);
    }

    void household(std::size_t o, const Household* h, double most, double y) {
        if (h == nullptr)
            return draw_lines(
                canvas_, {at(o), y}, fit(say("gelijk", "the same"), width_, options_quiet, 1), options_quiet);
        const auto more = gain(*h);
        if (!more)
            return draw_lines(
                canvas_, {at(o), y}, fit(say("niet precies bekend", "not known exactly"), width_, options_quiet, 1),
                options_quiet);
        const double bars = width_ - 74;
        draw_gain(canvas_, *more, most, {at(o), y}, bars);
        canvas_.words({at(o) + width_, y + 10}, gain_text(*more, language_), {9, Align::end, true, palette::ink});
    }

    void cell(const CompareRow& row, std::size_t o, double y, std::size_t lines) {
        const auto* d = row.cells[o];
        const double x = at(o);
        if (d == nullptr && row.reached[o]) return draw_lines(canvas_, {x, y + 2}, {"–"}, options_quiet);
        if (d == nullptr || d->baseline == Baseline::unchanged)
            return draw_lines(
                canvas_, {x, y + 2}, fit(say("blijft", "stays"), width_, options_quiet, 1), options_quiet);
        draw_sign(canvas_, d->baseline, {x + 8, y + 8});
        draw_lines(canvas_, {x + 20, y + 2}, fit(baseline_word(d->baseline, language_), width_ - 20, options_strong, 1),
                   options_strong);
        auto under = causes_words(*d, language_);
        if (d->baseline == Baseline::changed)
            under += (under.empty() ? "" : "; ") + change_words(*d->before, *d->after, language_);
        draw_lines(canvas_, {x + 20, y + 15}, fit(under, width_ - 20, options_quiet, lines), options_quiet);
    }

    Block difference(const CompareRow& row, std::size_t lines) {
        const auto& f = row.finding();
        const auto head = fit(fmt::format("{} {}", f.code, pick(language_, subtype_name(f.code))),
                              names_width - severity_width - 6, options_strong, 1);
        const auto title = words_block(fit(pick(language_, f.title), names_width, options_plain, lines), options_plain);
        const auto place =
            words_block(fit(situations_words(shown_.front(), row.situations, language_), names_width, options_quiet, 1),
                        options_quiet);
        const double height = std::max(15 + title.height + place.height, 34.0);
        const auto under = static_cast<std::size_t>((height - 12) / line_height(options_quiet));
        return {height, [=, this, &row, severity = f.severity](Canvas&, Point corner) {
                    const auto [x, y] = corner;
                    draw_lines(canvas_, {x, y + 2}, head, options_strong);
                    draw_severity(canvas_, severity, {x + names_width - severity_width, y + 8});
                    title.draw(canvas_, {x, y + 16});
                    place.draw(canvas_, {x, y + 16 + title.height});
                    for (std::size_t o = 0; o < shown_.size(); ++o) cell(row, o, y, under);
                    canvas_.line({options_left, y + height + 4}, {options_right, y + height + 4}, palette::faint, 0.5);
                }};
    }

    void differences(double y) {
        canvas_.line({options_left, y}, {options_right, y}, palette::faint, 1);
        BlockColumn pile{std::string(say("Bevindingen die veranderen", "Findings that change")),
                         {},
                         std::string(more_words(language_)),
                         8};
        pile.fill(rows_.size(), bottom - y - 6, {2, 4},
                  [&](std::size_t i, std::size_t lines) { return difference(rows_[i], lines); });
        if (rows_.empty()) pile.blocks.push_back(words_block({std::string(no_change_words(language_))}, options_quiet));
        pile.draw(canvas_, {options_left, y + 6}, options_right - options_left, bottom - y - 6);
    }

    std::span<const Comparison> all_;
    std::span<const Comparison> shown_;
    Language language_;
    std::vector<CompareRow> rows_;
    double width_;
    Canvas canvas_;
};

}  // namespace

std::string options_sheet(std::span<const Comparison> all, Language language) {
    return OptionsSheet(all, language).write();
}

}  // namespace samenloop::report
