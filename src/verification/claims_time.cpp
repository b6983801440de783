#include "verification/claims_time.hpp"

#include <algorithm>

#include "engine/account.hpp"
#include "engine/disposable.hpp"
#include "engine/reach.hpp"
#include "engine/timeline.hpp"
#include "feel/number.hpp"
#include "verification/claims.hpp"

namespace samenloop::verification {
namespace {

struct Days {
    const engine::Evaluation& here;
    const Situation& situation;
    const Calendar& calendar;

    const RuleBase& base() const { return here.base(); }
    engine::Evaluation on(Date day) const { return engine::moved_to(here, situation, calendar, day); }
};

Date next(Date day) { return day.plus({0, 1}); }
Date previous(Date day) { return Date::from_days(day.days() - 1); }

bool serves(const Scheme& scheme, Index need) { return std::ranges::find(scheme.covers, need) != scheme.covers.end(); }

/// Something for the need is granted, within reach and paid on this day; or there is income enough without it.
Truth in_hand(const engine::Evaluation& e, Index need) {
    const auto& base = e.base();
    const auto& n = base.needs[need];
    const auto reached = engine::reach(e);
    auto any = n.covered ? evaluate(*n.covered, {e.values, {}}).truth() : Truth::no;
    if (n.outcome != none) any = any || reached[n.outcome];
    for (Index s = 0; s < base.schemes.size(); ++s) {
        if (!serves(base.schemes[s], need)) continue;
        auto t = e.values[base.schemes[s].granted].truth() && engine::is_paid(e, s);
        for (Index o = 0; o < base.outcomes.size(); ++o)
            if (base.outcomes[o].scheme == s) t = t && reached[o];
        any = any || t;
    }
    if (n.coverage != Coverage::income || any == Truth::yes) return any;
    const auto* tolerance = base.norm("im1.tolerance");
    const auto least = feel::number::subtract(
        engine::protected_level(e), tolerance != nullptr ? tolerance->value * Decimal(12) : Decimal(0));
    return any || feel::number::compare(feel::Relation::greater_equal, engine::disposable_in_hand(e), least);
}

/// Nobody reported for a scheme: reported on the first day on which it is granted.
engine::Evaluation as_reported(const Days& days, Index need) {
    auto told = days.here;
    const auto w = engine::window(days.here, days.situation, days.calendar);
    for (Index s = 0; w && s < days.base().schemes.size(); ++s) {
        const auto& scheme = days.base().schemes[s];
        if (!serves(scheme, need) || scheme.reported == none || days.here.facts[scheme.reported].get<Date>() != nullptr)
            continue;
        for (auto day = *w->from; day < *w->to; day = next(day)) {
            if (days.on(day).values[scheme.granted].truth() != Truth::yes) continue;
            if (day != *w->from) told = engine::vary(told, {{}, {}, {{scheme.reported, day}}});
            break;
        }
    }
    return told;
}

std::string gap_is_there(const Days& days, const Finding& f) {
    if (!f.period || !f.period->from || !f.period->to || f.needs.empty()) return "no period or need is named";
    if (f.certainty != Certainty::certain) return {};
    const auto need = f.needs.front();
    const auto told = as_reported(days, need);
    const Days then{told, days.situation, days.calendar};
    for (auto day = *f.period->from; day < *f.period->to; day = next(day))
        if (const auto e = then.on(day); in_hand(e, need) != Truth::no)
            return "something covers the need on " + day.to_string();
    const bool after = in_hand(then.on(*f.period->to), need) == Truth::yes;
    const bool before = in_hand(then.on(previous(*f.period->from)), need) == Truth::yes;
    return after || before ? "" : "nothing covers the need before or after the gap";
}

/// On the day or the first of a month soon after it, the rule answers otherwise than the day before.
bool switches(const Days& days, Date day, Index r) {
    const auto before = days.on(previous(day)).applies(r);
    if (days.on(day).applies(r) != before) return true;
    const auto first = Date::from_civil(day.year(), day.month(), 1).value_or(day);
    for (std::int32_t month = 1; month <= 4; ++month)
        if (days.on(first.plus({month, 0})).applies(r) != before) return true;
    return false;
}

std::string rules_switch(const Days& days, const Finding& f) {
    if (!f.period || !f.period->from) return "no day is named";
    for (const auto r : f.rules)
        if (!switches(days, *f.period->from, r)) return "rule " + days.base().rules[r].id + " does not change";
    const auto count = amount_of(f, "switches");
    if (!count || *count != Decimal(static_cast<std::int64_t>(f.rules.size()))) return "the number is another one";
    return {};
}

/// What is claimed back once the year is settled, of all creditors or of one; only what a creditor must claim.
Value claimed(const Days& days, Date day, const std::vector<std::string>& only) {
    const auto sums = engine::account(days.here, days.situation, days.calendar, day).sums;
    const auto base = day > days.situation.date ? days.on(day) : days.here;
    const auto e = engine::vary(base, {{}, {}, sums});
    Value total = Decimal(0);
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || effect->kind != EffectKind::recover || !effect->value) continue;
        const auto rule = e.program->arguments[a].rule;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i) {
            const auto creditor = e.organisation(effect->to, rule, i);
            if (e.label(a, i) != engine::Label::accepted) continue;
            if (std::ranges::find(only, creditor) != only.end())
                total = feel::number::add(total, feel::number::max(e.value_of(*effect->value, rule, i), Decimal(0)));
        }
    }
    return total;
}

std::string sums_are_claimed(const Days& days, const Finding& f) {
    if (!f.period || !f.period->from) return "no day is named";
    const auto told = amount_of(f, "eur_once");
    if (!told) return "no amount is named";
    if (f.certainty != Certainty::certain) return {};
    const auto low = claimed(days, *f.period->from, f.organisations).bounds().low;
    const Decimal cent = Decimal(1) / Decimal(100);
    return low && *low - *told >= -cent ? "" : "less is claimed back";
}

}  // namespace

bool is_about_time(std::string_view code) {
    return code == "VA-5" || code == "VA-6" || code == "IM-3" || code == "PU-5";
}

std::string check_time_claim(const engine::Evaluation& here, const Situation& situation, const Calendar& calendar,
                             const Finding& f) {
    const Days days{here, situation, calendar};
    if (f.code == "VA-6") return gap_is_there(days, f);
    if (f.code == "PU-5") return rules_switch(days, f);
    return sums_are_claimed(days, f);
}

}  // namespace samenloop::verification
