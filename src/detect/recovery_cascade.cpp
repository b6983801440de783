// IM-3: one event changes what a law grants or how it defines something, and thereby other laws claim back (definitions
// section 3): a back-payment of the one benefit makes two allowances and social assistance recoverable.
//
//   event -> rules of law L1 that change -> schemes that fall -> recovery by creditor A
//                                                             -> recovery by creditor B
//
// The event is taken out and put back (detect/recoveries.hpp); what is claimed only with it, is its doing.  It counts
// with two creditors or two schemes.  rho = all recoveries / what the event brings after tax: with rho of 1 or more a
// person ends up with less than nothing by getting what was due to him.

#include <algorithm>
#include <iterator>
#include <set>

#include "detect/detectors.hpp"
#include "detect/recoveries.hpp"
#include "engine/cents.hpp"
#include "feel/number.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

/// What is claimed back: what must be, or also what may be.
Value total(const Aftermath& a, Discretion up_to) {
    Value sum = Decimal(0);
    for (const auto& r : a.recoveries)
        if (!r.may || up_to == Discretion::may)
            sum = feel::number::add(sum, r.holds == Truth::yes ? r.amount : hull(r.amount, Decimal(0)));
    return sum;
}

std::size_t schemes(const Aftermath& a, Truth at_least) {
    std::set<Index> all;
    for (const auto& r : a.recoveries)
        if (r.holds >= at_least) all.insert(r.scheme);
    return all.size();
}

/// Of what is claimed back under no scheme there is none to count.
std::size_t named_schemes(const Aftermath& a, Truth at_least) {
    const auto is_named = [&](const Recovery& r) { return r.scheme != none && r.holds >= at_least; };
    std::set<Index> all;
    for (const auto& r : a.recoveries)
        if (is_named(r)) all.insert(r.scheme);
    return all.size();
}

std::size_t creditors(const Aftermath& a, Truth at_least) {
    std::set<std::string> all;
    for (const auto& r : a.recoveries)
        if (r.holds >= at_least) all.insert(r.creditor);
    return all.size();
}

/// Some law other than those that claim back has a rule that changes; or the law that changes claims, and an
/// organisation beside it does, too.
bool crosses_laws(const Aftermath& a, const std::vector<Index>& changed) {
    if (changed.empty()) return false;
    if (creditors(a, Truth::unknown) >= 2) return true;
    std::set<Index> claiming;
    for (const auto& r : a.recoveries) claiming.insert(a.with.rule(a.with.program->arguments[r.argument].rule).law);
    return std::ranges::any_of(changed, [&](Index r) { return !claiming.contains(a.with.rule(r).law); });
}

/// What the event brings once, after the taxes that come with it; nothing when it brings no money.
std::optional<Decimal> benefit(const Aftermath& a) {
    Decimal sum;
    for (const auto slot : a.items) {
        const auto* now = a.with.facts[slot].get<Decimal>();
        const auto* before = a.without.facts[slot].get<Decimal>();
        if (a.with.base().items[slot].type.unit == "eur" && now != nullptr && before != nullptr) sum += *now - *before;
    }
    if (sum <= Decimal(0)) return std::nullopt;
    for (const auto& charge : a.with.base().charges) {
        const auto* now = a.with.values[charge.slot].get<Decimal>();
        const auto* before = a.without.values[charge.slot].get<Decimal>();
        if (charge.tax && now != nullptr && before != nullptr) sum -= *now - *before;
    }
    return sum;
}

Date cascade_day(const Candidate& c) { return Date::from_days(static_cast<std::int32_t>(c.numbers.front().to_int())); }

Text event_title(const DetectionContext& scene, const Aftermath& a) {
    std::vector<Text> titles;
    for (const auto& event : scene.situation.events)
        if (event.date == a.day && !event.title.nl.empty()) titles.push_back(event.title);
    if (titles.empty())
        for (const auto slot : a.items) titles.push_back(scene.base().items[slot].title);
    return model::listing(titles);
}

void tell_recovery(const Aftermath& a, const Recovery& r, Finding& f) {
    const auto& base = a.with.base();
    const auto rule = a.with.program->arguments[r.argument].rule;
    const auto low = r.amount.bounds().low.value_or(Decimal(0));
    const bool may = r.may;
    const auto name = r.scheme != none ? base.schemes[r.scheme].title : base.rules[rule].title;
    f.explanation.push_back(
        model::organisation_name(base, r.creditor) +
        (may ? Text{" kan terugvorderen: ", " may claim back: "} : Text{" vordert terug: ", " claims back: "}) + name +
        model::plain(", ") + model::money(low) + model::plain(", ") + model::cite(base, rule));
    f.organisations.push_back(r.creditor);
    if (r.scheme == none) return;
    const Text back = (may ? Text{"kan terugvorderen ", "may claim back "} : Text{"vordert terug ", "claims back "}) +
                      model::money(low);
    f.chain.push_back({"scheme:" + base.schemes[r.scheme].id, "organisation:" + r.creditor, back});
}

/// item -> rules that change the definitions -> the schemes that are claimed back.
void tell_way(const Aftermath& a, const Finding& minimal, Finding& f) {
    const auto& base = a.with.base();
    std::set<Index> claimed;
    for (const auto& r : a.recoveries)
        if (r.scheme != none) claimed.insert(r.scheme);
    for (const auto slot : a.items) {
        f.items.push_back(slot);
        for (const auto r : minimal.rules)
            if (std::ranges::binary_search(a.with.program->reads[r], slot))
                f.chain.push_back(
                    {"item:" + base.items[slot].id, "rule:" + base.rules[r].id, {"verandert", "changes"}});
    }
    for (const auto s : claimed) {
        const auto before = a.without.values[base.schemes[s].sum].bounds();
        const auto after = a.with.values[base.schemes[s].sum].bounds();
        if (!before.low || !after.low || *before.low == *after.low) continue;
        f.explanation.push_back(base.schemes[s].title + model::plain(": ") + model::money(*before.low) +
                                model::plain(" → ") + model::money(*after.low) + Text{" per jaar", " a year"});
        for (const auto r : minimal.rules)
            for (const auto& effect : base.rules[r].effects)
                if (effect.kind == EffectKind::grant && effect.scheme == s)
                    f.chain.push_back({"rule:" + base.rules[r].id, "scheme:" + base.schemes[s].id, {"daalt", "falls"}});
    }
}

/// What must be claimed back, and what may.
Text cascade_title(const DetectionContext& scene, const Aftermath& a, const Decimal& least, const Decimal& all) {
    const auto event = event_title(scene, a) + Text{" op ", " on "} + model::date_words(a.day);
    const Text may{" worden teruggevorderd", " may be claimed back"};
    if (engine::worth_a_cent(least) != Truth::yes) return event + Text{": er kan ", ": "} + model::money(all) + may;
    auto must = event + Text{" leidt tot ", " leads to "} + model::money(least) +
                Text{" aan terugvorderingen", " of recoveries"};
    if (engine::exceeds(all, least) != Truth::yes) return must;
    return must + Text{", en er kan nog ", ", and another "} + model::money(all - least) + may;
}

}  // namespace

std::vector<Candidate> find_recovery_cascade(const DetectionContext& scene) {
    std::vector<Candidate> all;
    for (const auto day : days_with_changes(scene)) {
        const auto key = day.to_string();
        if (scene.focus != nullptr && scene.focus->key != key) continue;
        const auto a = aftermath(scene, day);
        const auto enough = [&](Truth at_least) { return creditors(a, at_least) >= 2 || schemes(a, at_least) >= 2; };
        if (!enough(Truth::unknown)) continue;
        auto rules = changed_rules(a);
        if (!crosses_laws(a, rules)) continue;
        Candidate c;
        c.key = key;
        c.holds = enough(Truth::yes) ? Truth::yes : Truth::unknown;
        c.measure = total(a, Discretion::bound);
        c.measured_in = "eur_once";
        c.numbers = {Decimal(day.days())};
        for (const auto& r : a.recoveries) rules.push_back(a.with.program->arguments[r.argument].rule);
        if (scene.focus == nullptr) c.rules = std::move(rules);
        all.push_back(std::move(c));
    }
    return all;
}

void describe_recovery_cascade(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto a = aftermath(scene, cascade_day(c));
    const auto sum = c.measure.bounds();
    const auto net = benefit(a);
    const auto least = sum.low.value_or(Decimal(0));
    f.severity = 2;
    f.period = {a.day, a.day.plus({0, 1})};
    const auto all = total(a, Discretion::may).bounds().low.value_or(least);
    f.title = cascade_title(scene, a, least, all);
    tell_way(a, f, f);
    for (const auto& r : a.recoveries) tell_recovery(a, r, f);
    std::set<std::string> claiming;
    for (const auto& r : a.recoveries) claiming.insert(r.creditor);
    tell_duties_of_recovery(a, claiming, f);
    f.amounts = {{"eur_once", least}};
    if (all > least) f.amounts.emplace_back("eur_once_may", all - least);
    const std::vector<std::pair<std::string, Decimal>> counts{
        {"creditors", Decimal(static_cast<std::int64_t>(creditors(a, c.holds)))},
        {"schemes", Decimal(static_cast<std::int64_t>(named_schemes(a, c.holds)))}};
    std::ranges::copy_if(counts, std::back_inserter(f.amounts), [](const auto& n) { return n.second > Decimal(0); });
    if (!net || *net <= Decimal(0)) return;
    f.amounts.emplace_back("eur_net", *net);
    f.amounts.emplace_back("rho", (least / *net).rounded(4));
    if (all > least) f.amounts.emplace_back("rho_at_most", (all / *net).rounded(4));
    const auto* ratio = scene.base().norm("im3.ratio");
    if (ratio != nullptr && all >= ratio->value * *net)
        f.explanation.push_back({"Wie krijgt waar hij recht op had, houdt er niets van over en moet bijbetalen",
                                 "Getting what was due leaves nothing, and more to pay"});
}

}  // namespace samenloop::detect
