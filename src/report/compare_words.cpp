#include "report/compare_words.hpp"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "report/numbers.hpp"

namespace samenloop {
namespace {

template <class Names, class Enum>
std::string_view name_of(const Names& names, Enum value) {
    return names.at(static_cast<std::size_t>(value));
}

std::string_view said(Excess e, Language language) {
    switch (e) {
    case Excess::dead: return pick(language, "kan nooit meer gelden", "can never apply any more");
    case Excess::defeated: return pick(language, "gaat altijd opzij voor", "always gives way to");
    case Excess::redundant: return pick(language, "zegt hetzelfde als", "says the same as");
    case Excess::unused: return pick(language, "wordt door niets meer gelezen", "is read by nothing any more");
    case Excess::dangling:
        return pick(language, "berust alleen nog op wat is vervallen", "rests only on what has been repealed");
    case Excess::duplicate: return pick(language, "is hetzelfde als", "is the same as");
    default: return pick(language, "gaat in tegen een hogere regel:", "goes against a higher rule:");
    }
}

}  // namespace

std::string superfluous_text(const RuleBase& after, const Superfluous& s, Language language) {
    const auto name = [&](Index i) -> std::string {
        if (s.rule != none) return after.rules[i].id + ", " + pick(language, after.rules[i].title);
        const auto of = [&](const auto& thing) {
            return fmt::format("{} [{}]", pick(language, thing.title), thing.id);
        };
        return s.item != none ? of(after.items[i]) : of(after.concepts[i]);
    };
    const auto what = s.rule != none ? s.rule : s.item != none ? s.item : s.concept_;
    return fmt::format("{}: {}{}", name(what), said(s.why, language), s.beside == none ? "" : " " + name(s.beside));
}

std::string_view baseline_id(Baseline b) {
    static constexpr std::array<std::string_view, 4> names{"new", "resolved", "changed", "unchanged"};
    return name_of(names, b);
}

std::string_view basis_id(Basis b) {
    static constexpr std::array<std::string_view, 4> names{"statute", "covenant", "consent", "none"};
    return name_of(names, b);
}

std::string_view excess_id(Excess e) {
    static constexpr std::array<std::string_view, 7> names{
        "dead", "defeated", "redundant", "unused", "lower", "dangling", "duplicate"};
    return name_of(names, e);
}

std::string sum_text(const Value& v, Language language) {
    const auto [low, high] = v.bounds();
    const auto money = [&](const Decimal& d) { return money_text(d, language); };
    if (low && high && *low == *high) return money(*low);
    if (low && high) return fmt::format("{} {} {}", money(*low), pick(language, "tot", "to"), money(*high));
    if (low) return fmt::format("{} {}", money(*low), pick(language, "of meer", "or more"));
    if (high) return fmt::format("{} {}", money(*high), pick(language, "of minder", "or less"));
    return std::string(pick(language, "onbekend", "unknown"));
}

std::string when_text(const Comparison& c, const Difference& d, Language language) {
    const auto begins = std::max(c.day, c.situations[d.situation].date);
    const auto end = std::ranges::upper_bound(c.days, d.days.back());
    std::string text;
    const auto add = [&](std::string_view word, const Date& day) {
        text += fmt::format("{}{} {}", text.empty() ? "" : " ", word, date_text(day, language));
    };
    if (d.days.front() > begins) add(pick(language, "vanaf", "from"), d.days.front());
    for (const auto& day : c.days)
        if (day > d.days.front() && day < d.days.back() && !std::ranges::binary_search(d.days, day))
            add(pick(language, "niet op", "not on"), day);
    if (end != c.days.end()) add(pick(language, "tot", "until"), *end);
    return text;
}

Position position_of(const Location& place) {
    return place.source == nullptr ? Position() : place.source->position(place.offset);
}

const Finding& finding_of(const Difference& d) { return d.after ? *d.after : *d.before; }

}  // namespace samenloop
