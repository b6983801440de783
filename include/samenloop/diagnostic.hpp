#pragma once
// What is wrong with the *input*.  What is wrong with the *law* is a Finding.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "samenloop/source.hpp"
#include "samenloop/text.hpp"

namespace samenloop {

/// An error refuses the input; a warning only says that it may not mean what it says, a note that it is written
/// otherwise now.
enum class Severity : std::uint8_t { error, warning, note };

struct Diagnostic {
    Text message;  // lower case, no full stop: "er is geen gegeven 'p.aeg'", "unknown item 'p.aeg'"
    Text hint;     // may be empty: "bedoelt u 'p.age'?", "did you mean 'p.age'?"
    std::size_t offset = 0;
    std::shared_ptr<const Source> source;  // null until the reader of the file fills it in
    bool whole_file = false;               // about the file, not a place in it: it could not be read
    Severity severity = Severity::error;
};

using Diagnostics = std::vector<Diagnostic>;
template <class T>
using Result = tl::expected<T, Diagnostics>;

/// "file:line:column: error: message" or "warning: message", the source line, a caret under the column, the hint.  Of a
/// file that could not be read: "file: error: message".
std::string render(const Diagnostic& d, Language language);

/// All of them, sorted by file and position, duplicates removed; of more than 200 the first, and how many more.
std::string render(Diagnostics diagnostics, Language language);

}  // namespace samenloop
