// The mark is a file that no rule base has of itself: where it stands, and beside it only rule files, all there is was
// written here and can be written again.

#include "cli/folder.hpp"

#include <filesystem>
#include <system_error>

#include <unistd.h>

#include "base/both.hpp"
#include "cli/output_file.hpp"

namespace samenloop::cli {
namespace {

namespace fs = std::filesystem;
constexpr auto mark = ".consolidated";

/// May what stands there be replaced?  Else why not.
std::optional<Text> in_the_way(const fs::path& folder) {
    std::error_code error;
    const auto there = fs::symlink_status(folder, error);
    if (!fs::exists(there)) return std::nullopt;
    if (!fs::is_directory(there)) return Text{"het is er al, en geen map", "it is there, and no folder"};
    bool marked = false;
    bool empty = true;
    std::string other;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        empty = false;
        if (entry.path().filename() == mark) marked = true;
        else if (!entry.is_regular_file(error) || entry.path().extension() != ".xml") other = entry.path().filename();
    }
    if (error) return words_of(error);
    if (empty) return std::nullopt;
    if (!marked)
        return Text{"de map is niet leeg, en niet door deze opdracht geschreven",
                    "the folder is not empty, and was not written by this command"};
    if (other.empty()) return std::nullopt;
    return base::both("'{}' staat er ook in", "'{}' stands in it too", other);
}

std::optional<Text> fill(const fs::path& folder, const std::vector<File>& files) {
    std::error_code error;
    if (!fs::create_directory(folder, error))
        return error ? words_of(error)
                     : Text{"er is al een map met die naam", "a folder of that name is there already"};
    for (const auto& file : files) {
        const auto name = fs::path(file->name()).filename();
        if (auto why = write_file((folder / name).string(), std::string(file->text()))) return why;
    }
    return write_file((folder / mark).string(), "Written by samenloop rules amend; replaced when it is run again.\n");
}

/// The new folder takes the place of the old one, which comes back if that fails.
std::optional<Text> move_in(const fs::path& made, const fs::path& folder, const fs::path& aside) {
    std::error_code error;
    const bool old = fs::exists(folder, error);
    if (old) fs::rename(folder, aside, error);
    if (error) return words_of(error);
    fs::rename(made, folder, error);
    if (error) {
        std::error_code ignored;
        if (old) fs::rename(aside, folder, ignored);
        return words_of(error);
    }
    if (old) fs::remove_all(aside, error);
    return std::nullopt;
}

}  // namespace

std::optional<Text> write_rules(const std::string& folder, const std::vector<File>& files) {
    auto path = fs::path(folder).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();
    auto why = in_the_way(path);
    if (why) return cannot_write(folder, *why);
    const Unstopped here;
    const auto beside = path.string() + "." + std::to_string(getpid());
    const fs::path made = beside + ".partial";
    why = fill(made, files);
    if (!why) why = move_in(made, path, beside + ".old");
    if (!why) return std::nullopt;
    std::error_code ignored;
    fs::remove_all(made, ignored);
    return cannot_write(folder, *why);
}

}  // namespace samenloop::cli
