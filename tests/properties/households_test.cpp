// Five hundred plausible households: nothing breaks, every finding verifies, and somebody who works and has nothing
// special about them is left alone.

#include <algorithm>
#include <iostream>
#include <map>

#include "household.hpp"
#include "samenloop/check.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

constexpr int households = 500;
constexpr std::uint64_t seed = 20250115;

struct Checked {
    Household household;
    Situation situation;
    Report report;
};

Checked checked(Random& random, int number) {
    auto h = household(random);
    auto s = read(h, shipped_rules(), "h" + std::to_string(number));
    auto report = check(shipped_rules(), s);
    return {std::move(h), std::move(s), std::move(report)};
}

int worst(const Report& report) {
    int severity = 0;
    for (const auto& f : report.findings) severity = std::max(severity, f.severity);
    return severity;
}

}  // namespace

TEST_CASE("five hundred plausible households") {
    Random random(seed);
    std::vector<int> ordinary;
    int split = 0;  // amounts that are told in more than one part
    for (int n = 0; n < sample(households); ++n) {
        const auto c = checked(random, n);
        INFO(c.household.xml("h" + std::to_string(n)));
        for (const auto* list : {&c.report.findings, &c.report.settled})
            for (const auto& f : *list) {
                INFO(f.code << ": " << f.title.nl);
                CHECK(verify(shipped_rules(), c.situation, f) == "");
                split += f.losses.size() > 1 ? 1 : 0;
            }
        if (c.household.earns && !c.household.special) ordinary.push_back(worst(c.report));
    }
    CHECK((split > 0 || sample(households) < households));
    std::sort(ordinary.begin(), ordinary.end());
    REQUIRE(ordinary.size() > static_cast<std::size_t>(sample(households)) / 4);
    CHECK(ordinary[ordinary.size() / 2] <= 1);
}

TEST_CASE("how often each kind of finding is found", "[.distribution]") {
    Random random(seed);
    std::map<std::string, std::map<std::string, int>> counts;
    std::map<std::string, std::vector<std::string>> examples;
    std::map<std::string, int> groups;
    for (int n = 0; n < sample(households); ++n) {
        const auto c = checked(random, n);
        const std::string who = c.household.special ? "special" : c.household.earns ? "ordinary" : "other";
        ++groups[who];
        ++counts["worst severity " + std::to_string(worst(c.report))][who];
        for (const auto& f : c.report.findings) {
            std::string key = f.code + " " + std::to_string(f.severity) + " " + std::string(to_string(f.status)) + " " +
                              std::string(to_string(f.certainty));
            for (const auto need : f.needs) key += " " + shipped_rules().needs[need].id;
            ++counts[key][who];
            auto& some = examples[key + " / " + who];
            if (some.size() < 2) some.push_back(f.title.nl + "\n" + c.household.xml("h" + std::to_string(n)));
        }
    }
    for (const auto& [who, count] : groups) std::cout << who << ": " << count << "\n";
    for (const auto& [key, by] : counts) {
        std::cout << key << ":";
        for (const auto& [who, count] : by) std::cout << " " << who << " " << count;
        std::cout << "\n";
    }
    for (const auto& [key, some] : examples)
        for (const auto& each : some) std::cout << "\n" << key << ": " << each;
}
