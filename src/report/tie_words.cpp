#include "report/tie_words.hpp"

#include <array>

#include "report/words.hpp"

namespace samenloop::report {
namespace {

struct TieWords {
    std::string_view from_nl, from_en;
    std::string_view to_nl, to_en;
};

// In the order of Tie.
constexpr std::array<TieWords, graph::ties> tie_words{{
    {"bevat", "contains", "staat in", "stands in"},
    {"leest", "reads", "gelezen door", "read by"},
    {"bepaalt", "defines", "bepaald door", "defined by"},
    {"kent toe", "grants", "toegekend door", "granted by"},
    {"stelt voorwaarde", "conditions", "voorwaarde", "condition"},
    {"weigert", "denies", "geweigerd door", "denied by"},
    {"verlaagt", "reduces", "verlaagd door", "reduced by"},
    {"heft", "charges", "geheven door", "charged by"},
    {"vordert terug", "recovers", "teruggevorderd door", "recovered by"},
    {"verplicht tot", "obliges to", "verplicht door", "obliged by"},
    {"staat toe", "permits", "toegestaan door", "permitted by"},
    {"verbiedt", "forbids", "verboden door", "forbidden by"},
    {"bewerkt", "achieves", "bewerkt door", "achieved by"},
    {"wijst toe", "allocates", "toegewezen door", "allocated by"},
    {"verwijst voor", "refers for", "verwezen door", "referred by"},
    {"stuurt naar", "sends to", "ontvangt uit", "sent to by"},
    {"heeft nodig", "needs", "nodig voor", "needed by"},
    {"vraagt burger", "asks citizen", "gevraagd door", "asked by"},
    {"beperkt", "restricts", "beperkt door", "restricted by"},
    {"vereist eerst", "requires first", "eerst vereist", "required by"},
    {"gaat voor", "overrides", "wijkt voor", "overridden by"},
    {"uitzondering op", "exception to", "uitzondering", "exception"},
    {"corrigeert", "corrects", "gecorrigeerd door", "corrected by"},
    {"wie", "who", "voert uit", "carries out"},
    {"uitvoerder", "executor", "voert uit", "executes"},
    {"dekt", "covers", "gedekt door", "covered by"},
    {"staat voor", "stands for", "uitkomst", "outcome"},
    {"houder", "holder", "houdt", "holds"},
    {"draagt", "carries", "uitwisseling", "exchange"},
    {"van", "from", "geeft via", "gives through"},
    {"naar", "to", "ontvangt via", "receives through"},
    {"definitie", "definition", "begrip", "concept"},
    {"schuldeiser", "creditor", "int", "collects"},
    {"betreft", "concerns", "betroffen door", "concerned by"},
}};

}  // namespace

std::string_view from_word(graph::EdgeKind tie, Language language) {
    const auto& w = tie_words.at(static_cast<std::size_t>(tie));
    return pick(language, w.from_nl, w.from_en);
}

std::string_view to_word(graph::EdgeKind tie, Language language) {
    const auto& w = tie_words.at(static_cast<std::size_t>(tie));
    return pick(language, w.to_nl, w.to_en);
}

}  // namespace samenloop::report
