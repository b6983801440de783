#include "cli/files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>

#include <sys/stat.h>

#include "base/both.hpp"

namespace samenloop::cli {
namespace {

namespace fs = std::filesystem;
constexpr std::uintmax_t largest_file = 32U * 1024U * 1024U;

Diagnostics problem(const std::string& path, const Text& message) {
    return {{message, {}, 0, std::make_shared<const Source>(path, ""), true}};
}

Diagnostics unreadable(const std::string& path, int why) {
    return problem(
        path, base::both("niet te lezen: {}", "it cannot be read: {}", words_of({why, std::generic_category()})));
}

/// What was read: a result is not written over it.
std::vector<FileIdentity>& read_so_far() {
    static std::vector<FileIdentity> all;
    return all;
}

struct Closer {
    void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
};

Result<std::string> all_bytes(const std::string& path) {
    errno = 0;
    const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
    if (!file) return tl::unexpected(unreadable(path, errno));
    std::string bytes;
    std::array<char, 1U << 16U> some{};
    while (std::feof(file.get()) == 0) {
        const auto n = std::fread(some.data(), 1, some.size(), file.get());
        if (std::ferror(file.get()) != 0) return tl::unexpected(unreadable(path, errno));
        bytes.append(some.data(), n);
        if (bytes.size() > largest_file)
            return tl::unexpected(problem(path, {"groter dan 32 MiB", "larger than 32 MiB"}));
    }
    return bytes;
}

}  // namespace

Text words_of(std::error_code why) {
    static constexpr std::array<std::pair<std::errc, std::string_view>, 9> known{
        {{std::errc::no_such_file_or_directory, "bestand of map bestaat niet"},
         {std::errc::permission_denied, "geen toegang"},
         {std::errc::operation_not_permitted, "geen toegang"},
         {std::errc::not_a_directory, "dit is geen map"},
         {std::errc::is_a_directory, "dit is een map"},
         {std::errc::file_too_large, "het bestand wordt te groot"},
         {std::errc::no_space_on_device, "er is geen ruimte meer op de schijf"},
         {std::errc::read_only_file_system, "hier kan alleen worden gelezen"},
         {std::errc::too_many_symbolic_link_levels, "te veel verwijzingen naar verwijzingen"}}};
    const auto at = std::ranges::find(known, why, [](const auto& each) { return std::make_error_code(each.first); });
    return {at == known.end() ? why.message() : std::string(at->second), why.message()};
}

std::optional<FileIdentity> identity_of(const std::string& path) {
    struct stat there{};
    if (stat(path.c_str(), &there) != 0) return std::nullopt;
    return FileIdentity{there.st_dev, there.st_ino};
}

bool was_read(const std::string& path) {
    const auto identity = identity_of(path);
    return identity && std::ranges::find(read_so_far(), *identity) != read_so_far().end();
}

Result<File> read_file(const std::string& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return tl::unexpected(problem(path, {"dit bestand is er niet", "there is no such file"}));
    if (error) return tl::unexpected(unreadable(path, error.value()));
    if (fs::is_directory(status))
        return tl::unexpected(problem(path, {"dit is een map, geen bestand", "it is a folder, not a file"}));
    if (!fs::is_regular_file(status))
        return tl::unexpected(problem(path, {"dit is geen gewoon bestand", "not a regular file"}));
    auto bytes = all_bytes(path);
    if (!bytes) return tl::unexpected(std::move(bytes.error()));
    if (const auto identity = identity_of(path)) read_so_far().push_back(*identity);
    return std::make_shared<const Source>(path, std::move(*bytes));
}

Result<std::vector<std::string>> list_folder(const std::string& path, const Text& of) {
    std::error_code error;
    if (!fs::is_directory(path, error))
        return tl::unexpected(problem(path, base::both("dit is geen map met {}", "not a folder of {}", of)));
    std::vector<std::string> names;
    fs::directory_iterator entries(path, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error))
        if (entries->path().extension() == ".xml") names.push_back(entries->path().string());
    if (error) return tl::unexpected(unreadable(path, error.value()));
    std::ranges::sort(names);
    if (names.empty())
        return tl::unexpected(
            problem(path, {"in deze map staan geen *.xml-bestanden", "there are no *.xml files in this folder"}));
    return names;
}

Result<std::vector<File>> read_folder(const std::string& path) {
    const auto names = list_folder(path, {"regels", "rules"});
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

}  // namespace samenloop::cli
