#include "graph/graph.hpp"

#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "samenloop/read.hpp"

using namespace samenloop;

namespace {

RuleBase rules_of_text(const std::string& text) {
    const std::vector files{std::make_shared<const Source>("rules.xml", text)};
    auto rules = read_rulebase(files);
    REQUIRE(rules);
    return *rules;
}

/// Laws with rules that override one another as the pairs say.
RuleBase overriding(std::size_t count, const std::set<std::pair<std::size_t, std::size_t>>& pairs) {
    std::string text = R"(<?xml version="1.0" encoding="UTF-8"?>
<rulebase xmlns="urn:samenloop:rules:1" jurisdiction="orania">
<organisation id="office" title="office"/>
<law id="law" title="law" level="act" ministry="m" from="2010-01-01" goal="g">
<scheme id="aid" title="aid" executor="office"/>
)";
    for (std::size_t i = 0; i < count; ++i)
        text += "<rule id=\"R" + std::to_string(i) +
                "\" article=\"1\" actor=\"office\" title=\"t\"><deny scheme=\"aid\"/></rule>\n";
    auto rules = rules_of_text(text + "</law></rulebase>");
    // A file with such a circle is refused; the graph is that of any rules.
    for (const auto& [a, b] : pairs) rules.rules[a].overrides.push_back(static_cast<Index>(b));
    return rules;
}

std::vector<std::vector<bool>> closure(std::size_t n, const std::set<std::pair<std::size_t, std::size_t>>& pairs) {
    std::vector reach(n, std::vector<bool>(n, false));
    for (const auto& [a, b] : pairs) reach[a][b] = true;
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                if (reach[i][k] && reach[k][j]) reach[i][j] = true;
    return reach;
}

graph::Node rule(std::size_t i) { return {graph::NodeKind::rule, static_cast<Index>(i)}; }

}  // namespace

TEST_CASE("circles, reach and paths equal those of the transitive closure", "[graph]") {
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        const std::size_t n = 2 + random() % 9;
        std::set<std::pair<std::size_t, std::size_t>> pairs;
        for (std::size_t k = random() % (2 * n); k > 0; --k) {
            const auto a = random() % n;
            const auto b = random() % n;
            if (a != b) pairs.emplace(a, b);
        }
        const auto rules = overriding(n, pairs);
        const graph::Graph graph(rules);
        const auto reach = closure(n, pairs);
        const auto along = of(graph::EdgeKind::overrides);

        std::set<std::vector<graph::Node>> expected;
        for (std::size_t i = 0; i < n; ++i) {
            std::vector<graph::Node> group;
            for (std::size_t j = 0; j < n; ++j)
                if (i == j || (reach[i][j] && reach[j][i])) group.push_back(rule(j));
            if (group.size() > 1) expected.insert(group);
        }
        const auto circles = graph.circles(along);
        REQUIRE(std::set(circles.begin(), circles.end()) == expected);
        REQUIRE(circles.size() == expected.size());

        for (std::size_t i = 0; i < n; ++i) {
            std::vector<graph::Node> down;
            std::vector<graph::Node> up;
            for (std::size_t j = 0; j < n; ++j) {
                if (i == j || reach[i][j]) down.push_back(rule(j));
                if (i == j || reach[j][i]) up.push_back(rule(j));
                const auto path = graph.path(rule(i), rule(j), along);
                REQUIRE(path.empty() == !(i == j || reach[i][j]));
                for (std::size_t k = 0; k + 1 < path.size(); ++k)
                    REQUIRE(pairs.contains({path[k].index, path[k + 1].index}));
            }
            REQUIRE(graph.downstream({rule(i)}, along) == down);
            REQUIRE(graph.upstream({rule(i)}, along) == up);
        }
    }
}

TEST_CASE("a rule is tied to its law, what it reads, what it grants and who carries it out", "[graph]") {
    const auto rules = rules_of_text(R"(<?xml version="1.0" encoding="UTF-8"?>
<rulebase xmlns="urn:samenloop:rules:1" jurisdiction="orania">
<organisation id="office" title="office"/>
<item id="p.cold" type="boolean" title="is cold"/>
<need id="fuel" title="fuel"><active>p.cold</active></need>
<law id="law" title="law" level="act" ministry="m" from="2010-01-01" goal="g">
<scheme id="aid" title="aid" executor="office" covers="fuel"/>
<rule id="R1" article="1" actor="office" title="t" to="2020-01-01"><when>p.cold</when><grant scheme="aid"/></rule>
</law></rulebase>)");
    std::set<std::string_view> found;
    for (const auto& e : graph::Graph(rules).from(rule(0))) found.insert(graph::to_string(e.tie));
    REQUIRE(found == std::set<std::string_view>{"reads", "grants", "acts"});
    const auto to = graph::Graph(rules).to(rule(0));
    REQUIRE(to.size() == 1);
    REQUIRE(to.front().tie == graph::EdgeKind::contains);

    const graph::Node need{graph::NodeKind::need, 0};
    REQUIRE(graph::Graph(rules).path(rule(0), need) ==
            std::vector<graph::Node>{rule(0), {graph::NodeKind::scheme, 0}, need});

    const graph::Graph later(rules, Date::from_civil(2020, 1, 1));
    REQUIRE(later.from(rule(0)).empty());
    REQUIRE(later.path(rule(0), need).empty());
}
