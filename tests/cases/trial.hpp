#pragma once
// One run of a case: the rule base and the situation of its folder, with the changes that case.yaml asks for.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "samenloop/check.hpp"

/// Where a case gets its rules and its situation from.
struct Setting {
    std::filesystem::path folder;
    std::vector<std::filesystem::path> rules;  // folders
    std::filesystem::path situation;
};

/// The change of a near-miss; each key of its YAML is optional:
///   set {path: literal} · unset [items] · events [{item, date, from, to}] (instead of those of the situation) · date
///   without [rules] · extra_rules [files] · in_rules [{from, to}] (text that stands exactly once in the rules)
struct Edit {
    std::vector<std::pair<std::string, std::string>> set;
    std::vector<std::string> unset;
    std::optional<YAML::Node> events;
    std::string date;
    std::vector<std::string> without;
    std::vector<std::string> extra_rules;
    std::vector<std::pair<std::string, std::string>> in_rules;
};

bool is_edit_key(const std::string& key);
/// Adds the keys of `node` that make a change; throws std::runtime_error on a wrong shape.
void add_edit(Edit& edit, const YAML::Node& node);

struct Trial {
    samenloop::RuleBase rules;  // rules left out are never in force in here
    samenloop::Situation situation;
    samenloop::Report report;
};

struct Prepared {
    samenloop::RuleBase rules;
    samenloop::Situation situation;
    samenloop::CheckOptions options;
};
/// Reads; throws std::runtime_error with the rendered diagnostics when the input is bad.
Prepared prepare(const Setting& setting, const Edit& edit);
Trial run(Prepared prepared);

/// Reads, checks; throws std::runtime_error with the rendered diagnostics when the input is bad.
Trial run(const Setting& setting, const Edit& edit);
