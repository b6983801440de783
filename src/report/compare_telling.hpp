#pragma once
// A comparison in words and counts, for whoever reads it: the same on the page and in the picture.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/words.hpp"
#include "samenloop/compare.hpp"

namespace samenloop::report {

std::string proposal_words(const Comparison& c, Language language);  // "…; in werking op …; bekeken op …"
std::string_view baseline_word(Baseline b, Language language);       // "Opgelost"
std::string_view excess_words(Excess e, Language language);          // "kan nooit meer gelden"

/// What is different in a finding that stays: "ernst 2 wordt 3, € 5,00 per maand → € 7,00 per maand".
std::string change_words(const Finding& before, const Finding& after, Language language);

/// "door wijziging 1, 3"; empty without.
std::string causes_words(const Difference& d, Language language);

/// "tot 1 januari 2027", "vanaf 1 januari 2027"; empty when it is there on all days looked at.
std::string when_words(const Comparison& c, const Difference& d, Language language);

/// Differences of this kind, of this severity or more.
std::size_t how_many(const Comparison& c, Baseline b, int severity = 0);

std::string unchanged_words(const Comparison& c, Language language);

/// The last day looked at for each of those whose income changes; by situation.
std::vector<const Household*> households_at_last(const Comparison& c);
/// At least so much more (or less) left a month; nothing when that is not sure.
std::optional<Decimal> gain(const Household& h);
std::string gain_text(const Decimal& more, Language language);  // "+€ 384,41", "−€ 5,00"
std::string gain_text(const Household& h, Language language);   // also "ten minste +€ 384,41"; empty when not sure
/// "€ 1.926,97", "€ 1.638,86 tot € 1.926,97" or "onbekend".
std::string sum_words(const Value& v, Language language);

/// "bruto maandloon € 1.678,95: € 50,08 per maand minder (vóór het voorstel € 0,00); het dichtst bij: w1678 …".
std::string border_words(const Comparison& c, const BillBorder& b, Language language);

/// "bijgehouden door UWV", "niemand houdt dit bij".
std::string keeper_words(const RuleBase& after, const NewDatum& d, Language language);
/// Empty where who needs the datum keeps it itself, or may have it from somebody.
std::string_view lack_words(const RuleBase& after, const NewDatum& d, Language language);

/// Of who gets a task without one.
std::string_view competence_words(Language language);

std::string superfluous_words(const Comparison& c, const Superfluous& s, Language language);
/// "regels 5 → 6; gegevens 3 → 2"; empty when nothing changes.
std::string size_words(const Comparison& c, Language language);
std::string burden_words(const Comparison& c, Language language);

}  // namespace samenloop::report
