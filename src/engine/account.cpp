#include "engine/account.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/timeline.hpp"
#include "feel/number.hpp"

namespace samenloop::engine {
namespace {

constexpr std::int64_t tolerance_days = 28;  // where the rule base has no norm for it
constexpr Duration too_late{24, 0};

/// When a datum that changes on a day reaches each organisation, and over which exchange.
class Travel {
  public:
    Travel(const Evaluation& now, Slot item, Date changed) : now_(now), item_(item), changed_(changed) {
        const auto& holder = now.base().items[item].holder;
        if (holder.organisation == none) return;
        arrival_[holder.organisation] = {changed, none};
        while (spread()) {
        }
    }

    std::optional<Date> at(Index organisation) const {
        const auto known = arrival_.find(organisation);
        return known == arrival_.end() ? std::nullopt : std::optional(known->second.day);
    }

    std::vector<Index> way_to(Index organisation) const {
        std::vector<Index> way;
        for (auto o = organisation; arrival_.contains(o) && arrival_.at(o).over != none;) {
            way.push_back(arrival_.at(o).over);
            o = now_.base().exchanges[way.back()].from.organisation;
        }
        std::ranges::reverse(way);
        return way;
    }

  private:
    struct Arrival {
        Date day;
        Index over = none;
    };

    bool usable(const Exchange& x) const {
        return x.item == item_ && x.basis != Basis::none && x.in_force.contains(changed_) &&
               x.to.organisation != none &&
               (!x.person_class || samenloop::evaluate(*x.person_class, {now_.values, {}}).truth() == Truth::yes);
    }

    Date after(const Exchange& x, Date sent) const {
        const auto told = x.arrived ? samenloop::evaluate(*x.arrived, {now_.values, {}}) : Value();
        if (const auto* day = told.get<Date>(); day != nullptr && *day >= sent) return *day;
        return x.latency ? sent.plus(*x.latency) : sent;
    }

    bool spread() {
        bool more = false;
        const auto& exchanges = now_.base().exchanges;
        for (Index i = 0; i < exchanges.size(); ++i) {
            if (!usable(exchanges[i])) continue;
            const auto from = arrival_.find(exchanges[i].from.organisation);
            if (from == arrival_.end()) continue;
            const auto day = after(exchanges[i], from->second.day);
            const auto there = arrival_.find(exchanges[i].to.organisation);
            if (there != arrival_.end() && there->second.day <= day) continue;
            arrival_[exchanges[i].to.organisation] = {day, i};
            more = true;
        }
        return more;
    }

    const Evaluation& now_;
    Slot item_;
    Date changed_;
    std::map<Index, Arrival> arrival_;
};

/// Another income takes the place of the earnings on the day: who does not know of the one does not know of the other.
bool is_replaced(const RuleBase& base, const Situation& situation, const Event& earnings) {
    const auto& group = base.items[earnings.item].group;
    return !group.empty() && std::ranges::any_of(situation.events, [&](const Event& other) {
        return other.date == earnings.date && other.item != earnings.item && base.items[other.item].group == group;
    });
}

/// What changes on a day; of earnings only a figure that turned out otherwise, or what another income replaces.
std::set<Slot> changed_on(const Evaluation& now, const Situation& situation, Date day) {
    std::set<Slot> all;
    const auto& base = now.base();
    for (const auto& event : situation.events)
        if (event.date == day &&
            (!base.items[event.item].earnings || model::corrects(base, situation, now.facts, event) ||
             is_replaced(base, situation, event)))
            all.insert(event.item);
    for (Slot s = 0; s < base.items.size(); ++s) {
        if (base.items[s].on == none) continue;
        const auto* comes = now.facts[base.items[s].on].get<Date>();
        const auto* sum = now.facts[s].get<Decimal>();
        if (comes != nullptr && *comes == day && sum != nullptr && *sum != Decimal(0)) all.insert(s);
    }
    return all;
}

std::set<Index> executors(const RuleBase& base) {
    std::set<Index> all;
    for (const auto& scheme : base.schemes)
        if (scheme.executor.organisation != none) all.insert(scheme.executor.organisation);
    return all;
}

std::vector<LateDatum> late_data(const Evaluation& now, const Situation& situation, Date changes) {
    const auto* norm = now.base().norm("va5.tolerance_days");
    const auto tolerance = norm != nullptr ? norm->value.to_int() : tolerance_days;
    std::vector<LateDatum> all;
    for (const auto item : changed_on(now, situation, changes)) {
        const Travel travel(now, item, changes);
        for (const auto executor : executors(now.base())) {
            const auto known = travel.at(executor);
            if (!known || known->days() - changes.days() <= tolerance) continue;
            all.push_back({item, changes, known, travel.way_to(executor), executor});
            if (*known > changes.plus(too_late)) all.back().known.reset();
        }
    }
    return all;
}

/// The months of one year for one executor: as it knows the facts, and as they are.
class Year {
  public:
    Year(const Evaluation& now, const Situation& situation, const Calendar& calendar, std::vector<LateDatum> late)
        : now_(now), situation_(situation), calendar_(calendar), late_(std::move(late)), year_(situation.date.year()) {
        const auto last_day = Date::from_civil(year_, 12, 31).value_or(situation.date);
        last_ = all_facts(last_day);
    }

    /// The sum over the year of what a scheme pays, in eur.
    std::vector<Value> sums(bool as_known) const {
        std::vector<Value> total(now_.base().schemes.size(), Decimal(0));
        for (int month = 1; month <= 12;) {
            const auto stretch = stretch_from(month, as_known);
            const Decimal part = Decimal(stretch.months) / Decimal(12);
            for (Index s = 0; s < total.size(); ++s)
                total[s] = feel::number::add(
                    total[s], feel::number::multiply(stretch.state.values[now_.base().schemes[s].sum], part));
            month += stretch.months;
        }
        return total;
    }

  private:
    struct Stretch {
        int months = 1;
        Evaluation state;
    };

    Date first_of(int month) const { return Date::from_civil(year_, month, 1).value_or(situation_.date); }

    /// Months on whose first days the facts are the same and every answer about the day is (feel/moving_day.hpp).
    Stretch stretch_from(int month, bool as_known) const {
        const auto day = first_of(month);
        const auto facts = facts_on(day, as_known);
        const auto last_day = Date::from_civil(year_, 12, 31).value_or(day);
        auto span = std::make_shared<DaySpan>(DaySpan{day, Date::from_days(last_day.days() + 1)});
        if (const auto next = calendar_.next_change(day)) span->to = std::min(span->to, *next);
        Stretch s;
        s.state = on_day(calendar_.on(day), now_, day, facts);
        if (const auto today = now_.program->today; today != none)
            s.state = vary(s.state, {{}, {}, {{today, std::make_shared<const MovingDay>(MovingDay{{}, span})}}});
        while (month + s.months <= 12 && first_of(month + s.months) < span->to &&
               facts_on(first_of(month + s.months), as_known) == facts)
            ++s.months;
        return s;
    }

    Paged<Value> all_facts(Date day) const {
        auto facts = now_.facts;
        for (auto& [slot, value] : model::changes_until(now_.base(), situation_, now_.facts, day))
            facts.set(slot, value);
        return facts;
    }

    const LateDatum* unknown_yet(Slot item, Date day) const {
        for (const auto& datum : late_)
            if (datum.item == item && (!datum.known || day < *datum.known)) {
                const bool changed = datum.changed <= day || now_.base().items[item].whole_year;
                if (changed) return &datum;
            }
        return nullptr;
    }

    model::FactChanges facts_on(Date day, bool as_known) const {
        const auto there = all_facts(day);
        model::FactChanges changes;
        for (Slot s = 0; s < there.size(); ++s) {
            auto value = now_.base().items[s].whole_year ? last_[s] : there[s];
            if (as_known)
                if (const auto* datum = unknown_yet(s, day))
                    value = all_facts(Date::from_days(datum->changed.days() - 1))[s];
            if (!(value == now_.facts[s])) changes.emplace_back(s, std::move(value));
        }
        return changes;
    }

    const Evaluation& now_;
    const Situation& situation_;
    const Calendar& calendar_;
    std::vector<LateDatum> late_;
    int year_;
    Paged<Value> last_;  // facts at the end of the year
};

}  // namespace

Account account(const Evaluation& now, const Situation& situation, const Calendar& calendar, Date changes) {
    Account result;
    result.late = late_data(now, situation, changes);
    const auto& base = now.base();
    std::set<Index> told_late;
    for (const auto& datum : result.late) told_late.insert(datum.executor);
    std::optional<std::vector<Value>> due;  // by the facts as they are, so for every executor the same
    for (const auto executor : told_late) {
        auto own = result.late;
        std::erase_if(own, [&](const LateDatum& d) { return d.executor != executor; });
        const Year year(now, situation, calendar, std::move(own));
        const auto paid = year.sums(true);
        if (!due) due = year.sums(false);
        for (Index s = 0; s < base.schemes.size(); ++s) {
            if (base.schemes[s].executor.organisation != executor) continue;
            result.sums.emplace_back(base.schemes[s].paid, paid[s]);
            result.sums.emplace_back(base.schemes[s].due, (*due)[s]);
        }
    }
    return result;
}

}  // namespace samenloop::engine
