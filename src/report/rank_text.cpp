// A ranking to read: what stands in the way most, what goes with it, and what its going would cost.

#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "model/wording.hpp"
#include "report/judgement.hpp"
#include "report/names.hpp"
#include "report/numbers.hpp"
#include "report/page.hpp"
#include "report/rank_report.hpp"

namespace samenloop::report {
namespace {

constexpr std::size_t most_ranked = 20;

class RankTelling {
  public:
    RankTelling(const RuleBase& rules, const Ranking& ranking, const Style& style)
        : rules_(rules), ranking_(ranking), names_(rules, style.language), language_(style.language), page_(style) {}

    std::string tell() && {
        head();
        write_judgement(page_, ranking_.judgement, language_, Room::before);
        rules();
        alignments();
        groups(say("Wetten", "Laws"), ranking_.laws, [&](const std::string& id) { return law(id); });
        groups(say("Organisaties", "Organisations"), ranking_.organisations,
               [&](const std::string& id) { return names_.organisation(id); });
        groups(say("Ministeries", "Ministries"), ranking_.ministries, [](const std::string& id) { return id; });
        foot();
        return std::move(page_).take();
    }

  private:
    std::string say(std::string_view nl, std::string_view en) const { return std::string(pick(language_, nl, en)); }
    const std::string& say(const Text& t) const { return pick(language_, t); }

    /// "1 bevinding", "2 bevindingen".
    std::string counted(std::size_t n, const Text& one, const Text& several) const {
        return fmt::format("{} {}", n, say(n == 1 ? one : several));
    }
    std::string findings(std::size_t n) const {
        return counted(n, {"bevinding", "finding"}, {"bevindingen", "findings"});
    }

    void head() {
        page_.paragraph(
            0, "", say("Welke regels het meest in de weg staan", "Which rules stand most in the way"), Paint::strong);
        page_.paragraph(
            0, "",
            fmt::format("{}; {} {}",
                        counted(ranking_.situations.size(), {"situatie", "situation"}, {"situaties", "situations"}),
                        findings(ranking_.hindrances.size()), say("van ernst 2 of meer", "of severity 2 or more")) +
                looked_at());
    }

    /// The day, where all are looked at on one.
    std::string looked_at() const {
        if (ranking_.situations.empty()) return {};
        const auto day = ranking_.situations.front().date;
        if (std::ranges::any_of(ranking_.situations, [&](const Situation& s) { return s.date != day; })) return {};
        return say("; bekeken op ", "; looked at on ") + date_text(day, language_);
    }

    void title(const std::string& words) {
        page_.blank();
        page_.paragraph(0, "", words, Paint::strong);
    }

    /// "CL-3 (briefadres), VA-1 2× (briefadres, regiobinding)".
    std::string which(const std::vector<std::size_t>& gone) const {
        std::map<std::string, std::vector<std::string>> by_code;
        for (const auto h : gone) {
            const auto& hindrance = ranking_.hindrances[h];
            by_code[hindrance.finding.code].push_back(ranking_.situations[hindrance.situation].id);
        }
        std::string text;
        for (auto& [code, situations] : by_code) {
            const auto times = situations.size();
            situations.erase(std::unique(situations.begin(), situations.end()), situations.end());
            text += fmt::format("{}{}{} ({})", text.empty() ? "" : ", ", code,
                                times > 1 ? fmt::format(" {}×", times) : "", joined(situations));
        }
        return text;
    }

    static std::string joined(const std::vector<std::string>& all) {
        std::string text;
        for (const auto& each : all) text += (text.empty() ? "" : ", ") + each;
        return text;
    }

    std::string needs_lost(const std::vector<std::pair<std::size_t, Index>>& all) const {
        std::map<Index, std::vector<std::string>> by_need;
        for (const auto& [s, n] : all) by_need[n].push_back(ranking_.situations[s].id);
        std::string told;
        for (const auto& [n, situations] : by_need)
            told += fmt::format("{}{}: {}", told.empty() ? "" : "; ", say(rules_.needs[n].title), joined(situations));
        return fmt::format("{} ({})",
                           counted(all.size(), {"behoefte raakt onvervuld", "need becomes uncovered"},
                                   {"behoeften raken onvervuld", "needs become uncovered"}),
                           told);
    }

    std::string losers(const std::vector<std::string>& certain, const std::vector<std::string>& perhaps) const {
        std::string text;
        if (!certain.empty())
            text = fmt::format("{} ({})",
                               counted(certain.size(), {"huishouden gaat erop achteruit", "household is worse off"},
                                       {"huishoudens gaan erop achteruit", "households are worse off"}),
                               joined(certain));
        if (!perhaps.empty())
            text += fmt::format(
                "{}{} ({})", text.empty() ? "" : "; ",
                counted(perhaps.size(), {"huishouden gaat er misschien op achteruit", "household is perhaps worse off"},
                        {"huishoudens gaan er misschien op achteruit", "households are perhaps worse off"}),
                joined(perhaps));
        return text;
    }

    std::string losers(const std::vector<Loss>& all) const {
        std::vector<std::string> certain;
        std::vector<std::string> perhaps;
        for (const auto& l : all) {
            const auto* from = l.before.get<Decimal>();
            const auto* to = l.after.get<Decimal>();
            auto text = ranking_.situations[l.situation].id;
            if (l.certain && from != nullptr && to != nullptr)
                text += ": " + money_text(*from - *to, language_) + say(" per maand", " a month");
            (l.certain ? certain : perhaps).push_back(std::move(text));
        }
        return losers(certain, perhaps);
    }

    std::vector<std::string> ids(const std::vector<std::size_t>& situations) const {
        std::vector<std::string> all;
        for (const auto s : situations) all.push_back(ranking_.situations[s].id);
        return all;
    }

    void relief(const Relief& r) {
        page_.paragraph(6, say("neemt weg: ", "takes away: "), which(r.gone));
        std::vector<std::string> harm;
        if (!r.uncovered.empty()) harm.push_back(needs_lost(r.uncovered));
        if (!r.losses.empty()) harm.push_back(losers(r.losses));
        cost(harm);
    }

    void cost(const std::vector<std::string>& harm) {
        std::string text;
        for (const auto& each : harm) text += (text.empty() ? "" : "; ") + each;
        if (text.empty()) text = say("geen in deze situaties", "none in these situations");
        page_.paragraph(6, say("keerzijde: ", "price: "), text);
    }

    std::string more(std::size_t n) const {
        return fmt::format(
            fmt::runtime(say("… en nog {}; --format json noemt alles", "… and {} more; --format json tells all")), n);
    }

    void rules() {
        title(say("Regels, elk als zij er niet was", "Rules, each as if it were not there"));
        std::vector<std::string> idle;
        std::size_t told = 0;
        for (const auto& r : ranking_.rules) {
            if (r.relief.gone.empty()) {
                idle.push_back(rules_.rules[r.rule].id);
                continue;
            }
            if (++told > most_ranked) continue;
            page_.paragraph(2, fmt::format("{:>2}  ", r.relief.gone.size()), say(model::says(rules_, r.rule)));
            relief(r.relief);
        }
        if (told == 0) page_.paragraph(2, "", say("geen", "none"));
        if (told > most_ranked) page_.paragraph(2, "", more(told - most_ranked), Paint::faint);
        if (!idle.empty())
            page_.paragraph(2, say("Genoemd, zonder dat er iets verdwijnt: ", "Named, but nothing vanishes: "),
                            joined(idle), Paint::faint);
    }

    void alignments() {
        std::size_t told = 0;
        for (const auto& a : ranking_.alignments) {
            if (a.relief.gone.empty() || ++told > most_ranked) continue;
            if (told == 1)
                title(say("Begrippen, elk als de ene wet de definitie van de andere las",
                          "Concepts, each as if one law read the definition of another"));
            std::vector<std::string> readers;
            for (const auto r : a.rules) readers.push_back(rules_.rules[r].id);
            page_.paragraph(
                2, fmt::format("{:>2}  ", a.relief.gone.size()),
                fmt::format(fmt::runtime(say("{}: lees {} in plaats van {} ({})", "{}: read {} instead of {} ({})")),
                            say(rules_.concepts[a.concept_].title), say(rules_.items[a.to].title),
                            say(rules_.items[a.from].title), joined(readers)));
            relief(a.relief);
        }
        if (told > most_ranked) page_.paragraph(2, "", more(told - most_ranked), Paint::faint);
    }

    std::string law(const std::string& id) const {
        const auto at = std::ranges::find(rules_.laws, id, &Law::id);
        return at == rules_.laws.end() ? id : say(at->title);
    }

    template <class Name>
    void groups(const std::string& heading, const std::vector<RankGroup>& all, Name name) {
        if (all.empty()) return;
        title(heading);
        for (const auto& g : all) {
            std::vector<std::string> rules;
            for (const auto r : g.rules) rules.push_back(rules_.rules[ranking_.rules[r].rule].id);
            page_.paragraph(
                2, fmt::format("{:>2}  ", g.gone.size()), fmt::format("{} ({})", name(g.id), joined(rules)));
            std::vector<std::string> harm;
            if (!g.uncovered.empty()) harm.push_back(needs_lost(g.uncovered));
            if (auto worse = losers(ids(g.losers), ids(g.perhaps)); !worse.empty()) harm.push_back(std::move(worse));
            cost(harm);
        }
    }

    void foot() {
        page_.blank();
        page_.paragraph(
            0, "",
            say("Het getal vooraan is het aantal bevindingen dat verdwijnt. Per wet, organisatie en ministerie telt "
                "elke bevinding één keer, en wordt elke regel afzonderlijk weggenomen. Dit volgt uit de geladen regels "
                "en deze situaties; het is geen advies om een regel te schrappen.",
                "The number in front is that of the findings that vanish. By law, organisation and ministry each "
                "finding counts once, and each rule is taken out by itself. This follows from the loaded rules and "
                "these situations; it is not advice to repeal a rule."));
    }

    const RuleBase& rules_;
    const Ranking& ranking_;
    Names names_;
    Language language_;
    Page page_;
};

}  // namespace

std::string rank_text(const RuleBase& rules, const Ranking& ranking, const Style& style) {
    return RankTelling(rules, ranking, style).tell();
}

}  // namespace samenloop::report
