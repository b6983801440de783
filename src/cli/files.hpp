#pragma once
// Reads whole files, finds the rule base, and remembers what was read.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "samenloop/diagnostic.hpp"

namespace samenloop::cli {

using File = std::shared_ptr<const Source>;

/// A regular file of at most 32 MiB.
Result<File> read_file(const std::string& path);

/// The paths of all *.xml files of a folder, sorted; none is a problem, and so is what is no folder "of rules".
Result<std::vector<std::string>> list_folder(const std::string& path, const Text& of);

/// Why the system refused: what is common in both languages, else in the words of the system.
Text words_of(std::error_code why);

/// All *.xml files of a folder, sorted by name; problems with any of them are reported together.
Result<std::vector<File>> read_folder(const std::string& path);

/// --rules, else SAMENLOOP_RULES, else beside the installed program, else the source tree.
std::string rules_folder(const std::string& option);

/// Which file it is, by whatever name.
struct FileIdentity {
    std::uintmax_t device = 0;
    std::uintmax_t number = 0;
    bool operator==(const FileIdentity&) const = default;
};

/// Nothing when there is no such file.
std::optional<FileIdentity> identity_of(const std::string& path);

/// The file of that name is one that `read_file` has read.
bool was_read(const std::string& path);

}  // namespace samenloop::cli
