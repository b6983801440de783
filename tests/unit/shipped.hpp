#pragma once
// The shipped rules, read once, and the ordinary person with some other facts under them.

#include <catch2/catch.hpp>

#include "engine/evaluation.hpp"
#include "reading.hpp"

namespace samenloop::test {

inline const RuleBase& shipped_rules() {
    static const RuleBase rules = [] {
        auto read = read_rulebase(rule_files(SAMENLOOP_SOURCE_DIR "/rules"));
        INFO((read ? "" : render(read.error(), Language::en)));
        REQUIRE(read.has_value());
        return std::move(*read);
    }();
    return rules;
}

using GivenFacts = std::vector<std::pair<std::string, std::string>>;

/// The ordinary person with these facts, on 15 January 2025.
inline Situation person(const GivenFacts& facts) {
    std::string xml =
        R"(<situation xmlns="urn:samenloop:situation:1" id="x" title="x" date="2025-01-15" rest="ordinary">)";
    for (const auto& [item, value] : facts) xml += "<fact item=\"" + item + "\">" + value + "</fact>";
    auto situation = read_situation(source("household.xml", xml + "</situation>"), shipped_rules());
    INFO((situation ? "" : render(situation.error(), Language::en)));
    REQUIRE(situation.has_value());
    return std::move(*situation);
}

inline const engine::Program& shipped_program() {
    static const engine::Program program = engine::compile(shipped_rules(), *Date::parse("2025-01-15"));
    return program;
}

inline engine::Evaluation household(const GivenFacts& facts) {
    return engine::evaluate(shipped_program(), person(facts), engine::World::law);
}

}  // namespace samenloop::test
