// A comparison for the drafter: what the proposal changes in the law, what that breaks and mends and for whom, what it
// needs, and what could go with it.  Of several proposals a table at the end.

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "report/compare_report.hpp"
#include "report/compare_table.hpp"
#include "report/compare_words.hpp"
#include "report/names.hpp"
#include "report/numbers.hpp"
#include "report/page.hpp"

namespace samenloop {
namespace {

constexpr std::size_t most_told = 12;  // of unchanged findings none, of data and tasks so many

struct Words {
    std::string_view nl;
    std::string_view en;
};

Words baseline_words(Baseline b) {
    switch (b) {
    case Baseline::added: return {"Nieuw", "New"};
    case Baseline::resolved: return {"Opgelost", "Resolved"};
    case Baseline::changed: return {"Gewijzigd", "Changed"};
    default: return {"Ongewijzigd", "Unchanged"};
    }
}

std::size_t count(const Comparison& c, Baseline b, int severity = 0) {
    return static_cast<std::size_t>(std::ranges::count_if(c.differences, [&](const Difference& d) {
        return d.baseline == b && (d.after ? d.after->severity : d.before->severity) >= severity;
    }));
}

class Telling {
  public:
    Telling(const Comparison& c, const Style& style)
        : c_(c), language_(style.language), before_(c.before, language_), after_(c.after(), language_), page_(style) {}

    std::string tell() {
        head();
        modifications();
        for (const auto b : {Baseline::added, Baseline::changed, Baseline::resolved}) differences(b);
        households();
        needs();
        superfluous();
        burden();
        counts();
        return std::move(page_).take();
    }

  private:
    std::string_view say(const Words& w) const { return pick(language_, w.nl, w.en); }
    std::string_view say(std::string_view nl, std::string_view en) const { return pick(language_, nl, en); }
    const std::string& say(const Text& t) const { return pick(language_, t); }

    void title(std::string_view words) {
        page_.blank();
        page_.paragraph(0, "", words, Paint::strong);
    }

    void head() {
        page_.paragraph(0, "", fmt::format("{} ({})", say(c_.proposal.title), c_.proposal.id), Paint::strong);
        page_.paragraph(0, "",
                        fmt::format(fmt::runtime(say("{}; in werking op {}; bekeken op {}",
                                                     "{}; enters into force on {}; looked at on {}")),
                                    c_.proposal.proposer, date_text(c_.proposal.in_force, language_), days()));
    }

    std::string days() const {
        std::string text;
        for (std::size_t i = 0; i < c_.days.size(); ++i) {
            if (i > 0) text += i + 1 < c_.days.size() ? ", " : say(" en ", " and ");
            text += date_text(c_.days[i], language_);
        }
        return text;
    }

    void modifications() {
        title(say("Wijzigingen", "Modifications"));
        if (c_.amended.modifications.empty()) page_.paragraph(2, "", say("geen", "none"));
        for (std::size_t i = 0; i < c_.amended.modifications.size(); ++i)
            page_.paragraph(2, fmt::format("{}. ", i + 1), say(c_.amended.modifications[i].wording));
    }

    std::string causes(const Difference& d) const {
        std::string text;
        for (const auto m : d.causes) text += (text.empty() ? "" : ", ") + std::to_string(m + 1);
        return text.empty() ? "" : fmt::format(fmt::runtime(say("door wijziging {}", "by modification {}")), text);
    }

    void differences(Baseline b) {
        const auto n = count(c_, b);
        title(fmt::format("{}: {}", say(baseline_words(b)), n));
        for (const auto& d : c_.differences)
            if (d.baseline == b) difference(d);
        if (b == Baseline::resolved)
            page_.paragraph(
                0, "",
                fmt::format(fmt::runtime(say("Ongewijzigd: {}; situaties die het voorstel niet raakt: {} van {}.",
                                             "Unchanged: {}; situations that the proposal does not reach: {} of {}.")),
                            count(c_, Baseline::unchanged), c_.untouched.size(), c_.situations.size()),
                Paint::faint);
    }

    void difference(const Difference& d) {
        const auto& f = d.after ? *d.after : *d.before;
        page_.paragraph(2, fmt::format("[{}] {} ", f.severity, f.code), say(f.title));
        auto line = c_.situations[d.situation].id;
        if (const auto why = causes(d); !why.empty()) line += "; " + why;
        if (const auto when = when_text(c_, d, language_); !when.empty()) line += "; " + when;
        if (d.baseline == Baseline::changed) line += "; " + what_changed(*d.before, *d.after);
        page_.paragraph(6, "", line, Paint::faint);
        const auto& rules = d.after ? c_.after() : c_.before;
        std::string named;
        for (const auto r : f.rules) named += (named.empty() ? "" : ", ") + rules.rules[r].id;
        if (!named.empty()) page_.paragraph(6, "", named, Paint::faint);
    }

    std::string what_changed(const Finding& a, const Finding& b) const {
        std::string text;
        const auto add = [&](const std::string& words) { text += (text.empty() ? "" : ", ") + words; };
        if (a.severity != b.severity)
            add(fmt::format(fmt::runtime(say("ernst {} wordt {}", "severity {} becomes {}")), a.severity, b.severity));
        if (a.status != b.status)
            add(fmt::format("{} → {}", status_words(a.status, language_), status_words(b.status, language_)));
        for (const auto& [key, value] : b.amounts) {
            const auto old = std::ranges::find(a.amounts, key, &std::pair<std::string, Decimal>::first);
            if (old != a.amounts.end() && old->second != value)
                add(fmt::format(
                    "{} → {}", amount_text(key, old->second, language_), amount_text(key, value, language_)));
        }
        return text.empty() ? std::string(say("andere bedragen of zekerheid", "other amounts or certainty")) : text;
    }

    void households() {
        if (c_.households.empty()) return;
        title(say("Wat een huishouden per maand overhoudt", "What a household has left a month"));
        for (const auto& h : c_.households) {
            auto line = c_.situations[h.situation].id;
            if (c_.days.size() > 1) line += ", " + date_text(h.day, language_);
            line += fmt::format(": {} → {}", sum_text(h.before, language_), sum_text(h.after, language_));
            const auto* from = h.before.get<Decimal>();
            const auto* to = h.after.get<Decimal>();
            if (from != nullptr && to != nullptr)
                line += fmt::format(
                    " ({}{})", *to < *from ? "−" : "+", money_text(*to < *from ? *from - *to : *to - *from, language_));
            page_.paragraph(2, "", line);
        }
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
            page_.paragraph(
                2, "• ",
                fmt::format(
                    "{}: {} ({}){}", after_.organisation(t.organisation), say(c_.after().rules[t.rule].title),
                    c_.after().rules[t.rule].id,
                    t.competent ? std::string_view()
                                : say("; heeft in deze wet geen bevoegdheid", "; has no competence in this law")));
    }

    void datum(const NewDatum& d) {
        const auto& base = c_.after();
        auto line = fmt::format(
            "{}: {} [{}]", after_.organisation(d.consumer), say(base.items[d.item].title), base.items[d.item].id);
        std::string who;
        for (const auto& h : d.holders) who += (who.empty() ? "" : ", ") + after_.organisation(h);
        line += who.empty() ? std::string(say("; niemand houdt dit bij", "; nobody keeps this"))
                            : std::string(say("; bijgehouden door ", "; kept by ")) + who;
        const bool own = std::ranges::find(d.holders, d.consumer) != d.holders.end();
        const bool basis =
            std::ranges::any_of(d.exchanges, [&](Index x) { return base.exchanges[x].basis != Basis::none; });
        if (!own && !basis)
            line += d.asked ? say("; wordt aan de burger gevraagd", "; is asked of the citizen")
                            : say("; geen grondslag om het te krijgen", "; no legal basis to have it");
        page_.paragraph(2, "• ", line);
    }

    void superfluous() {
        if (c_.superfluous.empty()) return;
        title(say("Wat erdoor overbodig of onmogelijk wordt", "What becomes superfluous or impossible by it"));
        for (const auto& s : c_.superfluous) page_.paragraph(2, "• ", superfluous_text(c_.after(), s, language_));
    }

    void burden() {
        const auto& a = c_.burden_before;
        const auto& b = c_.burden_after;
        page_changes(say("Wat er op deze mensen afkomt", "What these people have to do with"),
                     std::array{std::tuple{say("beschikkingen", "decisions"), a.decisions, b.decisions},
                                std::tuple{say("bewijsstukken", "proofs"), a.proofs, b.proofs},
                                std::tuple{say("organisaties", "organisations"), a.organisations, b.organisations},
                                std::tuple{say("gegevens voor een besluit", "data for a decision"), a.data, b.data}});
    }

    void counts() {
        const auto& a = c_.counts_before;
        const auto& b = c_.counts_after;
        page_changes(
            say("Omvang van de regels", "Size of the rules"),
            std::array{
                std::tuple{say("regels", "rules"), a.rules, b.rules},
                std::tuple{say("uitzonderingen", "exceptions"), a.exceptions, b.exceptions},
                std::tuple{say("begrippen", "concepts"), a.concepts, b.concepts},
                std::tuple{say("gegevens", "data items"), a.items, b.items},
                std::tuple{say("leveringen", "exchanges"), a.exchanges, b.exchanges},
                std::tuple{say("organisaties", "organisations"), a.organisations, b.organisations},
                std::tuple{say("verwijzingen tussen wetten", "references between laws"), a.references, b.references}});
    }

    template <class Rows>
    void page_changes(std::string_view heading, const Rows& rows) {
        std::string line;
        for (const auto& [what, from, to] : rows)
            if (from != to) line += fmt::format("{}{} {} → {}", line.empty() ? "" : "; ", what, from, to);
        if (line.empty()) return;
        title(heading);
        page_.paragraph(2, "", line);
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
    for (const auto& c : all) text += (text.empty() ? "" : "\n") + Telling(c, style).tell();
    return all.size() > 1 ? text + options_table(all, style.language) : text;
}

}  // namespace samenloop
