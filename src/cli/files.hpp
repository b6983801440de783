#pragma once
// The only place that touches the disk: reads whole files, finds the rule base, writes a result or nothing.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "samenloop/diagnostic.hpp"

namespace samenloop::cli {

using File = std::shared_ptr<const Source>;

/// A regular file of at most 32 MiB.
Result<File> read_file(const std::string& path);

/// The paths of all *.xml files of a folder "of rules", sorted; none is a problem.
Result<std::vector<std::string>> list_folder(const std::string& path, const std::string& of);

/// All *.xml files of a folder, sorted by name; problems with any of them are reported together.
Result<std::vector<File>> read_folder(const std::string& path);

/// --rules, else SAMENLOOP_RULES, else beside the installed program, else the source tree.
std::string rules_folder(const std::string& option);

/// To the file by way of a temporary one beside it, so that it has the old bytes or all of the new ones; to standard
/// output when the path is empty.
std::optional<std::string> write_result(const std::string& path, const std::string& bytes);

}  // namespace samenloop::cli
