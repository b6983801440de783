// Deductions, floors, goals and sanctions anew: who takes what is added up by the three ways of reaching into an
// income, without an order; the status that lowers a floor is turned over; sanctions are counted.

#include <algorithm>
#include <map>
#include <set>

#include "feel/number.hpp"
#include "verification/claims.hpp"

namespace samenloop::verification {
namespace {

bool about(const Decimal& a, const Decimal& b) {
    const Decimal cent = Decimal(1) / Decimal(100);
    return a - b <= cent && b - a <= cent;
}

std::optional<Decimal> exact(const Value& v) {
    const auto* d = v.get<Decimal>();
    return d == nullptr ? std::nullopt : std::optional(*d);
}

Decimal at_least(const Decimal& a, const Decimal& b) { return a > b ? a : b; }
Decimal at_most(const Decimal& a, const Decimal& b) { return a < b ? a : b; }

/// What an effect would take in a month; nothing when it does not apply or the sum is not known exactly.
std::optional<Decimal> monthly_claim(const engine::Evaluation& e, engine::ArgumentId a, std::size_t i) {
    const auto* effect = e.program->effect(a);
    if (e.label(a, i) != engine::Label::accepted || !effect->value) return std::nullopt;
    const auto amount = exact(e.value_of(*effect->value, e.program->arguments[a].rule, i));
    if (!amount) return std::nullopt;
    const auto& unit = effect->value->type().unit;
    return unit == "eur" || unit == "eur/month" ? *amount : *amount / Decimal(12);
}

template <class Visit>
void each_claim(const engine::Evaluation& e, Visit visit) {
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || (effect->kind != EffectKind::attach && effect->kind != EffectKind::recover)) continue;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i)
            if (const auto claim = monthly_claim(e, a, i); claim && *claim > Decimal(0)) visit(a, i, *effect, *claim);
    }
}

Decimal room_above(const engine::Evaluation& e, Index floor) {
    const auto& declared = e.base().floors[floor];
    if (!declared.stream) return {};
    const auto income = exact(evaluate(*declared.stream, {e.values, {}}));
    const auto safe = exact(e.values[declared.item]);
    return income && safe ? at_least(*income - *safe, Decimal(0)) : Decimal(0);
}

/// Some effect that stands, perhaps, takes from the income whose floor this item is.
bool somebody_takes(const engine::Evaluation& e, Slot item) {
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect != nullptr && effect->floor != none && e.base().floors[effect->floor].item == item &&
            e.accepted(a) != Truth::no)
            return true;
    }
    return false;
}

bool is_defined(const engine::Evaluation& e, Slot item) {
    const auto o = e.program->object_of_slot[item];
    return o != none && std::ranges::any_of(e.program->objects[o].arguments, [&](engine::ArgumentId a) {
               return e.accepted(a) != Truth::no;
           });
}

bool threatened(const engine::Evaluation& e, Slot item) {
    return std::ranges::any_of(e.base().floors, [&](const Floor& floor) {
        return floor.item == item && floor.at_risk && evaluate(*floor.at_risk, {e.values, {}}).truth() == Truth::yes;
    });
}

/// The scheme that the chain ends in.
Index scheme_of(const RuleBase& base, const Finding& f) {
    for (const auto& link : f.chain)
        for (Index s = 0; s < base.schemes.size(); ++s)
            if (link.to == "scheme:" + base.schemes[s].id) return s;
    return none;
}

bool sanctions(const engine::Evaluation& e, Index r) { return e.rule(r).sanction && e.effective(r) != Truth::no; }

/// How much more is protected with the status turned over; of what is not known exactly, at the most.
std::optional<Decimal> rises_by(const engine::Evaluation& e, const Finding& f) {
    const auto floor = f.items[0];
    const auto status = f.items[1];
    const bool certain = f.certainty == Certainty::certain;
    const auto low = [&](const Value& v) { return certain ? exact(v) : v.bounds().low; };
    const auto high = [&](const Value& v) { return certain ? exact(v) : v.bounds().high; };
    const auto& type = e.base().items[status].type;
    std::vector<Value> words{Value(true), Value(false)};
    if (type.kind != Kind::boolean) words.assign(type.names.begin(), type.names.end());
    std::vector<Decimal> lows;
    std::vector<Decimal> highs;
    for (const auto& v : words) {
        const auto turned = engine::vary(e, {{}, {}, {{status, v}}}).values[floor];
        if (const auto x = low(turned)) lows.push_back(*x);
        if (const auto x = high(turned)) highs.push_back(*x);
    }
    auto now = low(e.values[floor]);
    if (e.values[status].is_unknown() && !lows.empty()) now = *std::ranges::min_element(lows);
    if (highs.empty() || !now) return std::nullopt;
    return *std::ranges::max_element(highs) - *now;
}

}  // namespace

std::string goal_missed(const engine::Evaluation& e, const Finding& f) {
    const auto s = scheme_of(e.base(), f);
    if (s == none || !e.base().schemes[s].goal) return "it names no scheme with a goal";
    const auto& goal = *e.base().schemes[s].goal;
    const Environment here{e.values, {}};
    const auto target = goal.target ? evaluate(*goal.target, here).truth() : Truth::yes;
    const auto reached = evaluate(goal.reached, here).truth();
    const bool sure = target == Truth::yes && reached == Truth::no;
    const bool perhaps = target != Truth::no && reached != Truth::yes;
    return (f.certainty == Certainty::certain ? sure : perhaps) ? "" : "the goal is reached, or meant for others";
}

std::string floor_lowered(const engine::Evaluation& e, const Finding& f) {
    const auto told = amount_of(f, "eur_month");
    if (f.items.size() < 2 || !told) return "floor, status or amount is missing";
    if (!is_defined(e, f.items[1])) return "nobody defines the status";
    const bool exactly = f.certainty == Certainty::certain || exact(e.values[f.items[0]]);
    const auto best = rises_by(e, f);
    if (!best) return "the protected amount is not known";
    if (exactly ? !about(*best, *told) : *told > *best)
        return "turned over, the status changes the protected amount by another sum";
    const bool taken = somebody_takes(e, f.items[0]);
    if (f.severity > 0) return taken ? "" : "nobody takes from that income";
    return !taken && threatened(e, f.items[0]) ? "" : "it is no mere threat";
}

std::string loss_exceeds(const engine::Evaluation& e, const Finding& f) {
    const auto loss = amount_of(f, "loss_eur");
    const auto against = amount_of(f, "against_eur");
    if (!loss || !against) return "loss or measure is missing";
    for (const auto r : f.rules) {
        const auto& measure = e.rule(r).against;
        if (!measure || e.effective(r) == Truth::no) continue;
        const auto* norm = e.base().norm("im6.proportion");
        const auto bound = measure->at_most.value_or(norm != nullptr ? norm->value : Decimal(5));
        if (*loss <= *against * bound && f.certainty == Certainty::certain) return "it is in proportion";
        const auto without = engine::vary(e, {{r}, {}, {}});
        return without.values == e.values && e.rule(r).effects.front().kind != EffectKind::recover &&
                       e.rule(r).effects.front().kind != EffectKind::attach
                   ? "without the rule nothing changes"
                   : "";
    }
    return "none of its rules is measured against anything";
}

/// All that is claimed: a month at most, and once.
struct Withheld {
    std::set<std::string> creditors;
    Decimal most;
    Decimal once;
};

Withheld all_withheld(const engine::Evaluation& e) {
    Withheld all;
    auto& [creditors, most, once] = all;
    std::map<Index, Decimal> shared;
    each_claim(e, [&](engine::ArgumentId a, std::size_t i, const Effect& effect, const Decimal& claim) {
        creditors.insert(e.organisation(effect.to, e.program->arguments[a].rule, i));
        if (effect.floor != none && effect.reach == Reach::free) shared[effect.floor] += claim;
        else if (effect.floor == none && effect.value->type().unit == "eur") once += claim;
        else
            most += effect.floor != none && effect.reach == Reach::own
                        ? at_most(claim, room_above(e, effect.floor))
                        : claim;
    });
    for (const auto& [floor, claims] : shared) most += at_most(claims, room_above(e, floor));
    for (const auto& charge : e.base().charges)
        if (const auto sum = exact(e.values[charge.slot]); charge.withheld && sum && *sum > Decimal(0)) {
            creditors.insert(e.organisation(charge.creditor));
            most += *sum / Decimal(12);
        }
    return all;
}

std::string withheld_together(const engine::Evaluation& e, const Finding& f) {
    const auto told = amount_of(f, "eur_month");
    const auto told_once = amount_of(f, "eur_once");
    const auto count = amount_of(f, "creditors");
    if ((!told && !told_once) || !count) return "sum or count is missing";
    if (f.certainty != Certainty::certain) return {};
    const auto [creditors, most, once] = all_withheld(e);
    if (Decimal(static_cast<std::int64_t>(creditors.size())) < *count) return "there are fewer creditors";
    const auto left = amount_of(f, "residual_month");
    const auto breach = amount_of(f, "breach_month");
    if (breach && *breach < Decimal(1) / Decimal(100)) return "what is missing is less than a cent";
    if (f.severity >= 3 && !breach) return "nothing is missing of what is protected";
    const bool exhausted = left && *left <= Decimal(0);
    if (!about(once, told_once.value_or(Decimal(0)))) return "another sum is claimed once";
    const auto monthly = told.value_or(Decimal(0));
    return about(most, monthly) || (exhausted && monthly < most) ? "" : "another sum is withheld";
}

std::string punished_twice(const engine::Evaluation& e, const Finding& f) {
    const auto told = amount_of(f, "sanctions");
    std::set<std::string> who;
    std::int64_t count = 0;
    for (const auto r : f.rules) {
        if (!sanctions(e, r)) continue;
        ++count;
        for (const auto a : e.program->arguments_of_rule[r])
            if (e.accepted(a) != Truth::no) who.insert(e.actor(a, 0));
    }
    if (who.size() < 2) return "fewer than two organisations punish";
    return told && *told == Decimal(count) ? "" : "the number of sanctions is another one";
}

}  // namespace samenloop::verification
