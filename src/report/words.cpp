#include "report/words.hpp"

#include <algorithm>
#include <array>

#include <fmt/core.h>

namespace samenloop::report {
namespace {

struct Pair {
    std::string_view nl;
    std::string_view en;
};

template <std::size_t N>
std::string_view row(const std::array<Pair, N>& rows, std::size_t at, Language language) {
    const auto& pair = rows.at(std::min(at, N - 1));
    return pick(language, pair.nl, pair.en);
}

}  // namespace

const std::string& pick(Language language, const Text& text) { return text.in(language); }

std::string_view severity_label(int severity, Language language) {
    static constexpr std::array<Pair, 5> rows{{
        {"informatief", "information"},
        {"last en onzekerheid", "burden and uncertainty"},
        {"schade of verlies van recht", "damage or loss of a right"},
        {"onder het minimum / zonder uitweg", "below the minimum / no way out"},
        {"levensbehoefte geblokkeerd", "basic need blocked"},
    }};
    return row(rows, static_cast<std::size_t>(std::max(severity, 0)), language);
}

std::string_view type_word(InterferenceKind type, Language language) {
    static constexpr std::array<Pair, 4> rows{
        {{"botsing", "clash"}, {"vacuüm", "vacuum"}, {"implosie", "implosion"}, {"stapeling", "pile-up"}}};
    return row(rows, static_cast<std::size_t>(type), language);
}

std::string_view status_words(Status status, Language language) {
    static constexpr std::array<Pair, 7> rows{{
        {"open", "open"},
        {"de praktijk wijkt af van de wet", "practice deviates from the law"},
        {"geregeld in beleid", "settled by policy"},
        {"bewuste uitsluiting", "intended exclusion"},
        {"geregeld bij wet", "settled by statute"},
        {"geregeld door de rechter", "settled by case law"},
        {"verleden tijd", "historical"},
    }};
    return row(rows, static_cast<std::size_t>(status), language);
}

std::string_view certainty_word(Certainty certainty, Language language) {
    static constexpr std::array<Pair, 2> rows{{{"zeker", "certain"}, {"voorwaardelijk", "conditional"}}};
    return row(rows, static_cast<std::size_t>(certainty), language);
}

std::string_view level_word(Level level, Language language) {
    static constexpr std::array<Pair, 8> rows{{
        {"hulpmiddel", "aid"},
        {"praktijk", "practice"},
        {"beleidsregel", "policy"},
        {"verordening", "ordinance"},
        {"ministeriële regeling", "ministerial regulation"},
        {"AMvB", "decree"},
        {"wet", "Act"},
        {"verdrag", "treaty"},
    }};
    return row(rows, static_cast<std::size_t>(level), language);
}

std::string more_text(std::size_t count, Language language) {
    return fmt::format("{} {} {}", pick(language, "en", "and"), count, pick(language, "meer", "more"));
}

std::string_view footnote(Language language) {
    return pick(language, "Volgt uit de geladen regels; geen besluit en geen advies.",
                "Follows from the loaded rules; no decision and no advice.");
}

}  // namespace samenloop::report
