#include "report/coverage.hpp"

#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "report/names.hpp"
#include "report/words.hpp"

namespace samenloop::report {
namespace {

/// Rules whose text can be read: aids, practice and local by-laws have none that is in a register of law.
bool is_law(Level level) { return level > Level::ordinance; }

std::string markdown_cell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
    return text;
}

std::string share_of(std::size_t part, std::size_t whole) {
    return whole == 0 ? "–" : fmt::format("{} %", (200 * part + whole) / (2 * whole));
}

class CoveragePage {
  public:
    CoveragePage(const RuleBase& rules, Language language)
        : rules_(rules), names_(rules, language), language_(language) {}

    std::string page() {
        out_ = "# " + word("Wat de regels dekken", "What the rules cover") + "\n\n";
        totals();
        laws();
        organisations();
        flows();
        schemes();
        left_out();
        return std::move(out_);
    }

  private:
    std::string word(std::string_view nl, std::string_view en) const {
        return std::string(language_ == Language::en ? en : nl);
    }

    std::string title(const Text& text) const { return markdown_cell(pick(language_, text)); }

    void table(std::string_view nl, std::string_view en, std::string_view columns_nl, std::string_view columns_en) {
        const auto columns = word(columns_nl, columns_en);
        out_ += "\n## " + word(nl, en) + "\n\n| " + columns + " |\n|";
        for (auto n = std::ranges::count(columns, '|') + 1; n > 0; --n) out_ += "---|";
        out_ += "\n";
    }

    bool is_read(const Rule& r) const {
        return r.status == Verification::verified && (r.read || rules_.laws[r.law].read);
    }

    template <class Is>
    std::size_t rules_that(Is is) const {
        return static_cast<std::size_t>(std::ranges::count_if(rules_.rules, is));
    }

    void totals() {
        const auto of_law = [&](const Rule& r) { return is_law(rules_.laws[r.law].level); };
        const auto law = rules_that(of_law);
        const auto read = rules_that([&](const Rule& r) { return of_law(r) && is_read(r); });
        out_ += fmt::format(
            fmt::runtime(word(
                "{} regels van {} wetten en andere bronnen. Van de {} regels die geen praktijk, beleid of "
                "plaatselijke verordening zijn, is {} in de tekst gelezen; de andere zijn ongeverifieerd, "
                "en dat staat bij elke uitkomst.\n",
                "{} rules of {} laws and other sources. Of the {} rules that are no practice, policy or "
                "local by-law, {} was read in its text; the others are unverified, and every answer "
                "that rests on them says so.\n")),
            rules_.rules.size(), rules_.laws.size(), law, share_of(read, law));
    }

    /// The first day for which an amount of the law has no value any more; of amounts with an open end, none.
    std::string known_until(Index l) const {
        std::optional<Date> first;
        for (const auto& item : rules_.items) {
            if (item.kind != SlotKind::amount || item.law != l || item.values.empty()) continue;
            const auto& last = item.values.back().first.to;
            if (last && (!first || *last < *first)) first = last;
        }
        return first ? first->to_string() : "–";
    }

    void laws() {
        table("Wetten en andere bronnen", "Laws and other sources",
              "bron | niveau | tekst van | regels | gelezen | bedragen | eerste bedrag onbekend vanaf | niet "
              "gemodelleerd",
              "source | level | text of | rules | read | amounts | first amount unknown from | not modelled");
        std::vector<Index> order;
        for (Index l = 0; l < rules_.laws.size(); ++l) order.push_back(l);
        std::ranges::stable_sort(order, {}, [&](Index l) { return title(rules_.laws[l].title); });
        for (const auto l : order) {
            const auto& law = rules_.laws[l];
            const auto all = rules_that([&](const Rule& r) { return r.law == l; });
            const auto read = rules_that([&](const Rule& r) { return r.law == l && is_read(r); });
            const auto amounts = std::ranges::count_if(
                rules_.items, [&](const Item& i) { return i.kind == SlotKind::amount && i.law == l; });
            const auto holes = std::ranges::count_if(rules_.unmodelled, [&](const Unmodelled& u) {
                return u.at.source == law.at.source && u.at.offset > law.at.offset && !later_law(law, u);
            });
            out_ += fmt::format("| {} (`{}`) | {} | {} | {} | {} | {} | {} | {} |\n", title(law.title), law.id,
                                markdown_cell(names_.level(law)), law.read ? law.read->to_string() : "–", all,
                                share_of(read, all), amounts, known_until(l), holes);
        }
    }

    /// Another law of the same file starts between this one and what is left out.
    bool later_law(const Law& law, const Unmodelled& u) const {
        return std::ranges::any_of(rules_.laws, [&](const Law& other) {
            return other.at.source == law.at.source && other.at.offset > law.at.offset && other.at.offset < u.at.offset;
        });
    }

    bool acts(const Rule& rule, Index o) const {
        return rule.actor.organisation == o ||
               std::ranges::any_of(rule.effects, [&](const Effect& x) { return x.actor.organisation == o; });
    }

    void organisations() {
        table("Organisaties", "Organisations",
              "organisatie | handelt in regels | voert uit | geeft gegevens | krijgt gegevens",
              "organisation | acts in rules | executes | gives data | gets data");
        for (Index o = 0; o < rules_.organisations.size(); ++o) {
            const auto& org = rules_.organisations[o];
            std::string executes;
            for (const auto& s : rules_.schemes)
                if (s.executor.organisation == o) executes += (executes.empty() ? "`" : ", `") + s.id + "`";
            const auto gives =
                std::ranges::count_if(rules_.exchanges, [&](const Exchange& x) { return x.from.organisation == o; });
            const auto gets =
                std::ranges::count_if(rules_.exchanges, [&](const Exchange& x) { return x.to.organisation == o; });
            out_ += fmt::format("| {} (`{}`) | {} | {} | {} | {} |\n", title(org.title), org.id,
                                rules_that([&](const Rule& r) { return acts(r, o); }), executes, gives, gets);
        }
    }

    std::string basis(const Exchange& x) const {
        switch (x.basis) {
        case Basis::statute: return word("wet", "statute");
        case Basis::covenant: return word("convenant", "covenant");
        case Basis::consent: return word("toestemming", "consent");
        case Basis::none: break;
        }
        return word("geen", "none");
    }

    void flows() {
        table("Gegevensstromen", "Flows of data", "gegeven | van | naar | grondslag | vindplaats | bron",
              "datum | from | to | basis | citation | source");
        for (const auto& x : rules_.exchanges)
            out_ += fmt::format(
                "| {} (`{}`) | {} | {} | {} | {} | {} |\n", title(rules_.items[x.item].title), x.id,
                markdown_cell(names_.organisation(x.from)), markdown_cell(names_.organisation(x.to)), basis(x),
                markdown_cell(x.citation),
                x.status == Verification::verified ? word("gelezen", "read") : word("afgeleid", "inferred"));
    }

    void schemes() {
        table("Regelingen", "Schemes", "regeling | uitvoerder | regels die erover gaan | niet gemodelleerd",
              "scheme | executor | rules about it | not modelled");
        for (Index s = 0; s < rules_.schemes.size(); ++s) {
            const auto about = rules_that([&](const Rule& r) {
                return std::ranges::any_of(r.effects, [&](const Effect& x) { return x.scheme == s; });
            });
            const auto holes = std::ranges::count_if(rules_.unmodelled, [&](const Unmodelled& u) {
                return std::ranges::find(u.schemes, s) != u.schemes.end();
            });
            out_ += fmt::format("| {} (`{}`) | {} | {} | {} |\n", title(rules_.schemes[s].title), rules_.schemes[s].id,
                                markdown_cell(names_.organisation(rules_.schemes[s].executor)), about, holes);
        }
    }

    void left_out() {
        table("Wat niet is gemodelleerd", "What is not modelled", "wat | kenmerk", "what | id");
        for (const auto& u : rules_.unmodelled) out_ += fmt::format("| {} | `{}` |\n", title(u.title), u.id);
    }

    const RuleBase& rules_;
    Names names_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string coverage(const RuleBase& rules, Language language) { return CoveragePage(rules, language).page(); }

}  // namespace samenloop::report
