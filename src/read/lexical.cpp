#include "lexical.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace samenloop::read {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_lower(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_plain(std::string_view word) {
    return !word.empty() && is_lower(word.front()) &&
           std::ranges::all_of(word, [](char c) { return is_lower(c) || is_digit(c); });
}

bool is_id(std::string_view word) {
    for (auto dot = word.find('.'); dot != std::string_view::npos; dot = word.find('.')) {
        if (!is_plain(word.substr(0, dot))) return false;
        word.remove_prefix(dot + 1);
    }
    return is_plain(word);
}

bool is_rule(std::string_view word) {
    const auto letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
    return !word.empty() && letter(word.front()) && std::ranges::all_of(word, [&](char c) {
        return letter(c) || std::string_view("._:-").find(c) != std::string_view::npos;
    });
}

bool all_words(std::string_view text, bool (*is)(std::string_view)) {
    const auto words = words_in(text);
    return !words.empty() && std::ranges::all_of(words, [is](const Word& w) { return is(w.text); });
}

bool is_words(std::string_view text) { return !trimmed(text).empty(); }
bool is_text(std::string_view) { return true; }
bool is_truth(std::string_view text) { return text == "true" || text == "false"; }
bool is_date(std::string_view text) { return Date::parse(text).has_value(); }
bool is_duration(std::string_view text) { return !text.starts_with('-') && Duration::parse(text).has_value(); }
bool is_decimal(std::string_view text) { return Decimal::parse(text).has_value(); }
bool is_ids(std::string_view text) { return all_words(text, is_id); }
bool is_rules(std::string_view text) { return all_words(text, is_rule); }
/// The identifiers of the two collections of consolidated texts; a page of them is linked by it.
bool is_bwb(std::string_view text) {
    const auto figures = [](std::string_view t) { return !t.empty() && std::ranges::all_of(t, is_digit); };
    if (text.starts_with("CVDR")) return figures(text.substr(4));
    return (text.starts_with("BWBR") || text.starts_with("BWBV")) && figures(text.substr(4));
}
bool is_ecli(std::string_view text) { return text.starts_with("ECLI:") && text.size() > 5; }

bool is_whom(std::string_view text) {
    const auto bracket = text.find('[');
    if (bracket == std::string_view::npos) return is_id(text);
    return text.ends_with(']') && is_words(text.substr(bracket + 1, text.size() - bracket - 2)) &&
           (bracket == 0 || is_id(text.substr(0, bracket)));
}

/// One of them, or a row of ids.
bool is_whoms(std::string_view text) { return is_whom(text) || is_ids(text); }

bool is_each(std::string_view text) {
    const auto words = words_in(text);
    return words.size() >= 3 && is_plain(words[0].text) && words[1].text == "in";
}

bool is_path(std::string_view text) {
    const auto bracket = text.find('[');
    if (bracket == std::string_view::npos) return is_id(text);
    const auto close = text.find(']', bracket);
    if (close == std::string_view::npos || !is_id(text.substr(0, bracket))) return false;
    const auto number = text.substr(bracket + 1, close - bracket - 1);
    const bool counts =
        !number.empty() && number.size() <= 6 && number.front() != '0' && std::ranges::all_of(number, is_digit);
    const auto rest = text.substr(close + 1);
    return counts && (rest.empty() || (rest.front() == '.' && is_plain(rest.substr(1))));
}

struct Words {
    std::string_view nl;
    std::string_view en;
    Text text() const { return {std::string(nl), std::string(en)}; }
};

struct Sort {
    std::string_view name;
    bool (*holds)(std::string_view);
    Words what;
    Words how;
};
constexpr std::array sorts{
    Sort{"id",
         is_id,
         {"een id", "an id"},
         {"kleine letters, cijfers en _, met punten ertussen: pw.norm",
          "lower case letters, digits and _, with dots between: pw.norm"}},
    Sort{"plain",
         is_plain,
         {"een id zonder punten", "an id without dots"},
         {"kleine letters, cijfers en _", "lower case letters, digits and _"}},
    Sort{"rule",
         is_rule,
         {"het id van een regel", "the id of a rule"},
         {"letters, cijfers, - en punten: L-7-4", "letters, digits, - and dots: L-7-4"}},
    Sort{"ids", is_ids, {"een rij ids", "a row of ids"}, {"met spaties ertussen", "with blanks between them"}},
    Sort{"rules",
         is_rules,
         {"een rij regels", "a row of rules"},
         {"met spaties ertussen: L-7-4 L-8", "with blanks between them: L-7-4 L-8"}},
    Sort{"words", is_words, {"een tekst", "a text"}, {"hij mag niet leeg zijn", "it must not be empty"}},
    Sort{"text", is_text, {"een tekst", "a text"}, {}},
    Sort{"truth", is_truth, {"true of false", "true or false"}, {}},
    Sort{"date",
         is_date,
         {"een datum", "a date"},
         {"een dag die bestaat, geschreven als 2025-01-15", "a day that exists, written like 2025-01-15"}},
    Sort{"duration",
         is_duration,
         {"een duur", "a duration"},
         {"geschreven als P28D, P1Y of P1M15D", "written like P28D, P1Y or P1M15D"}},
    Sort{"decimal",
         is_decimal,
         {"een getal", "a number"},
         {"ten hoogste 40 cijfers, geschreven als 1345.45", "at most 40 digits, written like 1345.45"}},
    Sort{"whom",
         is_whom,
         {"een organisatie", "an organisation"},
         {"geschreven als uwv, gemeente[stay.mun] of [d.creditor]",
          "written like uwv, gemeente[stay.mun] or [d.creditor]"}},
    Sort{"whoms",
         is_whoms,
         {"een of meer organisaties", "one or more organisations"},
         {"geschreven als uwv, uwv svb of gemeente[stay.mun]", "written like uwv, uwv svb or gemeente[stay.mun]"}},
    Sort{"each",
         is_each,
         {"een variabele en een lijst", "a variable and a list"},
         {"geschreven als: m in mun", "written like: m in mun"}},
    Sort{"path",
         is_path,
         {"een gegeven", "an item"},
         {"geschreven als p.age of hh[1].age", "written like p.age or hh[1].age"}},
    Sort{"bwb",
         is_bwb,
         {"het nummer van een wettekst", "the identifier of a text"},
         {"geschreven als BWBR0015703 of CVDR123456", "written like BWBR0015703 or CVDR123456"}},
    Sort{"ecli",
         is_ecli,
         {"een ECLI", "an ECLI"},
         {"geschreven als ECLI:NL:CRVB:2020:1", "written like ECLI:NL:CRVB:2020:1"}},
};

}  // namespace

std::vector<Word> words_in(std::string_view text) {
    std::vector<Word> words;
    for (auto at = text.begin(); at != text.end();) {
        at = std::find_if_not(at, text.end(), is_blank);
        const auto end = std::find_if(at, text.end(), is_blank);
        if (end != at) words.push_back({std::string_view(at, end), static_cast<std::size_t>(at - text.begin())});
        at = end;
    }
    return words;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

void check_kind(const Element& element, const Attribute& attribute, std::string_view kind, Problems& problems) {
    const auto value = trimmed(attribute.value.text());
    if (const auto bar = kind.find('|'); bar != std::string_view::npos) {
        std::vector<std::string_view> known;
        for (std::size_t at = 0; at <= kind.size();) {
            const auto end = std::min(kind.find('|', at), kind.size());
            known.push_back(kind.substr(at, end - at));
            at = end + 1;
        }
        if (std::ranges::find(known, value) == known.end()) {
            problems.add(
                element, attribute,
                base::both("'{}' is geen waarde van '{}'", "'{}' is not a value of '{}'", value, attribute.name),
                with_all(problems.suggest(value, known), allowed_here(known)));
        }
        return;
    }
    const auto sort = std::ranges::find(sorts, kind, &Sort::name);
    if (sort == sorts.end() || sort->holds(value)) return;
    problems.add(element, attribute,
                 base::both("'{2}' moet {1} zijn, niet '{0}'", "'{}' is not {}, which '{}' needs", value,
                            sort->what.text(), attribute.name),
                 sort->how.text());
}

}  // namespace samenloop::read
