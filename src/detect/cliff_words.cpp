// How a cliff is told: for another household what changes on the day, else what starts and stops at the limit, which
// schemes fall, and for somebody else in the household what he took before and whether anything obliges him to make up
// for it.

#include <algorithm>

#include "detect/detectors.hpp"
#include "detect/household_event.hpp"
#include "engine/curve.hpp"
#include "engine/disposable.hpp"
#include "model/days.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

engine::Evaluation with(const DetectionContext& scene, const model::Path& path, const Value& v) {
    return engine::vary(scene.e, {{}, {}, {{path.slot, model::replaced(scene.e.facts, path, v)}}});
}

/// "andere volwassenen in huis nr. 1, leeftijd"
Text name_of(const RuleBase& base, const model::Path& path) {
    const auto& item = base.items[path.slot];
    if (path.element == 0) return item.title;
    const auto element = item.title + Text{" nr. ", " no. "} + model::plain(std::to_string(path.element));
    return path.field < item.field_titles.size() ? element + model::plain(", ") + item.field_titles[path.field]
                                                 : element;
}

Text limit_text(const DetectionContext& scene, const Candidate& c) {
    return model::with_unit(c.numbers[0], model::type_at(scene.base(), c.path).unit);
}

/// "huurtoeslag: € 343,14 → € 0,00 per maand (€ 4.117,68 → € 0,00 per jaar)"
Text movement_of(const Text& what, const Decimal& before, const Decimal& after) {
    return what + model::plain(": ") + model::money(before / Decimal(12)) + model::plain(" → ") +
           model::money(after / Decimal(12)) + Text{" per maand (", " a month ("} + model::money(before) +
           model::plain(" → ") + model::money(after) + Text{" per jaar)", " a year)"};
}

struct Difference {
    Index scheme = none;
    Decimal lost;  // eur/year
    Text text;
};

std::vector<Difference> differences(const DetectionContext& scene, const engine::Evaluation& before,
                                    const engine::Evaluation& after) {
    std::vector<Difference> all;
    for (Index s = 0; s < scene.base().schemes.size(); ++s) {
        const auto& scheme = scene.base().schemes[s];
        const auto* a = before.values[scheme.sum].get<Decimal>();
        const auto* b = after.values[scheme.sum].get<Decimal>();
        if (!scheme.disposable || a == nullptr || b == nullptr || *a == *b) continue;
        all.push_back({s, *a - *b, movement_of(scheme.title, *a, *b)});
    }
    return all;
}

Decimal sum_of_schemes(const engine::Evaluation& e) {
    Decimal sum;
    for (const auto& scheme : e.base().schemes)
        if (const auto* amount = e.values[scheme.sum].get<Decimal>(); scheme.disposable && amount != nullptr)
            sum = sum + *amount;
    return sum;
}

/// What changes beside the schemes, so that the lines add up to what is lost; less than a euro a year is rounding.
void tell_rest(const Candidate& c, const engine::Evaluation& before, const engine::Evaluation& after, Finding& f) {
    const auto a = c.numbers[1] - sum_of_schemes(before);
    const auto b = c.numbers[2] - sum_of_schemes(after);
    if (a - b < Decimal(1) && b - a < Decimal(1)) return;
    const Text rest{"overig inkomen, na belasting en premies", "other income, after taxes and premiums"};
    f.losses.push_back({rest, (a - b) / Decimal(12)});
    f.explanation.push_back(movement_of(rest, a, b));
}

/// What changes at the limit: the rules that start or stop there, and the schemes.
void tell_limit(const DetectionContext& scene, const Candidate& c, const engine::Evaluation& before,
                const engine::Evaluation& after, Finding& f) {
    const auto item = "item:" + scene.base().items[c.path.slot].id;
    const auto limit = limit_text(scene, c);
    for (const auto r : f.rules) {
        if (before.applies(r) == after.applies(r)) continue;
        const bool starts = after.applies(r) == Truth::yes;
        f.chain.push_back(
            {item, "rule:" + scene.base().rules[r].id,
             (starts ? Text{"geldt voorbij ", "applies beyond "} : Text{"geldt tot ", "applies up to "}) + limit});
    }
    for (const auto& [s, lost, text] : differences(scene, before, after)) {
        f.losses.push_back({scene.base().schemes[s].title, lost / Decimal(12)});
        f.explanation.push_back(text);
        f.chain.push_back({item, "scheme:" + scene.base().schemes[s].id, Text{"grens ", "limit "} + limit});
    }
    tell_rest(c, before, after, f);
}

/// Limits of the same number below this one, where something was lost before.
void tell_earlier(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& here = engine::curve(scene.e, c.path, Decimal(0), c.numbers[0]);
    for (std::size_t i = 0; i + 1 < here.pieces.size(); ++i) {
        const auto left = engine::at(here.pieces[i].disposable, here.pieces[i].high);
        const auto right = engine::at(here.pieces[i + 1].disposable, here.pieces[i].high);
        if (left && right && *left - *right >= Decimal(12))
            f.explanation.push_back(
                Text{"Eerder al, bij ", "Earlier already, at "} +
                model::with_unit(here.pieces[i].high, model::type_at(scene.base(), c.path).unit) + model::plain(": ") +
                model::money(*left - *right) + Text{" per jaar minder", " a year less"});
    }
}

/// What the same element of the list already takes by its own money.
void tell_already(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& type = scene.base().items[c.path.slot].type;
    if (!type.element) return;
    for (std::size_t field = 0; field < type.element->fields.size(); ++field) {
        const model::Path path{c.path.slot, c.path.element, field};
        const auto value = model::value_at(scene.e.facts, path);
        const auto* money_of = value.get<Decimal>();
        if (!model::type_at(scene.base(), path).unit.starts_with("eur") || money_of == nullptr ||
            *money_of <= Decimal(0))
            continue;
        for (const auto& difference : differences(scene, with(scene, path, Decimal(0)), scene.e))
            f.explanation.push_back(
                Text{"Al eerder, door ", "Before already, through "} + name_of(scene.base(), path) +
                model::plain(" (") + model::with_unit(*money_of, model::type_at(scene.base(), path).unit) +
                model::plain("): ") + difference.text);
    }
}

/// D per year when this element is no longer in the list.
std::optional<Decimal> without_element(const DetectionContext& scene, const model::Path& path) {
    const auto* list = scene.e.facts[path.slot].get<List>();
    if (list == nullptr || !list->elements || path.element == 0) return std::nullopt;
    auto fewer = *list->elements;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(path.element) - 1);
    const Value rest = List{std::make_shared<const std::vector<Value>>(std::move(fewer))};
    const auto d = engine::disposable(engine::vary(scene.e, {{}, {}, {{path.slot, rest}}}));
    const auto* exact = d.get<Decimal>();
    return exact == nullptr ? std::nullopt : std::optional(*exact);
}

/// Does a rule oblige the elements of this list to something?
bool obliges(const engine::Evaluation& e, Slot list) {
    for (Index r = 0; r < e.base().rules.size(); ++r) {
        const auto& each = e.base().rules[r].each;
        if (!each || each->reads().empty() || each->reads().front().slot != list) continue;
        for (const auto a : e.program->arguments_of_rule[r])
            if (const auto* x = e.program->effect(a);
                x != nullptr && x->kind == EffectKind::obligation && e.accepted(a) == Truth::yes)
                return true;
    }
    return false;
}

/// What falls because of somebody else in the household is not made up for by a duty of theirs.
void tell_no_duty(const DetectionContext& scene, const Candidate& c, Finding& f) {
    if (obliges(scene.e, c.path.slot)) return;
    f.explanation.push_back(
        {"Geen regel verplicht de ander om mee te betalen", "No rule obliges the other to contribute"});
    const auto alone = without_element(scene, c.path);
    if (!alone || *alone - c.numbers[2] < Decimal(12)) return;
    f.explanation.push_back(
        Text{"Een reden om te vertrekken: zonder ", "A reason to leave: without "} +
        name_of(scene.base(), {c.path.slot, c.path.element, none}) +
        Text{" is het besteedbaar inkomen ", " disposable income is "} + model::money(*alone / Decimal(12)) +
        Text{" per maand, nu ", " a month, now "} + model::money(c.numbers[2] / Decimal(12)));
}

std::size_t elements_in(const Value& list) {
    const auto* given = list.get<List>();
    return given != nullptr && given->elements ? given->elements->size() : 0;
}

/// "vader trekt in", else "kinderen verandert".
Text event_title(const RuleBase& base, const Event& event) {
    return event.title.nl.empty() ? base.items[event.item].title + Text{" verandert", " changes"} : event.title;
}

Text titles(const DetectionContext& scene, const Candidate& c) {
    Text all;
    for (const auto i : c.ids) {
        const auto title = event_title(scene.base(), scene.situation.events[i]);
        if (all.nl.find(title.nl) != std::string::npos) continue;  // one change of two lists
        all = all.nl.empty() ? title : all + Text{" en ", " and "} + title;
    }
    return all;
}

/// What changes with the household: the rules that start or stop, and the schemes.
void tell_change(const DetectionContext& scene, const Candidate& c, const HouseholdEvent& there, Finding& f) {
    const auto item = "item:" + scene.base().items[f.items.front()].id;
    for (const auto r : f.rules) {
        if (there.before.applies(r) == there.after.applies(r)) continue;
        const bool starts = there.after.applies(r) == Truth::yes;
        f.chain.push_back({item, "rule:" + scene.base().rules[r].id,
                           (starts ? Text{"geldt vanaf ", "applies from "} : Text{"geldt tot ", "applies until "}) +
                               model::date_words(there.day)});
    }
    for (const auto& [s, lost, text] : differences(scene, there.before, there.after)) {
        f.losses.push_back({scene.base().schemes[s].title, lost / Decimal(12)});
        f.explanation.push_back(text);
        f.chain.push_back(
            {item, "scheme:" + scene.base().schemes[s].id, Text{"op ", "on "} + model::date_words(there.day)});
    }
    tell_rest(c, there.before, there.after, f);
}

/// Because of whom it is.
void name_person(const std::string& id, Finding& f) {
    if (std::ranges::find(f.people, id) == f.people.end()) f.people.push_back(id);
}

void describe_household_event(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto day = Date::from_days(static_cast<std::int32_t>(c.numbers[0].to_int()));
    const auto there = household_event(scene.e, scene.situation, scene.calendar, day, c.ids);
    const auto loss = c.numbers[1] - c.numbers[2];
    for (const auto i : c.ids)
        if (const auto slot = scene.situation.events[i].item; std::ranges::find(f.items, slot) == f.items.end())
            f.items.push_back(slot);
    for (const auto i : c.ids)
        for (const auto& person : scene.situation.events[i].persons) name_person(person, f);
    f.period = {day, Date::from_days(day.days() + 1)};
    const auto happens = scene.situation.events[c.ids.front()].date;
    f.title = titles(scene, c) + Text{", op ", ", on "} + model::date_words(happens) +
              (day == happens ? Text{": het besteedbaar inkomen daalt met ", ": disposable income falls by "}
                              : Text{": vanaf ", ": from "} + model::date_words(day) +
                                    Text{" daalt het besteedbaar inkomen met ", " on disposable income falls by "}) +
              model::money(loss / Decimal(12)) + Text{" per maand", " a month"};
    f.amounts = {{"eur_month", loss / Decimal(12)},
                 {"eur_year", loss},
                 {"eur_month_before_event", c.numbers[1] / Decimal(12)},
                 {"eur_month_after_event", c.numbers[2] / Decimal(12)}};
    tell_change(scene, c, there, f);
    for (const auto slot : f.items)
        if (elements_in(there.before.facts[slot]) < elements_in(there.after.facts[slot]) && !obliges(there.after, slot))
            f.explanation.push_back(
                {"Geen regel verplicht wie erbij komt om mee te betalen", "No rule obliges who comes to contribute"});
}

}  // namespace

void describe_cliff(const DetectionContext& scene, const Candidate& c, Finding& f) {
    f.severity = 2;
    if (!c.ids.empty()) return describe_household_event(scene, c, f);
    const auto loss = c.numbers[1] - c.numbers[2];
    f.items = {c.path.slot};
    f.title =
        Text{"Over de grens van ", "Beyond the limit of "} + limit_text(scene, c) + model::plain(" (") +
        name_of(scene.base(), c.path) + Text{") daalt het besteedbaar inkomen met ", ") disposable income falls by "} +
        model::money(loss / Decimal(12)) + Text{" per maand", " a month"};
    f.amounts = {{"threshold", c.numbers[0]},
                 {"eur_month", loss / Decimal(12)},
                 {"eur_year", loss},
                 {"eur_month_before", c.numbers[1] / Decimal(12)},
                 {"eur_month_after", c.numbers[2] / Decimal(12)}};
    tell_limit(scene, c, with(scene, c.path, c.numbers[3]), with(scene, c.path, c.numbers[4]), f);
    for (const auto& event : scene.situation.events) {
        if (model::place_of(scene.base(), event) != c.path) continue;
        if (event.from == Value(c.numbers[3]) && event.to == Value(c.numbers[4])) {
            f.period = {event.date, Date::from_days(event.date.days() + 1)};
            for (const auto& person : event.persons) name_person(person, f);
        }
        if (event.date > scene.e.day)
            f.explanation.push_back(
                event_title(scene.base(), event) + Text{", op ", ", on "} + model::date_words(event.date));
    }
    if (c.path.element == 0) return;
    tell_earlier(scene, c, f);
    tell_already(scene, c, f);
    tell_no_duty(scene, c, f);
}

}  // namespace samenloop::detect
