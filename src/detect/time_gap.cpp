// VA-6: for some days a need is there and nothing covers it in hand, while something does before or after (definitions
// section 2).  A right that is paid later mends the loss and not the gap: a scheme covers from the day on which its
// money can be counted on (`paid-from`).
//
//   need active     ---------------------------
//   in hand         #######_____________#######
//                          ^ gap        ^
//
// The days come from the timeline, which ends a span on every day on which anything changes.  Told is a gap that ends
// after today; one that never ends within the window is told only while it lies ahead, afterwards it is a need that
// nobody covers (VA-1).  For a scheme that must be applied for, and was not, the person is taken to report on the first
// day on which it would be granted: that is the shortest gap the rules leave.

#include <algorithm>
#include <set>

#include "detect/asks.hpp"
#include "detect/blocking_rules.hpp"
#include "detect/coverage.hpp"
#include "detect/detectors.hpp"
#include "detect/minimal.hpp"
#include "engine/reach.hpp"
#include "engine/timeline.hpp"
#include "feel/number.hpp"
#include "model/in_kind.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

struct Gap {
    std::size_t first = 0;  // spans
    std::size_t last = 0;
    Truth open = Truth::no;
    Date from;
    Date to;
    int days() const { return to.days() - from.days(); }
};

int tolerance(const RuleBase& base, const Need& need) {
    const auto* norm =
        base.norm(need.coverage == Coverage::income ? "va6.tolerance_days_income" : "va6.tolerance_days");
    return norm != nullptr ? static_cast<int>(norm->value.to_int()) : 0;
}

Truth is_open(const engine::Evaluation& e, Index need) {
    const auto active = is_active(e, need);
    if (active == Truth::no) return active;
    const auto open = active && !is_covered(e, e, engine::reach(e), need, Payment::in_hand);
    // What the rules do not say of this day ends nothing.
    return open == Truth::unknown && lacks_beyond_facts(e, need) ? Truth::no : open;
}

/// Runs of spans in which the need is open; `certain` counts only what is open for sure.
std::vector<Gap> runs(const engine::Timeline& line, const std::vector<Truth>& open) {
    std::vector<Gap> all;
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (open[i] == Truth::no) continue;
        if (!all.empty() && all.back().last + 1 == i) {
            all.back().last = i;
            all.back().open = all.back().open && open[i];
        } else {
            all.push_back({i, i, open[i], {}, {}});
        }
    }
    for (auto& gap : all) {
        gap.from = line.spans[gap.first].from;
        gap.to = line.spans[gap.last].to;
    }
    return all;
}

/// Covered just before, or just after; not merely without the need.
bool bounded(const engine::Timeline& line, const Gap& gap, Index need, Date today) {
    const auto covered = [&](std::size_t i) { return is_active(line.spans[i].state, need) == Truth::yes; };
    const bool ends = gap.last + 1 < line.spans.size() && covered(gap.last + 1);
    const bool begins = gap.first > 0 && covered(gap.first - 1);
    return ends ? gap.to > today : begins && gap.from > today;
}

bool about(const RuleBase& base, Index r, const std::vector<Index>& schemes) {
    return std::ranges::any_of(base.rules[r].effects, [&](const Effect& x) {
        return (x.kind == EffectKind::grant || x.kind == EffectKind::deny || x.kind == EffectKind::basis) &&
               std::ranges::find(schemes, x.scheme) != schemes.end();
    });
}

/// The days told of by the facts on which the need and what covers it rest.
std::set<Date> days_about(const engine::Evaluation& e, Index need) {
    Ground ground;
    const auto schemes = schemes_for(e.base(), need);
    for (Index r = 0; r < e.base().rules.size(); ++r)
        if (e.program->in_force[r] && about(e.base(), r, schemes)) ground.rules.push_back(r);
    if (const auto& active = e.base().needs[need].active) ground.conditions.push_back(&*active);
    std::set<Date> days;
    for (const auto& path : facts_behind(e, ground))
        if (const auto value = model::value_at(e.facts, path); value.get<Date>() != nullptr)
            days.insert(*value.get<Date>());
    for (const auto s : schemes)
        if (const auto slot = e.base().schemes[s].reported; slot != none)
            if (const auto* day = e.facts[slot].get<Date>()) days.insert(*day);
    return days;
}

/// A need that was there on the first day looked at arose at a time that nobody told: it is counted from the first day
/// that is told of what it rests on, else from today.
Date arises(const engine::Timeline& line, const Gap& gap, Index need, Date today) {
    if (gap.first > 0) return gap.from;
    const auto days = days_about(line.spans.front().state, need);
    const auto first = days.lower_bound(gap.from);
    const auto day = first != days.end() && *first < gap.to ? *first : today;
    return std::clamp(day, gap.from, gap.to);
}

std::vector<Gap> gaps_of(const engine::Timeline& line, Index need, Date today) {
    std::vector<Truth> open;
    open.reserve(line.spans.size());
    for (const auto& span : line.spans) open.push_back(is_open(span.state, need));
    auto all = runs(line, open);
    for (auto& gap : all) gap.from = arises(line, gap, need, today);
    const auto& base = line.spans.front().state.base();
    std::erase_if(all, [&](const Gap& gap) {
        return gap.days() <= tolerance(base, base.needs[need]) || !bounded(line, gap, need, today);
    });
    return all;
}

/// Schemes for the need that nobody reported for yet, with the first day on which they would be granted.
std::vector<std::pair<Slot, Value>> reports(const engine::Timeline& line, Index need) {
    std::vector<std::pair<Slot, Value>> found;
    const auto& first = line.spans.front().state;
    for (const auto s : schemes_for(first.base(), need)) {
        const auto slot = first.base().schemes[s].reported;
        if (slot == none || first.facts[slot].get<Date>() != nullptr) continue;
        const auto granted = [&](const engine::Span& span) {
            return span.state.values[span.state.base().schemes[s].granted].truth() == Truth::yes;
        };
        const auto starts = std::ranges::find_if(line.spans, granted);
        if (starts != line.spans.end() && starts != line.spans.begin()) found.emplace_back(slot, starts->from);
    }
    return found;
}

/// The timeline on which the need is judged: that of the facts as given, or of what would be reported beside them.
engine::Timeline line_for(const DetectionContext& scene, Index need, const Interval& days,
                          const engine::Timeline& as_given) {
    auto told = reports(as_given, need);
    if (told.empty()) return as_given;
    return engine::timeline(engine::vary(scene.e, {{}, {}, std::move(told)}), scene.situation, scene.calendar, days);
}

/// Rules that apply and decide what a slot is worth, through the definitions it reads; not why something is granted.
void deciding(const engine::Evaluation& e, Slot slot, std::set<Index>& rules, std::set<Slot>& seen) {
    const auto kind = e.base().items[slot].kind;
    if (kind == SlotKind::granted || kind == SlotKind::sum || !seen.insert(slot).second) return;
    if (const auto& fallback = e.base().items[slot].fallback)
        for (const auto& read : fallback->reads()) deciding(e, read.slot, rules, seen);
    const auto object = e.program->object_of_slot[slot];
    if (object == none) return;
    for (const auto a : e.program->objects[object].arguments) {
        const auto r = e.program->arguments[a].rule;
        if (e.applies(r) == Truth::no || !rules.insert(r).second) continue;
        for (const auto read : e.program->reads[r]) deciding(e, read, rules, seen);
    }
}

/// Is it an exception to one of them, or does it override one?
bool bends(const Rule& rule, const std::set<Index>& rules) {
    const auto among = [&](Index r) { return rules.contains(r); };
    return std::ranges::any_of(rule.exception_to, among) || std::ranges::any_of(rule.overrides, among);
}

/// Rules that make the gap: those on which the day of payment rests, and those of the schemes that apply on one side of
/// an end and not on the other.
std::vector<Index> rules_behind(const engine::Timeline& line, const Gap& gap, Index need) {
    std::set<Index> rules;
    const auto& inside = line.spans[gap.first].state;
    const auto schemes = schemes_for(inside.base(), need);
    for (const auto s : schemes)
        if (const auto& from = inside.base().schemes[s].paid_from)
            for (const auto& read : from->reads()) {
                std::set<Slot> seen;
                deciding(inside, read.slot, rules, seen);
            }
    const auto differ = [&](const engine::Evaluation& outside) {
        for (Index r = 0; r < inside.base().rules.size(); ++r) {
            if (!about(inside.base(), r, schemes)) continue;
            if (inside.applies(r) != outside.applies(r) || inside.effective(r) != outside.effective(r)) rules.insert(r);
        }
        for (Index r = 0; r < inside.base().rules.size(); ++r)
            if (inside.applies(r) != outside.applies(r) && bends(inside.base().rules[r], rules)) rules.insert(r);
    };
    if (gap.first > 0) differ(line.spans[gap.first - 1].state);
    if (gap.last + 1 < line.spans.size()) differ(line.spans[gap.last + 1].state);
    return {rules.begin(), rules.end()};
}

Candidate candidate(const DetectionContext& scene, const engine::Timeline& line, const Gap& gap, Index need,
                    std::size_t ordinal) {
    Candidate c;
    c.key = scene.base().needs[need].id + (ordinal == 0 ? "" : "#" + std::to_string(ordinal + 1));
    c.holds = gap.open;
    c.measure = Decimal(gap.days());
    c.measured_in = "days_gap";
    c.ids = {need};
    c.numbers = {Decimal(gap.from.days()), Decimal(gap.to.days())};
    if (scene.base().needs[need].active) c.conditions = {&*scene.base().needs[need].active};
    if (scene.focus == nullptr) c.rules = rules_behind(line, gap, need);
    return c;
}

Date day_of(const Decimal& number) { return Date::from_days(static_cast<std::int32_t>(number.to_int())); }

/// The schemes that cover on that side of an end of the gap.
std::vector<Text> covering(const engine::Evaluation& e, Index need) {
    std::vector<Text> names;
    const auto reached = engine::reach(e);
    for (const auto s : schemes_for(e.base(), need))
        if (scheme_covers(e, reached, s, Payment::in_hand) == Truth::yes) names.push_back(e.base().schemes[s].title);
    return names;
}

std::vector<Date> due_days(Date from, Date to, int day) {
    std::vector<Date> days;
    for (auto month = Date::from_civil(from.year(), from.month(), day); month && *month < to;
         month = month->plus({1, 0}))
        if (*month >= from) days.push_back(*month);
    return days;
}

struct Due {
    Text what;
    Decimal month;
    std::vector<Date> days;
};

/// What must be paid while nothing comes in: fixed costs and charges with a day of the month.
std::vector<Due> dues(const engine::Timeline& line, Date from, Date to) {
    std::vector<Due> all;
    const auto& base = line.spans.front().state.base();
    const auto add = [&](const Text& title, Slot slot, int day, std::int64_t months) {
        Due due{title, {}, {}};
        for (const auto d : due_days(from, to, day)) {
            const auto* span = line.on(d);
            const auto* amount = span != nullptr ? span->state.values[slot].get<Decimal>() : nullptr;
            if (amount == nullptr || *amount <= Decimal(0)) continue;
            due.month = *amount / Decimal(months);
            due.days.push_back(d);
        }
        if (!due.days.empty()) all.push_back(std::move(due));
    };
    for (Slot s = 0; s < base.items.size(); ++s)
        if (base.items[s].due_day > 0) add(base.items[s].title, s, base.items[s].due_day, 1);
    for (const auto& charge : base.charges)
        if (charge.due_day > 0) add(charge.title, charge.slot, charge.due_day, 12);
    return all;
}

void tell_dues(const engine::Timeline& line, Date from, Date to, Finding& f) {
    Decimal total;
    for (const auto& due : dues(line, from, to)) {
        std::vector<Text> days;
        for (const auto d : due.days) days.push_back(model::date_words(d));
        total += due.month * Decimal(static_cast<std::int64_t>(due.days.size()));
        f.explanation.push_back(Text{"Intussen te betalen: ", "Due in the meantime: "} + due.what + model::plain(", ") +
                                model::money(due.month) + Text{" op ", " on "} + model::listing(days));
    }
    if (total > Decimal(0)) f.amounts.emplace_back("eur_due", total);
}

/// The right is there, only the money or the provision is not.
void tell_rights(const engine::Span* before, const engine::Span& inside, Index need, Finding& f) {
    const auto is_granted = [](const engine::Span& span, const Scheme& scheme) {
        return span.state.values[scheme.granted].truth() == Truth::yes;
    };
    for (const auto s : schemes_for(inside.state.base(), need)) {
        const auto& scheme = inside.state.base().schemes[s];
        if (!is_granted(inside, scheme)) continue;
        const bool runs_on = before == nullptr || is_granted(*before, scheme);
        f.explanation.push_back(
            scheme.title +
            (model::in_kind(inside.state.base(), s)
                 ? Text{": het recht is er, de voorziening nog niet; wat intussen uitblijft, komt niet terug",
                        ": the right is there, the provision not yet; what is missed meanwhile does not come back"}
             : runs_on ? Text{": het recht loopt door en wordt later betaald; geen verlies, wel een gat",
                              ": the right runs on and is paid later; no loss, but a gap"}
                       : Text{": het recht begint dan, en wordt later betaald; geen verlies, wel een gat",
                              ": the right starts then, and is paid later; no loss, but a gap"}));
    }
}

void tell_ends(const engine::Timeline& line, const Interval& gap, Index need, Finding& f) {
    const auto* before = line.on(Date::from_days(gap.from->days() - 1));
    const auto* inside = line.on(*gap.from);
    const auto* after = line.on(*gap.to);
    if (before != nullptr)
        if (const auto names = covering(before->state, need); !names.empty())
            f.explanation.push_back(
                Text{"Tot ", "Until "} + model::date_words(*gap.from) + model::plain(": ") + model::listing(names));
    if (after == nullptr) {
        f.explanation.push_back({"Daarna komt er volgens de geladen regels niets voor in de plaats",
                                 "According to the loaded rules nothing takes its place afterwards"});
        return;
    }
    if (const auto names = covering(after->state, need); !names.empty())
        f.explanation.push_back(Text{"Uiterlijk vanaf ", "At the latest from "} + model::date_words(*gap.to) +
                                model::plain(": ") + model::listing(names));
    tell_rights(before, *inside, need, f);
}

}  // namespace

std::vector<Candidate> find_time_gap(const DetectionContext& scene) {
    std::vector<Candidate> all;
    const auto days = engine::window(scene.e, scene.situation, scene.calendar);
    if (!days) return all;
    const auto as_given = engine::timeline(scene.e, scene.situation, scene.calendar, *days);
    for (Index n = 0; n < scene.base().needs.size(); ++n) {
        if (scene.focus != nullptr && scene.focus->ids.front() != n) continue;
        const auto line = line_for(scene, n, *days, as_given);
        const auto gaps = gaps_of(line, n, scene.situation.date);
        for (std::size_t i = 0; i < gaps.size(); ++i) all.push_back(candidate(scene, line, gaps[i], n, i));
    }
    return all;
}

void describe_time_gap(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto need = c.ids.front();
    const Interval gap{day_of(c.numbers[0]), day_of(c.numbers[1])};
    const auto days_seen = *engine::window(scene.e, scene.situation, scene.calendar);
    const auto line =
        line_for(scene, need, days_seen, engine::timeline(scene.e, scene.situation, scene.calendar, days_seen));
    f.severity = 2;
    f.needs = {need};
    const bool of_money = base.needs[need].coverage == Coverage::income;
    const auto days = model::plain(std::to_string(gap.to->days() - gap.from->days()));
    f.title = gap.to == line.to()
                  ? base.needs[need].title + Text{": vanaf ", ": from "} + model::date_words(*gap.from) +
                        Text{" dekt niets dit meer", " on nothing covers this any more"}
                  : base.needs[need].title + Text{": van ", ": from "} + model::date_words(*gap.from) +
                        Text{" tot ", " to "} + model::date_words(*gap.to) +
                        Text{" is er ", of_money ? " nothing comes in, for " : " there is nothing, for "} + days +
                        Text{" dagen lang niets", " days"};
    tell_ends(line, gap, need, f);
    if (gap.to != line.to() && of_money) tell_dues(line, *gap.from, *gap.to, f);
    f.period = gap;
    if (gap.to != line.to())
        f.amounts.insert(f.amounts.begin(), {"days_gap", Decimal(gap.to->days() - gap.from->days())});
    for (const auto r : f.rules)
        f.chain.push_back({"rule:" + base.rules[r].id, "need:" + base.needs[need].id,
                           Text{"gat vanaf ", "gap from "} + model::date_words(*gap.from)});
}

}  // namespace samenloop::detect
