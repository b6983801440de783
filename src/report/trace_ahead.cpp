#include "report/trace_ahead.hpp"

#include "report/names.hpp"
#include "report/numbers.hpp"
#include "report/trace_words.hpp"

namespace samenloop::report {
namespace {

std::string answer_words(Truth reached, Language language) {
    std::string answer(reached_words(reached, language));
    if (reached == Truth::unknown)
        answer += pick(language, ": wat het dan bepaalt, een bedrag of een feit, is niet bekend",
                       ": what decides it then, an amount or a fact, is not known");
    return answer;
}

}  // namespace

TraceSection ahead_section(const RuleBase& rules, const Trace& trace, Language language) {
    TraceSection section{std::string(pick(language, "Vooruit", "Ahead")), {}};
    for (const auto& change : trace.ahead) {
        section.lines.push_back({2, date_text(change.day, language) + ": ", answer_words(change.reached, language),
                                 change.reached == Truth::no ? Paint::warning : Paint::plain});
        std::string lead(pick(language, "dan maakt dit het los: ", "what frees it then: "));
        for (const auto& lever : change.step) {
            section.lines.push_back({4, lead,
                                     mover(rules, lever, language) + ": " + pick(language, lever.text) + " — " +
                                         pick(language, lever.authority)});
            lead = pick(language, "en ", "and ");
        }
    }
    return section;
}

}  // namespace samenloop::report
