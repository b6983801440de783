#pragma once
// One function per key of an expectation: empty when the finding meets it, else why not.

#include <string>
#include <string_view>

#include <yaml-cpp/yaml.h>

#include "samenloop/finding.hpp"
#include "samenloop/model.hpp"

struct Seen {
    const samenloop::RuleBase& rules;
    const samenloop::Report& report;
    const samenloop::Finding& finding;
};

struct Matcher {
    std::string_view key;
    std::string (*mismatch)(const Seen&, const YAML::Node&);
};

/// Null for a key that is no property of a finding.
const Matcher* matcher(std::string_view key);

/// `*` in the pattern stands for any text.
bool like(std::string_view text, std::string_view pattern);
