#pragma once
// The fixed words of the reports, in both languages: severity labels (definitions section 5), types, statuses, levels.

#include <string>
#include <string_view>

#include "samenloop/finding.hpp"
#include "samenloop/report.hpp"

namespace samenloop::report {

/// One of two texts.
inline std::string_view pick(Language language, std::string_view nl, std::string_view en) {
    return language == Language::nl ? nl : en;
}
/// English falls back to Dutch.
const std::string& pick(Language language, const Text& text);

std::string_view severity_label(int severity, Language language);      // "onder het minimum / zonder uitweg"
std::string_view type_word(InterferenceKind type, Language language);  // "botsing"
std::string_view status_words(Status status, Language language);       // "praktijk wijkt af van de wet"
std::string_view certainty_word(Certainty certainty, Language language);
std::string_view level_word(Level level, Language language);  // "AMvB"
/// "en 3 meer": what is left out is counted.
std::string more_text(std::size_t count, Language language);
/// Under every picture of amounts: "Volgt uit de geladen regels; geen besluit en geen advies."
std::string_view footnote(Language language);

}  // namespace samenloop::report
