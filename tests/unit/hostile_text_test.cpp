// Titles and values come from files that somebody else wrote: whatever they hold, no format may be broken by it, and
// none may hide or fake what a reader sees on a terminal or in a picture.

#include <regex>

#include <catch2/catch.hpp>
#include <graphviz/cgraph.h>
#include <nlohmann/json.hpp>
#include <rapidxml/rapidxml.hpp>
#include <utf8.h>

#include "reading.hpp"
#include "report/trace_report.hpp"
#include "samenloop/check.hpp"
#include "samenloop/report.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

/// As it stands in the XML: markup of SVG, DOT and HTML, a C1 escape (CSI), a direction override, line separators.
const std::string hostile =
    "x&lt;/text>&lt;script>alert(1)&lt;/script>&amp;\\N\\\" ]; evil -> y; //"
    "&#x9B;31m&#x202E;&#x2066;&#x2028;&#x7F;&#10;}";

/// The small rule base and its situation, with that text in every title and in the values that are free text.
std::string spoilt(const std::string& text) {
    static const std::regex title(" (?:title|title-en)=\"");
    return std::regex_replace(text, title, "$&" + std::regex_replace(hostile, std::regex("\""), "&quot;"));
}

struct Spoilt {
    RuleBase rules;
    Report report;
    std::vector<Trace> traces;  // of every scheme
};

const Spoilt& spoilt_mini() {
    static const Spoilt all = [] {
        Files files;
        for (const auto& file : rule_files(mini_folder()))
            files.push_back(source(file->name(), spoilt(std::string(file->text()))));
        auto rules = read_rulebase(files);
        if (!rules) FAIL(render(rules.error()));
        auto text = replaced_once(spoilt(mini_situation()), "<value>A</value>", "<value>" + hostile + "</value>");
        text = replaced_once(
            text, "<fact item=\"wage\">", "<fact item=\"place\">" + hostile + "</fact><fact item=\"wage\">");
        const auto situation = read_situation(source("situation.xml", text), *rules);
        if (!situation) FAIL(render(situation.error()));
        auto report = check(*rules, *situation);
        std::vector<Trace> traces;
        for (Index i = 0; i < rules->schemes.size(); ++i)
            traces.push_back(trace(*rules, *situation, TraceGoal{GoalKind::scheme, i}).front());
        return Spoilt{std::move(*rules), std::move(report), std::move(traces)};
    }();
    return all;
}

std::string written(std::string_view format, Language language) {
    const auto found = std::ranges::find(output_formats(), format, &OutputFormat::name);
    return found->write(spoilt_mini().rules, {&spoilt_mini().report, 1}, {language, false});
}

std::string traced(std::string_view format, Language language) {
    const auto found = std::ranges::find(trace_formats(), format, &TraceFormat::name);
    return found->write(spoilt_mini().rules, spoilt_mini().traces, {{language, false}, true});
}

/// What a terminal obeys, or what makes text read otherwise than it stands.
bool is_hidden(char32_t c) {
    return (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

std::size_t hidden_in(const std::string& text) {
    std::u32string points;
    utf8::utf8to32(text.begin(), text.end(), std::back_inserter(points));
    return static_cast<std::size_t>(std::count_if(points.begin(), points.end(), is_hidden));
}

bool has_element(const rapidxml::xml_node<>& node, std::string_view name) {
    for (auto* child = node.first_node(); child != nullptr; child = child->next_sibling())
        if (std::string_view(child->name(), child->name_size()) == name || has_element(*child, name)) return true;
    return false;
}

}  // namespace

TEST_CASE("the hostile text reaches the findings", "[report]") {
    REQUIRE(spoilt_mini().report.findings.size() >= 2);
    CHECK(written("text", Language::nl).find("script>alert(1)") != std::string::npos);
    CHECK(written("svg", Language::nl).find("alert(1)") != std::string::npos);
}

TEST_CASE("no format prints what drives a terminal or turns text round", "[report]") {
    const auto format = GENERATE(as<std::string>(), "text", "dot", "svg");
    const auto language = GENERATE(Language::nl, Language::en);
    CAPTURE(format);
    const auto text = written(format, language);
    REQUIRE(utf8::is_valid(text));
    // DOT may indent with tabs.
    auto without_tabs = text;
    if (format == "dot") std::erase(without_tabs, '\t');
    CHECK(hidden_in(without_tabs) == 0);
}

TEST_CASE("markup in a title stays text in a picture", "[report]") {
    auto svg = written("svg", GENERATE(Language::nl, Language::en));
    rapidxml::xml_document<> document;
    REQUIRE_NOTHROW(document.parse<0>(svg.data()));
    CHECK(has_element(document, "text"));
    CHECK_FALSE(has_element(document, "script"));
}

TEST_CASE("quotes and arrows in a title make no node of a DOT graph", "[report]") {
    const auto dot = written("dot", GENERATE(Language::nl, Language::en));
    auto* graph = agmemread(dot.c_str());
    REQUIRE(graph != nullptr);
    CHECK(agnnodes(graph) > 2);
    std::string evil = "evil";
    CHECK(agnode(graph, evil.data(), 0) == nullptr);
    agclose(graph);
}

TEST_CASE("data keeps the text as it is, as valid JSON", "[report]") {
    const auto json = nlohmann::json::parse(written("json", GENERATE(Language::nl, Language::en)), nullptr, false);
    REQUIRE_FALSE(json.is_discarded());
    CHECK(json["situation"]["title"].get<std::string>().find("</text><script>alert(1)</script>&\\N\\\"") !=
          std::string::npos);
}

TEST_CASE("nothing in a title gets out of a trace", "[report]") {
    const auto language = GENERATE(Language::nl, Language::en);
    REQUIRE(traced("text", language).find("script>alert(1)") != std::string::npos);
    for (const auto* format : {"text", "svg", "html"}) {
        CAPTURE(format);
        const auto text = traced(format, language);
        REQUIRE(utf8::is_valid(text));
        CHECK(hidden_in(text) == 0);
        if (std::string(format) != "text") CHECK(text.find("<script") == std::string::npos);
    }
    CHECK_FALSE(nlohmann::json::parse(traced("json", language), nullptr, false).is_discarded());
}
