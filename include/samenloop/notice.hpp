#pragma once
// What is not known, beside what was found: notices, and the verdict whether everything could be judged (definitions
// 11.1).  "Nothing found" may only be said where the verdict is complete.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "samenloop/date.hpp"
#include "samenloop/dictionary.hpp"

namespace samenloop {

enum class NoticeKind : std::uint8_t {
    amount,      // used, and without a value on the day
    unread,      // a law of which the text was not read up to the day
    fact,        // that nobody gave and that decides
    search,      // given up before all was looked at
    unmodelled,  // what the rules leave out, and this person may have to do with
    undefined,   // an item that no rule in force defines here
    carried,     // an amount whose last value is carried forward
    unused,      // a fact that was given and that nothing reads
};

/// One of the things that are not known.
struct NoticePart {
    std::string id;  // typed: "item:pw.norm", "law:pw", "unmodelled:ib.aow"
    Text title;
};

/// What is not known of one subject, and what cannot be answered for it.
struct Notice {
    NoticeKind kind{};
    Text subject;                          // a law, what is left out, the search; empty for facts
    std::optional<Date> day;               // the day without a value, of the text that was read, of the last value
    std::vector<NoticePart> parts;         // by id, each once
    std::vector<std::string> rests_on_it;  // typed: "detector:IM-1", "scheme:bijstand", "charge:ib", "need:income"
};

/// In one sentence, without its full stop.
Text notice_text(const Notice& notice);
/// The same in a few words, for a line with all of its kind.
Text notice_about(const Notice& notice);
std::vector<std::string> ids(const Notice& notice);

/// complete: all that was asked could be answered; partial: some of it could not; none: nothing that depends on amounts
/// could.
enum class Verdict : std::uint8_t { complete, partial, none };

/// What could not be answered, and what it lacked.
struct Unanswered {
    std::string code;                // of a detector, or the typed id of a need, scheme, concept …
    std::vector<std::string> lacks;  // typed ids, as in NoticePart::id
};

struct Judgement {
    Verdict verdict = Verdict::complete;
    std::vector<Unanswered> unanswered;
    std::vector<Notice> notices;
};

/// Both together: what either could not answer is not answered.
void add(Judgement& into, const Judgement& more);
/// One notice more; what is told of its kind and subject already takes it in.
void add(Judgement& into, const Notice& more);

std::string_view to_string(NoticeKind kind);
std::string_view to_string(Verdict verdict);

}  // namespace samenloop
