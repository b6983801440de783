// Concepts as data: {"format": "samenloop.concepts", "concepts": [{definitions, differences}]}.

#include "report/json_value.hpp"
#include "report/names.hpp"
#include "report/survey.hpp"
#include "report/words.hpp"

namespace samenloop {
namespace {

std::string_view word(const Difference& d) {
    if (!d.comparable) return "not_comparable";
    if (d.differs == Possibility::possible) return "can_differ";
    return d.differs == Possibility::impossible ? "always_the_same" : "undecided";
}

class Writer {
  public:
    Writer(const RuleBase& rules, Language language) : rules_(rules), names_(rules, language), language_(language) {}

    Json concept_json(const ConceptSurvey& survey) const {
        const auto& word = rules_.concepts[survey.concept_];
        auto definitions = Json::array();
        for (const auto& d : survey.definitions) definitions.push_back(definition(d));
        auto differences = Json::array();
        for (const auto& d : survey.differences) differences.push_back(difference(d));
        return {{"id", word.id},
                {"title", pick(language_, word.title)},
                {"definitions", std::move(definitions)},
                {"differences", std::move(differences)}};
    }

  private:
    std::string law(Slot item) const { return rules_.laws[rules_.items[item].law].id; }

    Json definition(const Definition& d) const {
        const auto& item = rules_.items[d.item];
        auto rules = Json::array();
        for (const auto r : d.rules) rules.push_back({{"id", rules_.rules[r].id}, {"article", rules_.rules[r].article}});
        return {{"law", law(d.item)},
                {"item", item.id},
                {"title", pick(language_, item.title)},
                {"unit", item.type.unit},
                {"reference", item.reference},
                {"rules", std::move(rules)}};
    }

    Json difference(const Difference& d) const {
        Json out{{"laws", {law(d.first), law(d.second)}}, {"result", word(d)}};
        if (d.differs != Possibility::possible) return out;
        auto facts = Json::array();
        for (const auto& f : d.facts) facts.push_back({{"item", f.item}, {"value", json_of(f.value, names_.type(f.item))}});
        out["facts"] = std::move(facts);
        out["values"] = {json_of(d.first_value, &rules_.items[d.first].type),
                         json_of(d.second_value, &rules_.items[d.second].type)};
        return out;
    }

    const RuleBase& rules_;
    Names names_;
    Language language_;
};

}  // namespace

std::string concepts_json(const RuleBase& rules, std::span<const ConceptSurvey> all, Date day, Language language) {
    const Writer writer(rules, language);
    auto concepts = Json::array();
    for (const auto& survey : all) concepts.push_back(writer.concept_json(survey));
    const Json out{{"format", "samenloop.concepts"},
                   {"version", 1},
                   {"date", day.to_string()},
                   {"rulebase", {{"jurisdiction", rules.jurisdiction}, {"fingerprint", rules.fingerprint}}},
                   {"concepts", std::move(concepts)}};
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace samenloop
