// A situation of facts written as people says the same: for every file that is shipped or tested.
#include <filesystem>

#include "reading.hpp"
#include "samenloop/check.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

std::vector<std::string> situations() {
    std::vector<std::string> all;
    for (const auto* folder : {"tests/cases", "examples/situations"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::filesystem::path(SAMENLOOP_SOURCE_DIR) / folder)) {
            const auto text = entry.path().extension() == ".xml" ? text_of_file(entry.path()) : std::string();
            if (text.find("<situation") != std::string::npos) all.push_back(entry.path().string());
        }
    std::ranges::sort(all);
    return all;
}

/// What a reader is told, without the days on which more is known than before.
std::vector<std::string> told(const Report& report) {
    std::vector<std::string> all;
    for (const auto& f : report.findings) {
        auto text = f.id + " " + f.code + " " + std::to_string(f.severity) + " " + f.title.nl;
        for (const auto& [name, amount] : f.amounts) text += " " + name + "=" + amount.to_string();
        for (const auto r : f.rules) text += " " + shipped_rules().rules[r].id;
        all.push_back(std::move(text));
    }
    return all;
}

const std::string head =
    R"(<situation xmlns="urn:samenloop:situation:1" id="x" title="x" date="2025-01-15" rest="ordinary">)";

std::string written(const std::string& body) {
    const auto text = upgraded(source("x.xml", head + body + "</situation>"), shipped_rules());
    if (!text) return render(text.error(), Language::en);
    return *text ? (*text)->substr(head.size()) : "nothing to upgrade";
}

}  // namespace

TEST_CASE("what is found is the same once the file is written as people", "[upgrade]") {
    std::size_t rewritten = 0;
    for (const auto& path : situations()) {
        INFO(path);
        const auto file = source(path, text_of_file(path));
        const auto text = upgraded(file, shipped_rules());
        INFO((text ? "" : render(text.error(), Language::en)));
        REQUIRE(text.has_value());
        if (!*text) continue;
        ++rewritten;
        const auto old = read_situation(file, shipped_rules());
        const auto young = read_situation(source(path, **text), shipped_rules());
        REQUIRE((old && young));
        CHECK(told(check(shipped_rules(), *old)) == told(check(shipped_rules(), *young)));
        CHECK_FALSE(*upgraded(source(path, **text), shipped_rules()));  // once is enough
    }
    CHECK(rewritten > 20);
}

TEST_CASE("each kind of fact and event becomes one of a person", "[upgrade]") {
    CHECK(written(R"(<fact item="rent">500</fact>)") == "nothing to upgrade");
    CHECK(written(R"(<fact item="p.age">17</fact><event id="b" date="2025-04-01" item="p.age" from="17" to="18"/>)") ==
          "\n  <person id=\"self\" relation=\"self\" birth=\"2007-04-01\"/></situation>");
    CHECK(written(
              R"(<event id="in" date="2025-03-01" item="hh" from="[]" to='[{age: 82, rel: "parent"}]' title="t"/>)") ==
          "\n  <person id=\"self\" relation=\"self\"/>\n  <person id=\"hh1\" relation=\"parent\" age=\"82\" "
          "at_addr=\"false\"/>\n  <event id=\"in\" title=\"t\" date=\"2025-03-01\" person=\"hh1\" item=\"at_addr\" "
          "to=\"true\"/></situation>");
    const std::string here =
        "\n  <person id=\"self\" relation=\"self\"/>\n  <person id=\"hh1\" relation=\"parent\" age=\"82\"";
    CHECK(written(R"(<event id="in" date="2025-01-01" item="hh" from="[]" to='[{age: 82, rel: "parent"}]'/>)") ==
          here +
              "/>\n  <event id=\"in\" date=\"2025-01-01\" person=\"hh1\" item=\"at_addr\" from=\"false\" "
              "to=\"true\"/></situation>");
    CHECK(written(R"(<fact item="hh">[{age: 82, rel: "parent"}]</fact>
        <event id="out" date="2025-03-01" item="hh" from='[{age: 82, rel: "parent"}]' to="[]"/>)") ==
          here +
              "/>\n  <event id=\"out\" date=\"2025-03-01\" person=\"hh1\" item=\"at_addr\" from=\"true\" "
              "to=\"false\"/></situation>");
    CHECK_THAT(written(R"(<event id="in" date="2025-03-01" item="hh" from="[]" to='[{age: 82}, {age: 30}]'/>)"),
               Catch::Contains("the event 'in' is not of one person who comes or goes"));
}
