#include "detect/outlook.hpp"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include "evaluate/disposable.hpp"
#include "model/people.hpp"
#include "model/wording.hpp"

namespace samenloop {
namespace {

constexpr std::size_t most_stretches = 60;  // in which findings are looked for

/// Can anything be found in the later one that was not there before, or the other way round?
bool differ(const Evaluation& a, const Evaluation& b) {
    const auto rule = [&](Index r) { return a.applies(r) != b.applies(r); };
    const auto scheme = [&](const Scheme& s) {
        return !(a.values[s.granted] == b.values[s.granted]) || !(a.values[s.sum] == b.values[s.sum]);
    };
    return std::ranges::any_of(std::views::iota(Index{0}, static_cast<Index>(a.rules.size())), rule) ||
           std::ranges::any_of(a.base().schemes, scheme);
}

std::optional<WayOut> first_step(const Finding& f) {
    for (const auto& way : f.removed_by)
        if (way.mover == Mover::must || way.mover == Mover::may || way.mover == Mover::person) return way;
    return std::nullopt;
}

using Dated = std::tuple<std::string, Date, std::vector<Slot>>;  // kind, day, about what

/// The findings that are open, as the stretches go by.
class Open {
  public:
    Open(const Report& first, std::vector<Moment>& all) : all_(all) {
        for (const auto& f : first.findings)
            if (f.severity >= 1) begin(f, first.situation.date, false);
    }

    /// Is there one that has not been told of?
    bool has_new(const Report& report) const {
        return std::ranges::any_of(report.findings, [&](const Finding& f) {
            return f.severity >= 1 && !told_.contains(f.id) && !has_told_its_days(f, dated_);
        });
    }

    /// What is not known on a day is not over on it.
    void see(const Report& report) {
        const auto day = report.situation.date;
        std::set<std::string> there;
        const auto before = dated_;
        for (const auto& f : report.findings) {
            if (f.severity < 1) continue;
            there.insert(f.id);
            if (!told_.contains(f.id) && !has_told_its_days(f, before)) begin(f, day, true);
        }
        if (report.judgement.verdict != Verdict::complete) return;
        for (auto at = open_.begin(); at != open_.end();) {
            const bool over = !there.contains(at->first);
            if (over) all_.push_back({day, Text{"Voorbij: ", "Over: "} + at->second, {}, at->first, {}});
            if (over) told_.erase(at->first);
            at = over ? open_.erase(at) : std::next(at);
        }
    }

  private:
    /// The same happening, seen from a later day: by other rules it is another finding, but no news.
    static bool has_told_its_days(const Finding& f, const std::set<Dated>& dated) {
        return f.period && f.period->from && dated.contains({f.code, *f.period->from, f.items});
    }

    /// One that tells its own days is told on them, once; any other one on the day on which it is first there.
    void begin(const Finding& f, Date day, bool is_new) {
        told_.insert(f.id);
        const bool has_days = f.period && f.period->from;
        if (has_days) dated_.emplace(f.code, *f.period->from, f.items);
        else open_.emplace(f.id, f.title);
        const auto from = has_days ? *f.period->from : day;
        if (is_new || (has_days && from > day))
            all_.push_back({std::max(from, day), Text{"Begint: ", "Begins: "} + f.title, {}, f.id, first_step(f)});
    }

    std::vector<Moment>& all_;
    std::map<std::string, Text> open_;
    std::set<std::string> told_;
    std::set<Dated> dated_;
};

void findings(const RuleBase& rules, const Timeline& line, const Situation& ahead, const Report& now,
              CheckOptions options, std::vector<Moment>& all) {
    Open open(now, all);
    options.until.reset();
    std::size_t looked = 0;
    for (std::size_t i = 1; i < line.spans.size(); ++i) {
        if (!differ(line.spans[i - 1].state, line.spans[i].state)) continue;
        if (++looked > most_stretches) {
            all.push_back({line.spans[i].from,
                           {"Vanaf hier is niet meer naar bevindingen gezocht: te veel veranderingen",
                            "From here on findings were not looked for: too many changes"},
                           {},
                           {},
                           {}});
            return;
        }
        options.date = line.spans[i].from;
        options.ways_out = false;
        auto report = check(rules, ahead, options);
        options.ways_out = true;  // only one that begins needs the step that prevents it
        if (open.has_new(report)) report = check(rules, ahead, options);
        open.see(report);
    }
}

/// Whose age stays what it is, for want of a date of birth.
void unknown_birthdays(const RuleBase& rules, const Situation& ahead, std::vector<Moment>& all) {
    if (ahead.people == nullptr) return;
    for (const auto k : without_birth(rules, ahead)) {
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
void unknown_from(const Timeline& line, std::vector<Moment>& all) {
    const auto known = [](const Span& span) { return protected_level(span.state).bounds().low.has_value(); };
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
    return situation.people == nullptr ? situation : told_again(rules, std::move(situation), until);
}

std::vector<Moment> outlook(const RuleBase& rules, const Evaluation& law, const Situation& ahead,
                            const Calendar& calendar, const Report& now, const CheckOptions& options) {
    const Interval days{ahead.date, Date::from_days(options.until->days() + 1)};
    const auto line = timeline(law, ahead, calendar, days);
    auto all = moments_in(line, ahead, days);
    unknown_birthdays(rules, ahead, all);
    unknown_from(line, all);
    findings(rules, line, ahead, now, options, all);
    std::erase_if(all, [&](const Moment& m) { return m.day > *options.until; });
    std::ranges::stable_sort(all, {}, &Moment::day);
    return all;
}

}  // namespace samenloop
