// IM-6: what a rule costs the person is out of proportion to the interest at stake or the error made: more than five
// times as much, or what the rule itself declares (definitions section 3).  Only rules that say what their loss is
// measured against (`<against>`) are looked at, so that both sides are known.
//
// The loss is what would be there without the rule: what all schemes pay more, all charges ask less and creditors take
// less, for as long as the loss lasts.

#include <algorithm>

#include "detect/detectors.hpp"
#include "engine/cents.hpp"
#include "engine/withholding.hpp"
#include "feel/number.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

struct Scales {
    Value loss;     // for as long as it lasts
    Value against;  // over the same time
};

bool worth_a_cent(const Item& item) { return item.kind == SlotKind::sum || item.kind == SlotKind::charge; }

/// Euro a year that the person has more without the rule.
Value yearly_loss(const engine::Evaluation& e, const engine::Evaluation& without) {
    Value total = Decimal(0);
    for (Slot s = 0; s < e.values.size(); ++s) {
        const auto& item = e.base().items[s];
        if (!worth_a_cent(item) || e.values[s] == without.values[s]) continue;
        const auto more = feel::number::subtract(without.values[s], e.values[s]);
        total = feel::number::add(total, item.kind == SlotKind::sum ? more : feel::number::negate(more));
    }
    const auto taken_more =
        feel::number::subtract(engine::taken(e, Decimal(12)).total, engine::taken(without, Decimal(12)).total);
    return feel::number::add(total, taken_more);
}

Value over(const engine::Evaluation& e, Index r, std::size_t instance, const Against& against) {
    auto value = e.value_of(against.value, r, instance);
    const auto& unit = against.value.type().unit;
    if (unit == "eur") return value;
    const auto monthly = unit == "eur/month" ? value : feel::number::divide(value, Decimal(12));
    return feel::number::multiply(monthly, against.months);
}

Value sum_over(const engine::Evaluation& e, Index r, const Against& against) {
    Value total = Decimal(0);
    for (std::size_t i = 0; i < e.rules[r].size(); ++i)
        if (e.rules[r][i].applies != Truth::no) total = feel::number::add(total, over(e, r, i, against));
    return total;
}

Scales scales(const engine::Evaluation& e, Index r) {
    const auto& against = *e.rule(r).against;
    const auto without = engine::vary(e, {{r}, {}, {}});
    return {feel::number::multiply(feel::number::divide(yearly_loss(e, without), Decimal(12)), against.months),
            sum_over(e, r, against)};
}

Decimal bound(const RuleBase& base, const Rule& rule) {
    const auto* norm = base.norm("im6.proportion");
    return rule.against->at_most.value_or(norm != nullptr ? norm->value : Decimal(5));
}

Truth out_of_proportion(const engine::Evaluation& e, Index r, const Scales& s) {
    const auto some = engine::worth_a_cent(s.loss);
    const auto far = engine::exceeds(s.loss, feel::number::multiply(s.against, bound(e.base(), e.rule(r))));
    return e.effective(r) && some && far;
}

/// The rule, and those whose amounts it takes away or that work out the sum at stake.
std::vector<Index> rules_with_money(const engine::Evaluation& e, Index r) {
    std::vector<Index> rules{r};
    const auto without = engine::vary(e, {{r}, {}, {}});
    const auto add = [&](Slot s) {
        if (const auto o = e.program->object_of_slot[s]; o != none)
            for (const auto a : e.program->objects[o].arguments)
                if (without.accepted(a) != Truth::no || e.accepted(a) != Truth::no)
                    rules.push_back(e.program->arguments[a].rule);
    };
    for (Slot s = 0; s < e.values.size(); ++s)
        if (worth_a_cent(e.base().items[s]) && !(e.values[s] == without.values[s])) add(s);
    for (const auto& read : e.rule(r).against->value.reads()) add(read.slot);
    return rules;
}

/// For certain at least so much; conditionally at most.
Decimal told(const Value& v, Truth holds) {
    const auto b = v.bounds();
    return (holds == Truth::yes ? b.low : b.high).value_or(Decimal(0));
}

}  // namespace

std::vector<Candidate> find_disproportion(const DetectionContext& scene) {
    std::vector<Candidate> all;
    for (Index r = 0; r < scene.base().rules.size(); ++r) {
        const auto& rule = scene.base().rules[r];
        if (!rule.against || scene.e.effective(r) == Truth::no ||
            (scene.focus != nullptr && scene.focus->key != rule.id))
            continue;
        const auto s = scales(scene.e, r);
        const auto holds = out_of_proportion(scene.e, r, s);
        if (holds == Truth::no) continue;
        Candidate c;
        c.key = rule.id;
        c.holds = holds;
        c.measure = feel::number::divide(s.loss, rule.against->months);
        c.ids = {r};
        c.conditions = {&rule.against->value};
        if (scene.focus == nullptr) c.rules = rules_with_money(scene.e, r);
        all.push_back(std::move(c));
    }
    return all;
}

void describe_disproportion(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto r = c.ids.front();
    const auto& rule = scene.base().rules[r];
    const auto s = scales(scene.e, r);
    const auto loss = told(s.loss, c.holds);
    const auto against = told(s.against, c.holds);
    f.severity = 2;
    f.title =
        Text{"Het gevolg (", "The consequence ("} + model::money(loss) +
        (c.holds == Truth::yes
             ? Text{") staat niet in verhouding tot ", ") is out of proportion to "}
             : Text{" of minder) staat misschien niet in verhouding tot ", " or less) may be out of proportion to "}) +
        rule.against->title;
    if (s.against.get<Decimal>() != nullptr)
        f.title = f.title + model::plain(" (") + model::money(against) + model::plain(")");
    f.explanation = {model::says(scene.base(), r)};
    f.amounts = {{"eur_month", told(c.measure, c.holds)}, {"loss_eur", loss}, {"against_eur", against}};
    if (against > Decimal(0)) {
        f.amounts.emplace_back("proportion", (loss / against).rounded(1));
        f.explanation.push_back(model::plain((loss / against).rounded(0).to_string()) +
                                Text{" keer zoveel; aanvaard is ten hoogste ", " times as much; accepted is at most "} +
                                model::plain(bound(scene.base(), rule).to_string()) + Text{" keer", " times"});
    }
    for (const auto a : scene.program().arguments_of_rule[r]) {
        const auto* effect = scene.program().effect(a);
        if (effect != nullptr && effect->scheme != none)
            f.chain.push_back({"rule:" + rule.id, "scheme:" + scene.base().schemes[effect->scheme].id,
                               Text{"kost ", "costs "} + model::money(loss)});
    }
}

}  // namespace samenloop::detect
