// PU-1: two or more creditors take from one person's income in the same month.  Each keeps to its own article; together
// they may leave less than the amount the law protects (then it is a breach), and often none of them sees the whole
// (definitions section 4 and 10.8).
//
// Who takes how much, in which order, is reckoned in evaluate/withholding.hpp.  Who sees what, by law: a creditor sees
// its own claim, an organisation that the taking rule names (`seen-by`) sees that one, and an exchange on a statutory
// basis that carries the list the taking rules run over from the creditor lets its receiver see it.

#include <algorithm>
#include <map>
#include <set>

#include "detect/arrangements.hpp"
#include "detect/detectors.hpp"
#include "engine/cents.hpp"
#include "engine/disposable.hpp"
#include "engine/withholding.hpp"
#include "feel/number.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

/// It takes something for certain, perhaps, or nothing at all.
Truth takes_something(const engine::Take& t) { return t.holds && engine::worth_a_cent(t.amount); }

std::map<std::string, Truth> creditors(const engine::Taken& month) {
    std::map<std::string, Truth> all;
    for (const auto& t : month.takes) {
        const auto here = takes_something(t);
        if (here == Truth::no) continue;
        auto& known = all.try_emplace(t.creditor, Truth::no).first->second;
        known = known || here;
    }
    return all;
}

Truth enough(const std::map<std::string, Truth>& all, const Decimal& least) {
    const auto count = [&](Truth at_least) {
        return Decimal(std::ranges::count_if(all, [&](const auto& c) { return c.second >= at_least; }));
    };
    if (count(Truth::yes) >= least) return Truth::yes;
    return count(Truth::unknown) >= least ? Truth::unknown : Truth::no;
}

/// What ought to be left: the protected amount, or the income itself where that is less.
Value due(const engine::Evaluation& e, Index floor) {
    return feel::number::min(engine::protected_amount(e, floor), engine::stream(e, floor));
}

bool touched(const engine::Taken& month, Index floor) {
    return std::ranges::any_of(month.takes, [&](const engine::Take& t) { return t.floor == floor; });
}

Truth breached(const engine::Evaluation& e, const engine::Taken& month) {
    auto any = Truth::no;
    for (Index f = 0; f < e.base().floors.size(); ++f)
        if (touched(month, f)) any = any || engine::exceeds(due(e, f), engine::left(e, month, f));
    return any;
}

std::vector<Index> rules_of(const engine::Evaluation& e, Slot slot) {
    std::vector<Index> rules;
    if (const auto o = e.program->object_of_slot[slot]; o != none)
        for (const auto a : e.program->objects[o].arguments)
            if (e.accepted(a) != Truth::no) rules.push_back(e.program->arguments[a].rule);
    return rules;
}

/// Those that take, and those that say how much is protected.
std::vector<Index> rules_behind(const engine::Evaluation& e, const engine::Taken& month) {
    std::vector<Index> rules;
    const auto add = [&](const std::vector<Index>& more) { rules.insert(rules.end(), more.begin(), more.end()); };
    for (const auto& t : month.takes) {
        if (takes_something(t) == Truth::no) continue;
        if (t.charge != none) add(rules_of(e, e.base().charges[t.charge].slot));
        else rules.push_back(e.program->arguments[t.argument].rule);
        if (t.floor != none) add(rules_of(e, e.base().floors[t.floor].item));
    }
    return rules;
}

/// A claim that is made once and taken from no income: it does not come back every month.
bool is_once(const engine::Evaluation& e, const engine::Take& t) {
    if (t.charge != none || t.floor != none) return false;
    return e.program->effect(t.argument)->value->type().unit == "eur";
}

/// What is taken every month, or what is claimed once.
Value sum_of(const engine::Evaluation& e, const engine::Taken& month, bool once) {
    Value sum = Decimal(0);
    for (const auto& t : month.takes)
        if (is_once(e, t) == once) sum = feel::number::add(sum, t.amount);
    return sum;
}

Candidate candidate(const DetectionContext& scene, const engine::Taken& month, std::string key, Truth holds) {
    Candidate c;
    c.key = std::move(key);
    c.holds = holds;
    c.measure = sum_of(scene.e, month, false);
    if (engine::worth_a_cent(c.measure) == Truth::no) {
        c.measure = sum_of(scene.e, month, true);
        c.measured_in = "eur_once";
    }
    if (scene.focus == nullptr) c.rules = rules_behind(scene.e, month);
    return c;
}

std::string organisation_kind(std::string_view organisation) {
    return std::string(organisation.substr(0, organisation.find('[')));
}

/// The lists that the taking rules run over: what an exchange of claims carries.
std::set<Slot> lists_of(const engine::Evaluation& e, const engine::Taken& month) {
    std::set<Slot> lists;
    for (const auto& t : month.takes) {
        if (t.charge != none) continue;
        const auto& rule = e.rule(e.program->arguments[t.argument].rule);
        if (rule.each && !rule.each->reads().empty()) lists.insert(rule.each->reads().front().slot);
    }
    return lists;
}

bool carries(const engine::Evaluation& e, const Exchange& x, const std::set<Slot>& lists, const engine::Take& t) {
    if (x.basis != Basis::statute || !x.in_force.contains(e.day) || !lists.contains(x.item)) return false;
    if (x.person_class && evaluate(*x.person_class, {e.values, {}}).truth() != Truth::yes) return false;
    return x.from.organisation != none &&
           e.base().organisations[x.from.organisation].id == organisation_kind(t.creditor);
}

std::set<std::string> seers(const engine::Evaluation& e, const std::set<Slot>& lists, const engine::Take& t) {
    std::set<std::string> all{t.creditor};
    if (t.charge == none)
        for (const auto o : e.program->effect(t.argument)->seen_by) all.insert(e.base().organisations[o].id);
    for (const auto& x : e.base().exchanges)
        if (x.to.organisation != none && carries(e, x, lists, t))
            all.insert(e.base().organisations[x.to.organisation].id);
    return all;
}

/// Organisations with a legal view on everything that is taken.
std::set<std::string> see_everything(const engine::Evaluation& e, const engine::Taken& month) {
    std::optional<std::set<std::string>> all;
    const auto lists = lists_of(e, month);
    for (const auto& t : month.takes) {
        if (takes_something(t) == Truth::no) continue;
        const auto here = seers(e, lists, t);
        if (!all) all = here;
        std::erase_if(*all, [&](const std::string& o) { return !here.contains(o); });
    }
    return all.value_or(std::set<std::string>{});
}

Decimal low(const Value& v) { return v.bounds().low.value_or(Decimal(0)); }

Text how(const engine::Evaluation& e, const engine::Take& t) {
    if (t.charge != none || e.program->effect(t.argument)->floor == none) return {"", ""};
    switch (e.program->effect(t.argument)->reach) {
    case Reach::all: return {", ook van het beschermde deel", ", from the protected part too"};
    case Reach::own:
        return {", naar eigen berekening, los van de andere", ", by its own reckoning, apart from the others"};
    case Reach::free: break;
    }
    return {", van wat boven het beschermde bedrag uitkomt", ", of what is above the protected amount"};
}

void tell_take(const DetectionContext& scene, const engine::Take& t, Finding& f) {
    const auto& e = scene.e;
    const auto name = model::organisation_name(e.base(), t.creditor);
    f.organisations.push_back(t.creditor);
    if (t.charge != none) {
        const auto& charge = e.base().charges[t.charge];
        f.explanation.push_back(name + Text{" houdt in: ", " withholds: "} + model::money(low(t.amount)) +
                                model::plain(", ") + charge.title);
        f.chain.push_back(
            {"organisation:" + t.creditor, "charge:" + charge.id, Text{"", ""} + model::money(low(t.amount))});
        return;
    }
    const auto r = e.program->arguments[t.argument].rule;
    f.explanation.push_back(
        name + (is_once(e, t) ? Text{" vordert eenmalig ", " claims, once, "} : Text{" neemt ", " takes "}) +
        model::money(low(t.amount)) + how(e, t) + model::plain(", ") + model::cite(e.base(), r));
    f.chain.push_back({"organisation:" + t.creditor, "rule:" + e.base().rules[r].id,
                       Text{"neemt ", "takes "} + model::money(low(t.amount))});
    if (t.floor != none)
        f.chain.push_back({"rule:" + e.base().rules[r].id,
                           "item:" + e.base().items[e.base().floors[t.floor].item].id,
                           {"van", "from"}});
}

void tell_floor(const DetectionContext& scene, const engine::Taken& month, Index floor, Finding& f) {
    const auto& declared = scene.base().floors[floor];
    const auto rest = low(engine::left(scene.e, month, floor));
    const auto safe = low(due(scene.e, floor));
    if (safe <= Decimal(0)) return;
    f.items.push_back(declared.item);
    f.explanation.push_back(
        declared.title + model::plain(": ") + model::money(safe) + Text{" van een inkomen van ", " of an income of "} +
        model::money(low(engine::stream(scene.e, floor))) + Text{"; er blijft ", "; left is "} + model::money(rest) +
        Text{" over", ""} + model::plain(" (" + declared.source + ")"));
    f.amounts.emplace_back("residual_month", rest);
    f.amounts.emplace_back("protected_month", safe);
    if (engine::exceeds(safe, rest) == Truth::yes) f.amounts.emplace_back("breach_month", safe - rest);
}

void tell_sight(const DetectionContext& scene, const engine::Taken& month, Finding& f) {
    std::vector<Text> who;
    for (const auto& o : see_everything(scene.e, month)) who.push_back(model::organisation_name(scene.base(), o));
    f.amounts.emplace_back("organisations_with_view", Decimal(static_cast<std::int64_t>(who.size())));
    if (who.empty())
        f.explanation.push_back({"Geen van de organisaties heeft wettelijk zicht op alles wat wordt ingehouden",
                                 "None of the organisations has a legal view on all that is withheld"});
    else
        f.explanation.push_back(
            Text{"Wettelijk zicht op alles heeft: ", "A legal view on everything has: "} + model::listing(who));
}

/// What goes off every month, and what is claimed once beside it.
Text stack_title(const Decimal& monthly, const Decimal& once) {
    Text withhold = Text{" schuldeisers houden in dezelfde maand samen ", " creditors together withhold "} +
                    model::money(monthly) + Text{" in", " in the same month"};
    if (engine::worth_a_cent(once) != Truth::yes) return withhold;
    if (engine::worth_a_cent(monthly) != Truth::yes)
        return Text{" schuldeisers vorderen samen eenmalig ", " creditors together claim, once, "} + model::money(once);
    return withhold + Text{", en vorderen daarnaast eenmalig ", ", and claim, once, another "} + model::money(once);
}

}  // namespace

std::vector<Candidate> find_stacked_deductions(const DetectionContext& scene) {
    const auto* least = scene.base().norm("pu1.creditors");
    if (least == nullptr) return {};
    const auto month = engine::taken(scene.e, Decimal(1));
    if (month.takes.empty()) return {};
    const auto stacked = enough(creditors(month), least->value);
    if (stacked == Truth::no) return {};
    const auto breach = stacked && breached(scene.e, month);
    std::vector<Candidate> all;
    if (breach != Truth::no) all.push_back(candidate(scene, month, "breach", breach));
    if (breach == Truth::no || (breach == Truth::unknown && stacked == Truth::yes))
        all.push_back(candidate(scene, month, "stack", stacked));
    return all;
}

void describe_stacked_deductions(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto month = engine::taken(scene.e, Decimal(1));
    const auto who = creditors(month);
    const bool breach = c.key == "breach";
    const Decimal count = std::ranges::count_if(who, [&](const auto& x) { return x.second >= c.holds; });
    f.severity = breach ? 3 : 1;
    const auto monthly = low(sum_of(scene.e, month, false));
    const auto once = low(sum_of(scene.e, month, true));
    f.title = model::plain(count.to_string()) + stack_title(monthly, once);
    f.amounts = {{"creditors", count}};
    if (engine::worth_a_cent(once) != Truth::yes || monthly > Decimal(0)) f.amounts.emplace_back("eur_month", monthly);
    if (engine::worth_a_cent(once) == Truth::yes) f.amounts.emplace_back("eur_once", once);
    if (const auto income = low(engine::before_withholding(scene.e)); income > Decimal(0) && monthly > Decimal(0))
        f.amounts.emplace_back("share_percent", monthly * Decimal(1200) / income);
    for (const auto& t : month.takes)
        if (takes_something(t) != Truth::no) tell_take(scene, t, f);
    for (Index floor = 0; floor < scene.base().floors.size(); ++floor)
        if (touched(month, floor)) tell_floor(scene, month, floor, f);
    if (breach)
        f.title = f.title +
                  (c.holds == Truth::yes
                       ? Text{", en er blijft minder over dan wat beschermd is", ", and less is left than is protected"}
                       : Text{", en misschien blijft er minder over dan wat beschermd is",
                              ", and perhaps less is left than is protected"});
    tell_sight(scene, month, f);
    std::set<std::string> taking;
    for (const auto& [creditor, takes] : who)
        if (takes != Truth::no) taking.insert(creditor);
    tell_arrangements(scene.e, taking, f);
    if (breach)
        for (Index n = 0; n < scene.base().needs.size(); ++n)
            if (scene.base().needs[n].coverage == Coverage::income) f.needs.push_back(n);
}

}  // namespace samenloop::detect
