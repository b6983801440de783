#include "samenloop/finding.hpp"

#include <algorithm>
#include <array>

namespace samenloop::model {
namespace {

struct Subtype {
    std::string_view code;
    std::string_view nl;
    std::string_view en;
};

// In the order of definitions sections 1 to 4; also those that no detector looks for yet.
constexpr std::array subtypes{
    Subtype{"CL-1", "tegenstrijdige plichten", "deontic contradiction"},
    Subtype{"CL-2", "toekenning tegenover weigering", "grant versus deny"},
    Subtype{"CL-3", "vicieuze cirkel", "deadlock"},
    Subtype{"CL-4", "begripsverschil", "concept mismatch"},
    Subtype{"CL-5", "botsende veronderstelling", "cross-scheme presumption"},
    Subtype{"VA-1", "onvervulde behoefte", "uncovered need"},
    Subtype{"VA-2", "verwijzing in een kring", "circular referral"},
    Subtype{"VA-2b", "verwijzing naar niemand", "dangling referral"},
    Subtype{"VA-3", "gegeven zonder houder", "missing data holder"},
    Subtype{"VA-4", "ontbrekende grondslag", "missing legal basis"},
    Subtype{"VA-5", "te laat of verouderd gegeven", "late or stale data"},
    Subtype{"VA-6", "gat in de tijd", "time gap"},
    Subtype{"VA-7", "verweesde regel", "orphan rule"},
    Subtype{"VA-8", "gat in de dekking", "static coverage hole"},
    Subtype{"IM-1", "onder het minimum terwijl alles klopt", "below the minimum though all correct"},
    Subtype{"IM-2", "klif", "cliff"},
    Subtype{"IM-2b", "meer verdienen loont niet", "trap"},
    Subtype{"IM-3", "keten van terugvorderingen", "recovery cascade"},
    Subtype{"IM-4", "doel voorbijgeschoten", "purpose defeat"},
    Subtype{"IM-5", "bescherming weggedefinieerd", "protection defeated by definition"},
    Subtype{"IM-6", "onevenredigheid", "disproportion"},
    Subtype{"PU-1", "gestapelde inhoudingen", "stacked deductions"},
    Subtype{"PU-2", "herhaald bewijs", "repeated proof"},
    Subtype{"PU-3", "aantal loketten", "number of counters"},
    Subtype{"PU-4", "gelijktijdige afbouw", "concurrent phase-outs"},
    Subtype{"PU-5", "gelijktijdige omslag", "concurrent switches"},
    Subtype{"PU-6", "dubbele sanctie", "double sanction"},
    Subtype{"PU-7", "meldplichten naast elkaar", "parallel notification duties"},
    Subtype{"PU-8", "overlappende regels", "overlapping rules"},
};

template <class Names, class Enum>
std::string_view name_of(const Names& names, Enum value) {
    return names.at(static_cast<std::size_t>(value));
}

}  // namespace

}  // namespace samenloop::model

namespace samenloop {

Text subtype_name(std::string_view code) {
    const auto* const found = std::ranges::find(model::subtypes, code, &model::Subtype::code);
    if (found == model::subtypes.end()) return {};
    return {std::string(found->nl), std::string(found->en)};
}

std::string_view to_string(InterferenceKind t) {
    static constexpr std::array<std::string_view, 4> names{"clash", "vacuum", "implosion", "pile-up"};
    return model::name_of(names, t);
}

std::string_view to_string(Status s) {
    static constexpr std::array<std::string_view, 7> names{
        "open",
        "practice_deviates",
        "settled_by_policy",
        "intended_exclusion",
        "settled_by_statute",
        "settled_by_case_law",
        "historical"};
    return model::name_of(names, s);
}

std::string_view to_string(Certainty c) {
    static constexpr std::array<std::string_view, 2> names{"certain", "conditional"};
    return model::name_of(names, c);
}

std::string_view to_string(Mover m) {
    static constexpr std::array<std::string_view, 7> names{
        "must", "may", "person", "practice", "policy", "regulation", "act"};
    return model::name_of(names, m);
}

std::string_view to_string(Doing d) {
    static constexpr std::array<std::string_view, 3> names{"change", "use", "leave_out"};
    return model::name_of(names, d);
}

}  // namespace samenloop
