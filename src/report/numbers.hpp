#pragma once
// Amounts and days as a reader writes them: € 1.345,45 in Dutch, €1,345.45 in English.

#include <string>
#include <string_view>

#include "samenloop/date.hpp"
#include "samenloop/decimal.hpp"
#include "samenloop/report.hpp"

namespace samenloop::report {

/// Grouped in thousands; all digits, or rounded to `digits`.
std::string number_text(const Decimal& number, Language language);
std::string number_text(const Decimal& number, int digits, Language language);
std::string money_text(const Decimal& eur, Language language);
/// "eur/month" -> "€ 1.345,45 per maand", "year" -> "41 jaar", "" -> "41".
std::string quantity_text(const Decimal& number, std::string_view unit, Language language);
/// An entry of Finding.amounts: "eur_month" -> "€ 1.169,33 per maand", "mtr" -> "marginale druk: 103,5 %".
std::string amount_text(std::string_view key, const Decimal& number, Language language);
std::string date_text(const Date& day, Language language);  // "15 januari 2025"

/// How many digits an entry of Finding.amounts has behind the point when printed; -1 = all.
int digits_of_amount(std::string_view key);

}  // namespace samenloop::report
