#pragma once
// The five entities of XML and character references; there are no others here, so none can grow into a bomb.

#include <optional>
#include <string_view>

#include "read/element.hpp"

namespace samenloop::read {

/// Appends the text that stands at `offset`, entities replaced and line ends as XML wants them (in an attribute
/// blanks); what is wrong with it comes back as a diagnostic at its offset.
enum class TextIn : std::uint8_t { element, attribute, literal };
std::optional<Diagnostic> append_decoded(MappedText& to, std::string_view raw, std::size_t offset, TextIn where);

/// What is wrong with a character that is called so: "U+202E".
Text hidden_character(const std::string& name);

}  // namespace samenloop::read
