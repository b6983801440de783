#include "report/compare_table.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "report/compare_telling.hpp"
#include "report/compare_words.hpp"
#include "report/numbers.hpp"
#include "report/words.hpp"

namespace samenloop::report {
namespace {

constexpr int harm = 2;  // severity from which a finding is told apart

class Table {
  public:
    Table(std::span<const Comparison> all, Language language) : all_(all), language_(language) {}

    std::vector<MeasureRow> rows() && {
        for (const auto state : {Baseline::added, Baseline::resolved})
            for (const auto type : {InterferenceKind::clash, InterferenceKind::vacuum, InterferenceKind::implosion,
                                    InterferenceKind::pile_up})
                found(state, type);
        households();
        delta("beschikkingen", "decisions", [](const Comparison& c) { return burden(c, &Burden::decisions); });
        delta("bewijsstukken", "proofs", [](const Comparison& c) { return burden(c, &Burden::proofs); });
        delta("organisaties erbij betrokken", "organisations involved",
              [](const Comparison& c) { return burden(c, &Burden::organisations); });
        delta("gegevens die een besluit nodig heeft", "data that a decision needs",
              [](const Comparison& c) { return burden(c, &Burden::data); });
        delta("regels", "rules", [](const Comparison& c) { return counts(c, &Counts::rules); });
        delta("gegevensleveringen", "exchanges", [](const Comparison& c) { return counts(c, &Counts::exchanges); });
        number("overbodig of onmogelijk", "superfluous or impossible",
               [](const Comparison& c) { return c.superfluous.size(); });
        return std::move(rows_);
    }

  private:
    using Change = std::pair<std::size_t, std::size_t>;
    static Change burden(const Comparison& c, std::size_t Burden::* what) {
        return {c.burden_before.*what, c.burden_after.*what};
    }
    static Change counts(const Comparison& c, std::size_t Counts::* what) {
        return {c.counts_before.*what, c.counts_after.*what};
    }

    std::string say(std::string_view nl, std::string_view en) const { return std::string(pick(language_, nl, en)); }

    /// A row, unless all its cells are empty; those that are become a dash.
    template <class Cell>
    void row(std::string name, Cell cell) {
        MeasureRow made{std::move(name), {}};
        for (const auto& c : all_) made.cells.push_back(cell(c));
        if (std::ranges::all_of(made.cells, &std::string::empty)) return;
        for (auto& text : made.cells)
            if (text.empty()) text = "–";
        rows_.push_back(std::move(made));
    }

    void found(Baseline state, InterferenceKind type) {
        const auto words = state == Baseline::added ? say("nieuw: ", "new: ") : say("opgelost: ", "resolved: ");
        row(words + std::string(type_word(type, language_)), [&](const Comparison& c) {
            std::size_t n = 0;
            std::size_t harmful = 0;
            for (const auto& d : c.differences) {
                const auto& f = finding_of(d);
                if (d.baseline != state || f.type != type) continue;
                ++n;
                harmful += f.severity >= harm ? 1 : 0;
            }
            return n == 0 ? std::string() : fmt::format("{} ({})", n, harmful);
        });
    }

    void households() {
        const auto sum = [&](std::size_t n, const Decimal& d, std::string_view sign) {
            return n == 0 ? std::string() : fmt::format("{}: {}{}", n, sign, money_text(d, language_));
        };
        row(say("huishoudens beter af, samen per maand", "households better off, together a month"),
            [&](const Comparison& c) { return sum(moved(c).better, moved(c).gain, "+"); });
        row(say("huishoudens slechter af, samen per maand", "households worse off, together a month"),
            [&](const Comparison& c) { return sum(moved(c).worse, moved(c).loss, "−"); });
        row(say("grootste verlies per maand", "largest loss a month"), [&](const Comparison& c) {
            return moved(c).worse == 0 ? std::string() : "−" + money_text(moved(c).largest_loss, language_);
        });
    }

    template <class Value>
    void delta(std::string_view nl, std::string_view en, Value value) {
        row(say(nl, en), [&](const Comparison& c) {
            const auto [from, to] = value(c);
            if (from == to) return std::string();
            return to > from ? fmt::format("+{}", to - from) : fmt::format("−{}", from - to);
        });
    }

    template <class Value>
    void number(std::string_view nl, std::string_view en, Value value) {
        row(say(nl, en),
            [&](const Comparison& c) { return value(c) == 0 ? std::string() : fmt::format("{}", value(c)); });
    }

    std::span<const Comparison> all_;
    Language language_;
    std::vector<MeasureRow> rows_;
};

}  // namespace

std::vector<MeasureRow> measures(std::span<const Comparison> all, Language language) {
    return Table(all, language).rows();
}

Moved moved(const Comparison& c) {
    Moved m;
    for (const auto* h : households_at_last(c)) {
        const auto more = gain(*h);
        if (!more) continue;
        if (*more > Decimal(0)) {
            ++m.better;
            m.gain = m.gain + *more;
        } else {
            ++m.worse;
            m.loss = m.loss - *more;
            m.largest_loss = std::max(m.largest_loss, -*more);
        }
    }
    return m;
}

}  // namespace samenloop::report
