#include "report/numbers.hpp"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "model/wording.hpp"
#include "report/words.hpp"

namespace samenloop::report {
namespace {

/// "-1234.5" -> "-1.234,50": groups, decimal comma, zeros up to `digits`.
std::string localised(std::string plain, std::size_t digits, Language language) {
    const bool negative = plain.starts_with('-');
    if (negative) plain.erase(0, 1);
    const auto point = std::min(plain.find('.'), plain.size());
    std::string whole = plain.substr(0, point);
    std::string rest = point < plain.size() ? plain.substr(point + 1) : "";
    if (rest.size() < digits) rest.append(digits - rest.size(), '0');
    const char group = language == Language::nl ? '.' : ',';
    for (auto at = whole.size(); at > 3;) whole.insert(at -= 3, 1, group);
    if (!rest.empty()) whole += (language == Language::nl ? ',' : '.') + rest;
    return negative ? "-" + whole : whole;
}

struct AmountName {
    std::string_view key;
    std::string_view nl;
    std::string_view en;
};

// What the words of a key mean; a word that is not here is shown as it is.
constexpr std::array amount_names{
    AmountName{"D", "besteedbaar", "disposable"},
    AmountName{"M", "beschermd niveau", "protected level"},
    AmountName{"at most", "ten hoogste", "at most"},
    AmountName{"before", "tot de grens", "up to the limit"},
    AmountName{"after", "voorbij de grens", "beyond the limit"},
    AmountName{"step gain", "over van de stap", "left of the step"},
    AmountName{"gain", "over", "left"},
    AmountName{"step_from", "stap van", "step from"},
    AmountName{"step_to", "tot", "to"},
    AmountName{"mtr_highest", "hoogste marginale druk", "highest marginal rate"},
    AmountName{"mtr", "marginale druk", "marginal rate"},
    AmountName{"threshold", "grens", "limit"},
    AmountName{"before event", "ervoor", "before"},
    AmountName{"after event", "erna", "after"},
    AmountName{"phase_outs", "afbouwende regelingen", "schemes that phase out"},
    AmountName{"creditors", "schuldeisers", "creditors"},
    AmountName{"holders", "houders", "holders"},
    AmountName{"residual", "blijft over", "left"},
    AmountName{"protected", "beschermd", "protected"},
    AmountName{"otherwise", "anders beschermd", "protected otherwise"},
    AmountName{"breach", "onder het beschermde bedrag", "below the protected amount"},
    AmountName{"share_percent", "deel van het besteedbare inkomen", "share of disposable income"},
    AmountName{"organisations_with_view", "organisaties met zicht op alles", "organisations that see everything"},
    AmountName{"loss", "verlies", "loss"},
    AmountName{"against", "waartegen het wordt afgezet", "measured against"},
    AmountName{"proportion", "verhouding", "proportion"},
    AmountName{"sanctions", "sancties", "sanctions"},
    AmountName{"days_gap", "dagen zonder", "days without"},
    AmountName{"due", "intussen te betalen", "due in the meantime"},
    AmountName{"days_late", "dagen te laat", "days late"},
    AmountName{"switches", "omslaande regels", "rules that change"},
    AmountName{"schemes", "regelingen", "schemes"},
    AmountName{"net", "na belasting ontvangen", "received after tax"},
    AmountName{"may", "mogelijk nog terug te vorderen", "may still be claimed back"},
    AmountName{"rho", "terug per ontvangen euro", "claimed back for each euro received"},
    AmountName{"rho_at_most", "ten hoogste terug per ontvangen euro", "claimed back for each euro received, at most"},
    AmountName{"organisations", "organisaties", "organisations"},
    AmountName{"decisions", "besluiten", "decisions"},
    AmountName{"avoidable_now", "nu te vermijden", "avoidable now"},
    AmountName{"needs_basis", "grondslag nodig", "needs a basis"},
    AmountName{"not_needed", "melding niet nodig", "notice not needed"},
    AmountName{"days_shortest", "kortste termijn in dagen", "shortest term in days"},
    AmountName{"steps", "stappen na elkaar", "steps one after another"},
    AmountName{"elements", "elementen", "elements"},
};

bool is_percentage(std::string_view key) { return key.starts_with("mtr") || key.ends_with("percent"); }

/// Money is named by its unit or, where the unit is left out, by its period.
bool is_money(std::string_view key) {
    return key.find("eur") != std::string_view::npos || key.ends_with("_month") || key.ends_with("_year");
}

std::string_view period_of(std::string_view key, Language language) {
    if (key.find("month") != std::string_view::npos) return pick(language, " per maand", " a month");
    if (key.find("year") != std::string_view::npos) return pick(language, " per jaar", " a year");
    if (key.find("once") != std::string_view::npos) return pick(language, " ineens", " at once");
    return "";
}

/// What is left of a key of money when unit and period are taken out: "disposable_eur_month" -> "disposable".
std::string qualifier_of(std::string_view key) {
    std::string rest;
    for (std::size_t at = 0; at <= key.size();) {
        const auto end = std::min(key.find('_', at), key.size());
        const auto word = key.substr(at, end - at);
        if (word != "eur" && word != "month" && word != "year" && word != "once" && !word.empty())
            rest += (rest.empty() ? "" : " ") + std::string(word);
        at = end + 1;
    }
    return rest;
}

std::string name_of_amount(std::string_view key, Language language) {
    const auto* const found = std::ranges::find(amount_names, key, &AmountName::key);
    if (found != amount_names.end()) return std::string(pick(language, found->nl, found->en));
    std::string words(key);
    std::ranges::replace(words, '_', ' ');
    return words;
}

}  // namespace

std::string number_text(const Decimal& number, Language language) { return localised(number.to_string(), 0, language); }

std::string number_text(const Decimal& number, int digits, Language language) {
    return localised(number.rounded(digits).to_string(), static_cast<std::size_t>(digits), language);
}

std::string money_text(const Decimal& eur, Language language) {
    const auto text = number_text(eur, 2, language);
    if (language == Language::nl) return "€ " + text;
    return text.starts_with('-') ? "-€" + text.substr(1) : "€" + text;
}

std::string quantity_text(const Decimal& number, std::string_view unit, Language language) {
    if (unit.starts_with("eur")) return money_text(number, language) + std::string(period_of(unit, language));
    const auto text = number_text(number, language);
    if (unit == "year") return text + std::string(pick(language, " jaar", number == Decimal(1) ? " year" : " years"));
    if (unit == "month")
        return text + std::string(pick(language, number == Decimal(1) ? " maand" : " maanden", " months"));
    if (unit == "day") return text + std::string(pick(language, number == Decimal(1) ? " dag" : " dagen", " days"));
    return unit.empty() ? text : text + " " + std::string(unit);
}

int digits_of_amount(std::string_view key) {
    if (is_money(key)) return 2;
    return is_percentage(key) ? 1 : -1;
}

std::string amount_text(std::string_view key, const Decimal& number, Language language) {
    if (is_money(key)) {
        const auto qualifier = qualifier_of(key);
        const auto money = money_text(number, language) + std::string(period_of(key, language));
        return qualifier.empty() ? money : name_of_amount(qualifier, language) + ": " + money;
    }
    if (is_percentage(key))
        return fmt::format(
            "{}: {}{}", name_of_amount(key, language), number_text(number, 1, language), pick(language, " %", "%"));
    return fmt::format("{}: {}", name_of_amount(key, language), number_text(number, language));
}

std::string date_text(const Date& day, Language language) { return pick(language, model::date_words(day)); }

}  // namespace samenloop::report
