#include "values.hpp"

#include <algorithm>

namespace samenloop::read {
namespace {

std::string_view value_of(const Element& element, std::string_view attribute) {
    const auto* found = element.attribute(attribute);
    return found == nullptr ? std::string_view() : trimmed(found->value.text());
}

}  // namespace

std::string text_of(const Element& element, std::string_view attribute) {
    const auto value = value_of(element, attribute);
    std::string text;
    text.reserve(value.size());
    for (const auto& word : words_in(value)) {
        if (!text.empty()) text += ' ';
        text += word.text;
    }
    return text;
}

Text title_of(const Element& element, std::string_view attribute) {
    Text text{text_of(element, attribute), text_of(element, std::string(attribute) + "-en")};
    if (text.en.empty()) text.en = text.nl;
    return text;
}

bool flag_of(const Element& element, std::string_view attribute) { return value_of(element, attribute) == "true"; }

std::optional<Decimal> decimal_of(const Element& element, std::string_view attribute) {
    return Decimal::parse(value_of(element, attribute));
}

std::optional<Duration> duration_of(const Element& element, std::string_view attribute) {
    return Duration::parse(value_of(element, attribute));
}

std::optional<Date> day_of(const Element& element, std::string_view attribute) {
    return Date::parse(value_of(element, attribute));
}

Interval interval_of(const Element& element, Problems& problems, std::string_view from, std::string_view to) {
    const Interval interval{Date::parse(value_of(element, from)), Date::parse(value_of(element, to))};
    if (interval.from && interval.to && *interval.from >= *interval.to)
        problems.add(element, *element.attribute(to),
                     base::both("het tijdvak eindigt voordat het begint, op {}",
                                "the interval ends before it starts, on {}", interval.from->to_string()),
                     {"de einddag is de eerste dag erbuiten", "the day it ends is the first one outside it"});
    return interval;
}

int due_day_of(Draft& draft, const Element& element) {
    constexpr int last = 28;  // every month has it
    const auto day = decimal_of(element, "due-day");
    if (!day) return 0;
    if (day->is_integer() && *day >= Decimal(1) && *day <= Decimal(last)) return static_cast<int>(day->to_int());
    draft.problems.add(
        element, *element.attribute("due-day"),
        {"'due-day' is een dag van de maand, van 1 tot en met 28", "'due-day' is a day of the month, from 1 to 28"});
    return 0;
}

Verification verification_of(const Element& element) {
    return value_of(element, "status") == "unverified" ? Verification::unverified : Verification::verified;
}

Index reference_of(Draft& draft, const Names& names, const Element& element, std::string_view attribute) {
    const auto* found = element.attribute(attribute);
    if (found == nullptr || found->value.blank()) return none;
    const auto start = found->value.text().find_first_not_of(" \t\r\n");
    return names.find(trimmed(found->value.text()), element.place(found->value.offset_of(start)), draft.problems);
}

std::vector<Index> references_of(Draft& draft, const Names& names, const Element& element, std::string_view attribute) {
    std::vector<Index> all;
    const auto* found = element.attribute(attribute);
    if (found == nullptr) return all;
    for (const auto& word : words_in(found->value.text())) {
        const auto at = element.place(found->value.offset_of(word.start));
        const auto index = names.find(word.text, at, draft.problems);
        if (index == none) continue;
        if (std::ranges::find(all, index) == all.end()) all.push_back(index);
        else
            draft.problems.add(
                at, base::both("'{}' staat twee keer in deze rij", "'{}' stands twice in this row", word.text));
    }
    return all;
}

}  // namespace samenloop::read
