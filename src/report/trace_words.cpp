#include "report/trace_words.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "report/names.hpp"
#include "report/numbers.hpp"

namespace samenloop::report {

std::string_view obstacle_words(Obstacle o, Language language) {
    switch (o) {
    case Obstacle::nothing: return pick(language, "is er", "is there");
    case Obstacle::missing_fact: return pick(language, "is niet zo", "is not so");
    case Obstacle::in_the_way: return pick(language, "is zo, en dat staat in de weg", "is so, and stands in the way");
    case Obstacle::unknown_fact: return pick(language, "is niet bekend", "is not known");
    case Obstacle::denied: return pick(language, "geweigerd", "refused");
    case Obstacle::waiting: return pick(language, "wacht op wat eronder staat", "waits for what stands below");
    case Obstacle::circle: return pick(language, "wacht in een kring op zichzelf", "waits for itself in a circle");
    case Obstacle::no_duty: return pick(language, "niemand hoeft dit nu te doen", "nobody has to do this now");
    case Obstacle::too_little: return pick(language, "te weinig", "too little");
    default: return pick(language, "toegekend, nog niet betaald", "granted, not paid yet");
    }
}

std::string_view obstacle_id(Obstacle o) {
    static constexpr std::array<std::string_view, 10> ids{
        "none",   "missing_fact", "unknown_fact", "denied",   "waiting",
        "circle", "no_duty",      "too_little",   "not_paid", "in_the_way"};
    return ids[static_cast<std::size_t>(o)];
}

std::string_view lever_id(LeverKind k) {
    static constexpr std::array<std::string_view, 9> ids{
        "use_rule",       "stop_practice",    "make_outcome",  "repeal_rule", "bind_rule",
        "drop_condition", "align_definition", "bring_forward", "give_basis"};
    return ids[static_cast<std::size_t>(k)];
}

std::string_view mark_of(Truth met) { return met == Truth::yes ? "+" : met == Truth::no ? "-" : "?"; }

std::string_view reached_words(Truth reached, Language language) {
    if (reached == Truth::yes) return pick(language, "bereikt", "reached");
    return reached == Truth::no ? pick(language, "niet bereikt", "not reached")
                                : pick(language, "niet zeker bereikt", "not surely reached");
}

std::string state_words(const Trace& t, Language language) {
    std::string text(reached_words(t.reached, language));
    if (t.reached == Truth::yes) return text;
    if (t.goal.in_hand) text = pick(language, "toegekend, maar nog niet betaald", "granted, but not paid yet");
    else if (t.goal.in_full) text = pick(language, "te weinig", "too little");
    if (t.by_law == Truth::yes)
        text += pick(
            language, "; volgens de geladen regels zou het wel moeten", "; according to the loaded rules it should be");
    return text;
}

std::string situation_words(const Trace& t, Language language) {
    const auto& title = pick(language, t.situation.title);
    return (title.empty() ? t.situation.id : title + " (" + t.situation.id + ")") + ", " +
           date_text(t.situation.date, language);
}

std::string_view nothing_stuck(const Judgement& judgement, Language language) {
    if (judgement.verdict != Verdict::complete)
        return pick(
            language, "Van wat kon worden beoordeeld, zit niets vast.", "Of what could be judged, nothing is stuck.");
    return pick(language, "Elke behoefte die er is, is gedekt volgens de geladen regels.",
                "Every need that is there is covered according to the loaded rules.");
}

std::string mover(const RuleBase& rules, const Lever& lever, Language language) {
    if (lever.kind >= LeverKind::repeal_rule) return std::string(pick(language, "wetgever", "legislator"));
    const auto name = Names(rules, language).organisation(lever.organisation);
    return name.empty() ? std::string(pick(language, "niemand aangewezen", "nobody named")) : name;
}

bool told_before(std::span<const Trace> traces, std::size_t i) {
    const auto rules_of = [](const Trace& t) {
        std::set<Index> rules;
        for (const auto& block : t.blocks)
            for (const auto l : block) rules.insert(t.levers[l].rule);
        return rules;
    };
    const auto mine = rules_of(traces[i]);
    for (std::size_t k = 0; k < i; ++k) {
        const auto other = rules_of(traces[k]);
        if (!mine.empty() && std::ranges::includes(other, mine)) return true;
    }
    return false;
}

}  // namespace samenloop::report
