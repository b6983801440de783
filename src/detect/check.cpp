// The main job: evaluate both worlds, ask every detector, refine each candidate into a finding, find what is settled,
// group by root cause, sort.

#include "samenloop/check.hpp"

#include <algorithm>
#include <set>

#include "base/parallel.hpp"
#include "detect/check_under.hpp"
#include "detect/event_timeline.hpp"
#include "detect/examination.hpp"
#include "detect/outlook.hpp"
#include "engine/yardstick.hpp"
#include "feel/work.hpp"
#include "model/days.hpp"

namespace samenloop::detect {
namespace {

bool worse(const Finding& a, const Finding& b) {
    if (a.severity != b.severity) return a.severity > b.severity;
    if (a.organisations.size() != b.organisations.size()) return a.organisations.size() > b.organisations.size();
    return a.code != b.code ? a.code < b.code : a.id < b.id;
}

/// An income that nobody told: whatever is found or not, it rests on it.
bool is_income(const Item& item, const Value& value) {
    const auto* amount = value.get<Decimal>();
    return item.earnings && amount != nullptr && *amount != Decimal(0);
}

/// What the findings read, an income first, what is rare last.
std::vector<Fact> assumed_facts(const RuleBase& base, const Situation& s, const Report& report) {
    std::set<std::string> read;
    for (const auto& f : report.findings)
        for (const auto& fact : f.facts) read.insert(fact.item.substr(0, fact.item.find('[')));
    std::vector<Fact> incomes;
    std::vector<Fact> all;
    for (Slot slot = 0; slot < s.assumed.size(); ++slot) {
        if (!s.assumed[slot]) continue;
        const auto& item = base.items[slot];
        if (is_income(item, s.facts[slot])) incomes.push_back({item.id, s.facts[slot]});
        else if (read.contains(item.id)) all.push_back({item.id, s.facts[slot]});
    }
    std::ranges::stable_partition(all, [&](const Fact& f) { return !base.items[base.names.at(f.item).slot].rare; });
    all.insert(all.begin(), incomes.begin(), incomes.end());
    return all;
}

}  // namespace

namespace {

/// What is there on the day itself.
Report look(Examination& examination, const Situation& then, const CheckOptions& options) {
    examination.look();
    auto found = examination.find(options.facts ? Detail::in_full : Detail::in_short);
    examination.end(found, options.ways_out);
    Report report;
    report.settled = std::move(found.settled);
    for (auto& d : found.drawn) report.findings.push_back(std::move(d.finding));
    std::ranges::sort(report.findings, worse);
    std::ranges::sort(report.settled, worse);
    report.judgement = judge(examination.inquiry(), found.limits, found.undecided, report.findings);
    report.assumed = assumed_facts(examination.inquiry().law().base(), then, report);
    report.situation = then;
    report.until = options.until;
    return report;
}

}  // namespace

Report check_under(const Calendar& calendar, const Situation& situation, const CheckOptions& options) {
    const feel::work::Limit limit;
    const auto& rules = calendar.base();
    const auto then = options.date ? model::on_day(rules, situation, *options.date) : situation;
    std::optional<engine::Yardstick> yardstick;
    if (const auto* law = options.before)
        yardstick.emplace(law->calendar, law->situation, rules, then, options.without_rules);
    Examination examination(calendar, then, options.without_rules, yardstick ? &*yardstick : nullptr);
    const auto& law = examination.inquiry().law();
    Report report;
    if (!options.until || *options.until <= then.date) {
        report = look(examination, then, options);
        report.timeline = event_timeline(law, then, calendar, report.findings);
        return report;
    }
    const auto today = [&]() -> const Report& { return report = look(examination, then, options); };
    auto ahead = outlook(rules, law, then, calendar, today, options);
    report.timeline = std::move(ahead.moments);
    report.unjudged_from = ahead.unjudged_from;
    return report;
}

}  // namespace samenloop::detect

namespace samenloop {

Report check(const RuleBase& rules, const Situation& situation, const CheckOptions& options) {
    return detect::check_under(Calendar(rules), situation, options);
}

std::vector<Report> check_all(const RuleBase& rules, std::span<const Situation> situations, const CheckOptions& options,
                              std::size_t threads) {
    const Calendar calendar(rules);
    std::vector<Report> all(situations.size());
    base::in_parallel(situations.size(), threads, [&](std::size_t, std::size_t i) {
        all[i] = detect::check_under(calendar, situations[i], options);
    });
    return all;
}

}  // namespace samenloop
