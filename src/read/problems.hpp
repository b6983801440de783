#pragma once
// Everything that is wrong with the files that are being read, collected so that all of it is told at once.

#include <string>
#include <string_view>
#include <vector>

#include "base/both.hpp"
#include "read/element.hpp"

namespace samenloop::read {

class Problems {
  public:
    void add(const Location& at, Text message, Text hint = {});
    void add(const Element& element, const Attribute& attribute, Text message, Text hint = {});
    void add(Diagnostics diagnostics);
    /// Diagnostics about a piece of mapped text, with offsets into that text from `start` on.
    void add(const Element& element, const MappedText& text, std::size_t start, Diagnostics diagnostics);

    /// "did you mean 'x'?", as long as there are not so many problems that nobody reads them.
    Text suggest(std::string_view word, const std::vector<std::string_view>& known) const;

    bool empty() const { return found_.empty(); }
    /// By file and position, each once.
    Diagnostics sorted() const;

  private:
    Diagnostics found_;
};

/// "organisations.xml:12"
std::string line_of(const Location& at);
/// Names in a row: "a, b, c"; a long row is cut.
std::string in_a_row(const std::vector<std::string_view>& names);
/// "allowed here: a, b, c".
Text allowed_here(const std::vector<std::string_view>& names);
/// What was meant, with all that there is behind it: "did you mean 'a'?  (allowed here: a, b)"; or only all that there
/// is.
Text with_all(const Text& meant, const Text& all);

}  // namespace samenloop::read
