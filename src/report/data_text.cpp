// The matrix as a page: by organisation and decision, one line an item with who holds it and on what basis it may come;
// then the questions that are asked again, what could be granted unasked, and what rests on little.

#include <algorithm>
#include <map>
#include <span>

#include <fmt/core.h>
#include <utf8.h>

#include "engine/flows.hpp"
#include "model/wording.hpp"
#include "report/data_report.hpp"
#include "report/data_words.hpp"
#include "report/detail.hpp"
#include "report/judgement.hpp"
#include "report/names.hpp"
#include "report/page.hpp"

namespace samenloop::report {
namespace {

/// Filled up with blanks, or cut off, to so many columns; the last is a blank.
std::string padded(std::string text, std::size_t columns) {
    text = cut(std::move(text), columns - 1);
    const auto used = static_cast<std::size_t>(utf8::distance(text.begin(), text.end()));
    return text + std::string(columns - used, ' ');
}

constexpr std::size_t item_width = 38;
constexpr std::size_t name_width = 22;
constexpr std::size_t most_named = 5;

Paint paint_of(data::Standing s) {
    if (s >= data::Standing::missing) return Paint::alarm;
    if (s == data::Standing::covenant || s == data::Standing::consent) return Paint::warning;
    return s == data::Standing::own ? Paint::faint : Paint::plain;
}

class DataPage {
  public:
    /// `most`: of each list.
    DataPage(const RuleBase& rules, const data::DataView& view, const Style& style, std::size_t most)
        : most_(most), rules_(rules), view_(view), language_(style.language), verbose_(style.verbose), page_(style) {}

    std::string take() && {
        head();
        write_judgement(page_, view_.judgement, language_);
        if (!view_.situation.empty() && !verbose_) {
            brief();
            return std::move(page_).take();
        }
        matrix();
        repeated();
        proactive();
        several();
        weak();
        untestable();
        return std::move(page_).take();
    }

  private:
    std::string say(std::string_view nl, std::string_view en) const { return std::string(pick(language_, nl, en)); }
    std::string title(Slot item) const { return pick(language_, rules_.items[item].title); }
    std::string name(std::string_view organisation) const { return short_name(rules_, organisation, language_); }
    std::string decision(const data::Decision& d) const { return decision_words(rules_, d, language_); }

    std::string all_names(const std::vector<std::string>& organisations) const {
        std::string text;
        for (const auto& o : organisations) text += (text.empty() ? "" : ", ") + name(o);
        return text.empty() ? "-" : text;
    }

    /// In a column: of many only the number.
    std::string names(const std::vector<std::string>& organisations) const {
        if (organisations.size() <= 2) return all_names(organisations);
        return std::to_string(organisations.size()) + say(" organisaties", " organisations");
    }

    void section(std::string_view nl, std::string_view en) {
        page_.blank();
        page_.paragraph(0, "", pick(language_, nl, en), Paint::strong);
    }

    void head() {
        auto text = say("Gegevens: wie heeft wat nodig, wie houdt het bij, op welke grondslag; ",
                        "Data: who needs what, who keeps it, on what basis; ") +
                    pick(language_, model::date_words(view_.day));
        if (!view_.organisation.empty()) text += "; " + name(view_.organisation);
        if (!view_.situation.empty()) text += "; " + say("situatie ", "situation ") + view_.situation;
        page_.paragraph(0, "", text, Paint::strong);
        std::map<data::Standing, std::size_t> count;
        for (const auto& r : view_.rows) ++count[r.standing];
        std::string parts;
        for (const auto& [standing, n] : count)
            parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", n, standing_word(standing, language_));
        page_.paragraph(0, "",
                        fmt::format("{} {}: {}", view_.rows.size(),
                                    view_.rows.size() == 1 ? say("gegeven voor een besluit", "datum for a decision")
                                                           : say("gegevens voor besluiten", "data for decisions"),
                                    parts));
    }

    /// "wet: Pw 64 (1 maand); wordt toch aan de burger gevraagd"
    std::string how(const data::DataRow& row) const {
        auto text = std::string(standing_word(row.standing, language_));
        std::string cited;
        for (const auto i : row.exchanges) {
            const auto& x = rules_.exchanges[i];
            if (x.citation.empty() || x.citation == text || cited.find(x.citation) != std::string::npos) continue;
            cited += (cited.empty() ? "" : "; ") + x.citation;
            if (x.latency) cited += " (" + pick(language_, model::duration_words(*x.latency)) + ")";
        }
        if (!cited.empty() && row.standing < data::Standing::missing) text += ": " + cited;
        if (row.limited) text += say(", niet voor iedereen", ", not for everybody");
        if (!row.asked.empty())
            text +=
                data::avoidable(row) ? say("; toch gevraagd", "; asked all the same") : say("; gevraagd", "; asked");
        if (row.standing >= data::Standing::missing)
            for (const auto i : row.exchanges)
                if (const auto& problem = rules_.exchanges[i].problem; !problem.nl.empty())
                    return text + "; " + pick(language_, problem);
        return text;
    }

    /// Of one household: what is asked of it and need not be, what could be granted unasked, where a basis is missing;
    /// of the rest one line a decision.
    void brief() {
        repeated();
        proactive();
        untestable();
        page_.blank();
        std::string_view consumer;
        std::size_t told = 0;
        for (std::size_t i = 0; i < view_.rows.size(); ++told) {
            const auto rows = of_one_decision(i);
            i += rows.size();
            if (told >= most_) continue;
            const auto& row = rows.front();
            if (consumer != row.consumer) page_.paragraph(0, "", name(row.consumer), Paint::strong);
            consumer = row.consumer;
            page_.paragraph(2, decision(row.decision) + ": ", in_short(rows));
        }
        more(told);
        page_.blank();
        page_.paragraph(0, "",
                        say("Elk gegeven met houder, grondslag en duur: --verbose.",
                            "Each datum with its keeper, basis and delay: --verbose."),
                        Paint::faint);
    }

    /// The rows of one consumer for one decision, from the first of them.
    std::span<const data::DataRow> of_one_decision(std::size_t at) const {
        auto end = at;
        while (end < view_.rows.size() && view_.rows[end].consumer == view_.rows[at].consumer &&
               view_.rows[end].decision == view_.rows[at].decision)
            ++end;
        return std::span(view_.rows).subspan(at, end - at);
    }

    /// "12 wet; geen grondslag: huur, woning"
    std::string in_short(std::span<const data::DataRow> rows) const {
        std::map<data::Standing, std::vector<Slot>> by;
        for (const auto& row : rows) by[row.standing].push_back(row.item);
        std::string text;
        for (const auto& [standing, items] : by)
            text += (text.empty() ? "" : "; ") +
                    (standing < data::Standing::covenant
                         ? fmt::format("{} {}", items.size(), standing_word(standing, language_))
                         : fmt::format("{}: {}", standing_word(standing, language_), some(items)));
        return text;
    }

    void matrix() {
        const data::DataRow* last = nullptr;
        for (const auto& row : view_.rows) {
            if (last == nullptr || last->consumer != row.consumer) {
                page_.blank();
                page_.paragraph(0, "", name(row.consumer), Paint::strong);
            }
            if (last == nullptr || last->consumer != row.consumer || last->decision != row.decision)
                page_.paragraph(2, "", decision(row.decision));
            page_.paragraph(4, padded(title(row.item), item_width) + padded(names(sources(rules_, row)), name_width),
                            how(row), paint_of(row.standing));
            last = &row;
        }
    }

    void repeated() {
        if (view_.repeated.empty()) return;
        section("Steeds opnieuw aan de burger gevraagd", "Asked of the citizen again and again");
        for (const auto& r : first(view_.repeated)) {
            std::string now, basis, nobody;
            for (const auto& q : r.questions) {
                auto& list = data::avoidable(q) ? now : q.standing == data::Standing::nobody ? nobody : basis;
                list += (list.empty() ? "" : "; ") + name(q.consumer) + say(" voor ", " for ") + decision(q.decision);
            }
            std::string text;
            const auto add = [&](std::string_view label, const std::string& list) {
                if (!list.empty()) text += (text.empty() ? "" : ". ") + std::string(label) + ": " + list;
            };
            add(pick(language_, "nu te vermijden", "avoidable now"), now);
            add(pick(language_, "grondslag nodig", "needs a basis"), basis);
            add(pick(language_, "geen houder", "no holder"), nobody);
            page_.paragraph(2, padded(title(r.item), item_width), text);
        }
        more(view_.repeated.size());
    }

    template <class Thing>
    std::span<const Thing> first(const std::vector<Thing>& all) const {
        return std::span(all).first(std::min(all.size(), most_));
    }

    void more(std::size_t all) {
        if (all > most_) page_.paragraph(2, "", "… " + more_text(all - most_, language_), Paint::faint);
    }

    /// The first of them, and how many more.
    std::string some(const std::vector<Slot>& items) const {
        std::string text;
        for (std::size_t i = 0; i < std::min(items.size(), most_named); ++i)
            text += (i == 0 ? "" : ", ") + title(items[i]);
        if (items.size() > most_named)
            text +=
                fmt::format(fmt::runtime(pick(language_, " en {} andere", " and {} more")), items.size() - most_named);
        return text;
    }

    std::string what_is_missing(const data::Proactive& p) const {
        std::vector<Slot> held, unheld;
        for (const auto s : p.missing) (engine::has_holder(rules_, s) ? held : unheld).push_back(s);
        std::string text;
        if (!held.empty()) text = say("grondslag nodig voor: ", "needs a basis for: ") + some(held);
        if (!unheld.empty())
            text += (text.empty() ? "" : ". ") + say("houdt niemand bij: ", "nobody keeps: ") + some(unheld);
        return text;
    }

    void proactive() {
        if (view_.proactive.empty()) return;
        section("Toekennen zonder aanvraag", "Granting without an application");
        for (const auto& p : first(view_.proactive))
            page_.paragraph(2, padded(pick(language_, rules_.schemes[p.scheme].title), item_width),
                            p.missing.empty() ? say("kan met wat ", "possible with what ") + name(p.executor) +
                                                    say(" heeft of mag krijgen", " has or may receive")
                                              : what_is_missing(p),
                            p.missing.empty() ? Paint::notice : Paint::plain);
        more(view_.proactive.size());
    }

    /// "Wgs 8 lid 1: CAK, uitvoering schuldhulp, alleen als debt_help.asked"
    std::string basis(const Exchange& x) const {
        auto text = x.citation + ": ";
        text += x.from.organisation == none ? "?" : name(rules_.organisations[x.from.organisation].id);
        if (!x.purpose.empty()) text += ", " + x.purpose;
        if (x.person_class) text += say(", alleen als ", ", only if ") + expression_text(rules_, *x.person_class);
        return text;
    }

    void several() {
        if (view_.several.empty()) return;
        section("Eén gegeven, verschillende grondslagen", "One datum, several bases");
        for (const auto& s : view_.several) {
            std::string text;
            for (const auto i : s.exchanges) text += (text.empty() ? "" : "; ") + basis(rules_.exchanges[i]);
            page_.paragraph(2, padded(title(s.item), item_width) + padded(name(s.consumer), name_width), text);
        }
    }

    void weak() {
        if (view_.covenants.empty()) return;
        section("Alleen op een convenant", "On a covenant only");
        std::map<std::string, std::vector<std::string>> by;
        for (const auto i : view_.covenants) {
            const auto& x = rules_.exchanges[i];
            const auto id = [&](const OrganisationRef& r) {
                return r.organisation == none ? std::string("?") : rules_.organisations[r.organisation].id;
            };
            by[name(id(x.to)) + ": " + title(x.item)].push_back(id(x.from));
        }
        const auto n = view_.covenants.size();
        page_.paragraph(
            2, "", fmt::format("{} {}", n, n == 1 ? say("levering", "exchange") : say("leveringen", "exchanges")));
        for (const auto& [what, from] : by)
            page_.paragraph(4, "", what + say(", van ", ", from ") + all_names(from), Paint::warning);
    }

    void untestable() {
        if (view_.untestable.empty()) return;
        section("Wat de uitvoerder niet kan toetsen", "What the executor cannot test");
        for (const auto& r : first(view_.untestable))
            page_.paragraph(2, padded(title(r.item), item_width) + padded(name(r.consumer), name_width),
                            decision(r.decision) + ": " + how(r), Paint::alarm);
        more(view_.untestable.size());
    }

    std::size_t most_;
    const RuleBase& rules_;
    const data::DataView& view_;
    Language language_;
    bool verbose_;
    Page page_;
};

}  // namespace

std::string write_data_text(const RuleBase& rules, const data::DataView& view, const Style& style) {
    // A survey has the length of what there is; the page of one household has two screens.
    std::string text = DataPage(rules, view, style, without_end).take();
    if (view.situation.empty() || style.verbose) return text;
    for (const std::size_t most : {20U, 10U, 5U, 2U})
        if (std::ranges::count(text, '\n') > static_cast<std::ptrdiff_t>(two_screens))
            text = DataPage(rules, view, style, most).take();
    return text;
}

}  // namespace samenloop::report
