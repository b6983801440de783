#include "static_demands.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/evaluation.hpp"
#include "samenloop/survey.hpp"

using namespace samenloop;

namespace {

Index concept_named(const RuleBase& rules, const std::string& id) {
    const auto at = std::ranges::find(rules.concepts, id, &Concept::id);
    if (at == rules.concepts.end()) throw std::runtime_error("there is no concept " + id);
    return static_cast<Index>(at - rules.concepts.begin());
}

const MeaningDifference* between(const RuleBase& rules, const ConceptSurvey& survey, const YAML::Node& pair) {
    const auto law = [&](Slot item) { return rules.laws[rules.items[item].law].id; };
    for (const auto& d : survey.differences) {
        const bool straight = law(d.first) == pair[0].Scalar() && law(d.second) == pair[1].Scalar();
        const bool turned = law(d.first) == pair[1].Scalar() && law(d.second) == pair[0].Scalar();
        if (straight || turned) return &d;
    }
    return nullptr;
}

/// The witness, given to the evaluation as a situation of which nothing else is known.
bool holds(const RuleBase& rules, Date day, const MeaningDifference& d) {
    Situation person;
    person.date = day;
    person.facts.resize(rules.items.size());
    person.assumed.assign(rules.items.size(), false);
    for (const auto& fact : d.facts) person.facts[rules.names.find(fact.item)->second.slot] = fact.value;
    const auto program = engine::compile(rules, day);
    const auto e = engine::evaluate(program, person, engine::World::law);
    const auto& a = e.values[d.first];
    const auto& b = e.values[d.second];
    return !a.is_unknown() && !b.is_unknown() && a == d.first_value && b == d.second_value && !(a == b);
}

}  // namespace

std::vector<std::string> unmet_static(const Trial& trial, const YAML::Node& yaml) {
    std::vector<std::string> unmet;
    if (!yaml["concept"]) return unmet;
    const auto day = trial.situation.date;
    const auto survey = survey_concept(trial.rules, concept_named(trial.rules, yaml["concept"].Scalar()), day);
    const auto demand = [&](const char* key, auto met) {
        for (const auto& pair : yaml[key] ? yaml[key] : YAML::Node(YAML::NodeType::Sequence)) {
            const auto* d = between(trial.rules, survey, pair);
            if (d == nullptr || !met(*d))
                unmet.push_back(std::string(key) + ": not so for " + pair[0].Scalar() + " and " + pair[1].Scalar());
        }
    };
    demand("differ", [&](const MeaningDifference& d) {
        return d.differs == Possibility::possible && holds(trial.rules, day, d);
    });
    demand("agree", [](const MeaningDifference& d) { return d.comparable && d.differs == Possibility::impossible; });
    return unmet;
}
