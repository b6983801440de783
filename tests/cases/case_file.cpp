#include "case_file.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <stdexcept>
#include <string_view>

namespace fs = std::filesystem;

namespace {

void check_keys(const YAML::Node& node, std::initializer_list<std::string_view> allowed, bool edit) {
    for (const auto& pair : node) {
        const auto& key = pair.first.Scalar();
        if (std::find(allowed.begin(), allowed.end(), key) == allowed.end() && !(edit && is_edit_key(key)))
            throw std::runtime_error("unknown key in case.yaml: " + key);
    }
}

/// "a son who studies" -> "a-son-who-studies"
std::string file_name(const std::string& name) {
    std::string out;
    for (const char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) out += c;
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

/// Rules and situation: of this folder, or of the folder it is `like`.
void add_setting(Case& c, const fs::path& folder, const YAML::Node& yaml, Edit& edit) {
    if (const auto like = yaml["like"]) {
        const fs::path other = fs::weakly_canonical(folder / like.Scalar());
        add_setting(c, other, YAML::LoadFile((other / "case.yaml").string()), edit);
        // What `other` adds to its rules is found from there.
        for (auto& file : edit.extra_rules) file = (other / file).string();
    }
    if (const auto rules = yaml["rules"]) {
        c.setting.rules.clear();
        for (const auto& r : rules) c.setting.rules.push_back(fs::weakly_canonical(folder / r.Scalar()));
    }
    if (fs::exists(folder / "situation.xml")) c.setting.situation = folder / "situation.xml";
    if (const auto but = yaml["but"]) {
        check_keys(but, {}, true);
        add_edit(edit, but);
    }
}

void add_runs(Case& c, const Edit& base, const char* key, bool golden) {
    for (const auto& node : c.yaml[key] ? c.yaml[key] : YAML::Node(YAML::NodeType::Sequence)) {
        check_keys(node, {"name", "must", "values", "norms", "nothing"}, true);
        Run run{.name = node["name"] ? node["name"].Scalar() : "on " + node["date"].Scalar(),
                .edit = base,
                .demands = node,
                .golden = "",
                .whole = false};
        add_edit(run.edit, node);
        if (golden) run.golden = file_name(run.name);
        c.runs.push_back(run);
    }
}

}  // namespace

Case read_case(const fs::path& folder) {
    Case c;
    c.setting.folder = folder;
    c.setting.rules = {fs::path(SAMENLOOP_SOURCE_DIR) / "rules"};
    c.yaml = YAML::LoadFile((folder / "case.yaml").string());
    check_keys(c.yaml,
               {"title", "rules", "like", "but", "loaded", "must", "values", "norms", "nothing", "accounted", "also",
                "golden", "dates", "near_misses", "variants", "later", "concept", "differ", "agree"},
               false);
    Edit base;
    add_setting(c, folder, c.yaml, base);
    c.runs.push_back({.name = "the case",
                      .edit = base,
                      .demands = c.yaml,
                      .golden = c.yaml["golden"] ? c.yaml["golden"].Scalar() : "",
                      .whole = true});
    add_runs(c, base, "dates", false);
    add_runs(c, base, "variants", false);
    add_runs(c, base, "near_misses", true);
    return c;
}
