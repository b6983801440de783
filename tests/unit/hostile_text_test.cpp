// Titles and values come from files that somebody else wrote: whatever they hold, no format may be broken by it, and
// none may hide or fake what a reader sees on a terminal or in a picture.  Hidden characters do not come in, however
// they are written, and do not go out, wherever they come from.

#include <regex>

#include <catch2/catch.hpp>
#include <graphviz/cgraph.h>
#include <nlohmann/json.hpp>
#include <rapidxml/rapidxml.hpp>
#include <utf8.h>

#include "base/printable.hpp"
#include "reading.hpp"
#include "report/trace_report.hpp"
#include "samenloop/check.hpp"
#include "samenloop/report.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

/// As it stands in the XML: markup of SVG, DOT and HTML, and a line end.
const std::string hostile =
    "x&lt;/text>&lt;script>alert(1)&lt;/script>&amp;\\N\\\" ]; evil -> y; //"
    "&#10;}";

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
        if (!rules) FAIL(render(rules.error(), Language::en));
        auto text = replaced_once(spoilt(mini_situation()), "<value>A</value>", "<value>" + hostile + "</value>");
        text = replaced_once(
            text, "<fact item=\"wage\">", "<fact item=\"place\">" + hostile + "</fact><fact item=\"wage\">");
        const auto situation = read_situation(source("situation.xml", text), *rules);
        if (!situation) FAIL(render(situation.error(), Language::en));
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
    const auto found = std::ranges::find(report::trace_formats(), format, &report::TraceFormat::name);
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

namespace {

/// By its number and as the bytes of its UTF-8.
struct Hidden {
    std::string number;
    std::string bytes;
};

}  // namespace

TEST_CASE("a hidden character is refused at its place, however it is written", "[report][document]") {
    const auto c = GENERATE(values<Hidden>(
        {{"x1B", ""},
         {"x7F", "\x7F"},
         {"x85", "\xC2\x85"},
         {"x9B", "\xC2\x9B"},
         {"155", "\xC2\x9B"},
         {"x61C", "\xD8\x9C"},
         {"x200B", "\xE2\x80\x8B"},
         {"x200F", "\xE2\x80\x8F"},
         {"x2028", "\xE2\x80\xA8"},
         {"x202E", "\xE2\x80\xAE"},
         {"x2066", "\xE2\x81\xA6"},
         {"xFEFF", "\xEF\xBB\xBF"},
         {"xE0041", "\xF3\xA0\x81\x81"}}));
    CAPTURE(c.number);
    for (const auto& written : {"&#" + c.number + ";", c.bytes}) {
        if (written.empty()) continue;
        const auto text = replaced_once(mini_situation(), "title=\"", "title=\"ab" + written);
        const auto place = text.find("ab" + written) + 2;
        const auto situation = read_situation(source("s.xml", text), spoilt_mini().rules);
        REQUIRE_FALSE(situation);
        REQUIRE(situation.error().size() == 1);
        const auto& error = situation.error().front();
        CHECK((error.message.en.find("invisible character U+") != std::string::npos ||
               error.message.en.find("undefined entity") != std::string::npos));
        CHECK(error.offset == place);
    }
}

TEST_CASE("text that is meant to be seen comes in: accents, other scripts, joiners", "[report][document]") {
    const auto name = GENERATE(as<std::string>(), "\xC3\xAB", "\xE2\x82\xAC", "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xAE",
                               "&#x200D;", "\xF0\x9F\x91\xA9", "&#xAD;");
    const auto text = replaced_once(mini_situation(), "title=\"", "title=\"" + name);
    CHECK(read_situation(source("s.xml", text), spoilt_mini().rules));
}

TEST_CASE("what goes out has no hidden character, in the notation of its medium", "[report]") {
    const std::string bad =
        "a\x1B[31mb\xC2\x9B"
        "c\xE2\x80\xAE"
        "d\xF3\xA0\x81\x81"
        "e\n\tf\xFFg";
    CHECK(base::safe_output(bad, base::Medium::text) ==
          "a\xEF\xBF\xBD[31mb\xEF\xBF\xBD"
          "c\xEF\xBF\xBD"
          "d\xEF\xBF\xBD"
          "e\n\tf\xEF\xBF\xBDg");
    CHECK(base::safe_output(bad, base::Medium::coloured) ==
          "a\x1B[31mb\xEF\xBF\xBD"
          "c\xEF\xBF\xBD"
          "d\xEF\xBF\xBD"
          "e\n\tf\xEF\xBF\xBDg");
    CHECK(base::safe_output(bad, base::Medium::json) ==
          "a\\u001b[31mb\\u009bc\\u202ed\\udb40\\udc41e\n\tf\xEF\xBF\xBDg");
    CHECK(base::safe_output("a\x1B]0;title\x07", base::Medium::coloured).find('\x1B') == std::string::npos);
    CHECK(base::safe_output("\xE2\x82\xAC 12,00", base::Medium::text) == "\xE2\x82\xAC 12,00");
}

TEST_CASE("of very many mistakes the first are told, and how many more there are", "[document]") {
    std::string facts;
    for (int i = 0; i < 5000; ++i) facts += "<fact item=\"p" + std::to_string(i) + "\">1</fact>";
    const auto text = replaced_once(mini_situation(), "</situation>", facts + "</situation>");
    const auto situation = read_situation(source("s.xml", text), spoilt_mini().rules);
    REQUIRE_FALSE(situation);
    CHECK(situation.error().size() == 5000);
    const auto told = render(situation.error(), Language::en);
    CHECK(told.ends_with("and 4800 more; mend these first\n"));
    CHECK(told.size() < 100'000);
}
