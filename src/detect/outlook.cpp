#include "detect/outlook.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
#include <map>
#include <memory>
#include <ranges>
#include <set>
#include <tuple>

#include "base/parallel.hpp"
#include "detect/detectors.hpp"
#include "detect/examination.hpp"
#include "engine/disposable.hpp"
#include "feel/work.hpp"
#include "model/days.hpp"
#include "model/people.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

constexpr std::size_t most_stretches = 60;  // in which findings are looked for

/// Can anything be found in the later one that was not there before, or the other way round?
bool differ(const engine::Evaluation& a, const engine::Evaluation& b) {
    const auto rule = [&](Index r) { return a.applies(r) != b.applies(r); };
    const auto scheme = [&](const Scheme& s) {
        return !(a.values[s.granted] == b.values[s.granted]) || !(a.values[s.sum] == b.values[s.sum]);
    };
    return std::ranges::any_of(std::views::iota(Index{0}, static_cast<Index>(a.rules.size())), rule) ||
           std::ranges::any_of(a.base().schemes, scheme);
}

/// The first days of the stretches in which something else can be found than in the one before.
std::vector<Date> starts_in(const engine::Timeline& line) {
    std::vector<Date> starts;
    for (std::size_t i = 1; i < line.spans.size(); ++i)
        if (differ(line.spans[i - 1].state, line.spans[i].state)) starts.push_back(line.spans[i].from);
    return starts;
}

Interval days_ahead(Date from, Date until) { return {from, Date::from_days(until.days() + 1)}; }

std::optional<WayOut> first_step(const Finding& f) {
    for (const auto& way : f.removed_by)
        if (way.mover == Mover::must || way.mover == Mover::may || way.mover == Mover::person) return way;
    return std::nullopt;
}

/// The first day of a stretch, with what is found on it in short.
class Day {
  public:
    /// `then`: the situation as on it.
    Day(const Calendar& calendar, Situation then, const std::vector<Index>& without, const Earlier& earlier)
        : then_(std::move(then)), examination_(calendar, then_, without, nullptr, earlier) {
        examination_.look();
        auto found = examination_.find(Detail::in_short);
        std::vector<Finding> findings;
        for (const auto& d : found.drawn) findings.push_back(d.finding);
        verdict_ = verdict(examination_.inquiry(), found.limits, found.undecided, findings);
        drawn_ = std::move(found.drawn);
        std::erase_if(drawn_, [](const DraftFinding& d) { return d.finding.severity < 1; });
    }

    Date date() const { return then_.date; }
    Verdict verdict_of_all() const { return verdict_; }
    const std::vector<DraftFinding>& drawn() const { return drawn_; }
    const Examination& examination() const { return examination_; }

  private:
    Situation then_;
    Examination examination_;
    std::vector<DraftFinding> drawn_;
    Verdict verdict_{};
};

/// One that begins on a day: where its first step is told once it is looked for.
struct Beginning {
    std::size_t moment = 0;
    const Day* day = nullptr;
    const DraftFinding* finding = nullptr;
};

using Dated = std::tuple<std::string, Date, std::vector<Slot>>;  // kind, day, about what
using Subject = std::tuple<std::string, std::vector<Index>, std::vector<Slot>, std::vector<Index>>;

Subject subject_of(const Finding& f) { return {f.code, f.needs, f.items, f.concepts}; }

/// About anything by which two findings of one kind can be told apart.
bool is_about_something(const Subject& s) {
    return !std::get<1>(s).empty() || !std::get<2>(s).empty() || !std::get<3>(s).empty();
}

/// One that is there until it is not found any more.
struct Lasting {
    std::string id;
    Text title;
    Subject subject;
    int severity = 0;
};

/// The findings that are open, as the stretches go by.
class Open {
  public:
    Open(const Report& first, std::vector<Moment>& all) : all_(all) {
        for (const auto& f : first.findings)
            if (f.severity >= 1) {
                const bool is_ahead = begin(f, first.situation.date, false);
                if (is_ahead) all_.back().prevent = first_step(f);
            }
    }

    /// What is not known on a day is not over on it.
    void see(const Day& there) {
        const auto over = there.verdict_of_all() == Verdict::complete ? not_found(there) : std::vector<Lasting>{};
        const auto before = dated_;
        std::set<std::string> replaced;
        for (const auto& d : there.drawn()) {
            if (told_.contains(d.finding.id) || has_told_its_days(d.finding, before)) continue;
            const auto* old = only_of(over, there, d.finding);
            begin(d.finding, there.date(), true);
            if (old != nullptr) replace(*old);
            if (old != nullptr) replaced.insert(old->id);
            beginnings_.push_back({all_.size() - 1, &there, &d});
        }
        for (const auto& f : over) {
            if (!replaced.contains(f.id))
                all_.push_back({there.date(), Text{"Voorbij: ", "Over: "} + f.title, {}, f.id, {}});
            told_.erase(f.id);
            open_.erase(f.id);
        }
    }

    const std::vector<Beginning>& beginnings() const { return beginnings_; }

  private:
    std::vector<Lasting> not_found(const Day& there) const {
        std::vector<Lasting> all;
        for (const auto& [id, f] : open_)
            if (std::ranges::none_of(there.drawn(), [&](const DraftFinding& d) { return d.finding.id == id; }))
                all.push_back(f);
        return all;
    }

    /// The one that is over about the same, where there is one of each.
    const Lasting* only_of(const std::vector<Lasting>& over, const Day& there, const Finding& f) const {
        const auto subject = subject_of(f);
        if (!is_about_something(subject) || (f.period && f.period->from)) return nullptr;
        const auto begins = std::ranges::count_if(there.drawn(), [&](const DraftFinding& d) {
            return !open_.contains(d.finding.id) && subject_of(d.finding) == subject;
        });
        const auto at = std::ranges::find(over, subject, &Lasting::subject);
        const bool alone = begins == 1 && std::ranges::count(over, subject, &Lasting::subject) == 1;
        return alone ? &*at : nullptr;
    }

    /// The one that was last told to begin is the other one, changed.
    void replace(const Lasting& old) {
        auto& m = all_.back();
        m.text = Text{"Wordt: ", "Becomes: "} + open_.at(m.finding).title;
        m.replaces = old.id;
        if (m.severity <= old.severity) m.severity = 0;
    }

    /// The same happening, seen from a later day: by other rules it is another finding, but no news.
    static bool has_told_its_days(const Finding& f, const std::set<Dated>& dated) {
        return f.period && f.period->from && dated.contains({f.code, *f.period->from, f.items});
    }

    /// One that tells its own days is told on them, once; any other one on the day on which it is first there.
    bool begin(const Finding& f, Date day, bool is_new) {
        told_.insert(f.id);
        const bool has_days = f.period && f.period->from;
        if (has_days) dated_.emplace(f.code, *f.period->from, f.items);
        else open_.emplace(f.id, Lasting{f.id, f.title, subject_of(f), f.severity});
        const auto from = has_days ? *f.period->from : day;
        if (!is_new && (!has_days || from <= day)) return false;
        Moment m{std::max(from, day), Text{"Begint: ", "Begins: "} + f.title, {}, f.id, {}};
        m.severity = f.severity;
        all_.push_back(std::move(m));
        return true;
    }

    std::vector<Moment>& all_;
    std::vector<Beginning> beginnings_;
    std::map<std::string, Lasting> open_;
    std::set<std::string> told_;
    std::set<Dated> dated_;
};

/// Each piece may do as much as one analysis may, and all together, too.
void share_work(std::size_t n, base::function_ref<void(std::size_t)> piece) {
    std::atomic<std::uint64_t> total = 0;
    base::in_parallel(n, [&](std::size_t i) {
        const feel::work::Limit limit;
        piece(i);
        const auto so_far = total.fetch_add(feel::work::spent()) + feel::work::spent();
        if (so_far > most_work) feel::work::give_up();
    });
}

/// Only one that begins needs the step that prevents it.
void find_first_steps(const std::vector<Beginning>& beginnings, std::vector<Moment>& all) {
    std::map<const Day*, std::vector<const Beginning*>> of_day;
    for (const auto& b : beginnings) of_day[b.day].push_back(&b);
    const std::vector<std::pair<const Day*, std::vector<const Beginning*>>> days(of_day.begin(), of_day.end());
    share_work(days.size(), [&](std::size_t i) {
        const auto& [day, begin] = days[i];
        std::vector<DraftFinding> drawn;
        for (const auto* b : begin) drawn.push_back(*b->finding);
        day->examination().find_steps(drawn);
        for (std::size_t k = 0; k < begin.size(); ++k) all[begin[k]->moment].prevent = first_step(drawn[k].finding);
    });
}

/// The last day of which the events were looked at from there.
Date events_looked_at(const Situation& from) {
    const auto last = from.date.plus(events_ahead);
    return from.people == nullptr ? last : std::min(last, from.people_until);
}

/// The first day on which less can be judged than on the first one.
std::optional<Date> first_undecided(const std::vector<std::unique_ptr<const Day>>& days, const Report& now) {
    if (now.judgement.verdict != Verdict::complete) return std::nullopt;
    for (const auto& day : days)
        if (day->verdict_of_all() != Verdict::complete) return day->date();
    return std::nullopt;
}

void from(std::optional<Date>& first, const std::optional<Date>& day) {
    if (day && (!first || *day < *first)) first = day;
}

/// A look ahead from a day.
struct View {
    const RuleBase& rules;
    const engine::Evaluation& law;
    const Situation& today;
    const Situation& ahead;  // the same, told as far as is looked
    const Calendar& calendar;
    const std::vector<Index>& without;
};

/// The stretches ahead, and what the days that begin one are to know.
struct Ahead {
    engine::Timeline line;
    std::vector<Situation> then;   // as on the first day of each stretch that is looked at
    std::optional<Date> given_up;  // from here on there were too many
    std::shared_ptr<const engine::UnderOtherPrograms> known;
    std::vector<Date> looked_at;  // up to which day the events were, by the ones before
};

Ahead stretches_of(const View& view, Date until) {
    Ahead found{
        engine::timeline(view.law, view.ahead, view.calendar, days_ahead(view.ahead.date, until)), {}, {}, {}, {}};
    auto starts = starts_in(found.line);
    if (starts.size() > most_stretches) found.given_up = starts[most_stretches];
    starts.resize(std::min(starts.size(), most_stretches));
    found.looked_at.push_back(events_looked_at(view.today));
    for (const auto day : starts) {
        found.then.push_back(model::on_day(view.rules, view.ahead, day));
        found.looked_at.push_back(events_looked_at(found.then.back()));
    }
    // What is known of the timeline is among what the days begin with, the protected level, too.
    for (const auto& span : found.line.spans) static_cast<void>(engine::protected_level(span.state));
    found.known = engine::known_of(view.law);
    return found;
}

using Days = std::vector<std::unique_ptr<const Day>>;

/// Today beside the look ahead; then the days that begin a stretch, side by side.
Days look_at(const View& view, base::function_ref<void()> today, std::packaged_task<Ahead()>& look_ahead,
             const std::shared_future<Ahead>& ahead) {
    Days days(most_stretches);
    share_work(2 + days.size(), [&](std::size_t i) {
        if (i == 0) return look_ahead();
        if (i == 1) return today();
        const auto& [line, then, given_up, known, looked_at] = ahead.get();  // begun before this one
        const auto day = i - 2;
        if (day >= then.size()) return;
        days[day] = std::make_unique<const Day>(view.calendar, then[day], view.without, Earlier{known, looked_at[day]});
    });
    days.resize(ahead.get().then.size());
    return days;
}

Moment too_many_from(Date day) {
    return {day,
            {"Vanaf hier is niet meer naar bevindingen gezocht: te veel veranderingen",
             "From here on findings were not looked for: too many changes"},
            {},
            {},
            {}};
}

/// The stretches, and what is found in them told as moments.
engine::Timeline findings(const View& view, Date until, base::function_ref<const Report&()> report, Outlook& found) {
    std::packaged_task<Ahead()> look_ahead([&] { return stretches_of(view, until); });
    const auto ahead = look_ahead.get_future().share();
    const Report* now = nullptr;
    auto days = look_at(view, [&] { now = &report(); }, look_ahead, ahead);
    const auto& [line, then, given_up, known, looked_at] = ahead.get();
    Open open(*now, found.moments);
    for (const auto& day : days) open.see(*day);
    find_first_steps(open.beginnings(), found.moments);
    from(found.unjudged_from, first_undecided(days, *now));
    from(found.unjudged_from, given_up);
    if (given_up) found.moments.push_back(too_many_from(*given_up));
    base::in_parallel(days.size(), [&](std::size_t i) { days[i] = nullptr; });  // much to put away
    return line;
}

/// Whose age stays what it is, for want of a date of birth.
void unknown_birthdays(const RuleBase& rules, const Situation& ahead, std::vector<Moment>& all) {
    if (ahead.people == nullptr) return;
    for (const auto k : model::without_birth(rules, ahead)) {
        const auto& title = ahead.people->all[k].title;
        all.push_back({ahead.date,
                       title + Text{": de geboortedatum is niet bekend, dus ook de verjaardag niet",
                                    ": the date of birth is not known, so neither is the birthday"},
                       {},
                       {},
                       {}});
    }
}

/// The first day on which it cannot be told what the household has to live on.
std::optional<Date> unknown_from(const engine::Timeline& line, std::vector<Moment>& all) {
    const auto known = [](const engine::Span& span) {
        return engine::protected_level(span.state).bounds().low.has_value();
    };
    if (!known(line.spans.front())) return std::nullopt;
    const auto lost = std::ranges::find_if_not(line.spans, known);
    if (lost == line.spans.end()) return std::nullopt;
    all.push_back({lost->from,
                   {"Vanaf hier ontbreken bedragen: wat er dan te besteden is, is niet bekend",
                    "From here on amounts are missing: what there is to live on is not known"},
                   {},
                   {},
                   {}});
    return lost->from;
}

}  // namespace

Situation looked_ahead(const RuleBase& rules, Situation situation, Date until) {
    return situation.people == nullptr ? situation : model::told_again(rules, std::move(situation), until);
}

std::vector<Date> days_of_another_answer(const engine::Evaluation& law, const Situation& ahead,
                                         const Calendar& calendar, Date until) {
    if (until <= ahead.date) return {};
    auto days = starts_in(engine::timeline(law, ahead, calendar, days_ahead(ahead.date, until)));
    days.resize(std::min(days.size(), most_stretches));
    return days;
}

Outlook outlook(const RuleBase& rules, const engine::Evaluation& law, const Situation& today, const Calendar& calendar,
                base::function_ref<const Report&()> report, const CheckOptions& options) {
    const auto ahead = looked_ahead(rules, today, *options.until);
    const auto apart = law.apart();  // the report, made beside it, asks of the other one
    Outlook later;
    const auto line =
        findings({rules, apart, today, ahead, calendar, options.without_rules}, *options.until, report, later);
    Outlook found{moments_in(line, ahead, days_ahead(ahead.date, *options.until)), std::nullopt};
    unknown_birthdays(rules, ahead, found.moments);
    found.unjudged_from = unknown_from(line, found.moments);
    from(found.unjudged_from, later.unjudged_from);
    std::ranges::move(later.moments, std::back_inserter(found.moments));
    std::erase_if(found.moments, [&](const Moment& m) { return m.day > *options.until; });
    std::ranges::stable_sort(found.moments, {}, &Moment::day);
    return found;
}

}  // namespace samenloop::detect
