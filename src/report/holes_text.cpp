// A need as a page: which schemes there are, who is left out on purpose, and how people can fall between them.

#include <fmt/core.h>

#include "report/judgement.hpp"
#include "report/names.hpp"
#include "report/page.hpp"
#include "report/survey.hpp"
#include "report/words.hpp"

namespace samenloop::report {
namespace {

class HolesPage {
  public:
    HolesPage(const RuleBase& rules, Language language) : rules_(rules), names_(rules, language), language_(language) {}

    std::string write(const NeedSurvey& survey, Date day) {
        const auto& need = rules_.needs[survey.need];
        out_ = fmt::format("{} [{}], {}\n", pick(language_, need.title), need.id, day.to_string());
        for (const auto s : survey.schemes)
            out_ += fmt::format("  {}: {}\n", say("regeling", "scheme"), pick(language_, rules_.schemes[s].title));
        if (survey.schemes.empty()) out_ += "  " + say("geen regeling dekt dit", "no scheme covers this") + "\n";
        for (const auto r : survey.intended)
            out_ += fmt::format("  {}: {} ({}), {} {}\n", say("bedoelde uitsluiting", "intended exclusion"),
                                names_.citation(rules_.rules[r]), rules_.rules[r].id, say("volgens", "according to"),
                                rules_.rules[r].intended_exclusion);
        for (const auto& h : survey.holes) hole(h);
        return std::move(out_);
    }

  private:
    std::string say(std::string_view nl, std::string_view en) const { return std::string(pick(language_, nl, en)); }

    void hole(const Hole& h) {
        const auto behind =
            h.rule == none ? say("geen toekenning bereikt hen", "no grant reaches them")
                           : fmt::format("{} ({})", names_.citation(rules_.rules[h.rule]), rules_.rules[h.rule].id);
        out_ += fmt::format("\n  {}: {}\n", behind, verdict(h));
        for (const auto& fact : h.facts)
            for (const auto& line : names_.known(fact)) out_ += "    " + line + "\n";
    }

    std::string verdict(const Hole& h) const {
        switch (h.exists) {
        case Possibility::possible: return say("gat, bijvoorbeeld voor wie geldt", "hole, for example where");
        case Possibility::impossible: return say("geen gat", "no hole");
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

std::string holes_text(const RuleBase& rules, std::span<const NeedSurvey> all, Date day, Language language) {
    Page top(Style{language, false});
    write_judgement(top, judgement_of(all), language);
    auto out = std::move(top).take();
    if (all.empty())
        out += pick(language, "De geladen regels noemen geen behoefte.\n", "The loaded rules name no need.\n");
    bool first = true;
    for (const auto& survey : all) {
        if (!first) out += "\n";
        first = false;
        out += HolesPage(rules, language).write(survey, day);
    }
    return out;
}

}  // namespace samenloop::report
