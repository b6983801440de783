#include "report/way_out_text.hpp"

#include <fmt/core.h>

#include "report/words.hpp"

namespace samenloop::report {
namespace {

/// Who, and how it stands to the law: "gemeente A moet", "ander beleid van gemeente A".
std::string lead(const Names& names, const WayOut& way, Language language) {
    const auto who = names.organisation(way.organisation);
    const auto with = [&](std::string_view nl, std::string_view en, std::string_view nl_who, std::string_view en_who) {
        const auto word = std::string(pick(language, nl, en));
        return way.organisation.empty() ? word : word + std::string(pick(language, nl_who, en_who)) + who;
    };
    switch (way.mover) {
    case Mover::must:
        return who + std::string(way.doing == Doing::use_rule ? pick(language, " moet, op verzoek", " must, on request")
                                                              : pick(language, " moet", " must"));
    case Mover::may: return who + std::string(pick(language, " kan", " may"));
    case Mover::person: return std::string(pick(language, "zelf", "the person can"));
    case Mover::practice: return with("andere praktijk", "another practice", " bij ", " at ");
    case Mover::policy: return with("ander beleid", "another policy", " van ", " of ");
    case Mover::regulation: return std::string(pick(language, "andere regeling", "another regulation"));
    default: return std::string(pick(language, "andere wet", "another Act"));
    }
}

std::string rule_of(const RuleBase& rules, const Names& names, Index r, Language language) {
    const auto& rule = rules.rules.at(r);
    auto text = fmt::format(" ({}, {})", rule.id, names.citation(rule));
    if (rule.status == Verification::unverified) text += pick(language, " [ongeverifieerd]", " [unverified]");
    return text;
}

std::string fact_name(const Names& names, const std::string& item, bool with_ids) {
    return with_ids ? names.item(item) : names.item_title(item);
}

std::string what(const RuleBase& rules, const Names& names, const WayOut& way, Language language, bool with_ids) {
    if (way.doing == Doing::change_fact)
        return fmt::format("{}: {} → {}", fact_name(names, way.item, with_ids), names.value(way.item, way.from),
                           names.value(way.item, way.to));
    const auto& title = pick(language, rules.rules.at(way.rule).title);
    if (way.doing == Doing::use_rule) return title;
    return std::string(pick(language, "zonder ", "without ")) + "\"" + title + "\"";
}

/// The first whole value beyond which it is gone, as the first with which it holds.
Value next_above(const Names& names, const Border& border) {
    const auto* type = names.type(border.item);
    const auto* number = border.above.get<Decimal>();
    const bool whole =
        type != nullptr && !type->unit.starts_with("eur") && number != nullptr && *number == number->floor();
    return whole ? Value(*number + Decimal(1)) : Value();
}

}  // namespace

std::string way_out_text(const RuleBase& rules, const Names& names, const WayOut& way, Language language,
                         bool with_ids) {
    auto text = lead(names, way, language) + ": " + what(rules, names, way, language, with_ids);
    if (way.rule != none) text += rule_of(rules, names, way.rule, language);
    for (const auto& other : way.with)
        text += std::string(pick(language, ", en ook ", ", and also ")) +
                way_out_text(rules, names, other, language, with_ids);
    return text;
}

std::string border_text(const Names& names, const Border& border, Language language, bool with_ids) {
    auto text = fact_name(names, border.item, with_ids) + ":";
    const auto add = [&](std::string_view word, const Value& v) {
        text += fmt::format("{} {} {}", text.back() == ':' ? "" : ",", word, names.value(border.item, v));
    };
    if (!border.above.is_unknown()) {
        const auto first = next_above(names, border);
        if (first.is_unknown()) add(pick(language, "meer dan", "more than"), border.above);
        else add(pick(language, "vanaf", "from"), first);
    }
    if (!border.below.is_unknown()) add(pick(language, "tot", "until"), border.below);
    if (!border.instead.empty()) text += " " + names.value(border.item, border.value);
    return text;
}

}  // namespace samenloop::report
