#pragma once
// Rule bases for tests of reading: the made-up one of tests/data/mini, whole or with pieces of it changed.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "samenloop/read.hpp"

namespace samenloop::test {

using Files = std::vector<std::shared_ptr<const Source>>;

inline std::shared_ptr<const Source> source(std::string name, std::string text) {
    return std::make_shared<const Source>(std::move(name), std::move(text));
}

inline std::string text_of_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

inline std::filesystem::path mini_folder() {
    return std::filesystem::path(SAMENLOOP_SOURCE_DIR) / "tests" / "data" / "mini";
}

/// A situation of the small rule base.
inline std::string mini_situation() { return text_of_file(mini_folder().parent_path() / "situation.xml"); }

/// The rule files of a folder, sorted by name.
inline Files rule_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".xml") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    Files files;
    for (const auto& path : paths) {
        auto text = text_of_file(path);
        if (text.find("<rulebase") != std::string::npos)
            files.push_back(source(path.filename().string(), std::move(text)));
    }
    return files;
}

inline const RuleBase& mini() {
    static const RuleBase base = *read_rulebase(rule_files(mini_folder()));
    return base;
}

/// The only place where `what` stands in the text, replaced.
inline std::string replaced_once(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    if (at == std::string::npos) return "nothing to replace: " + what;
    return text.replace(at, what.size(), by);
}

inline std::string small(const std::string& body) {
    return "<rulebase xmlns=\"urn:samenloop:rules:1\">\n" + body + "\n</rulebase>";
}

inline Result<RuleBase> read_small(const std::string& body) {
    return read_rulebase(Files{source("small.xml", small(body))});
}

/// The first that is not told in both languages, or the same in both; "" when there is none.
inline std::string in_one_language(const Diagnostics& all) {
    for (const auto& d : all) {
        const bool whole = !d.message.nl.empty() && !d.message.en.empty() && d.hint.nl.empty() == d.hint.en.empty();
        if (!whole || d.message.nl == d.message.en) return d.message.nl + " | " + d.message.en;
    }
    return {};
}

inline Slot slot_of(const RuleBase& base, std::string_view name) { return base.names.find(name)->second.slot; }

}  // namespace samenloop::test
