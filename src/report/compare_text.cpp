// A comparison for the drafter: what the proposal changes in the law, what that breaks and mends and for whom, what it
// needs, and what could go with it.  Of several proposals a table at the end.

#include <algorithm>

#include <fmt/core.h>

#include "report/chain.hpp"
#include "report/compare_report.hpp"
#include "report/compare_table.hpp"
#include "report/compare_telling.hpp"
#include "report/compare_words.hpp"
#include "report/judgement.hpp"
#include "report/names.hpp"
#include "report/numbers.hpp"
#include "report/page.hpp"

namespace samenloop::report {
namespace {

constexpr std::size_t longest_chain = 8;  // lines
constexpr std::size_t most_told = 12;     // of unchanged findings none, of data and tasks so many

class ComparisonView {
  public:
    ComparisonView(const Comparison& c, const Style& style)
        : c_(c), language_(style.language), before_(c.before, language_), after_(c.after(), language_), page_(style) {}

    std::string tell() {
        head();
        write_judgement(page_, c_.judgement, language_, Room::before);
        modifications();
        for (const auto b : {Baseline::added, Baseline::changed, Baseline::resolved}) differences(b);
        households();
        borders();
        needs();
        superfluous();
        changes(say("Wat er op deze mensen afkomt", "What these people have to do with"), burden_words(c_, language_));
        changes(say("Omvang van de regels", "Size of the rules"), size_words(c_, language_));
        return std::move(page_).take();
    }

  private:
    std::string_view say(std::string_view nl, std::string_view en) const { return pick(language_, nl, en); }
    const std::string& say(const Text& t) const { return pick(language_, t); }

    void title(std::string_view words) {
        page_.blank();
        page_.paragraph(0, "", words, Paint::strong);
    }

    void head() {
        page_.paragraph(0, "", fmt::format("{} ({})", say(c_.proposal.title), c_.proposal.id), Paint::strong);
        page_.paragraph(0, "", proposal_words(c_, language_));
    }

    void modifications() {
        title(say("Wijzigingen", "Modifications"));
        if (c_.amended.modifications.empty()) page_.paragraph(2, "", say("geen", "none"));
        for (std::size_t i = 0; i < c_.amended.modifications.size(); ++i)
            page_.paragraph(2, fmt::format("{}. ", i + 1), say(c_.amended.modifications[i].wording));
    }

    void differences(Baseline b) {
        const auto n = how_many(c_, b);
        const auto count =
            n == 0 && !is_complete(c_.judgement)
                ? std::string(say("niets in wat kon worden beoordeeld", "nothing in what could be judged"))
                : std::to_string(n);
        title(fmt::format("{}: {}", baseline_word(b, language_), count));
        for (const auto& d : c_.differences)
            if (d.baseline == b) difference(d);
        if (b == Baseline::resolved) page_.paragraph(0, "", unchanged_words(c_, language_), Paint::faint);
    }

    void difference(const Difference& d) {
        const auto& f = finding_of(d);
        page_.paragraph(2, fmt::format("[{}] {} ", f.severity, f.code), say(f.title));
        auto line = c_.situations[d.situation].id;
        if (const auto why = causes_words(d, language_); !why.empty()) line += "; " + why;
        if (const auto when = when_words(c_, d, language_); !when.empty()) line += "; " + when;
        if (d.baseline == Baseline::changed) line += "; " + change_words(*d.before, *d.after, language_);
        page_.paragraph(6, "", line, Paint::faint);
        const auto& rules = d.after ? c_.after() : c_.before;
        std::string named;
        for (const auto r : f.rules) named += (named.empty() ? "" : ", ") + rules.rules[r].id;
        if (!named.empty()) page_.paragraph(6, "", named, Paint::faint);
        write_chain(page_, 6, d.after ? after_ : before_, f.chain, language_, longest_chain);
    }

    void households() {
        if (c_.households.empty()) return;
        title(say("Wat een huishouden per maand overhoudt", "What a household has left a month"));
        for (const auto& h : c_.households) {
            auto line = c_.situations[h.situation].id;
            if (c_.days.size() > 1 || c_.until) line += ", " + date_text(h.day, language_);
            line += fmt::format(": {} → {}", sum_words(h.before, language_), sum_words(h.after, language_));
            if (const auto more = gain_text(h, language_); !more.empty()) line += fmt::format(" ({})", more);
            page_.paragraph(2, "", line);
        }
    }

    void borders() {
        if (c_.borders.empty()) return;
        title(say("Grenzen die het voorstel maakt of verlegt", "Borders that the proposal makes or moves"));
        for (const auto& b : c_.borders) page_.paragraph(2, "• ", border_words(c_, b, language_));
    }

    void needs() {
        if (c_.data.empty() && c_.tasks.empty()) return;
        title(say("Wat het nodig heeft", "What it needs"));
        for (std::size_t i = 0; i < std::min(c_.data.size(), most_told); ++i) datum(c_.data[i]);
        if (c_.data.size() > most_told)
            page_.paragraph(2, "",
                            fmt::format(fmt::runtime(say("… en nog {} gegevens", "… and {} more data")),
                                        c_.data.size() - most_told),
                            Paint::faint);
        for (const auto& t : c_.tasks)
            page_.paragraph(2, "• ",
                            fmt::format("{}: {} ({}){}{}", after_.organisation(t.organisation),
                                        say(c_.after().rules[t.rule].title), c_.after().rules[t.rule].id,
                                        t.competent ? "" : "; ", t.competent ? "" : competence_words(language_)));
    }

    void datum(const NewDatum& d) {
        auto line = fmt::format("{}: {} [{}]; {}", after_.organisation(d.consumer), say(c_.after().items[d.item].title),
                                c_.after().items[d.item].id, keeper_words(c_.after(), d, language_));
        if (const auto lack = lack_words(c_.after(), d, language_); !lack.empty()) line += fmt::format("; {}", lack);
        page_.paragraph(2, "• ", line);
    }

    void superfluous() {
        if (c_.superfluous.empty()) return;
        title(say("Wat erdoor overbodig of onmogelijk wordt", "What becomes superfluous or impossible by it"));
        for (const auto& s : c_.superfluous) page_.paragraph(2, "• ", superfluous_words(c_, s, language_));
    }

    void changes(std::string_view heading, const std::string& words) {
        if (words.empty()) return;
        title(heading);
        page_.paragraph(2, "", words);
    }

    const Comparison& c_;
    Language language_;
    Names before_;
    Names after_;
    Page page_;
};

std::string options_table(std::span<const Comparison> all, Language language) {
    constexpr std::size_t wide = 42;
    auto text = fmt::format("\n{}\n", pick(language, "Naast elkaar", "Side by side"));
    std::string head(wide, ' ');
    std::vector<std::size_t> widths;
    for (const auto& c : all) {
        widths.push_back(std::max<std::size_t>(c.proposal.id.size(), 16));
        head += fmt::format("  {:>{}}", c.proposal.id, widths.back());
    }
    text += head + '\n';
    for (const auto& row : measures(all, language)) {
        text += fmt::format("{:<{}}", row.name, wide);
        for (std::size_t i = 0; i < row.cells.size(); ++i) text += fmt::format("  {:>{}}", row.cells[i], widths[i]);
        text += '\n';
    }
    text += pick(language, "Tussen haakjes: ernst 2 of meer.\n", "In brackets: severity 2 or more.\n");
    return text;
}

}  // namespace

std::string compare_text(std::span<const Comparison> all, const Style& style) {
    std::string text;
    for (const auto& c : all) text += (text.empty() ? "" : "\n") + ComparisonView(c, style).tell();
    return all.size() > 1 ? text + options_table(all, style.language) : text;
}

}  // namespace samenloop::report
