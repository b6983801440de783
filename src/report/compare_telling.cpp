#include "report/compare_telling.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/core.h>

#include "model/wording.hpp"
#include "report/compare_words.hpp"
#include "report/names.hpp"
#include "report/numbers.hpp"

namespace samenloop::report {

std::string proposal_words(const Comparison& c, Language language) {
    std::string days;
    for (std::size_t i = 0; i < c.days.size(); ++i) {
        if (i > 0) days += i + 1 < c.days.size() ? ", " : pick(language, " en ", " and ");
        days += date_text(c.days[i], language);
    }
    if (c.until)
        days += fmt::format(fmt::runtime(pick(language, ", en op elke dag tot en met {} waarop er iets verandert",
                                              ", and on every day up to {} on which something changes")),
                            date_text(*c.until, language));
    const auto later = [&](const Situation& s) { return s.date > c.day; };
    if (c.own_days && std::ranges::any_of(c.situations, later))
        days += pick(language, ", of op de latere dag van de situatie", ", or on the situation's own later day");
    return fmt::format(fmt::runtime(pick(language, "{}; in werking op {}; bekeken op {}",
                                         "{}; enters into force on {}; looked at on {}")),
                       c.proposal.proposer, date_text(c.proposal.in_force, language), days);
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
    case Excess::part: return pick(language, "voegt niets toe aan", "adds nothing to");
    case Excess::unused: return pick(language, "wordt door niets meer gelezen", "is read by nothing any more");
    case Excess::dangling:
        return pick(language, "berust alleen nog op wat is vervallen", "rests only on what has been repealed");
    case Excess::duplicate: return pick(language, "is hetzelfde als", "is the same as");
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

std::vector<const Household*> households_at_last(const Comparison& c) {
    std::map<std::size_t, const Household*> last;
    for (const auto& h : c.households)
        if (auto& known = last[h.situation]; known == nullptr || known->day < h.day) known = &h;
    std::vector<const Household*> all;
    for (const auto& [situation, h] : last) all.push_back(h);
    return all;
}

std::optional<Decimal> gain(const Household& h) {
    const auto from = h.before.bounds();
    const auto to = h.after.bounds();
    if (to.low && from.high && *to.low > *from.high) return *to.low - *from.high;
    if (to.high && from.low && *to.high < *from.low) return *to.high - *from.low;
    return std::nullopt;
}

std::string gain_text(const Decimal& more, Language language) {
    return more < Decimal(0) ? "−" + money_text(-more, language) : "+" + money_text(more, language);
}

std::string gain_text(const Household& h, Language language) {
    const auto more = gain(h);
    if (!more) return {};
    const bool exact = h.before.get<Decimal>() != nullptr && h.after.get<Decimal>() != nullptr;
    return (exact ? std::string() : std::string(pick(language, "ten minste ", "at least "))) +
           gain_text(*more, language);
}

std::string sum_words(const Value& v, Language language) {
    const auto [low, high] = v.bounds();
    const auto money = [&](const Decimal& d) { return money_text(d, language); };
    if (low && high && *low == *high) return money(*low);
    if (low && high) return fmt::format("{} {} {}", money(*low), pick(language, "tot", "to"), money(*high));
    if (low) return fmt::format("{} {}", money(*low), pick(language, "of meer", "or more"));
    if (high) return fmt::format("{} {}", money(*high), pick(language, "of minder", "or less"));
    return std::string(pick(language, "onbekend", "unknown"));
}

std::string border_words(const Comparison& c, const BillBorder& b, Language language) {
    const auto& item = c.after().items[b.item];
    const auto told = [&](const Decimal& x) { return pick(language, model::with_unit(x, item.type.unit)); };
    const auto month = [&](const Decimal& year) { return money_text(year / Decimal(12), language); };
    const auto place = fmt::format(fmt::runtime(pick(language, "{} {}: {} per maand minder (vóór het voorstel {})",
                                                     "{} {}: {} a month less (before the proposal {})")),
                                   pick(language, item.title), told(b.at), month(b.after), month(b.before));
    const auto nearest = fmt::format("{} ({})", c.situations[b.situation].id, told(b.value));
    if (b.near)
        return fmt::format(
            fmt::runtime(pick(language, "{}; het dichtst erbij: {}", "{}; nearest: {}")), place, nearest);
    return fmt::format(
        fmt::runtime(pick(language, "{}; geen van deze situaties komt erbij in de buurt, het dichtst erbij: {}",
                          "{}; none of these situations comes near it, nearest: {}")),
        place, nearest);
}

std::string when_words(const Comparison& c, const Difference& d, Language language) {
    const auto begins = std::max(c.day, c.situations[d.situation].date);
    const auto& days = c.until ? c.looked_at[d.situation] : c.days;
    const auto end = std::ranges::upper_bound(days, d.days.back());
    std::string text;
    const auto add = [&](std::string_view word, const Date& day) {
        text += fmt::format("{}{} {}", text.empty() ? "" : " ", word, date_text(day, language));
    };
    if (d.days.front() > begins) add(pick(language, "vanaf", "from"), d.days.front());
    for (const auto& day : days)
        if (day > d.days.front() && day < d.days.back() && !std::ranges::binary_search(d.days, day))
            add(pick(language, "niet op", "not on"), day);
    if (end != days.end()) add(pick(language, "tot", "until"), *end);
    return text;
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
    const auto& after = c.after();
    const auto name = [&](Index i) -> std::string {
        if (s.rule != none) return after.rules[i].id + ", " + pick(language, after.rules[i].title);
        const auto of = [&](const auto& thing) {
            return fmt::format("{} [{}]", pick(language, thing.title), thing.id);
        };
        return s.item != none ? of(after.items[i]) : of(after.concepts[i]);
    };
    const auto what = s.rule != none ? s.rule : s.item != none ? s.item : s.concept_;
    return fmt::format(
        "{}: {}{}", name(what), excess_words(s.why, language), s.beside == none ? "" : " " + name(s.beside));
}

namespace {

using AmountChange = std::tuple<std::string_view, std::size_t, std::size_t>;

std::string changes_words(std::initializer_list<AmountChange> all) {
    std::string line;
    for (const auto& [what, from, to] : all)
        if (from != to) line += fmt::format("{}{} {} → {}", line.empty() ? "" : "; ", what, from, to);
    return line;
}

}  // namespace

std::string size_words(const Comparison& c, Language language) {
    const auto& a = c.counts_before;
    const auto& b = c.counts_after;
    return changes_words(
        {{pick(language, "regels", "rules"), a.rules, b.rules},
         {pick(language, "uitzonderingen", "exceptions"), a.exceptions, b.exceptions},
         {pick(language, "begrippen", "concepts"), a.concepts, b.concepts},
         {pick(language, "gegevens", "data items"), a.items, b.items},
         {pick(language, "leveringen", "exchanges"), a.exchanges, b.exchanges},
         {pick(language, "organisaties", "organisations"), a.organisations, b.organisations},
         {pick(language, "verwijzingen tussen wetten", "references between laws"), a.references, b.references}});
}

std::string burden_words(const Comparison& c, Language language) {
    const auto& a = c.burden_before;
    const auto& b = c.burden_after;
    return changes_words({{pick(language, "beschikkingen", "decisions"), a.decisions, b.decisions},
                          {pick(language, "bewijsstukken", "proofs"), a.proofs, b.proofs},
                          {pick(language, "organisaties", "organisations"), a.organisations, b.organisations},
                          {pick(language, "gegevens voor een besluit", "data for a decision"), a.data, b.data}});
}

}  // namespace samenloop::report
