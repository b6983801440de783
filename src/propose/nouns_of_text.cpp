#include "propose/nouns_of_text.hpp"

#include <algorithm>
#include <array>

namespace samenloop::propose {
namespace {

struct Noun {
    std::string_view name;
    std::string_view nl;
    std::string_view en;
};

constexpr std::array elements{
    Noun{"organisation", "de organisatie", "the organisation"},
    Noun{"need", "de behoefte", "the need"},
    Noun{"outcome", "de uitkomst", "the outcome"},
    Noun{"act", "de handeling", "the act"},
    Noun{"item", "het gegeven", "the item"},
    Noun{"list", "de lijst", "the list"},
    Noun{"field", "het kenmerk", "the field"},
    Noun{"concept", "het begrip", "the concept"},
    Noun{"amount", "het bedrag", "the amount"},
    Noun{"value", "de waarde", "the value"},
    Noun{"scheme", "de regeling", "the scheme"},
    Noun{"floor", "het beschermde bedrag", "the protected amount"},
    Noun{"exchange", "de gegevensverstrekking", "the provision of data"},
    Noun{"norm", "de drempel", "the threshold"},
    Noun{"reference", "het vergelijkingshuishouden", "the reference household"},
    Noun{"disposable", "het besteedbaar inkomen", "the disposable income"},
    Noun{"unmodelled", "het voorbehoud", "the reservation"},
    Noun{"provision", "het artikel", "the article"},
    Noun{"rule", "het voorschrift", "the rule"},
    Noun{"when", "de voorwaarde", "the condition"},
    Noun{"define", "de bepaling van", "the definition of"},
    Noun{"grant", "de toekenning", "the grant"},
    Noun{"deny", "de uitsluiting", "the exclusion"},
    Noun{"basis", "de grondvoorwaarde", "the basic condition"},
    Noun{"reduce", "de vermindering", "the reduction"},
    Noun{"obligation", "de verplichting", "the obligation"},
    Noun{"permission", "de bevoegdheid", "the permission"},
    Noun{"prohibition", "het verbod", "the prohibition"},
    Noun{"charge", "de heffing", "the charge"},
    Noun{"recover", "de terugvordering", "the recovery"},
    Noun{"attach", "het beslag", "the attachment"},
    Noun{"allocate", "de verantwoordelijkheid", "the responsibility"},
    Noun{"refer", "de verwijzing", "the referral"},
    Noun{"requires-data", "het gebruik van gegevens", "the use of data"},
    Noun{"asks-citizen", "de vraag aan de burger", "the question to the citizen"},
    Noun{"requires", "het vereiste", "the requirement"},
    Noun{"waive", "de vrijstelling", "the waiver"},
    Noun{"premise", "de veronderstelling", "the premise"},
    Noun{"against", "de maatstaf", "the measure"},
    Noun{"goal", "het doel", "the goal"},
    Noun{"person-class", "de kring van personen", "the class of persons"},
    Noun{"arrived", "de dag van aankomst", "the day of arrival"},
    Noun{"active", "de omschrijving", "the description"},
    Noun{"covered", "de vervulling", "the fulfilment"},
    Noun{"holds", "de omschrijving", "the description"},
};

constexpr std::array attributes{
    Noun{"title", "het opschrift", "the heading"},
    Noun{"title-en", "het Engelse opschrift", "the English heading"},
    Noun{"from", "de ingangsdatum", "the start date"},
    Noun{"to", "de einddatum", "the end date"},
    Noun{"from-date", "de ingangsdatum", "the start date"},
    Noun{"to-date", "de einddatum", "the end date"},
    Noun{"actor", "de uitvoerder", "the executing body"},
    Noun{"executor", "de uitvoerder", "the executing body"},
    Noun{"creditor", "de schuldeiser", "the creditor"},
    Noun{"holder", "de houder", "the holder"},
    Noun{"ministry", "het ministerie", "the ministry"},
    Noun{"overrides", "de afwijking van andere voorschriften", "the override of other rules"},
    Noun{"overrides-law", "de afwijking van andere wetten", "the override of other laws"},
    Noun{"exception-to", "de uitzondering op andere voorschriften", "the exception to other rules"},
    Noun{"rebuts", "de weerlegging van andere voorschriften", "the rebuttal of other rules"},
    Noun{"discretion", "de beleidsvrijheid", "the discretion"},
    Noun{"request", "het vereiste verzoek", "the required request"},
    Noun{"level", "de rang", "the level"},
    Noun{"goal", "het doel", "the goal"},
    Noun{"basis", "de grondslag", "the legal basis"},
    Noun{"citation", "de vindplaats van de grondslag", "the citation of the basis"},
    Noun{"purpose", "het doel", "the purpose"},
    Noun{"latency", "de duur van de verstrekking", "the time that it takes"},
    Noun{"freshness", "de actualiteit", "the freshness"},
    Noun{"otherwise", "de waarde die anders geldt", "the value that holds otherwise"},
    Noun{"ordinary", "de gewone waarde", "the ordinary value"},
    Noun{"status", "de status", "the status"},
    Noun{"within", "de termijn", "the term"},
    Noun{"until", "de einddag", "the last day"},
    Noun{"items", "de gegevens", "the items"},
    Noun{"covers", "de behoeften waarin de regeling voorziet", "the needs that the scheme covers"},
    Noun{"values", "de mogelijke waarden", "the possible values"},
    Noun{"min", "het minimum", "the minimum"},
    Noun{"max", "het maximum", "the maximum"},
    Noun{"article", "het artikelnummer", "the number of the article"},
    Noun{"article-en", "het Engelse artikelnummer", "the English number of the article"},
    Noun{"form", "het formulier", "the form"},
    Noun{"form-en", "het formulier in het Engels", "the form in English"},
    Noun{"lid", "het nummer van het lid", "the number of the paragraph"},
};

template <class Table>
Text look_up(const Table& table, std::string_view name, std::string_view nl, std::string_view en) {
    const auto found = std::ranges::find(table, name, &Noun::name);
    if (found != table.end()) return {std::string(found->nl), std::string(found->en)};
    return {std::string(nl) + " " + std::string(name), std::string(en) + " " + std::string(name)};
}

}  // namespace

Text noun_of_element(std::string_view name) { return look_up(elements, name, "het onderdeel", "the part"); }
Text noun_of_attribute(std::string_view name) { return look_up(attributes, name, "het kenmerk", "the attribute"); }

}  // namespace samenloop::propose
