// A proposal on an A4 on its side: sheet_left what it changes in the law, in the middle what that does in the
// situations, with a line from each modification to what it causes; sheet_right whom it costs or brings money, what it
// lacks, what could go.
//
// Where room is short, texts get fewer lines first (those of modifications that cause nothing have two at most,
// anyhow); then the last are sheet_left out, modifications that cause nothing before the others, and it is told how
// many.

#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "report/compare_drawing.hpp"
#include "report/compare_panels.hpp"
#include "report/compare_rows.hpp"
#include "report/compare_sheets.hpp"
#include "report/compare_table.hpp"
#include "report/compare_telling.hpp"
#include "report/compare_words.hpp"
#include "report/measure.hpp"
#include "report/palette.hpp"

namespace samenloop::report {
namespace {

constexpr double sheet_left = 32;
constexpr double sheet_right = sheet_long - 32;
constexpr double sheet_bottom = 724;
constexpr double sheet_legend = 748;
constexpr double changes_width = 300;
constexpr double found_at = 400;
constexpr double found_width = 404;
constexpr double aside_at = 830;
constexpr double text_at = 30;  // in the box of a difference
constexpr double tile_gap = 12;
constexpr double tile_width = (sheet_right - sheet_left - 4 * tile_gap) / 5;

constexpr Words sheet_title{19, Align::start, true, palette::ink};
constexpr Words number_style{22, Align::start, true, palette::ink};
constexpr Words sheet_plain{10.5, Align::start, false, palette::ink};
constexpr Words sheet_strong{10.5, Align::start, true, palette::ink};
constexpr Words sheet_quiet{9.5, Align::start, false, palette::quiet};

struct SheetExtent {
    double top = 0;
    double height = 0;

    /// Of n places, evenly over the edge.
    double place(std::size_t i, std::size_t n) const {
        return top + height * static_cast<double>(i + 1) / static_cast<double>(n + 1);
    }
};

class ProposalSheet {
  public:
    ProposalSheet(const Comparison& c, Language language)
        : c_(c),
          language_(language),
          rows_(compare_rows({&c, 1})),
          canvas_(Sheet::landscape, pick(language, c.proposal.title)) {
        for (std::size_t m = 0; m < c.amended.modifications.size(); ++m) order_.push_back(m);
        for (const auto& row : rows_)
            for (const auto m : of(row).causes) ++effects_[m];
    }

    std::string write() && {
        const double y = tiles(head());
        changes(y);
        found(y);
        lines();
        aside(y);
        draw_legend(canvas_, {sheet_left, sheet_legend}, true, language_);
        return std::move(canvas_).take();
    }

  private:
    std::string_view say(std::string_view nl, std::string_view en) const { return pick(language_, nl, en); }
    static const Difference& of(const CompareRow& row) { return *row.cells.front(); }

    double head() {
        const auto title = fit(pick(language_, c_.proposal.title), sheet_right - sheet_left, sheet_title, 2);
        draw_lines(canvas_, {sheet_left, 24}, title, sheet_title);
        const double y = 24 + static_cast<double>(title.size()) * line_height(sheet_title) + 4;
        draw_lines(canvas_, {sheet_left, y},
                   fit(proposal_words(c_, language_), sheet_right - sheet_left, sheet_plain, 1), sheet_plain);
        return y + 24;
    }

    void tile(Point corner, std::string_view colour, std::string_view number, std::string_view word,
              std::string_view more) {
        const auto [x, y] = corner;
        canvas_.rectangle({x, y}, tile_width, 3, colour);
        canvas_.words({x, y + 29}, number, number_style);
        const double beside = x + width_of(number, number_style) + 8;
        draw_lines(canvas_, {beside, y + 9}, fit(word, x + tile_width - beside, sheet_strong, 1), sheet_strong);
        draw_lines(canvas_, {beside, y + 22}, fit(more, x + tile_width - beside, sheet_quiet, 1), sheet_quiet);
    }

    double tiles(double y) {
        double x = sheet_left;
        for (const auto b : {Baseline::added, Baseline::changed, Baseline::resolved}) {
            const auto n = how_many(c_, b);
            tile({x, y}, n > 0 ? look_of(b).colour : palette::faint, std::to_string(n), baseline_word(b, language_),
                 fmt::format(fmt::runtime(say("met ernst ≥ 2: {}", "of severity ≥ 2: {}")), how_many(c_, b, 2)));
            x += tile_width + tile_gap;
        }
        const auto households = moved(c_);
        tile({x, y}, c_.households.empty() ? palette::faint : palette::ink,
             fmt::format("{} / {}", households.better, households.worse),
             say("vooruit / achteruit", "better / worse off"),
             fmt::format(
                 fmt::runtime(say("huishoudens bekeken: {}", "households looked at: {}")), c_.situations.size()));
        const auto lack = lacking(c_, language_);
        tile({x + tile_width + tile_gap, y}, lack > 0 ? palette::alarm : palette::faint, std::to_string(lack),
             say("zonder basis", "without a basis"), say("nieuwe gegevens en taken", "new data and tasks"));
        return y + 52;
    }

    /// In a box, where lines leave from it.
    Block change(std::size_t m, std::size_t lines) const {
        const bool causes = effects_.contains(m);
        const auto& style = causes ? sheet_plain : sheet_quiet;
        const auto words = words_block(
            fit(pick(language_, c_.amended.modifications[m].wording), changes_width - text_at - 8, style,
                causes ? lines : std::max<std::size_t>(lines, 2) - 1),
            style, text_at);
        const double edge = causes ? 5 : 0;
        const double height = std::max(words.height, 17.0) + 2 * edge;
        return {height, [=](Canvas& canvas, Point corner) {
                    const auto [x, y] = corner;
                    if (causes) canvas.box(corner, changes_width, height, palette::paper, palette::ink);
                    draw_number(canvas, m + 1, causes, {x + 15, y + edge + 7});
                    words.draw(canvas, {x, y + edge});
                }};
    }

    void changes(double y) {
        BlockColumn pile{std::string(say("Wijzigingen", "Modifications")), {}, std::string(more_words(language_))};
        const auto fill = [&] {
            pile.fill(order_.size(), sheet_bottom - y, {1, 7},
                      [&](std::size_t i, std::size_t lines) { return change(order_[i], lines); });
        };
        fill();
        if (pile.shown(sheet_bottom - y) < order_.size()) {
            std::ranges::stable_partition(order_, [&](std::size_t m) { return effects_.contains(m); });
            fill();
        }
        const auto tops = pile.draw(canvas_, {sheet_left, y}, changes_width, sheet_bottom - y);
        for (std::size_t i = 0; i < tops.size(); ++i) changes_[order_[i]] = {tops[i], pile.blocks[i].height};
    }

    std::string heading(const CompareRow& row) const {
        const auto& f = finding_of(of(row));
        return fmt::format(
            "{} · {} {}", baseline_word(of(row).baseline, language_), f.code, pick(language_, subtype_name(f.code)));
    }

    std::string where(const CompareRow& row) const {
        const auto causes = causes_words(of(row), language_);
        const auto when = when_words(c_, of(row), language_);
        return (causes.empty() ? "" : causes + " · ") + (when.empty() ? "" : when + " · ") +
               situations_words(c_, row.situations, language_);
    }

    /// What it is, how severe, its title, what changes in it, and by what and in which situation.
    Block difference(const CompareRow& row, std::size_t lines) const {
        const auto& d = of(row);
        const double room = found_width - text_at - 8;
        const auto head = fit(heading(row), room - severity_width - 4, sheet_strong, 1);
        const auto title =
            words_block(fit(pick(language_, finding_of(d).title), room, sheet_plain, lines), sheet_plain);
        const Words marked{sheet_plain.size, Align::start, true, look_of(d.baseline).colour};
        const auto change = words_block(
            d.baseline == Baseline::changed
                ? fit(change_words(*d.before, *d.after, language_), room, marked, std::min<std::size_t>(lines, 2))
                : std::vector<std::string>(),
            marked);
        const auto place =
            words_block(fit(where(row), room, sheet_quiet, std::min<std::size_t>(lines, 2)), sheet_quiet);
        const double height = 27 + title.height + change.height + place.height;
        return {height, [=, b = d.baseline, severity = finding_of(d).severity](Canvas& canvas, Point corner) {
                    const auto [x, y] = corner;
                    canvas.box(corner, found_width, height, palette::paper, look_of(b).colour);
                    draw_sign(canvas, b, {x + 15, y + 14});
                    draw_lines(canvas, {x + text_at, y + 6}, head, sheet_strong);
                    draw_severity(canvas, severity, {x + found_width - severity_width - 6, y + 13});
                    title.draw(canvas, {x + text_at, y + 22});
                    change.draw(canvas, {x + text_at, y + 22 + title.height});
                    place.draw(canvas, {x + text_at, y + 22 + title.height + change.height});
                }};
    }

    void found(double y) {
        BlockColumn pile{std::string(say("Wat dat in de situaties doet", "What that does in the situations")),
                         {},
                         std::string(more_words(language_))};
        const double room = sheet_bottom - y - 18;
        pile.fill(
            rows_.size(), room, {2, 7}, [&](std::size_t i, std::size_t lines) { return difference(rows_[i], lines); });
        if (rows_.empty()) pile.blocks.push_back(words_block({std::string(no_change_words(language_))}, sheet_quiet));
        const auto tops = pile.draw(canvas_, {found_at, y}, found_width, room);
        for (std::size_t i = 0; i < std::min(tops.size(), rows_.size()); ++i)
            found_.push_back({tops[i], pile.blocks[i].height});
        draw_lines(canvas_, {found_at, std::min(y + pile.height(), sheet_bottom - 14)},
                   fit(unchanged_words(c_, language_), found_width, sheet_quiet, 1), sheet_quiet);
    }

    /// Each line has a place of its own on both edges.
    void lines() {
        std::map<std::size_t, std::size_t> drawn;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const auto& d = of(rows_[i]);
            const auto look = look_of(d.baseline);
            for (std::size_t k = 0; k < d.causes.size(); ++k) {
                const auto from = changes_.find(d.causes[k]);
                if (from == changes_.end()) continue;
                const Point to{found_at, found_[i].place(k, d.causes.size())};
                canvas_.bend(
                    {sheet_left + changes_width, from->second.place(drawn[from->first]++, effects_[from->first])}, to,
                    look.colour, 1.6, look.dashes);
                canvas_.circle(to, 3, look.colour);
            }
        }
    }

    void aside(double y) {
        constexpr double width = sheet_right - aside_at;
        const std::vector piles{households_pile(c_, language_, width), needs_pile(c_, language_, width),
                                superfluous_pile(c_, language_, width), size_pile(c_, language_, width)};
        std::vector<double> wanted;
        for (const auto& p : piles) wanted.push_back(p.height() + 10);
        const auto given = shares(wanted, sheet_bottom - y);
        for (std::size_t i = 0; i < piles.size(); ++i) {
            piles[i].draw(canvas_, {aside_at, y}, width, given[i] - 10);
            y += given[i];
        }
    }

    const Comparison& c_;
    Language language_;
    std::vector<CompareRow> rows_;
    Canvas canvas_;
    std::vector<std::size_t> order_;              // of modifications
    std::map<std::size_t, std::size_t> effects_;  // modification: how many rows it causes
    std::map<std::size_t, SheetExtent> changes_;  // where modifications are drawn
    std::vector<SheetExtent> found_;              // and differences
};

}  // namespace

std::string proposal_sheet(const Comparison& c, Language language) { return ProposalSheet(c, language).write(); }

}  // namespace samenloop::report
