#pragma once
// A comparison in words and counts, for whoever reads it: the same on the page and in the picture.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "report/words.hpp"
#include "samenloop/compare.hpp"

namespace samenloop {

std::string proposal_words(const Comparison& c, Language language);  // "…; in werking op …; bekeken op …"
std::string_view baseline_word(Baseline b, Language language);       // "Opgelost"
std::string_view excess_words(Excess e, Language language);          // "kan nooit meer gelden"

/// What is different in a finding that stays: "ernst 2 wordt 3, € 5,00 per maand → € 7,00 per maand".
std::string change_words(const Finding& before, const Finding& after, Language language);

/// "door wijziging 1, 3"; empty without.
std::string causes_words(const Difference& d, Language language);

/// Differences of this kind, of this severity or more.
std::size_t how_many(const Comparison& c, Baseline b, int severity = 0);

std::string unchanged_words(const Comparison& c, Language language);

/// More (or less) left a month; nothing when either side is not known exactly.
std::optional<Decimal> gain(const Household& h);
std::string gain_text(const Decimal& more, Language language);  // "+€ 384,41", "−€ 5,00"
std::pair<std::size_t, std::size_t> better_and_worse(const Comparison& c);

/// "bijgehouden door UWV", "niemand houdt dit bij".
std::string keeper_words(const RuleBase& after, const NewDatum& d, Language language);
/// Empty where who needs the datum keeps it itself, or may have it from somebody.
std::string_view lack_words(const RuleBase& after, const NewDatum& d, Language language);

/// Of who gets a task without one.
std::string_view competence_words(Language language);

std::string superfluous_words(const Comparison& c, const Superfluous& s, Language language);
std::string size_words(const Comparison& c, Language language);  // "regels 5 → 6; gegevens 3 → 2"

}  // namespace samenloop
