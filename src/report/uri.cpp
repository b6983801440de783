#include "report/uri.hpp"

#include <filesystem>

#include <fmt/core.h>

namespace samenloop::report {
namespace {

bool stands_for_itself(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string relative_uri(std::string_view path) {
    auto normal = std::filesystem::path(path).lexically_normal();
    if (normal.is_absolute()) {
        const auto folder = normal.parent_path().filename();
        normal = folder.empty() ? normal.filename() : folder / normal.filename();
    }
    std::string uri;
    for (const char c : normal.generic_string())
        uri += stands_for_itself(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return uri;
}

}  // namespace samenloop::report
