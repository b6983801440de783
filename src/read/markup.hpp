#pragma once
// Is this well-formed XML?  One walk along the tags, with a stack of the open ones, so that each complaint can name
// both ends: where something was opened and where it became clear that it is not closed.

#include <optional>

#include "samenloop/diagnostic.hpp"

namespace samenloop::read {

inline constexpr std::size_t deepest_element = 64;

inline const Text one_root_element{"een bestand heeft één hoofdelement", "a file has one root element"};

/// The first thing that is wrong; nothing if the tags fit.  Document types are refused; entities are not looked at.
std::optional<Diagnostic> check_markup(const Source& source);

}  // namespace samenloop::read
