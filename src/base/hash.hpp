#pragma once
// A short stable fingerprint of a text: FNV-1a, 64 bits, as 16 hexadecimal digits.  Not for security.

#include <string>
#include <string_view>

namespace samenloop::base {

std::string hash_hex(std::string_view text);

}  // namespace samenloop::base
