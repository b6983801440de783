// The curve as a table: one row a piece, what moves beside it; then jumps, traps, and what the table rests on.

#include <algorithm>
#include <array>

#include <fmt/core.h>
#include <utf8.h>

#include "base/printable.hpp"
#include "report/curve_words.hpp"
#include "report/judgement.hpp"
#include "report/numbers.hpp"
#include "report/page.hpp"

namespace samenloop::report {
namespace {

constexpr std::array<std::size_t, 4> widths{13, 13, 25, 10};
constexpr std::size_t causes_at = 13 + 13 + 25 + 10 + 2;

std::string flush_right(const std::string& text, std::size_t width) {
    const auto columns = static_cast<std::size_t>(utf8::unchecked::distance(text.begin(), text.end()));
    return std::string(width > columns ? width - columns : 1, ' ') + text;
}

using PieceRow = std::array<std::string, 4>;

std::string joined(const PieceRow& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += flush_right(cells.at(i), widths.at(i));
    return line + "  ";
}

class TextCurve {
  public:
    TextCurve(const CurveSheet& sheet, const Style& style)
        : sheet_(sheet), words_(sheet, style.language), page_(style), language_(style.language) {}

    std::string write() && {
        head();
        write_judgement(page_, sheet_.judgement, language_);
        table();
        sentences(
            pick(language_, "Sprongen", "Jumps"), sheet_.course.jumps, [&](const engine::Jump& j) { return jump(j); });
        sentences(pick(language_, "Meer verdienen loont niet", "Earning more does not pay"), sheet_.course.traps,
                  [&](const engine::Trap& t) { return words_.trap(t); });
        notes();
        return std::move(page_).take();
    }

  private:
    void head() {
        page_.paragraph(0, "", words_.title(), Paint::strong);
        if (sheet_.course.stretches.empty()) return;
        page_.paragraph(0, "",
                        fmt::format(fmt::runtime(pick(language_, "Besteedbaar inkomen over {} ({}), van {} tot {}",
                                                      "Disposable income over {} ({}), from {} to {}")),
                                    words_.item(), words_.unit(), words_.x(sheet_.course.stretches.front().low),
                                    words_.x(sheet_.course.stretches.back().high)));
        page_.blank();
    }

    void table() {
        const PieceRow names{
            std::string(pick(language_, "van", "from")), std::string(pick(language_, "tot", "to")),
            std::string(pick(language_, "besteedbaar per maand", "disposable a month")),
            std::string(sheet_.course.money ? pick(language_, sheet_.course.earned ? "druk" : "verlies",
                                                   sheet_.course.earned ? "rate" : "lost")
                                            : "")};
        line(joined(names), std::string(pick(language_, "waardoor", "because of")), Paint::strong);
        for (const auto& s : sheet_.course.stretches) row(s);
        page_.blank();
    }

    void row(const engine::Stretch& s) {
        PieceRow cells{words_.x(s.low), words_.x(s.high), std::string(pick(language_, "niet bekend", "not known")), ""};
        if (s.before && s.after) cells[2] = words_.monthly(*s.before) + " → " + words_.monthly(*s.after);
        if (s.rate) cells[3] = words_.percent(*s.rate);
        const auto added = (s.high - s.low) * sheet_.course.yearly;
        auto lead = joined(cells);
        for (const auto& p : s.parts) {
            if (!words_.is_cause(p, added)) continue;
            line(lead, sheet_.course.money ? words_.part_rate(p, added) : words_.part_change(p), Paint::plain);
            lead.assign(causes_at, ' ');
        }
        if (!lead.starts_with(std::string(causes_at, ' '))) line(lead, "–", Paint::plain);
    }

    void line(const std::string& lead, const std::string& text, Paint paint) { page_.paragraph(0, lead, text, paint); }

    std::string jump(const engine::Jump& j) const {
        const auto sentence = words_.jump(j);
        return words_.is_cliff(j) ? std::string(pick(language_, "klif: ", "cliff: ")) + sentence : sentence;
    }

    template <class All, class Say>
    void sentences(std::string_view heading, const All& all, Say say) {
        if (all.empty()) return;
        page_.paragraph(0, "", heading, Paint::strong);
        for (const auto& each : all) page_.paragraph(2, "- ", say(each) + ".");
        page_.blank();
    }

    void notes() {
        const auto& c = sheet_.course;
        if (c.cut_off)
            page_.paragraph(0, "",
                            pick(language_, "De lijn is afgebroken: te veel stukken. Kies een korter stuk.",
                                 "The line was cut off: too many pieces. Choose a shorter one."));
        const bool unknown =
            std::ranges::any_of(c.stretches, [](const engine::Stretch& s) { return !s.before || !s.after; });
        if (unknown && is_complete(sheet_.judgement))
            page_.paragraph(0, "",
                            pick(language_, "Niet bekend: de situatie geeft niet alles wat het bedrag bepaalt.",
                                 "Not known: the situation does not give all that the amount depends on."));
        std::string held;
        for (const auto& fact : sheet_.held) held += (held.empty() ? "" : "; ") + words_.names().fact(fact);
        if (!held.empty()) page_.paragraph(0, pick(language_, "Ongewijzigd: ", "Unchanged: "), held + ".");
        page_.paragraph(
            0, "",
            pick(language_,
                 "Al het andere blijft gelijk. Dit volgt uit de geladen regels; het is geen besluit en geen advies.",
                 "All else stays the same. This follows from the loaded rules; it is not a decision and not advice."));
    }

    const CurveSheet& sheet_;
    CurveWords words_;
    Page page_;
    Language language_;
};

}  // namespace

std::string write_curve_text(std::span<const CurveSheet> sheets, const Style& style) {
    std::string text;
    for (const auto& sheet : sheets) text += (text.empty() ? "" : "\n") + TextCurve(sheet, style).write();
    return text;
}

}  // namespace samenloop::report
