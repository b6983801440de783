// A concept as a page: who defines it where, and per pair of laws a situation in which they differ.

#include <fmt/core.h>

#include "report/judgement.hpp"
#include "report/names.hpp"
#include "report/page.hpp"
#include "report/survey.hpp"
#include "report/words.hpp"

namespace samenloop::report {
namespace {

class ConceptsPage {
  public:
    ConceptsPage(const RuleBase& rules, Language language)
        : rules_(rules), names_(rules, language), language_(language) {}

    std::string write(const ConceptSurvey& survey, Date day) {
        const auto& word = rules_.concepts[survey.concept_];
        out_ = fmt::format("{} [{}], {}\n", pick(language_, word.title), word.id, day.to_string());
        for (const auto& d : survey.definitions) definition(d);
        for (const auto& d : survey.differences) difference(d);
        return std::move(out_);
    }

  private:
    std::string say(std::string_view nl, std::string_view en) const { return std::string(pick(language_, nl, en)); }

    std::string law(Slot item) const { return names_.law(rules_.items[item].law); }

    void definition(const Definition& d) {
        const auto& item = rules_.items[d.item];
        auto line = fmt::format("  {}: {} [{}]", law(d.item), pick(language_, item.title), item.id);
        if (!item.type.unit.empty()) line += ", " + item.type.unit;
        if (!item.reference.nl.empty())
            line += say(", peildatum of tijdvak: ", ", reference date or period: ") + pick(language_, item.reference);
        out_ += line + "\n";
        for (const auto r : d.rules) {
            const auto& rule = rules_.rules[r];
            out_ += fmt::format("    {} ({}){}\n", names_.citation(rule), rule.id,
                                rule.status == Verification::unverified ? say(", ongeverifieerd", ", unverified") : "");
        }
        if (d.rules.empty() && item.fallback)
            out_ += fmt::format("    = {}\n", expression_text(rules_, *item.fallback));
    }

    void difference(const MeaningDifference& d) {
        out_ += fmt::format("\n  {} {} {}: {}\n", law(d.first), say("en", "and"), law(d.second), verdict(d));
        if (d.differs != Possibility::possible) return;
        for (const auto& fact : d.facts)
            for (const auto& line : names_.known(fact)) out_ += "    " + line + "\n";
        out_ += fmt::format("    {} {}: {}; {}: {}\n", say("dan is", "then"), law(d.first),
                            value(d.first, d.first_value), law(d.second), value(d.second, d.second_value));
    }

    std::string value(Slot item, const Value& v) const { return names_.value(rules_.items[item].id, v); }

    std::string verdict(const MeaningDifference& d) const {
        if (!d.comparable)
            return say("niet te vergelijken (andere soort of eenheid)", "not comparable (other kind or unit)");
        switch (d.differs) {
        case Possibility::possible:
            return say("kunnen verschillen, bijvoorbeeld voor wie geldt", "can differ, for example where");
        case Possibility::impossible: return say("altijd hetzelfde", "always the same");
        case Possibility::undecided: break;
        }
        return say("onbeslist", "undecided");
    }

    const RuleBase& rules_;
    Names names_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string concepts_text(const RuleBase& rules, std::span<const ConceptSurvey> all, Date day, Language language) {
    Page top(Style{language, false});
    write_judgement(top, judgement_of(all), language);
    auto out = std::move(top).take();
    if (all.empty())
        out += pick(language, "De geladen regels noemen geen begrip dat wetten elk voor zich bepalen.\n",
                    "The loaded rules name no concept that laws define each for itself.\n");
    bool first = true;
    for (const auto& survey : all) {
        if (!first) out += "\n";
        first = false;
        out += ConceptsPage(rules, language).write(survey, day);
    }
    return out;
}

}  // namespace samenloop::report
