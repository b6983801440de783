#include "cli/output_file.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include <sys/stat.h>
#include <unistd.h>

#include "base/both.hpp"
#include "cli/files.hpp"

namespace samenloop::cli {
namespace {

namespace fs = std::filesystem;
constexpr int most_links = 40;  // as the system has it

sigset_t requests_to_stop() {
    sigset_t all;
    sigemptyset(&all);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&all, signal);
    return all;
}

Text cannot_write(const std::string& path, std::error_code why) { return cli::cannot_write(path, words_of(why)); }

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

/// Where links lead, whether something is there or not.
fs::path behind_links(fs::path path, std::error_code& error) {
    for (int i = 0; i < most_links && fs::is_symlink(fs::symlink_status(path, error)); ++i) {
        const auto to = fs::read_symlink(path, error);
        if (error) return path;
        path = to.is_absolute() ? to : path.parent_path() / to;
    }
    error = fs::is_symlink(fs::symlink_status(path, error))
                ? std::make_error_code(std::errc::too_many_symbolic_link_levels)
                : std::error_code();
    return path;
}

/// The new file has the mode and, where we may give it away, the owner of the old one.
void keep_standing(const struct stat& old, const std::string& fresh) {
    // Somebody else's file that we may write but not give back loses nothing but its owner.
    const int given = chown(fresh.c_str(), old.st_uid, old.st_gid);
    constexpr mode_t without_ownership = 0777;
    static_cast<void>(chmod(fresh.c_str(), given == 0 ? old.st_mode & 07777U : old.st_mode & without_ownership));
}

std::optional<Text> replace(const std::string& path, const std::string& target, const std::string& bytes) {
    const Unstopped here;
    const auto temporary = target + "." + std::to_string(getpid()) + ".partial";
    if (const auto failed = write_all(temporary, "wbx", bytes)) {
        if (failed != std::errc::file_exists) std::remove(temporary.c_str());
        return cannot_write(path, failed);
    }
    struct stat old{};
    const bool there = stat(target.c_str(), &old) == 0;
    std::error_code failed;
    if (there && old.st_nlink > 1) {
        failed = write_all(target, "wb", bytes);
        std::remove(temporary.c_str());
    } else {
        if (there) keep_standing(old, temporary);
        fs::rename(temporary, target, failed);
        if (failed) std::remove(temporary.c_str());
    }
    return failed ? std::optional(cannot_write(path, failed)) : std::nullopt;
}

}  // namespace

Text cannot_write(const std::string& path, const Text& why) {
    return base::both("'{}' kan niet worden geschreven: {}", "cannot write '{}': {}", path, why);
}

// NOLINTBEGIN(concurrency-mt-unsafe): there is one thread here
Unstopped::Unstopped() {
    const auto all = requests_to_stop();
    sigprocmask(SIG_BLOCK, &all, &before_);
}

Unstopped::~Unstopped() { sigprocmask(SIG_SETMASK, &before_, nullptr); }
// NOLINTEND(concurrency-mt-unsafe)

std::optional<Text> write_file(const std::string& path, const std::string& bytes, WhatWasRead read) {
    std::error_code error;
    const auto there = fs::status(path, error);
    if (fs::is_directory(there)) return cli::cannot_write(path, {"dit is een map", "it is a folder"});
    if (fs::exists(there) && !fs::is_regular_file(there)) {  // a device or a pipe stays what it is
        const auto failed = write_all(path, "wb", bytes);
        return failed ? std::optional(cannot_write(path, failed)) : std::nullopt;
    }
    if (read == WhatWasRead::stays && was_read(path))
        return cli::cannot_write(
            path, {"dit bestand is gelezen; noem een ander", "it is a file that was read; name another one"});
    error.clear();
    const auto target = behind_links(path, error);
    if (error) return cannot_write(path, error);
    return replace(path, target.string(), bytes);
}

}  // namespace samenloop::cli
