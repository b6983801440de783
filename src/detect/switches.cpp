// PU-5: on the day of one event many rules change their answer at once (definitions section 4): what was allowed, paid
// or provided stops, and what takes its place starts, each at its own organisation.
//
// The day before is compared with the day itself, and with the days after it on which something changes still because
// of the event (the next month, the next quarter): up to four months on, or the next event.  Later changes count if
// they are gone once the event is taken out.  Counted are rules that do something for or to the person of themselves,
// once each: what is defined differently is a step on the way.

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>

#include "detect/counted.hpp"
#include "detect/detectors.hpp"
#include "detect/paid.hpp"
#include "engine/known.hpp"
#include "engine/timeline.hpp"
#include "model/days.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

struct Switch {
    Index rule = none;
    Date day;
    bool starts = false;
    Truth holds = Truth::no;
};

constexpr Duration aftermath_of_event{4, 0};

/// Does something for or to the person, of itself: a definition is a step on the way, an offer is no switch.
bool acts(const Rule& rule) {
    if (rule.on_request || rule.discretion == Discretion::may) return false;
    return std::ranges::any_of(rule.effects, [](const Effect& x) {
        return x.kind != EffectKind::define && x.kind != EffectKind::waive && x.kind != EffectKind::requires_data;
    });
}

bool grants(const engine::Evaluation& e, Index scheme) {
    for (Index r = 0; r < e.base().rules.size(); ++r)
        for (const auto& x : e.base().rules[r].effects)
            if (x.kind == EffectKind::grant && x.scheme == scheme && e.applies(r) != Truth::no) return true;
    return false;
}

/// Of what the one who is made responsible for a need executes, something for that need is granted.
bool provides(const engine::Evaluation& e, Index organisation, Index need) {
    return std::ranges::any_of(e.base().schemes, [&](const Scheme& s) {
        return s.executor.organisation == organisation && std::ranges::count(s.covers, need) > 0 &&
               e.values[s.granted].truth() == Truth::yes;
    });
}

/// Only a condition of schemes that no rule would grant with it, or who is responsible for what nobody is given: it
/// means nothing to this person.
bool is_idle(const engine::Evaluation& before, const engine::Evaluation& after, Index r) {
    const auto& rule = before.base().rules[r];
    return std::ranges::all_of(rule.effects, [&](const Effect& x) {
        if (x.kind == EffectKind::allocate)
            return !provides(before, rule.actor.organisation, x.need) &&
                   !provides(after, rule.actor.organisation, x.need);
        return x.kind == EffectKind::basis && !grants(before, x.scheme) && !grants(after, x.scheme);
    });
}

Truth differ(Truth a, Truth b) {
    if (a == Truth::unknown || b == Truth::unknown) return Truth::unknown;
    return a == b ? Truth::no : Truth::yes;
}

/// Whether it applies hangs on something that the rules do not say of this day: that is no switch.
bool lacks_amounts(const engine::Evaluation& e, Index r) {
    engine::Unknowns u(e, engine::Depth::beyond_facts);
    u.rule(r);
    return u.found().beyond_facts();
}

Date day_before(Date day) { return Date::from_days(day.days() - 1); }

/// The days of events within a year of today.
std::set<Date> event_days(const DetectionContext& scene) {
    std::set<Date> days;
    const auto today = scene.situation.date;
    for (const auto& event : scene.situation.events)
        if (event.date >= today.plus({-12, 0}) && event.date <= today.plus(events_ahead)) days.insert(event.date);
    return days;
}

/// Those to look at.
std::set<Date> days_asked(const DetectionContext& scene) {
    auto days = event_days(scene);
    if (scene.focus != nullptr) std::erase_if(days, [&](Date day) { return day.to_string() != scene.focus->key; });
    else if (scene.events_until) days.erase(days.begin(), days.upper_bound(*scene.events_until));
    return days;
}

constexpr std::size_t all_of_them = std::numeric_limits<std::size_t>::max();

/// What changes on one day, and afterwards because of it; not looked for beyond the day itself once it is enough.
class Switches {
  public:
    Switches(const DetectionContext& scene, Date day, std::size_t enough = all_of_them)
        : day_(day), before_(engine::moved_to(scene.e, scene.situation, scene.calendar, day_before(day))) {
        compare(day, engine::moved_to(scene.e, scene.situation, scene.calendar, day));
        if (all_.size() >= enough) return;
        for (const auto& span : aftermath(scene).spans)
            if (span.from != day) compare(span.from, span.state);
    }

    /// The same, looked for on these days only: of one that was found.
    Switches(const DetectionContext& scene, const std::vector<Date>& days)
        : day_(days.front()),
          before_(engine::moved_to(scene.e, scene.situation, scene.calendar, day_before(days.front()))) {
        for (const auto day : days) compare(day, engine::moved_to(scene.e, scene.situation, scene.calendar, day));
    }

    /// What it does to what schemes pay and to what is left, up to the last of these days.
    EventMoney money(const DetectionContext& scene) const {
        EventMoney found;
        for (const auto& span : aftermath(scene).spans) {
            const auto otherwise = undone(span.state);
            add_changes(otherwise, span.state, span.from, found.payments);
            note_disposable(otherwise, span.state, span.from, found);
        }
        return found;
    }

    const std::vector<Switch>& all() const { return all_; }
    const engine::Evaluation& before() const { return before_; }

  private:
    engine::Timeline aftermath(const DetectionContext& scene) const {
        auto until = day_.plus(aftermath_of_event);
        const auto events = event_days(scene);
        if (const auto next = events.upper_bound(day_); next != events.end()) until = std::min(until, *next);
        return engine::timeline(scene.e, scene.situation, scene.calendar, {day_, until});
    }

    void compare(Date day, const engine::Evaluation& state) {
        std::optional<engine::Evaluation> without;
        for (Index r = 0; r < before_.base().rules.size(); ++r) {
            if (!acts(before_.base().rules[r]) || state.applies(r) == before_.applies(r) || known(r)) continue;
            if (day != day_) {
                if (!without) without = undone(state);
                if (without->applies(r) == state.applies(r)) continue;
            }
            const auto holds = differ(before_.applies(r), state.applies(r));
            if (holds == Truth::unknown && (lacks_amounts(before_, r) || lacks_amounts(state, r))) continue;
            if (is_idle(before_, state, r)) continue;
            all_.push_back({r, day, before_.applies(r) < state.applies(r), holds});
        }
    }

    bool known(Index r) const {
        return std::ranges::any_of(all_, [&](const Switch& s) { return s.rule == r; });
    }

    /// The same later day, had the event not been.
    engine::Evaluation undone(const engine::Evaluation& state) const {
        model::FactChanges facts;
        for (Slot s = 0; s < state.facts.size(); ++s)
            if (s != state.program->today && !(state.facts[s] == before_.facts[s]))
                facts.emplace_back(s, before_.facts[s]);
        return engine::vary(state, {{}, {}, std::move(facts)});
    }

    Date day_;
    engine::Evaluation before_;
    std::vector<Switch> all_;
};

/// "; besteedbaar € 282,42 per maand minder, vanaf 1 april 2025", with a line a scheme; nothing where no amount
/// changes.
void tell_money(const RuleBase& base, const EventMoney& m, Finding& f) {
    for (const auto& c : m.payments)
        f.explanation.push_back(change_words(base, c) + Text{", vanaf ", ", from "} + model::date_words(c.day));
    if (!m.since || m.more == Decimal(0)) return;
    const bool less = m.more < Decimal(0);
    f.title = f.title + Text{"; besteedbaar ", "; disposable "} + samenloop::model::money(less ? -m.more : m.more) +
              (less ? Text{" per maand minder, vanaf ", " a month less, from "}
                    : Text{" per maand meer, vanaf ", " a month more, from "}) +
              model::date_words(*m.since);
}

std::size_t count(const std::vector<Switch>& all, Truth at_least) {
    return static_cast<std::size_t>(std::ranges::count_if(all, [&](const Switch& s) { return s.holds >= at_least; }));
}

Date switch_day(const Candidate& c) { return Date::from_days(static_cast<std::int32_t>(c.numbers.front().to_int())); }

std::vector<Date> days_of(const Candidate& c) {
    std::vector<Date> days;
    for (const auto& n : c.numbers) days.push_back(Date::from_days(static_cast<std::int32_t>(n.to_int())));
    return days;
}

/// What it rests on is asked of the days on which something switched; whether it is gone, of all.
bool was_found(const DetectionContext& scene) {
    return scene.focus != nullptr && !scene.only_whether && !scene.focus->numbers.empty();
}

std::string organisation_of(const engine::Evaluation& before, Index r) {
    const auto& actor = before.base().rules[r].actor;
    return before.rules[r].empty() ? before.organisation(actor) : before.organisation(actor, r, 0);
}

using ByOrganisation = std::map<std::string, std::vector<Switch>>;

/// A rule that says "the municipality", where others say which: it is that one, not one more.
void join_unnamed(ByOrganisation& all) {
    for (auto at = all.begin(); at != all.end();) {
        const auto named = all.upper_bound(at->first + "[");
        const bool same = !at->first.empty() && named != all.end() && named->first.starts_with(at->first + "[");
        if (same) std::ranges::move(at->second, std::back_inserter(named->second));
        at = same ? all.erase(at) : std::next(at);
    }
}

void tell_switch(const RuleBase& base, const std::string& organisation, const Switch& s, Date event, Finding& f) {
    const auto& rule = base.rules[s.rule];
    const auto maybe = s.holds == Truth::yes ? model::plain("") : Text{" misschien", " perhaps"};
    const auto verb = (s.starts ? Text{" begint", " starts"} : Text{" stopt", " stops"}) + maybe;
    const auto when = s.day == event ? model::plain("") : Text{" op ", " on "} + model::date_words(s.day);
    const bool asked = std::ranges::any_of(rule.effects, [&](const Effect& x) {
        return x.kind == EffectKind::grant && base.schemes[x.scheme].on_application;
    });
    f.explanation.push_back(
        (organisation.empty() ? Text{"Dan", "Then"}
                              : Text{"Bij ", "At "} + model::organisation_name(base, organisation)) +
        verb + when + model::plain(": ") + rule.title + model::plain(" (" + rule.id + ")") +
        (asked && s.starts ? Text{", op aanvraag", ", on application"} : model::plain("")));
    f.chain.push_back({"organisation:" + organisation, "rule:" + rule.id,
                       (s.starts ? Text{"begint", "starts"} : Text{"stopt", "stops"}) + maybe + when});
    if (!organisation.empty()) f.organisations.push_back(organisation);
}

}  // namespace

std::vector<Candidate> find_switches(const DetectionContext& scene) {
    std::vector<Candidate> all;
    const auto* norm = scene.base().norm("pu5.rules");
    if (norm == nullptr) return all;
    for (const auto day : days_asked(scene)) {
        const auto enough = scene.only_whether ? static_cast<std::size_t>(norm->value.to_int()) : all_of_them;
        const auto found =
            was_found(scene) ? Switches(scene, days_of(*scene.focus)).all() : Switches(scene, day, enough).all();
        auto c = counted(day.to_string(), count(found, Truth::yes), count(found, Truth::unknown), norm->value);
        if (!c) continue;
        c->measured_in = "switches";
        c->numbers = {Decimal(day.days())};
        for (const auto& s : found)
            if (const Decimal later = s.day.days(); s.day > day && c->numbers.back() < later)
                c->numbers.push_back(later);
        for (const auto& s : found)
            if (s.holds == Truth::yes || c->holds != Truth::yes) c->rules.push_back(s.rule);
        all.push_back(std::move(*c));
    }
    return all;
}

void describe_switches(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto day = switch_day(c);
    const Switches switches(scene, day);
    auto found = switches.all();
    std::erase_if(found, [&](const Switch& s) { return std::ranges::find(f.rules, s.rule) == f.rules.end(); });
    ByOrganisation by_organisation;
    for (const auto& s : found) by_organisation[organisation_of(switches.before(), s.rule)].push_back(s);
    join_unnamed(by_organisation);
    f.severity = 1;
    f.period = {day, day.plus({0, 1})};
    f.title = Text{"Op ", "On "} + model::date_words(day) + Text{" slaan door één gebeurtenis ", ", by one event, "} +
              model::plain(std::to_string(found.size())) + Text{" regels om, bij ", " rules change, at "} +
              model::plain(std::to_string(by_organisation.size())) + Text{" organisaties", " organisations"};
    for (const auto& event : scene.situation.events)
        if (event.date == day)
            f.explanation.push_back(
                Text{"Gebeurtenis: ", "Event: "} + event.title + model::plain(", ") + model::date_words(day));
    tell_money(base, switches.money(scene), f);
    for (const auto& [organisation, list] : by_organisation)
        for (const auto& s : list) tell_switch(base, organisation, s, day, f);
    f.amounts = {{"switches", Decimal(static_cast<std::int64_t>(found.size()))},
                 {"organisations", Decimal(static_cast<std::int64_t>(by_organisation.size()))}};
}

}  // namespace samenloop::detect
