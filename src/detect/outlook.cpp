#include "detect/outlook.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <ranges>
#include <set>

#include "base/parallel.hpp"
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
    Day(const Calendar& calendar, const Situation& then, const std::vector<Index>& without, const Earlier& earlier)
        : date_(then.date), examination_(calendar, then, without, nullptr, earlier) {
        auto found = examination_.find(Detail::in_short);
        std::vector<Finding> findings;
        for (const auto& d : found.drawn) findings.push_back(d.finding);
        verdict_ = verdict(examination_.inquiry(), found.limits, found.undecided, findings);
        drawn_ = std::move(found.drawn);
        std::erase_if(drawn_, [](const DraftFinding& d) { return d.finding.severity < 1; });
    }

    Date date() const { return date_; }
    Verdict verdict_of_all() const { return verdict_; }
    const std::vector<DraftFinding>& drawn() const { return drawn_; }
    const Examination& examination() const { return examination_; }

  private:
    Date date_;
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
        const auto day = there.date();
        std::set<std::string> found;
        const auto before = dated_;
        for (const auto& d : there.drawn()) {
            found.insert(d.finding.id);
            if (told_.contains(d.finding.id) || has_told_its_days(d.finding, before)) continue;
            begin(d.finding, day, true);
            beginnings_.push_back({all_.size() - 1, &there, &d});
        }
        if (there.verdict_of_all() != Verdict::complete) return;
        for (auto at = open_.begin(); at != open_.end();) {
            const bool over = !found.contains(at->first);
            if (over) all_.push_back({day, Text{"Voorbij: ", "Over: "} + at->second, {}, at->first, {}});
            if (over) told_.erase(at->first);
            at = over ? open_.erase(at) : std::next(at);
        }
    }

    const std::vector<Beginning>& beginnings() const { return beginnings_; }

  private:
    /// The same happening, seen from a later day: by other rules it is another finding, but no news.
    static bool has_told_its_days(const Finding& f, const std::set<Dated>& dated) {
        return f.period && f.period->from && dated.contains({f.code, *f.period->from, f.items});
    }

    /// One that tells its own days is told on them, once; any other one on the day on which it is first there.
    bool begin(const Finding& f, Date day, bool is_new) {
        told_.insert(f.id);
        const bool has_days = f.period && f.period->from;
        if (has_days) dated_.emplace(f.code, *f.period->from, f.items);
        else open_.emplace(f.id, f.title);
        const auto from = has_days ? *f.period->from : day;
        if (!is_new && (!has_days || from <= day)) return false;
        all_.push_back({std::max(from, day), Text{"Begint: ", "Begins: "} + f.title, {}, f.id, {}});
        return true;
    }

    std::vector<Moment>& all_;
    std::vector<Beginning> beginnings_;
    std::map<std::string, Text> open_;
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

void findings(const RuleBase& rules, const engine::Evaluation& law, const engine::Timeline& line,
              const Situation& ahead, const Calendar& calendar, const Report& now, const CheckOptions& options,
              std::vector<Moment>& all) {
    auto starts = starts_in(line);
    const bool too_many = starts.size() > most_stretches;
    const auto given_up = too_many ? starts[most_stretches] : Date{};
    starts.resize(std::min(starts.size(), most_stretches));
    std::vector<Situation> then(starts.size());
    share_work(then.size(), [&](std::size_t i) { then[i] = model::on_day(rules, ahead, starts[i]); });
    std::vector<std::unique_ptr<const Day>> days(starts.size());
    // What is known of the timeline is among what the days begin with, the protected level, too.
    for (const auto& span : line.spans) static_cast<void>(engine::protected_level(span.state));
    const auto known = engine::known_of(law);
    share_work(days.size(), [&](std::size_t i) {
        const Earlier earlier{known, events_looked_at(i == 0 ? now.situation : then[i - 1])};
        days[i] = std::make_unique<const Day>(calendar, then[i], options.without_rules, earlier);
    });
    Open open(now, all);
    for (const auto& day : days) open.see(*day);
    find_first_steps(open.beginnings(), all);
    if (too_many)
        all.push_back({given_up,
                       {"Vanaf hier is niet meer naar bevindingen gezocht: te veel veranderingen",
                        "From here on findings were not looked for: too many changes"},
                       {},
                       {},
                       {}});
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
void unknown_from(const engine::Timeline& line, std::vector<Moment>& all) {
    const auto known = [](const engine::Span& span) {
        return engine::protected_level(span.state).bounds().low.has_value();
    };
    if (!known(line.spans.front())) return;
    const auto lost = std::ranges::find_if_not(line.spans, known);
    if (lost != line.spans.end())
        all.push_back({lost->from,
                       {"Vanaf hier ontbreken bedragen: wat er dan te besteden is, is niet bekend",
                        "From here on amounts are missing: what there is to live on is not known"},
                       {},
                       {},
                       {}});
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

std::vector<Moment> outlook(const RuleBase& rules, const engine::Evaluation& law, const Situation& ahead,
                            const Calendar& calendar, const Report& now, const CheckOptions& options) {
    const auto days = days_ahead(ahead.date, *options.until);
    const auto line = engine::timeline(law, ahead, calendar, days);
    auto all = moments_in(line, ahead, days);
    unknown_birthdays(rules, ahead, all);
    unknown_from(line, all);
    findings(rules, law, line, ahead, calendar, now, options, all);
    std::erase_if(all, [&](const Moment& m) { return m.day > *options.until; });
    std::ranges::stable_sort(all, {}, &Moment::day);
    return all;
}

}  // namespace samenloop::detect
