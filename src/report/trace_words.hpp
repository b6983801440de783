#pragma once
// The words of a trace.

#include <span>
#include <string>

#include "report/words.hpp"
#include "samenloop/trace.hpp"

namespace samenloop::report {

std::string_view obstacle_words(Obstacle o, Language language);  // "geweigerd"
std::string_view obstacle_id(Obstacle o);                        // "denied"
std::string_view lever_id(LeverKind k);                          // "use_rule"
std::string_view mark_of(Truth met);                             // "+", "-", "?"

/// "niet bereikt in de praktijk; volgens de geladen regels wel".
/// "reached", "not reached", "not surely reached".
std::string_view reached_words(Truth reached, Language language);
std::string state_words(const Trace& trace, Language language);

/// "title (id), 15 januari 2025".
std::string situation_words(const Trace& trace, Language language);
std::string_view nothing_stuck(const Judgement& judgement, Language language);

/// Whose move a lever is: an organisation, or the legislator.
std::string mover(const RuleBase& rules, const Lever& lever, Language language);

/// Held back by the same rules as one that was told before.
bool told_before(std::span<const Trace> traces, std::size_t i);

}  // namespace samenloop::report
