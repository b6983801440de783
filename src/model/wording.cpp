#include "model/wording.hpp"

#include <algorithm>
#include <array>

namespace samenloop::model {
namespace {

std::string grouped(std::string digits, char separator) {
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, separator);
    return digits;
}

/// Always `places` digits behind the point.
std::string fixed(const Decimal& d, int places, char thousands, char point) {
    auto text = d.rounded(places).to_string();
    const bool negative = text.front() == '-';
    if (negative) text.erase(0, 1);
    const auto dot = std::min(text.find('.'), text.size());
    auto fraction = dot < text.size() ? text.substr(dot + 1) : std::string();
    fraction.resize(static_cast<std::size_t>(places), '0');
    auto all = grouped(text.substr(0, dot), thousands);
    if (places > 0) all += point + fraction;
    return (negative ? "-" : "") + all;
}

std::string joined(const std::vector<Text>& all, std::string Text::* language, const char* last) {
    std::string text;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0) text += i + 1 == all.size() ? last : ", ";
        text += all[i].*language;
    }
    return text;
}

}  // namespace

Text plain(std::string both) { return {both, std::move(both)}; }

Text place_in_law(const Rule& rule) {
    if (rule.article.empty()) return {};
    const bool numbered = rule.article.front() >= '0' && rule.article.front() <= '9';
    return plain(numbered ? " art. " : ", ") + Text{rule.article, rule.article_en};
}

Text cite(const RuleBase& base, Index rule) {
    const auto& r = base.rules[rule];
    return base.laws[r.law].title + place_in_law(r) + plain(" (" + r.id + ")");
}

Text organisation_name(const RuleBase& base, std::string_view id) {
    const auto bracket = std::min(id.find('['), id.size());
    const auto known = base.organisation_named(id.substr(0, bracket));
    if (known == none) return plain(std::string(id));
    const auto& title = base.organisations[known].title;
    return bracket < id.size() ? of_instance(title, id.substr(bracket + 1, id.size() - bracket - 2)) : title;
}

Text says(const RuleBase& base, Index rule) { return cite(base, rule) + plain(": ") + base.rules[rule].title; }

Text of_instance(const Text& organisation, std::string_view instance) {
    if (instance == "?") return organisation + Text{" (welke is niet bekend)", " (which one is not known)"};
    const auto named = [&](std::string title) {
        return title.insert(std::min(title.find(','), title.size()), " " + std::string(instance));
    };
    return {named(organisation.nl), named(organisation.en)};
}

Text sentence(Text text) {
    for (auto* words : {&text.nl, &text.en})
        if (!words->empty() && words->front() >= 'a' && words->front() <= 'z')
            words->front() = static_cast<char>(words->front() - 'a' + 'A');
    return text;
}

const Text* value_title(const Item& item, std::size_t field, const Type& type, const std::string& name) {
    const auto at = std::ranges::find(type.names, name);
    if (at == type.names.end() || field >= item.value_titles.size()) return nullptr;
    const auto n = static_cast<std::size_t>(at - type.names.begin());
    return n < item.value_titles[field].size() ? &item.value_titles[field][n] : nullptr;
}

Text value_text(const RuleBase& base, Slot slot, const Value& value) {
    const auto& item = base.items[slot];
    if (value.get<bool>() != nullptr) return value.truth() == Truth::yes ? Text{"ja", "yes"} : Text{"nee", "no"};
    if (value.get<Null>() != nullptr) return {"geen", "none"};
    if (value.is_unknown()) return {"onbekend", "unknown"};
    if (const auto* name = value.get<std::string>()) {
        const auto* title = value_title(item, 0, item.type, *name);
        return title != nullptr ? *title : plain(*name);
    }
    if (const auto* number = value.get<Decimal>()) return with_unit(*number, item.type.unit);
    return plain(samenloop::to_string(value));
}

Text with_unit(const Decimal& number, std::string_view unit) {
    if (unit == "eur/month") return money(number) + Text{" per maand", " a month"};
    if (unit == "eur/year") return money(number) + Text{" per jaar", " a year"};
    if (unit == "eur") return money(number);
    auto digits = plain(number.to_string());
    if (unit == "year") return digits + (number == Decimal(1) ? Text{" jaar", " year"} : Text{" jaar", " years"});
    if (unit == "month")
        return digits + (number == Decimal(1) ? Text{" maand", " month"} : Text{" maanden", " months"});
    if (unit == "day") return digits + (number == Decimal(1) ? Text{" dag", " day"} : Text{" dagen", " days"});
    return digits;
}

Text money(const Decimal& euro) { return {"€ " + fixed(euro, 2, '.', ','), "€" + fixed(euro, 2, ',', '.')}; }

Text percent(const Decimal& p) { return {fixed(p, 1, '.', ',') + " %", fixed(p, 1, ',', '.') + "%"}; }

Text date_words(const Date& day) {
    static constexpr std::array<std::string_view, 12> nl{
        "januari", "februari", "maart",     "april",   "mei",      "juni",
        "juli",    "augustus", "september", "oktober", "november", "december"};
    static constexpr std::array<std::string_view, 12> en{
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const auto month = static_cast<std::size_t>(day.month() - 1);
    const auto around = [&](std::string_view name) {
        return std::to_string(day.day()) + " " + std::string(name) + " " + std::to_string(day.year());
    };
    return {around(nl.at(month)), around(en.at(month))};
}

Text duration_words(Duration d) {
    std::vector<Text> parts;
    if (d.months != 0)
        parts.push_back(
            plain(std::to_string(d.months)) + (d.months == 1 ? Text{" maand", " month"} : Text{" maanden", " months"}));
    if (d.days != 0 || d.months == 0)
        parts.push_back(plain(std::to_string(d.days)) + (d.days == 1 ? Text{" dag", " day"} : Text{" dagen", " days"}));
    return listing(parts);
}

Text listing(const std::vector<Text>& all) { return {joined(all, &Text::nl, " en "), joined(all, &Text::en, " and ")}; }

Text some_of(std::vector<Text> all) {
    constexpr std::size_t shown = 4;
    if (all.size() <= shown) return listing(all);
    const auto more = all.size() - shown + 1;
    all.resize(shown - 1);
    all.push_back(plain(std::to_string(more)) + Text{" andere", " others"});
    return listing(all);
}

}  // namespace samenloop::model
