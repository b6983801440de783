#pragma once
// One message in both languages: both("er is geen gegeven '{}'", "unknown item '{}'", name).

#include <type_traits>

#include <fmt/core.h>

#include "samenloop/text.hpp"

namespace samenloop::base {

/// A text that stands in another one is put there in the same language; all else is the same in both.
template <class Part>
using InOneLanguage = std::conditional_t<std::is_same_v<Part, Text>, std::string, Part>;

template <class Part>
const Part& in(Language /*language*/, const Part& part) {
    return part;  // NOLINT(bugprone-return-const-ref-from-parameter): it outlives the call that formats it
}
inline const std::string& in(Language language, const Text& part) { return part.in(language); }

template <class... Parts>
Text both(fmt::format_string<const InOneLanguage<Parts>&...> nl, fmt::format_string<const InOneLanguage<Parts>&...> en,
          const Parts&... parts) {
    return {fmt::format(nl, in(Language::nl, parts)...), fmt::format(en, in(Language::en, parts)...)};
}

}  // namespace samenloop::base
