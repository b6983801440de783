#include "cli/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace samenloop::cli {
namespace {

namespace fs = std::filesystem;
constexpr std::uintmax_t largest_file = 32U * 1024U * 1024U;

Diagnostics problem(const std::string& path, const std::string& message) {
    return {{message + " '" + path + "'", "", 0, std::make_shared<const Source>(path, "")}};
}

}  // namespace

Result<File> read_file(const std::string& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) return tl::unexpected(problem(path, "there is no file"));
    if (!fs::is_regular_file(status)) return tl::unexpected(problem(path, "not a regular file:"));
    if (fs::file_size(path, error) > largest_file) return tl::unexpected(problem(path, "larger than 32 MiB:"));
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return tl::unexpected(problem(path, "cannot be read:"));
    return std::make_shared<const Source>(path, std::string(std::istreambuf_iterator<char>(stream), {}));
}

Result<std::vector<File>> read_folder(const std::string& path) {
    std::error_code error;
    if (!fs::is_directory(path, error)) return tl::unexpected(problem(path, "there is no folder of rules"));
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path, error))
        if (entry.path().extension() == ".xml") names.push_back(entry.path().string());
    std::ranges::sort(names);
    if (names.empty()) return tl::unexpected(problem(path, "no *.xml files in the folder"));
    std::vector<File> files;
    Diagnostics problems;
    for (const auto& name : names) {
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

std::optional<std::string> write_result(const std::string& path, const std::string& bytes) {
    if (path.empty()) {
        std::fwrite(bytes.data(), 1, bytes.size(), stdout);
        std::fflush(stdout);
        return std::nullopt;
    }
    const auto temporary = path + ".partial";
    {
        std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        stream.flush();
        if (!stream) {
            std::remove(temporary.c_str());
            return "cannot write '" + path + "': " + std::strerror(errno);  // NOLINT(concurrency-mt-unsafe)
        }
    }
    std::error_code error;
    fs::rename(temporary, path, error);
    if (!error) return std::nullopt;
    std::remove(temporary.c_str());
    return "cannot write '" + path + "': " + error.message();
}

}  // namespace samenloop::cli
