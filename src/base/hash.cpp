#include "base/hash.hpp"

#include <cstdint>

#include <fmt/core.h>

namespace samenloop::base {

std::string hash_hex(std::string_view text) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211U;
    }
    return fmt::format("{:016x}", hash);
}

}  // namespace samenloop::base
