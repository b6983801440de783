#pragma once
// Strings as the expression language writes them.

#include <string>
#include <string_view>

namespace samenloop::feel {

/// woon -> "woon", with \" \\ \n \r \t and \u00XX for other control characters.
std::string quote(std::string_view text);

}  // namespace samenloop::feel
