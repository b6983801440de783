#pragma once
// What is asked of everybody, as text to read and as data.

#include <span>
#include <string>

#include "samenloop/report.hpp"
#include "samenloop/survey.hpp"

namespace samenloop {

std::string concepts_text(const RuleBase& rules, std::span<const ConceptSurvey> all, Date day, Language language);
std::string concepts_json(const RuleBase& rules, std::span<const ConceptSurvey> all, Date day, Language language);

std::string holes_text(const RuleBase& rules, std::span<const NeedSurvey> all, Date day, Language language);
std::string holes_json(const RuleBase& rules, std::span<const NeedSurvey> all, Date day, Language language);

}  // namespace samenloop
