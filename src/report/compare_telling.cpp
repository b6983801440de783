#include "report/compare_telling.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/core.h>

#include "report/compare_words.hpp"
#include "report/names.hpp"
#include "report/numbers.hpp"

namespace samenloop {

std::string proposal_words(const Comparison& c, Language language) {
    return fmt::format(fmt::runtime(pick(language, "{}; in werking op {}; bekeken op {}",
                                         "{}; enters into force on {}; looked at on {}")),
                       c.proposal.proposer, date_text(c.proposal.in_force, language), date_text(c.day, language));
}

std::string_view baseline_word(Baseline b, Language language) {
    switch (b) {
    case Baseline::added: return pick(language, "Nieuw", "New");
    case Baseline::resolved: return pick(language, "Opgelost", "Resolved");
    case Baseline::changed: return pick(language, "Gewijzigd", "Changed");
    default: return pick(language, "Ongewijzigd", "Unchanged");
    }
}

std::string_view excess_words(Excess e, Language language) {
    switch (e) {
    case Excess::dead: return pick(language, "kan nooit meer gelden", "can never apply any more");
    case Excess::defeated: return pick(language, "gaat altijd opzij voor", "always gives way to");
    case Excess::redundant: return pick(language, "zegt hetzelfde als", "says the same as");
    case Excess::unused: return pick(language, "wordt door niets meer gelezen", "is read by nothing any more");
    default: return pick(language, "gaat in tegen een hogere regel:", "goes against a higher rule:");
    }
}

std::string change_words(const Finding& before, const Finding& after, Language language) {
    std::string text;
    const auto add = [&](const std::string& words) { text += (text.empty() ? "" : ", ") + words; };
    if (before.severity != after.severity)
        add(fmt::format(fmt::runtime(pick(language, "ernst {} wordt {}", "severity {} becomes {}")), before.severity,
                        after.severity));
    if (before.status != after.status)
        add(fmt::format("{} → {}", status_words(before.status, language), status_words(after.status, language)));
    for (const auto& [key, value] : after.amounts) {
        const auto old = std::ranges::find(before.amounts, key, &std::pair<std::string, Decimal>::first);
        if (old != before.amounts.end() && old->second != value)
            add(fmt::format("{} → {}", amount_text(key, old->second, language), amount_text(key, value, language)));
    }
    return text.empty() ? std::string(pick(language, "andere bedragen of zekerheid", "other amounts or certainty"))
                        : text;
}

std::string causes_words(const Difference& d, Language language) {
    std::string text;
    for (const auto m : d.causes) text += (text.empty() ? "" : ", ") + std::to_string(m + 1);
    if (text.empty()) return text;
    return fmt::format(fmt::runtime(pick(language, "door wijziging {}", "by modification {}")), text);
}

std::size_t how_many(const Comparison& c, Baseline b, int severity) {
    return static_cast<std::size_t>(std::ranges::count_if(
        c.differences, [&](const Difference& d) { return d.baseline == b && finding_of(d).severity >= severity; }));
}

std::string unchanged_words(const Comparison& c, Language language) {
    return fmt::format(fmt::runtime(pick(language, "Ongewijzigd: {}; situaties die het voorstel niet raakt: {} van {}.",
                                         "Unchanged: {}; situations that the proposal does not reach: {} of {}.")),
                       how_many(c, Baseline::unchanged), c.untouched.size(), c.situations.size());
}

std::optional<Decimal> gain(const Household& h) {
    const auto* from = h.before.get<Decimal>();
    const auto* to = h.after.get<Decimal>();
    if (from == nullptr || to == nullptr) return std::nullopt;
    return *to - *from;
}

std::string gain_text(const Decimal& more, Language language) {
    return more < Decimal(0) ? "−" + money_text(-more, language) : "+" + money_text(more, language);
}

std::pair<std::size_t, std::size_t> better_and_worse(const Comparison& c) {
    std::size_t better = 0;
    std::size_t worse = 0;
    for (const auto& h : c.households)
        if (const auto more = gain(h)) ++(*more > Decimal(0) ? better : worse);
    return {better, worse};
}

std::string keeper_words(const RuleBase& after, const NewDatum& d, Language language) {
    std::string who;
    for (const auto& h : d.holders) who += (who.empty() ? "" : ", ") + Names(after, language).organisation(h);
    if (who.empty()) return std::string(pick(language, "niemand houdt dit bij", "nobody keeps this"));
    return std::string(pick(language, "bijgehouden door ", "kept by ")) + who;
}

std::string_view lack_words(const RuleBase& after, const NewDatum& d, Language language) {
    const bool own = std::ranges::find(d.holders, d.consumer) != d.holders.end();
    if (own || std::ranges::any_of(d.exchanges, [&](Index x) { return after.exchanges[x].basis != Basis::none; }))
        return {};
    return d.asked ? pick(language, "wordt aan de burger gevraagd", "is asked of the citizen")
                   : pick(language, "geen grondslag om het te krijgen", "no legal basis to have it");
}

std::string_view competence_words(Language language) {
    return pick(language, "heeft in deze wet geen bevoegdheid", "has no competence in this law");
}

std::string superfluous_words(const Comparison& c, const Superfluous& s, Language language) {
    const auto& base = c.after();
    const auto rule = [&](Index r) { return base.rules[r].id + ", " + pick(language, base.rules[r].title); };
    const auto what =
        s.rule != none ? rule(s.rule) : pick(language, base.items[s.item].title) + " [" + base.items[s.item].id + "]";
    auto line = fmt::format("{}: {}", what, excess_words(s.why, language));
    return s.beside == none ? line : line + " " + rule(s.beside);
}

std::string size_words(const Comparison& c, Language language) {
    const auto& a = c.counts_before;
    const auto& b = c.counts_after;
    const std::array rows{
        std::tuple{pick(language, "regels", "rules"), a.rules, b.rules},
        std::tuple{pick(language, "uitzonderingen", "exceptions"), a.exceptions, b.exceptions},
        std::tuple{pick(language, "begrippen", "concepts"), a.concepts, b.concepts},
        std::tuple{pick(language, "gegevens", "data items"), a.items, b.items},
        std::tuple{pick(language, "leveringen", "exchanges"), a.exchanges, b.exchanges},
        std::tuple{pick(language, "organisaties", "organisations"), a.organisations, b.organisations},
        std::tuple{
            pick(language, "verwijzingen tussen wetten", "references between laws"), a.references, b.references}};
    std::string line;
    for (const auto& [what, from, to] : rows)
        if (from != to) line += fmt::format("{}{} {} → {}", line.empty() ? "" : "; ", what, from, to);
    return line.empty() ? std::string(pick(language, "ongewijzigd", "unchanged")) : line;
}

}  // namespace samenloop
