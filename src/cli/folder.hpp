#pragma once
// A whole folder is written or nothing: beside it first, then it is renamed.

#include <optional>
#include <string>
#include <vector>

#include "cli/files.hpp"

namespace samenloop::cli {

/// Writes the files into a folder of their own.  A folder with something in it is replaced only when an earlier call
/// wrote it.  What went wrong, if anything did.
std::optional<Text> write_rules(const std::string& folder, const std::vector<File>& files);

}  // namespace samenloop::cli
