#pragma once
// A page of text: paragraphs wrapped at 100 columns with hanging indents, and colour where it is wanted.
// Whatever the text holds, no control character reaches the terminal but our own colours.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/function_ref.hpp"
#include "report/words.hpp"

namespace samenloop::report {

/// Breaks at blanks; a word that is too long stands on a line of its own.  "€ 5" and "5 %" stay together.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);
/// The same in any measure of which the parts of a text add up.
std::vector<std::string> wrap(std::string_view text, double room,
                              base::function_ref<double(std::string_view)> width_of);

enum class Paint : std::uint8_t { plain, strong, faint, alarm, warning, notice };

class Page {
  public:
    explicit Page(const Style& style) : colour_(style.colour) {}

    void blank() { text_ += '\n'; }
    /// `lead` at `indent`, the text behind it, further lines under the text.
    void paragraph(std::size_t indent, std::string_view lead, std::string_view text, Paint paint = Paint::plain);
    /// A label in its column and the text beside it; an empty label continues the entry above.
    void entry(std::size_t indent, std::string_view label, std::string_view text) { step(indent, label, 0, text); }
    /// The same, the text `deeper` columns further in.
    void step(std::size_t indent, std::string_view label, std::size_t deeper, std::string_view text);

    std::string take() && { return std::move(text_); }
    std::size_t lines() const { return static_cast<std::size_t>(std::ranges::count(text_, '\n')); }

  private:
    std::string painted(std::string text, Paint paint) const;

    std::string text_;
    bool colour_;
};

}  // namespace samenloop::report
