// PU-5: on the day of one event many rules change their answer at once (definitions section 4): what was allowed, paid
// or provided stops, and what takes its place starts, each at its own organisation.
//
// Two evaluations, the day before and the day itself, under the rules of their days.  Counted are the rules that do
// something for or to the person (not those that only define a word) and apply on one of the two days and not on the
// other.  Rules that wait for a later day because of the same event (the next month, the next quarter) are told after
// them and not counted.

#include <algorithm>
#include <map>
#include <set>

#include "detect/detectors.hpp"
#include "evaluate/timeline.hpp"
#include "model/days.hpp"
#include "model/wording.hpp"

namespace samenloop {
namespace {

struct Switch {
    Index rule = none;
    bool starts = false;
    Truth holds = Truth::no;
};

/// Says something about what the person gets, owes, must or may.
bool acts(const Rule& rule) {
    return std::ranges::any_of(rule.effects, [](const Effect& x) {
        return x.kind != EffectKind::waive && x.kind != EffectKind::requires_data;
    });
}

Truth differ(Truth a, Truth b) {
    if (a == Truth::unknown || b == Truth::unknown) return Truth::unknown;
    return a == b ? Truth::no : Truth::yes;
}

std::vector<Switch> switches(const Evaluation& before, const Evaluation& after) {
    std::vector<Switch> all;
    for (Index r = 0; r < before.base().rules.size(); ++r) {
        if (!acts(before.base().rules[r]) || before.rule(r).on_request) continue;
        const auto holds = differ(before.applies(r), after.applies(r));
        if (holds != Truth::no && before.applies(r) != after.applies(r))
            all.push_back({r, after.applies(r) == Truth::yes, holds});
    }
    return all;
}

Date day_before(Date day) { return Date::from_days(day.days() - 1); }

std::vector<Switch> switches_on(const Scene& scene, Date day) {
    return switches(moved_to(scene.e, scene.situation, scene.calendar, day_before(day)),
                    moved_to(scene.e, scene.situation, scene.calendar, day));
}

std::size_t count(const std::vector<Switch>& all, Truth at_least) {
    return static_cast<std::size_t>(
        std::ranges::count_if(all, [&](const Switch& s) { return s.holds >= at_least; }));
}

/// The days of events within a year of today.
std::set<Date> event_days(const Scene& scene) {
    std::set<Date> days;
    const auto today = scene.situation.date;
    for (const auto& event : scene.situation.events)
        if (event.date >= today.plus({-12, 0}) && event.date <= today.plus({12, 0})) days.insert(event.date);
    return days;
}

Date day_of(const Candidate& c) { return Date::from_days(static_cast<std::int32_t>(c.numbers.front().to_int())); }

std::string organisation_of(const Scene& scene, Index r, const Evaluation& before, const Evaluation& after) {
    const auto& actor = scene.base().rules[r].actor;
    for (const auto* e : {&after, &before}) {
        const auto name = e->rules[r].empty() ? e->organisation(actor) : e->organisation(actor, r, 0);
        if (!name.empty()) return name;
    }
    return {};
}

/// What starts or stops later because of the event: at the ends of the spans that follow it.
void tell_later(const Scene& scene, Date day, Finding& f) {
    const auto line = timeline(scene.e, scene.situation, scene.calendar, {day, day.plus({4, 0})});
    std::set<Date> other_events = event_days(scene);
    for (std::size_t i = 1; i < line.spans.size(); ++i) {
        if (other_events.contains(line.spans[i].from)) break;
        for (const auto& s : switches(line.spans[i - 1].state, line.spans[i].state))
            f.explanation.push_back(Text{"Later, op ", "Later, on "} + date_words(line.spans[i].from) +
                                    (s.starts ? Text{", begint: ", ", starts: "} : Text{", stopt: ", ", stops: "}) +
                                    scene.base().rules[s.rule].title + plain(" (" + scene.base().rules[s.rule].id + ")"));
    }
}

}  // namespace

std::vector<Candidate> find_switches(const Scene& scene) {
    std::vector<Candidate> all;
    const auto* norm = scene.base().norm("pu5.rules");
    if (norm == nullptr) return all;
    for (const auto day : event_days(scene)) {
        const auto key = day.to_string();
        if (scene.focus != nullptr && scene.focus->key != key) continue;
        const auto found = switches_on(scene, day);
        if (Decimal(static_cast<std::int64_t>(count(found, Truth::unknown))) < norm->value) continue;
        const auto sure = Decimal(static_cast<std::int64_t>(count(found, Truth::yes)));
        Candidate c;
        c.key = key;
        c.holds = sure >= norm->value ? Truth::yes : Truth::unknown;
        c.measure = sure;
        c.measured_in = "switches";
        c.numbers = {Decimal(day.days())};
        for (const auto& s : found)
            if (s.holds == Truth::yes || c.holds != Truth::yes) c.rules.push_back(s.rule);
        all.push_back(std::move(c));
    }
    return all;
}

void describe_switches(const Scene& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto day = day_of(c);
    const auto before = moved_to(scene.e, scene.situation, scene.calendar, day_before(day));
    const auto after = moved_to(scene.e, scene.situation, scene.calendar, day);
    auto found = switches(before, after);
    std::erase_if(found, [&](const Switch& s) { return std::ranges::find(f.rules, s.rule) == f.rules.end(); });
    std::map<std::string, std::vector<Switch>> by_organisation;
    for (const auto& s : found) by_organisation[organisation_of(scene, s.rule, before, after)].push_back(s);
    f.severity = 1;
    f.period = {day, day.plus({0, 1})};
    f.title = Text{"Op ", "On "} + date_words(day) + Text{" slaan ", ", "} + plain(std::to_string(found.size())) +
              Text{" regels tegelijk om, bij ", " rules change at once, at "} +
              plain(std::to_string(by_organisation.size())) + Text{" organisaties", " organisations"};
    for (const auto& event : scene.situation.events)
        if (event.date == day)
            f.explanation.push_back(Text{"Gebeurtenis: ", "Event: "} + event.title + plain(", ") + date_words(day));
    for (const auto& [organisation, list] : by_organisation)
        for (const auto& s : list) {
            const auto& rule = base.rules[s.rule];
            const auto verb = s.starts ? Text{" begint: ", " starts: "} : Text{" stopt: ", " stops: "};
            f.explanation.push_back(organisation_name(base, organisation) + verb + rule.title + plain(" (" + rule.id + ")"));
            f.chain.push_back({"organisation:" + organisation, "rule:" + rule.id,
                               s.starts ? Text{"begint", "starts"} : Text{"stopt", "stops"}});
            if (!organisation.empty()) f.organisations.push_back(organisation);
        }
    tell_later(scene, day, f);
    f.amounts = {{"switches", Decimal(static_cast<std::int64_t>(found.size()))},
                 {"organisations", Decimal(static_cast<std::int64_t>(by_organisation.size()))}};
}

}  // namespace samenloop
