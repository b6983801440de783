#pragma once
// Everything that is wrong with the files that are being read, collected so that all of it is told at once.

#include <string>
#include <string_view>
#include <vector>

#include "read/element.hpp"

namespace samenloop::read {

class Problems {
  public:
    void add(const Location& at, std::string message, std::string hint = {});
    void add(const Element& element, const Attribute& attribute, std::string message, std::string hint = {});
    void add(Diagnostics diagnostics);
    /// Diagnostics about a piece of mapped text, with offsets into that text from `start` on.
    void add(const Element& element, const MappedText& text, std::size_t start, Diagnostics diagnostics);

    /// "did you mean 'x'?", as long as there are not so many problems that nobody reads them.
    std::string suggest(std::string_view word, const std::vector<std::string_view>& known) const;

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

}  // namespace samenloop::read
