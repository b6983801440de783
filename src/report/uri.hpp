#pragma once
// The name of a file as a relative URI reference (RFC 3986).

#include <string>
#include <string_view>

namespace samenloop::report {

/// "./a b.xml" -> "a%20b.xml".  Of an absolute path the last folder and the file: where the rest of it stands is
/// nobody else's business.
std::string relative_uri(std::string_view path);

}  // namespace samenloop::report
