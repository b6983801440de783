// The matrix as a picture: a row an item (with who keeps it), a column a decision (with who takes it), a square for the
// basis.  Colours as on the page: red a hole, amber a covenant or consent; a letter says the same without colour.

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "model/wording.hpp"
#include "report/data_report.hpp"
#include "report/data_words.hpp"
#include "report/judgement.hpp"
#include "report/markup.hpp"
#include "report/strip.hpp"

namespace samenloop::report {
namespace {

constexpr int cell = 22;
constexpr int label = 470;       // width of the row labels
constexpr int matrix_top = 290;  // height of the column labels
constexpr int margin = 24;

struct Look {
    std::string_view fill, letter, nl, en;
};
// In the order of Standing.
constexpr std::array looks{
    Look{"#d9e2ec", "=", "houdt het zelf bij", "keeps it itself"},
    Look{"#9fd3a8", "§", "wet", "statute"},
    Look{"#f4c95d", "c", "convenant", "covenant"},
    Look{"#f7dc9a", "p", "toestemming", "consent"},
    Look{"#e5625e", "-", "geen grondslag", "no legal basis"},
    Look{"#7a1f1f", "?", "niemand houdt het bij", "nobody keeps it"},
};

struct Column {
    std::string consumer;
    data::Decision decision;
    bool operator==(const Column&) const = default;
};

template <class T>
std::size_t place(std::vector<T>& all, const T& one) {
    const auto at = std::ranges::find(all, one);
    if (at != all.end()) return static_cast<std::size_t>(at - all.begin());
    all.push_back(one);
    return all.size() - 1;
}

class MatrixPicture {
  public:
    MatrixPicture(const RuleBase& rules, const data::DataView& view, Language language)
        : rules_(rules), view_(view), language_(language) {}

    std::string take() && {
        for (const auto& r : view_.rows) {
            place(columns_, {r.consumer, r.decision});
            place(items_, r.item);
        }
        std::ranges::sort(items_);
        head();
        for (std::size_t c = 0; c < columns_.size(); ++c) column(c);
        for (std::size_t i = 0; i < items_.size(); ++i) row(i);
        for (const auto& r : view_.rows) square(r);
        legend();
        return std::move(out_) + "</svg>\n";
    }

  private:
    static int at_x(std::size_t c) { return margin + label + static_cast<int>(c) * cell; }
    static int at_y(std::size_t i) { return margin + matrix_top + static_cast<int>(i) * cell; }

    void head() {
        const auto width = at_x(columns_.size()) + 190;
        const auto height = at_y(items_.size()) + 90;
        out_ += fmt::format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
            "font-family=\"sans-serif\" font-size=\"11\">\n<rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/>\n",
            width, height);
        auto title =
            std::string(pick(language_, "Gegevens: besluit, houder, grondslag", "Data: decision, holder, basis"));
        title += ", " + pick(language_, model::date_words(view_.day));
        text(margin, margin + 4, title, " font-size=\"15\" font-weight=\"bold\"");
        if (!view_.organisation.empty())
            text(margin, margin + 24, short_name(rules_, view_.organisation, language_), " font-size=\"13\"");
    }

    void text(int x, int y, std::string_view words, std::string_view how = "") {
        out_ += fmt::format("<text x=\"{}\" y=\"{}\"{}>{}</text>\n", x, y, how, as_markup(words));
    }

    void column(std::size_t c) {
        const auto x = at_x(c) + cell / 2 + 4;
        const auto y = margin + matrix_top - 8;
        const auto words = cut(decision_words(rules_, columns_[c].decision, language_), 30) + " · " +
                           cut(short_name(rules_, columns_[c].consumer, language_), 26);
        text(x, y, words, fmt::format(" transform=\"rotate(-55 {} {})\"", x, y));
    }

    void row(std::size_t i) {
        std::vector<std::string> keepers;
        for (const auto& r : view_.rows)
            if (r.item == items_[i])
                for (const auto& s : sources(rules_, r)) place(keepers, short_name(rules_, s, language_));
        std::string kept;
        for (std::size_t k = 0; k < std::min<std::size_t>(keepers.size(), 2); ++k)
            kept += (k > 0 ? ", " : "") + keepers[k];
        if (keepers.size() > 2) kept += ", …";
        const auto y = at_y(i) + cell - 7;
        out_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"#eeeeee\"/>\n", margin,
                            at_y(i) + cell, at_x(columns_.size()), at_y(i) + cell);
        text(margin, y, cut(pick(language_, rules_.items[items_[i]].title), 48));
        text(margin + label - 8, y, cut(kept, 28), " text-anchor=\"end\" fill=\"#666666\"");
    }

    void square(const data::DataRow& r) {
        const auto c = place(columns_, {r.consumer, r.decision});
        const auto i = place(items_, r.item);
        const auto& look = looks.at(static_cast<std::size_t>(r.standing));
        const auto x = at_x(c) + 2;
        const auto y = at_y(i) + 2;
        out_ +=
            fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" fill=\"{}\"{}/>\n", x, y, cell - 4,
                        cell - 4, look.fill, r.asked.empty() ? "" : " stroke=\"#1f2933\" stroke-width=\"2\"");
        text(x + (cell - 4) / 2, y + 13, look.letter,
             r.standing == data::Standing::nobody ? " text-anchor=\"middle\" fill=\"#ffffff\""
                                                  : " text-anchor=\"middle\"");
    }

    void legend() {
        auto x = margin;
        const auto y = at_y(items_.size()) + 30;
        for (const auto& look : looks) {
            const auto words = std::string(pick(language_, look.nl, look.en));
            out_ += fmt::format(
                "<rect x=\"{}\" y=\"{}\" width=\"14\" height=\"14\" rx=\"3\" fill=\"{}\"/>\n", x, y, look.fill);
            text(x + 20, y + 11, std::string(look.letter) + "  " + words);
            x += 60 + static_cast<int>(words.size()) * 6;
        }
        out_ += fmt::format(
            "<rect x=\"{}\" y=\"{}\" width=\"14\" height=\"14\" rx=\"3\" fill=\"#ffffff\" stroke=\"#1f2933\" "
            "stroke-width=\"2\"/>\n",
            margin, y + 26);
        text(margin + 20, y + 37, pick(language_, "wordt aan de burger gevraagd", "the citizen is asked"));
    }

    const RuleBase& rules_;
    const data::DataView& view_;
    Language language_;
    std::vector<Column> columns_;
    std::vector<Slot> items_;
    std::string out_;
};

}  // namespace

std::string write_data_svg(const RuleBase& rules, const data::DataView& view, const Style& style) {
    return with_lines(
        MatrixPicture(rules, view, style.language).take(), judgement_lines(view.judgement, style.language));
}

std::span<const DataFormat> data_formats() {
    static constexpr std::array formats{
        DataFormat{"text", write_data_text}, DataFormat{"json", write_data_json}, DataFormat{"svg", write_data_svg}};
    return formats;
}

}  // namespace samenloop::report
