#pragma once
// What is not known, before what was found: the verdict and the notices as lines to read and as data.

#include <string>
#include <vector>

#include "report/json_value.hpp"
#include "report/words.hpp"
#include "samenloop/notice.hpp"

namespace samenloop::report {

class Page;

/// The verdict where it is not complete, then a line a notice; nothing when there is nothing to tell.
std::vector<std::string> judgement_lines(const Judgement& judgement, Language language);
/// At the top of a page, with a blank line after or before it.
enum class Room : std::uint8_t { before, after };
void write_judgement(Page& page, const Judgement& judgement, Language language, Room room = Room::after);
/// Adds the keys `verdict`, `unanswered` and `notices`.
void add_judgement(Json& to, const Judgement& judgement, Language language);
/// "Nothing found" may be said.
inline bool is_complete(const Judgement& judgement) { return judgement.verdict == Verdict::complete; }

}  // namespace samenloop::report
