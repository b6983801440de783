// Surveys as data: {"format": "samenloop.concepts", "concepts": [{definitions, differences}]}, and
// {"format": "samenloop.holes", "needs": [{schemes, intended, holes}]}.

#include "report/json_value.hpp"
#include "report/judgement.hpp"
#include "report/names.hpp"
#include "report/survey.hpp"
#include "report/words.hpp"

namespace samenloop::report {
namespace {

std::string_view word(const MeaningDifference& d) {
    if (!d.comparable) return "not_comparable";
    if (d.differs == Possibility::possible) return "can_differ";
    return d.differs == Possibility::impossible ? "always_the_same" : "undecided";
}

std::string_view word(const Hole& h) {
    if (h.exists == Possibility::possible) return "hole";
    return h.exists == Possibility::impossible ? "no_hole" : "undecided";
}

class SurveyWriter {
  public:
    SurveyWriter(const RuleBase& rules, Language language)
        : rules_(rules), names_(rules, language), language_(language) {}

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

    Json need_json(const NeedSurvey& survey) const {
        const auto& need = rules_.needs[survey.need];
        auto schemes = Json::array();
        for (const auto s : survey.schemes) schemes.push_back(rules_.schemes[s].id);
        auto intended = Json::array();
        for (const auto r : survey.intended)
            intended.push_back({{"rule", rules_.rules[r].id}, {"source", rules_.rules[r].intended_exclusion}});
        auto holes = Json::array();
        for (const auto& h : survey.holes) holes.push_back(hole(h));
        return {{"id", need.id},
                {"title", pick(language_, need.title)},
                {"schemes", std::move(schemes)},
                {"intended", std::move(intended)},
                {"holes", std::move(holes)}};
    }

  private:
    Json hole(const Hole& h) const {
        Json out{{"rule", h.rule == none ? Json() : Json(rules_.rules[h.rule].id)}, {"result", word(h)}};
        if (h.exists == Possibility::possible) out["facts"] = facts(h.facts);
        return out;
    }

    Json facts(const std::vector<Fact>& all) const {
        auto list = Json::array();
        for (const auto& f : all) list.push_back({{"item", f.item}, {"value", json_of(f.value, names_.type(f.item))}});
        return list;
    }

    std::string law(Slot item) const { return rules_.laws[rules_.items[item].law].id; }

    Json definition(const Definition& d) const {
        const auto& item = rules_.items[d.item];
        auto rules = Json::array();
        for (const auto r : d.rules)
            rules.push_back({{"id", rules_.rules[r].id}, {"article", rules_.rules[r].article}});
        return {{"law", law(d.item)},
                {"item", item.id},
                {"title", pick(language_, item.title)},
                {"unit", item.type.unit},
                {"reference", pick(language_, item.reference)},
                {"rules", std::move(rules)}};
    }

    Json difference(const MeaningDifference& d) const {
        Json out{{"laws", {law(d.first), law(d.second)}}, {"result", word(d)}};
        if (d.differs != Possibility::possible) return out;
        out["facts"] = facts(d.facts);
        out["values"] = {
            json_of(d.first_value, &rules_.items[d.first].type), json_of(d.second_value, &rules_.items[d.second].type)};
        return out;
    }

    const RuleBase& rules_;
    Names names_;
    Language language_;
};

Json framed(const RuleBase& rules, std::string_view format, Date day) {
    return {{"format", format},
            {"version", 1},
            {"date", day.to_string()},
            {"rulebase", {{"jurisdiction", rules.jurisdiction}, {"fingerprint", rules.fingerprint}}}};
}

std::string printed(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string concepts_json(const RuleBase& rules, std::span<const ConceptSurvey> all, Date day, Language language) {
    const SurveyWriter writer(rules, language);
    auto out = framed(rules, "samenloop.concepts", day);
    add_judgement(out, judgement_of(all), language);
    out["concepts"] = Json::array();
    for (const auto& survey : all) out["concepts"].push_back(writer.concept_json(survey));
    return printed(out);
}

std::string holes_json(const RuleBase& rules, std::span<const NeedSurvey> all, Date day, Language language) {
    const SurveyWriter writer(rules, language);
    auto out = framed(rules, "samenloop.holes", day);
    add_judgement(out, judgement_of(all), language);
    out["needs"] = Json::array();
    for (const auto& survey : all) out["needs"].push_back(writer.need_json(survey));
    return printed(out);
}

}  // namespace samenloop::report
