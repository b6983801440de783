// The curve as a plot on an A4 on its side: above, disposable income; below, what is lost of each euro more, stacked by
// cause.  Cliffs are dashed lines with a letter, traps are bands with a number; both are told under the plot.

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "report/axis.hpp"
#include "report/canvas.hpp"
#include "report/curve_words.hpp"
#include "report/judgement.hpp"
#include "report/numbers.hpp"
#include "report/page.hpp"
#include "report/palette.hpp"
#include "report/strip.hpp"

namespace samenloop::report {
namespace {

using palette::alarm;
using palette::faint;
using palette::ink;

constexpr double left = 86;
constexpr double right = 1090;
constexpr double top = 92;
constexpr double curve_foot = 770;
constexpr double note_line = 14;
constexpr std::size_t note_columns = 165;
constexpr std::size_t most_notes = 7;
constexpr double most_rate = 160;

constexpr std::string_view band = "#fbe3e0";

struct Extent {
    double low = 0;
    double high = 0;
    bool any = false;
    void add(double d) {
        low = any ? std::min(low, d) : d;
        high = any ? std::max(high, d) : d;
        any = true;
    }
};

class Plot {
  public:
    Plot(const CurveSheet& sheet, const Style& style)
        : course_(sheet.course),
          words_(sheet, style.language),
          language_(style.language),
          canvas_(Sheet::landscape, words_.title()) {
        for (const auto& j : course_.jumps)
            if (words_.is_cliff(j)) cliffs_.push_back(&j);
        collect_notes();
    }

    std::string write() && {
        layout();
        canvas_.words({left, 34}, words_.title(), {18, Align::start, true, ink});
        canvas_.words(
            {left, 56},
            fmt::format("{} {}", pick(language_, "Besteedbaar inkomen over", "Disposable income over"), words_.item()),
            {13, Align::start, false, ink});
        if (!course_.pieces.empty()) {
            bands();
            grid();
            money_panel();
            if (course_.money) rate_panel();
            x_axis();
            number_bands();
            cliffs();
        }
        notes();
        return std::move(canvas_).take();
    }

  private:
    using Key = std::pair<engine::PartKind, Index>;

    void collect_notes() {
        const auto add = [&](const std::string& mark, const std::string& text) {
            for (bool first = true; auto& line : wrap(text, note_columns)) {
                notes_.emplace_back(first ? mark : "", std::move(line));
                first = false;
            }
        };
        for (std::size_t i = 0; i < cliffs_.size(); ++i) add(letter(i), words_.jump(*cliffs_[i]));
        for (std::size_t i = 0; i < course_.traps.size(); ++i)
            add(std::to_string(i + 1), words_.trap(course_.traps[i]));
        if (notes_.size() <= most_notes) return;
        notes_.resize(most_notes - 1);
        notes_.emplace_back(
            "", pick(language_, "… meer in de tabel: --format text", "… more in the table: --format text"));
    }

    static std::string letter(std::size_t i) {
        return std::string(1, static_cast<char>('A' + static_cast<int>(i % 26)));
    }

    void layout() {
        const auto legend_rows = course_.money ? 1.0 + std::floor(static_cast<double>(keys().size()) / 4.0) : 0.0;
        legend_at_ = curve_foot - note_line * static_cast<double>(notes_.size()) - 16 - 18 * legend_rows;
        const double bottom = legend_at_ - 52;
        const double split = course_.money ? top + (bottom - top) * 0.56 : bottom;
        money_ = {0, 1, split, top};
        rate_ = {0, 1, bottom, split + 26};
        x_ = {0, 1, left, right};
        bottom_ = bottom;
        if (course_.pieces.empty()) return;
        x_.low = course_.pieces.front().low.to_double();
        x_.high = course_.pieces.back().high.to_double();
        fit_money();
        fit_rates();
    }

    void fit_money() {
        Extent extent;
        for (const auto& s : course_.stretches) {
            if (s.before) extent.add(s.before->to_double() / 12);
            if (s.after) extent.add(s.after->to_double() / 12);
        }
        if (extent.high - extent.low < 1) extent = {extent.low - 50, extent.high + 50, true};
        money_step_ = round_step(extent.high - extent.low, 5);
        money_.low = std::floor(extent.low / money_step_) * money_step_;
        money_.high = std::ceil(extent.high / money_step_) * money_step_;
    }

    void fit_rates() {
        Extent extent{0, 100, true};
        for (const auto& p : course_.pieces) {
            const auto [up, down] = stack_of(p);
            extent.add(up);
            extent.add(down);
        }
        rate_.low = std::floor(std::max(extent.low, -most_rate) / 20) * 20;
        rate_.high = std::ceil(std::min(extent.high, most_rate) / 20) * 20;
    }

    double added(const engine::DrawnPiece& p) const { return ((p.high - p.low) * course_.yearly).to_double(); }

    bool shown(const engine::DrawnPiece& p, const engine::Part& part) const {
        return words_.is_cause(part, (p.high - p.low) * course_.yearly);
    }

    /// Percent of each euro more that this part takes in the piece.
    double share(const engine::DrawnPiece& p, const engine::Part& part) const {
        const double all = part.lost.to_double() * 100 / added(p);
        return part.kind == engine::PartKind::income && course_.earned ? all + 100 : all;
    }

    std::pair<double, double> stack_of(const engine::DrawnPiece& p) const {
        double up = 0;
        double down = 0;
        for (const auto& part : p.parts)
            if (shown(p, part)) (share(p, part) > 0 ? up : down) += share(p, part);
        return {up, down};
    }

    /// Parts that move anywhere, in the order in which they come up.
    std::vector<Key> keys() const {
        std::vector<Key> all;
        for (const auto& p : course_.pieces)
            for (const auto& part : p.parts)
                if (const Key key{part.kind, part.index}; shown(p, part) && std::ranges::find(all, key) == all.end())
                    all.push_back(key);
        return all;
    }

    std::string_view colour(const engine::Part& part) const {
        const auto all = keys();
        const auto at = std::ranges::find(all, Key{part.kind, part.index}) - all.begin();
        return palette::safe.at(std::min(static_cast<std::size_t>(at), palette::safe.size() - 1));
    }

    void bands() {
        for (const auto& t : course_.traps) {
            const double from = x_(t.from.to_double());
            const double to = std::max(x_(t.to.to_double()), from + 2);
            canvas_.rectangle({from, top}, to - from, bottom_ - top, band);
        }
    }

    void number_bands() {
        for (std::size_t i = 0; i < course_.traps.size(); ++i) {
            const auto& t = course_.traps[i];
            mark({(x_(t.from.to_double()) + x_(t.to.to_double())) / 2, top + 12}, std::to_string(i + 1));
        }
    }

    void mark(Point at, const std::string& text) {
        canvas_.circle(at, 8, alarm);
        canvas_.words({at.first, at.second + 4}, text, {11, Align::middle, true, palette::paper});
    }

    void cliffs() {
        for (std::size_t i = 0; i < cliffs_.size(); ++i) {
            const double x = x_(cliffs_[i]->x.to_double());
            canvas_.line({x, top}, {x, bottom_}, alarm, 1.2, true);
            mark({x, top - 9}, letter(i));
        }
    }

    void frame(const Scale& scale, const std::string& name) {
        canvas_.line({left, scale.start}, {left, scale.end}, ink, 1);
        canvas_.line({left, scale.start}, {right, scale.start}, ink, 1);
        canvas_.words_upwards({22, (scale.start + scale.end) / 2}, name, {12, Align::middle, false, ink});
    }

    std::string whole(double value) const { return number_text(rounded(value), language_); }

    static Decimal rounded(double value) {
        const auto text = fmt::format("{:.4f}", value);
        return Decimal::parse(text).value_or(Decimal(0)).rounded(4);
    }

    void money_panel() {
        for (const double m : marks(money_.low, money_.high, money_step_)) {
            canvas_.line({left, money_(m)}, {right, money_(m)}, faint, 0.7);
            canvas_.words({left - 8, money_(m) + 4}, "€ " + whole(m), {11, Align::end, false, ink});
        }
        std::vector<Point> points;
        const auto draw = [&] {
            if (points.size() > 1) canvas_.polyline(points, "#0b3d91", 2.2);
            points.clear();
        };
        for (const auto& p : course_.pieces) {
            const auto start = engine::at(p.disposable, p.low);
            if (!start || (!points.empty() && std::abs(points.back().second - y_of(*start)) > 0.05)) draw();
            if (!start) continue;
            for (const auto& x : along(p)) points.emplace_back(x_(x.to_double()), y_of(*engine::at(p.disposable, x)));
        }
        draw();
        frame(money_, std::string(pick(language_, "besteedbaar, € per maand", "disposable, € a month")));
    }

    double y_of(const Decimal& yearly) const { return money_(yearly.to_double() / 12); }

    /// Both ends of a straight piece, more points of one that bends.
    static std::vector<Decimal> along(const engine::DrawnPiece& p) {
        const auto* curve = p.disposable.get<std::shared_ptr<const Polynomial>>();
        const std::int64_t parts = curve != nullptr && (*curve)->c.size() > 2 ? 8 : 1;
        std::vector<Decimal> all;
        for (std::int64_t k = 0; k <= parts; ++k) all.push_back(p.low + (p.high - p.low) * Decimal(k) / Decimal(parts));
        return all;
    }

    void rate_panel() {
        for (const double m : marks(rate_.low, rate_.high, 20)) {
            canvas_.line({left, rate_(m)}, {right, rate_(m)}, faint, 0.7);
            canvas_.words({left - 8, rate_(m) + 4}, whole(m) + " %", {11, Align::end, false, ink});
        }
        for (const auto& p : course_.pieces) stack(p);
        for (const auto& p : course_.pieces) total(p);
        if (course_.earned) canvas_.line({left, rate_(100)}, {right, rate_(100)}, alarm, 1, true);
        frame(rate_, words_.rate_name());
        legend();
    }

    void stack(const engine::DrawnPiece& p) {
        double up = 0;
        double down = 0;
        const double from = x_(p.low.to_double());
        const double to = x_(p.high.to_double());
        for (const auto& part : p.parts) {
            if (!shown(p, part)) continue;
            const double size = share(p, part);
            auto& base = size > 0 ? up : down;
            const double y1 = rate_.held(base);
            const double y2 = rate_.held(base + size);
            base += size;
            canvas_.rectangle({from, std::min(y1, y2)}, to - from, std::abs(y1 - y2), colour(part));
        }
    }

    void total(const engine::DrawnPiece& p) {
        const auto rate_at = [&](const Decimal& x) -> std::optional<double> {
            const auto s = engine::slope(p.disposable, x);
            if (!s) return std::nullopt;
            return (course_.earned ? 100 : 0) - s->to_double() * 100 / course_.yearly.to_double();
        };
        const auto a = rate_at(p.low);
        const auto b = rate_at(p.high);
        if (a && b)
            canvas_.line({x_(p.low.to_double()), rate_.held(*a)}, {x_(p.high.to_double()), rate_.held(*b)}, ink, 2);
    }

    void grid() {
        for (const double m : marks(x_.low, x_.high, round_step(x_.high - x_.low, 9)))
            canvas_.line({x_(m), top}, {x_(m), bottom_}, faint, 0.5);
    }

    void x_axis() {
        for (const double m : marks(x_.low, x_.high, round_step(x_.high - x_.low, 9))) {
            canvas_.line({x_(m), bottom_}, {x_(m), bottom_ + 5}, ink, 1);
            canvas_.words({x_(m), bottom_ + 19}, whole(m), {11, Align::middle, false, ink});
        }
        const auto unit = words_.unit();
        canvas_.words({(left + right) / 2, bottom_ + 37},
                      words_.names().item_title(words_.item_path()) + (unit.empty() ? "" : ", " + unit),
                      {12, Align::middle, false, ink});
    }

    void legend() {
        const auto all = keys();
        double x = left;
        double y = legend_at_ + 8;
        const auto place = [&](const std::string& text, auto draw) {
            const double wide = 30 + 6.3 * static_cast<double>(text.size());
            if (x + wide > right) {
                x = left;
                y += 18;
            }
            draw();
            canvas_.words({x + 18, y}, text, {11, Align::start, false, ink});
            x += wide;
        };
        place(words_.rate_name(), [&] { canvas_.line({x, y - 4}, {x + 12, y - 4}, ink, 2); });
        for (const auto& [kind, index] : all) {
            const engine::Part part{kind, index, {}, {}};
            place(words_.part(part), [&] { canvas_.rectangle({x, y - 10}, 12, 12, colour(part)); });
        }
    }

    void notes() {
        double y = curve_foot - note_line * static_cast<double>(notes_.size());
        for (const auto& [mark, text] : notes_) {
            canvas_.words({left, y}, mark, {11, Align::start, true, alarm});
            canvas_.words({left + 18, y}, text, {11, Align::start, false, ink});
            y += note_line;
        }
        canvas_.words({left, curve_foot + 8}, footnote(language_), {10, Align::start, false, palette::quiet});
    }

    const engine::IncomeProfile& course_;
    CurveWords words_;
    Language language_;
    Canvas canvas_;
    std::vector<const engine::Jump*> cliffs_;
    std::vector<std::pair<std::string, std::string>> notes_;
    Scale x_;
    Scale money_;
    Scale rate_;
    double money_step_ = 1;
    double legend_at_ = 0;
    double bottom_ = 0;
};

}  // namespace

std::string write_curve_svg(std::span<const CurveSheet> sheets, const Style& style) {
    auto lines = judgement_lines(sheets.front().judgement, style.language);
    std::string days;
    for (const auto& later : sheets.subspan(1))
        days += (days.empty() ? "" : "; ") + date_text(later.situation.date, style.language);
    if (!days.empty())
        lines.push_back(
            std::string(pick(style.language, "De lijn wordt een andere op: ", "The line becomes another on: ")) + days +
            ".");
    return with_lines(Plot(sheets.front(), style).write(), lines);
}

}  // namespace samenloop::report
