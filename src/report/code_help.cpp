#include "report/code_help.hpp"

#include <algorithm>
#include <array>

namespace samenloop::report {
namespace {

struct Row {
    std::string_view code;
    std::string_view nl;
    std::string_view en;
};

template <std::size_t N>
Text found(const std::array<Row, N>& rows, std::string_view code) {
    const auto* const row = std::ranges::find(rows, code, &Row::code);
    if (row == rows.end()) return {};
    return {std::string(row->nl), std::string(row->en)};
}

// After definitions sections 1 to 4.
constexpr std::array meanings{
    Row{"CL-1", "Twee regels leggen plichten op die niet samen zijn na te komen, en geen van beide gaat voor.",
        "Two rules impose duties that cannot both be met, and neither takes precedence."},
    Row{"CL-2", "De ene regel kent iets toe wat de andere weigert, en geen van beide gaat voor.",
        "One rule grants what another denies, and neither takes precedence."},
    Row{"CL-3", "Twee of meer vereisten wachten op elkaar, zodat aan geen ervan kan worden voldaan.",
        "Two or more requirements wait for one another, so that none of them can be met."},
    Row{"CL-4", "Wetten verstaan onder één woord iets anders, en een besluit hangt af van dat verschil.",
        "Laws mean different things by one word, and a decision depends on the difference."},
    Row{"CL-5", "De ene regeling rekent met een veronderstelling die volgens de andere niet klopt.",
        "One scheme reckons with an assumption that does not hold under another."},
    Row{"VA-1", "Er is een behoefte waarin geen enkele regeling voorziet.", "There is a need that no scheme covers."},
    Row{"VA-2", "Organisaties verwijzen naar elkaar in een kring, en geen ervan is verantwoordelijk.",
        "Organisations refer to one another in a circle, and none of them is responsible."},
    Row{"VA-2b", "Een verwijzing eindigt bij een organisatie die niet bevoegd is.",
        "A referral ends with an organisation that is not competent."},
    Row{"VA-3", "Een besluit heeft een gegeven nodig dat niemand bijhoudt.",
        "A decision needs a datum that nobody keeps."},
    Row{"VA-4", "Een besluit heeft een gegeven nodig, maar voor de levering ervan is geen wettelijke grondslag.",
        "A decision needs a datum, but there is no legal basis to supply it."},
    Row{"VA-5", "Een gegeven komt later dan de beslistermijn, of is verouderd als het wordt gebruikt.",
        "A datum comes later than the term for the decision, or is stale when it is used."},
    Row{"VA-6", "Tussen twee regelingen zit een tijd waarin in een behoefte niet wordt voorzien.",
        "Between two schemes lies a time in which a need is not covered."},
    Row{"VA-7", "Een regel mist waar hij op rust: een bevoegde organisatie, een regeling of een begrip.",
        "A rule lacks what it rests on: a competent organisation, a scheme or a concept."},
    Row{"VA-8", "Er zijn mensen denkbaar met een behoefte die door elke regeling heen vallen.",
        "People in need are conceivable who fall through every scheme."},
    Row{"IM-1", "Het inkomen komt onder het beschermde niveau, terwijl elke regel juist is toegepast.",
        "Income falls below the protected level although every rule is applied correctly."},
    Row{"IM-2", "Een kleine verandering over een grens kost veel inkomen.",
        "A small change across a limit costs much income."},
    Row{"IM-2b", "Wie meer verdient, houdt niets of nauwelijks iets over.",
        "Who earns more keeps nothing of it, or hardly anything."},
    Row{"IM-3", "Een gebeurtenis leidt via een andere wet tot terugvorderingen.",
        "An event leads, by way of another law, to recoveries."},
    Row{"IM-4", "De uitkomst doet het doel van de regeling teniet voor wie zij bedoeld is.",
        "The outcome defeats the goal of the scheme for those it is meant for."},
    Row{"IM-5", "Een begrip in de ene wet neemt de bescherming weg die een andere wet geeft.",
        "A definition in one law takes away the protection that another law gives."},
    Row{"IM-6", "Het verlies is veel groter dan het belang of de fout waar het om gaat.",
        "The loss is far larger than the interest or the error it is about."},
    Row{"PU-1", "Meer schuldeisers houden tegelijk in op hetzelfde inkomen.",
        "Several creditors deduct from the same income at the same time."},
    Row{"PU-2",
        "Hetzelfde gegeven wordt voor meer besluiten aan de burger gevraagd, terwijl een organisatie het heeft.",
        "The citizen is asked the same datum for several decisions while an organisation holds it."},
    Row{"PU-3", "Voor één gebeurtenis moet iemand bij veel organisaties zijn.",
        "One event takes a person to many organisations."},
    Row{"PU-4", "Meer regelingen bouwen tegelijk af over hetzelfde inkomen.",
        "Several schemes phase out over the same income."},
    Row{"PU-5", "Door één gebeurtenis slaan veel regels op dezelfde dag om.",
        "One event makes many rules switch on the same day."},
    Row{"PU-6", "Eén feit wordt door meer organisaties bestraft.", "One fact is sanctioned by several organisations."},
    Row{"PU-7", "Eén wijziging moet bij meer organisaties worden gemeld, elk met een eigen termijn of begrip.",
        "One change must be reported to several organisations, each with its own term or definition."},
    Row{"PU-8", "Regels uit meer bronnen zeggen hetzelfde onder dezelfde voorwaarde.",
        "Rules of several sources say the same under the same condition."},
};

constexpr std::array advice{
    Row{"CL", "Bepaal welke regel voorgaat, stem de begrippen op elkaar af of laat een van de vereisten vallen.",
        "Say which rule takes precedence, align the concepts, or drop one of the requirements."},
    Row{"VA", "Wijs aan wie verantwoordelijk is, of geef de regeling, het gegeven of de grondslag die ontbreekt.",
        "Say who is responsible, or give the scheme, the datum or the legal basis that is missing."},
    Row{"IM", "Reken door wat de regels samen doen en begrens het: een vloer, een afbouw of een overgang.",
        "Work out what the rules do together and bound it: a floor, a phase-out or a transition."},
    Row{"PU", "Voeg samen, laat vervallen wat dubbel is, of gebruik wat een ander al heeft.",
        "Merge, repeal what is double, or use what another body already has."},
};

}  // namespace

Text code_meaning(std::string_view code) { return found(meanings, code); }

Text code_advice(std::string_view code) { return found(advice, code.substr(0, 2)); }

}  // namespace samenloop::report
