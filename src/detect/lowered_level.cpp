// IM-5 in a comparison: a bill makes the protected level itself lower (definitions 11.2).  What the household has is
// measured by the level of before; that there is less to measure by is told here, once, with the amount.  Outside a
// comparison there is no level of before, and nothing to find.
//
// It is severe for who has less than the level of before: he lives on it.  For others less is there to fall back on.

#include "detect/detectors.hpp"
#include "detect/level_rules.hpp"
#include "engine/disposable.hpp"
#include "feel/number.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

Value monthly(const Value& yearly) { return feel::number::divide(yearly, Decimal(12)); }

void tell_levels(const DetectionContext& scene, Finding& f) {
    const auto before = monthly(engine::protected_level(scene.law)).bounds();
    const auto after = monthly(engine::own_level(scene.law)).bounds();
    if (!before.low || !after.low) return;
    f.amounts.emplace_back("M_before_month", *before.low);
    f.amounts.emplace_back("M_after_month", *after.low);
    f.explanation.push_back(Text{"Beschermd niveau: ", "Protected level: "} + scene.base().reference->title +
                            Text{"; vóór het voorstel ", "; before the bill "} + model::money(*before.low) +
                            Text{", erna ", ", after it "} + model::money(*after.low));
}

}  // namespace

std::vector<Candidate> find_lowered_level(const DetectionContext& scene) {
    const auto* least = scene.base().norm("im5.amount_month");
    if (scene.law.yardstick == nullptr || least == nullptr || !scene.base().reference) return {};
    const auto loss = monthly(feel::number::subtract(engine::protected_level(scene.law), engine::own_level(scene.law)));
    const auto holds = feel::number::compare(feel::Relation::greater_equal, loss, least->value);
    const auto bounds = loss.bounds();
    if (holds == Truth::no || (!bounds.low && !bounds.high)) return {};
    Candidate c;
    c.key = "level";
    c.holds = holds;
    c.measure = loss;
    if (scene.focus == nullptr) c.rules = rules_of_the_level(scene);
    return {c};
}

void describe_lowered_level(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto lives_on_it =
        feel::number::compare(feel::Relation::less, engine::disposable(scene.e), engine::protected_level(scene.law));
    f.severity = lives_on_it == Truth::no ? 1 : 3;
    const auto loss = c.measure.bounds().low.value_or(Decimal(0));
    f.amounts.emplace_back("eur_month", loss);
    f.title = Text{"Het beschermde niveau zelf daalt met ", "The protected level itself falls by "} +
              model::money(loss) + Text{" per maand", " a month"};
    tell_levels(scene, f);
    for (Index n = 0; n < scene.base().needs.size(); ++n)
        if (scene.base().needs[n].coverage == Coverage::income) f.needs.push_back(n);
}

}  // namespace samenloop::detect
