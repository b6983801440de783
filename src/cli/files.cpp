#include "cli/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include <unistd.h>

namespace samenloop::cli {
namespace {

namespace fs = std::filesystem;
constexpr std::uintmax_t largest_file = 32U * 1024U * 1024U;

Diagnostics problem(const std::string& path, const std::string& message) {
    return {{message, "", 0, std::make_shared<const Source>(path, "")}};
}

}  // namespace

Result<File> read_file(const std::string& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) return tl::unexpected(problem(path, "there is no such file"));
    if (!fs::is_regular_file(status)) return tl::unexpected(problem(path, "not a regular file"));
    if (fs::file_size(path, error) > largest_file) return tl::unexpected(problem(path, "larger than 32 MiB"));
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return tl::unexpected(problem(path, "it cannot be read"));
    return std::make_shared<const Source>(path, std::string(std::istreambuf_iterator<char>(stream), {}));
}

Result<std::vector<std::string>> list_folder(const std::string& path, const std::string& of) {
    std::error_code error;
    if (!fs::is_directory(path, error)) return tl::unexpected(problem(path, "not a folder of " + of));
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path, error))
        if (entry.path().extension() == ".xml") names.push_back(entry.path().string());
    std::ranges::sort(names);
    if (names.empty()) return tl::unexpected(problem(path, "there are no *.xml files in this folder"));
    return names;
}

Result<std::vector<File>> read_folder(const std::string& path) {
    const auto names = list_folder(path, "rules");
    if (!names) return tl::unexpected(names.error());
    std::vector<File> files;
    Diagnostics problems;
    for (const auto& name : *names) {
        auto file = read_file(name);
        if (file) files.push_back(*file);
        else problems.insert(problems.end(), file.error().begin(), file.error().end());
    }
    if (!problems.empty()) return tl::unexpected(problems);
    return files;
}

std::string rules_folder(const std::string& option) {
    if (!option.empty()) return option;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): the program has one thread here and sets no variable
    if (const char* set = std::getenv("SAMENLOOP_RULES"); set != nullptr && *set != '\0') return set;
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error);
    const auto installed = program.parent_path().parent_path() / "share" / "samenloop" / "rules";
    if (!error && fs::is_directory(installed, error)) return installed.string();
#ifdef SAMENLOOP_SOURCE_RULES
    return SAMENLOOP_SOURCE_RULES;
#else
    return "rules";
#endif
}

namespace {

std::string cannot_write(const std::string& path, std::error_code why) {
    return "cannot write '" + path + "': " + why.message();
}

/// All bytes to a file that is opened in this mode; what went wrong, if anything did.
std::error_code write_all(const std::string& path, const char* mode, const std::string& bytes) {
    errno = 0;
    std::FILE* file = std::fopen(path.c_str(), mode);
    if (file == nullptr) return {errno, std::generic_category()};
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() && std::fflush(file) == 0;
    const int why = errno;
    const bool closed = std::fclose(file) == 0;
    if (written && closed) return {};
    return {written ? errno : why, std::generic_category()};
}

}  // namespace

std::optional<std::string> write_result(const std::string& path, const std::string& bytes) {
    if (path.empty()) {
        std::fwrite(bytes.data(), 1, bytes.size(), stdout);  // main() looks whether it arrived
        return std::nullopt;
    }
    std::error_code error;
    const auto there = fs::status(path, error);
    if (fs::is_directory(there)) return "cannot write '" + path + "': it is a folder";
    if (fs::exists(there) && !fs::is_regular_file(there)) {  // a device or a pipe stays what it is
        const auto failed = write_all(path, "wb", bytes);
        return failed ? std::optional(cannot_write(path, failed)) : std::nullopt;
    }
    // A link stays a link: the file behind it is replaced.
    const auto target = fs::exists(there) ? fs::canonical(path, error).string() : path;
    const auto temporary = target + "." + std::to_string(getpid()) + ".partial";
    if (const auto failed = write_all(temporary, "wbx", bytes)) {
        if (failed != std::errc::file_exists) std::remove(temporary.c_str());
        return cannot_write(path, failed);
    }
    fs::rename(temporary, target, error);
    if (!error) return std::nullopt;
    std::remove(temporary.c_str());
    return cannot_write(path, error);
}

}  // namespace samenloop::cli
