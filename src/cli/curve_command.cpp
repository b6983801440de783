// samenloop curve SITUATION --over ITEM: finds the place, checks the span, writes the sheet.

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "base/both.hpp"
#include "base/suggest.hpp"
#include "cli/common.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "cli/whom.hpp"
#include "detect/curve_ahead.hpp"
#include "model/days.hpp"
#include "model/holdable.hpp"
#include "model/people.hpp"
#include "report/curve.hpp"
#include "report/judgement.hpp"
#include "report/names.hpp"

namespace samenloop::cli {
namespace {

constexpr std::int64_t most_steps = 1000;

std::nullopt_t refuse(const Text& message, const Text& hint = {}) {
    complain(message, hint);
    return std::nullopt;
}

std::vector<std::string_view> numbers_of(const RuleBase& rules) {
    std::vector<std::string_view> all;
    for (const auto& item : rules.items)
        if (item.kind == SlotKind::item && (item.type.kind == Kind::number || item.type.kind == Kind::list))
            all.emplace_back(item.id);
    return all;
}

std::optional<model::Path> field_of(const RuleBase& rules, const Situation& situation, const report::PathText& text,
                                    Slot slot) {
    const auto& item = rules.items[slot];
    const std::string id(text.base);
    const auto* list = situation.facts[slot].get<List>();
    const auto count = list != nullptr && list->elements ? list->elements->size() : 0;
    model::Path path{slot, 0, 0};
    const std::string number(text.index);
    const auto* const end = number.c_str() + number.size();
    const auto [stop, error] = std::from_chars(number.c_str(), end, path.element);
    if (error != std::errc{} || stop != end || path.element == 0 || path.element > count)
        return refuse(
            base::both("'{}' heeft {} {} in de situatie, niet '{}'", "'{}' has {} {} in the situation, not '{}'", id,
                       count, count == 1 ? Text{"element", "element"} : Text{"elementen", "elements"}, text.index),
            base::both("elementen tellen vanaf 1: {}[1]", "elements are counted from 1: {}[1]", id));
    if (item.type.element->kind != Kind::record) return path;
    path.field = model::field_index(*item.type.element, text.field);
    if (path.field < item.type.element->fields.size()) return path;
    return refuse(base::both("'{}' heeft geen veld '{}'", "'{}' has no field '{}'", id, text.field),
                  base::did_you_mean(text.field, item.type.element->fields,
                                     [](const FieldType& f) { return std::string_view(f.first); }));
}

/// "zoon.income": the field of whom the file calls so, in the list in which he is on that day.
std::optional<model::Path> field_of_person(const RuleBase& rules, const Situation& situation, std::size_t person,
                                           std::string_view field) {
    std::set<std::string> fields;
    for (auto path : model::places_of(rules, situation, person)) {
        const auto& record = *rules.items[path.slot].type.element;
        path.field = model::field_index(record, field);
        if (path.field < record.fields.size()) return path;
        for (const auto& [name, type] : record.fields)
            if (type.kind == Kind::number) fields.insert(name);
    }
    const auto& id = situation.people->all[person].id;
    if (fields.empty())
        return refuse(base::both("'{}' staat op {} in geen lijst die regels lezen",
                                 "'{}' is on {} in no list that rules read", id, situation.date.to_string()),
                      base::both("zijn eigen inkomen: --for {} --over inc.wage_m",
                                 "their own income: --for {} --over inc.wage_m", id));
    const std::string known = fmt::format("{}", fmt::join(fields, ", "));
    return refuse(base::both("van '{0}' lezen de regels hier geen '{1}'; wel: {2}",
                             "of '{0}' the rules read no '{1}' here; they do read: {2}", id, field, known),
                  base::both("wat de regels van '{0}' zelf vragen: --for {0} --over inc.wage_m",
                             "what the rules ask of '{0}': --for {0} --over inc.wage_m", id));
}

/// The person and the field of "zoon.income".
std::optional<std::pair<std::size_t, std::string_view>> person_named(const Situation& situation,
                                                                     std::string_view over) {
    const auto dot = over.find('.');
    if (situation.people == nullptr || dot == std::string_view::npos) return std::nullopt;
    const auto& people = situation.people->all;
    const auto at = std::ranges::find(people, over.substr(0, dot), &Person::id);
    if (at == people.end()) return std::nullopt;
    return std::pair(static_cast<std::size_t>(at - people.begin()), over.substr(dot + 1));
}

/// What might have been meant: an item, or the same field of one of the people.
std::vector<std::string> known_places(const RuleBase& rules, const Situation& situation, std::string_view over) {
    std::vector<std::string> all;
    for (const auto id : numbers_of(rules)) all.emplace_back(id);
    const auto dot = over.find('.');
    if (situation.people == nullptr || dot == std::string_view::npos) return all;
    for (const auto& person : situation.people->all) all.push_back(person.id + std::string(over.substr(dot)));
    return all;
}

/// "inc.wage_m", "hh[1].age", "zoon.income", or the id of an event: the place that it changes.
std::optional<model::Path> place(const RuleBase& rules, const Situation& situation, const std::string& over) {
    const auto event = std::ranges::find(situation.events, over, &Event::id);
    if (event != situation.events.end()) {
        const auto& type = rules.items[event->item].type;
        return model::Path{event->item, event->element,
                           event->element > 0 && type.element ? model::field_index(*type.element, event->field) : 0};
    }
    const auto text = report::parse_path(over);
    const auto at = rules.names.find(text.base);
    if (at == rules.names.end())
        if (const auto whose = person_named(situation, over))
            return field_of_person(rules, situation, whose->first, whose->second);
    if (at == rules.names.end())
        return refuse(base::both("er is geen gegeven '{}'", "there is no item '{}'", text.base),
                      base::did_you_mean(text.base, known_places(rules, situation, over),
                                         [](const std::string& s) { return std::string_view(s); }));
    const auto& item = rules.items[at->second.slot];
    if (item.kind != SlotKind::item)
        return refuse(
            base::both("'{}' is geen feit: regels bepalen het", "'{}' is decided by rules, it is no fact", over));
    if (item.type.kind == Kind::list && text.index.empty())
        return refuse(
            base::both("'{}' is een lijst", "'{}' is a list", over),
            base::both("noem een element en het veld: {}[1].age", "name an element and its field: {}[1].age", item.id));
    if (item.type.kind != Kind::list && !text.index.empty())
        return refuse(base::both("'{}' is geen lijst", "'{}' is no list", item.id));
    return text.index.empty() ? std::optional(model::Path{at->second.slot, 0, 0})
                              : field_of(rules, situation, text, at->second.slot);
}

std::optional<Decimal> amount(const std::string& option, const std::string& text) {
    auto number = Decimal::parse(text);
    if (!number)
        complain(base::both("{} verwacht een getal zoals 1500 of 1500.50, niet '{}'",
                            "{} expects a number such as 1500 or 1500.50, not '{}'", option, text));
    return number;
}

bool inside_domain(const RuleBase& rules, const model::Path& path, const engine::CurveSpan& span) {
    const auto domain = model::domain_at(rules, path).range;
    const auto name = model::to_string(rules, path);
    if (domain.low && span.from < *domain.low) {
        complain(base::both("--from {} is minder dan de kleinste '{}', {}", "--from {} is below the smallest '{}', {}",
                            span.from.to_string(), name, domain.low->to_string()));
        return false;
    }
    if (!domain.high || span.to <= *domain.high) return true;
    complain(base::both("--to {} is meer dan de grootste '{}', {}", "--to {} is above the largest '{}', {}",
                        span.to.to_string(), name, domain.high->to_string()));
    return false;
}

std::optional<engine::CurveSpan> span_of(const CurveArguments& arguments, const RuleBase& rules,
                                         const model::Path& path) {
    const auto from = amount("--from", arguments.from);
    const auto to = amount("--to", arguments.to);
    if (!from || !to) return std::nullopt;
    engine::CurveSpan span{*from, *to, std::nullopt};
    if (span.from >= span.to)
        return refuse(base::both("--from {} moet minder zijn dan --to {}", "--from {} must be less than --to {}",
                                 arguments.from, arguments.to));
    if (!inside_domain(rules, path, span)) return std::nullopt;
    if (arguments.step.empty()) return span;
    span.step = amount("--step", arguments.step);
    if (!span.step) return std::nullopt;
    if (*span.step <= Decimal(0))
        return refuse(
            base::both("--step moet meer zijn dan 0, niet {}", "--step must be more than 0, not {}", arguments.step));
    if ((span.to - span.from) / *span.step > Decimal(most_steps))
        return refuse(base::both(
            "--step {} geeft meer dan {} stappen", "--step {} gives more than {} steps", arguments.step, most_steps));
    return span;
}

/// Other incomes (of the item's group) that are not nothing.
std::vector<Fact> held(const RuleBase& rules, const Situation& situation, const model::Path& path) {
    std::vector<Fact> all;
    const auto& group = rules.items[path.slot].group;
    for (Slot s = 0; s < rules.items.size(); ++s) {
        const auto& item = rules.items[s];
        if (s == path.slot || group.empty() || item.group != group) continue;
        const auto* d = situation.facts[s].get<Decimal>();
        if (d == nullptr || *d != Decimal(0)) all.push_back({item.id, situation.facts[s]});
    }
    return all;
}

std::string written(const CurveArguments& arguments, std::span<const report::CurveSheet> sheets) {
    const auto formats = report::curve_formats();
    const auto format = std::ranges::find(formats, std::string_view(arguments.format), &report::CurveFormat::name);
    return format->write(sheets, {style_of(arguments).language, false});
}

/// Of all days together.
Judgement judgement_of(const std::vector<detect::CurveOnDay>& days) {
    auto all = days.front().judgement;
    for (std::size_t i = 1; i < days.size(); ++i) add(all, days[i].judgement);
    return all;
}

}  // namespace

int run_curve(const CurveArguments& arguments) {
    const auto rules = load_rules(arguments);
    if (!rules) return bad_input;
    const auto situations = load_situations({arguments.situation}, *rules);
    std::optional<Date> day;
    std::optional<Date> until;
    if (!read_day(arguments, day) || !read_until(arguments.until, until) || !situations) return bad_input;
    const auto asked = of_one(*rules, situations->front(), arguments.person);
    if (!asked) return bad_input;
    const auto situation = day ? model::on_day(*rules, *asked, *day) : *asked;
    const auto path = place(*rules, situation, arguments.over);
    if (!path) return bad_input;
    if (model::type_at(*rules, *path).kind != Kind::number) {
        complain(base::both("'{}' is geen getal", "'{}' is no number", arguments.over));
        return bad_input;
    }
    const auto span = span_of(arguments, *rules, *path);
    if (!span) return bad_input;
    if (!is_ahead(until, situation.date, situation.id)) return bad_input;
    const Calendar calendar(*rules);
    const auto days = detect::curves(calendar, situation, *path, *span, until);
    const auto judgement = judgement_of(days);
    // A table of numbers has no room for words.
    if (arguments.format == "csv")
        for (const auto& line : report::judgement_lines(judgement, style_of(arguments).language))
            say_error(line + "\n");
    std::vector<report::CurveSheet> sheets;
    for (const auto& d : days)
        sheets.push_back({*rules, *d.program, d.situation, d.course, d.judgement, held(*rules, d.situation, *path)});
    return deliver(arguments, written(arguments, sheets), code_of(false, judgement));
}

}  // namespace samenloop::cli
