#pragma once
// What is asked of everybody, as text to read and as data.

#include <span>
#include <string>

#include "samenloop/report.hpp"
#include "samenloop/survey.hpp"

namespace samenloop::report {

/// Of all that was asked.
template <class Survey>
Judgement judgement_of(std::span<const Survey> all) {
    Judgement together;
    bool any_answered = false;
    for (const auto& s : all) {
        add(together, s.judgement);
        any_answered = any_answered || s.judgement.verdict == Verdict::complete;
    }
    if (any_answered && together.verdict == Verdict::none) together.verdict = Verdict::partial;
    return together;
}

std::string concepts_text(const RuleBase& rules, std::span<const ConceptSurvey> all, Date day, Language language);
std::string concepts_json(const RuleBase& rules, std::span<const ConceptSurvey> all, Date day, Language language);

std::string holes_text(const RuleBase& rules, std::span<const NeedSurvey> all, Date day, Language language);
std::string holes_json(const RuleBase& rules, std::span<const NeedSurvey> all, Date day, Language language);

}  // namespace samenloop::report
