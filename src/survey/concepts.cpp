// The static variant of CL-4 (definitions 1.2): for each pair of laws that define one word, a situation in which the
// two definitions come to different values.

#include <algorithm>
#include <set>

#include "engine/cents.hpp"
#include "engine/notices.hpp"
#include "feel/number.hpp"
#include "model/path.hpp"
#include "samenloop/survey.hpp"
#include "survey/situation_space.hpp"

namespace samenloop::survey {
namespace {

Definition definition(const engine::Program& program, Slot item) {
    std::set<Index> rules;
    if (const auto o = program.object_of_slot[item]; o != none)
        for (const auto a : program.objects[o].arguments) rules.insert(program.arguments[a].rule);
    return {item, {rules.begin(), rules.end()}};
}

bool comparable(const Item& a, const Item& b) { return a.type.kind == b.type.kind && a.type.unit == b.type.unit; }

/// Do the two values differ, whatever is still unknown?  Money by the cent.
Truth differ(const Value& a, const Value& b, bool money) {
    return money ? engine::exceeds(a, b) || engine::exceeds(b, a)
                 : feel::number::compare(feel::Relation::not_equal, a, b);
}

Possibility possibility(solve::SearchResult v) {
    if (v == solve::SearchResult::witness) return Possibility::possible;
    return v == solve::SearchResult::unsatisfiable ? Possibility::impossible : Possibility::undecided;
}

MeaningDifference difference(const SituationSpace& everybody, Slot first, Slot second) {
    const auto& base = *everybody.program().base;
    MeaningDifference d;
    d.first = first;
    d.second = second;
    d.comparable = comparable(base.items[first], base.items[second]);
    if (!d.comparable) return d;
    const bool money = base.items[first].type.unit.starts_with("eur");
    auto support = everybody.support();
    support.item(first);
    support.item(second);
    const auto answer = everybody.find(support, [&](const engine::Evaluation& e) -> solve::Reply {
        const auto t = differ(e.values[first], e.values[second], money);
        if (t == Truth::yes) {
            d.first_value = e.values[first];
            d.second_value = e.values[second];
        }
        return {t, t == Truth::unknown ? open_facts(e, {first, second}) : std::vector<Slot>{}};
    });
    d.differs = possibility(answer.verdict);
    d.asked = answer.asked;
    for (const auto& [slot, value] : answer.facts) d.facts.push_back({base.items[slot].id, value});
    return d;
}

/// What is not decided lacks amounts, or was given up.
engine::Query question(const engine::Evaluation& e, const ConceptSurvey& survey) {
    engine::Unknowns all(e, engine::Depth::all);
    for (const auto& d : survey.definitions) all.slot(d.item);
    engine::Query q{"concept:" + e.base().concepts[survey.concept_].id, {}, all.rules(), false};
    const bool open = std::ranges::any_of(survey.differences, [](const MeaningDifference& d) {
        return d.comparable && d.differs == Possibility::undecided;
    });
    if (!open && !e.known_amounts) return q;
    engine::Unknowns u(e);
    for (const auto& d : survey.definitions) u.slot(d.item);
    q.lacking = u.found();
    q.lacking.facts.clear();
    q.lacking.undefined.clear();
    q.gave_up = open && q.lacking.empty();
    return q;
}

}  // namespace

}  // namespace samenloop::survey

namespace samenloop {

ConceptSurvey survey_concept(const RuleBase& rules, Index concept_, Date day) {
    const survey::SituationSpace everybody(rules, day);
    ConceptSurvey survey;
    survey.concept_ = concept_;
    auto items = rules.concepts[concept_].definitions;
    std::erase_if(items, [&](Slot s) {
        const auto law = rules.items[s].law;
        return law != none && !rules.laws[law].in_force.contains(day);
    });
    for (const auto item : items) survey.definitions.push_back(survey::definition(everybody.program(), item));
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t j = i + 1; j < items.size(); ++j)
            survey.differences.push_back(survey::difference(everybody, items[i], items[j]));
    survey.judgement = engine::judge(
        everybody.nobody(), [&](const engine::Evaluation& e) { return std::vector{survey::question(e, survey)}; });
    return survey;
}

}  // namespace samenloop
