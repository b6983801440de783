#include "read/document.hpp"

#include <catch2/catch.hpp>

#include "reading.hpp"

using namespace samenloop;
using test::source;

namespace {

struct DocumentRow {
    std::string text;
    std::string message;  // a part of it
    unsigned line;
    unsigned column;
};

const std::string ns = " xmlns='n'";

std::string nested(int depth) {
    std::string text = "<r xmlns='n'>";
    for (int i = 1; i < depth; ++i) text += "<a>";
    for (int i = 1; i < depth; ++i) text += "</a>";
    return text + "</r>";
}

Result<read::Element> read_document(const std::string& text) { return read::read_document(source("t.xml", text), "n"); }

}  // namespace

TEST_CASE("broken XML is refused where it breaks", "[document]") {
    const auto row = GENERATE(values<DocumentRow>({
        {"", "the file is empty", 1, 1},
        {" \n ", "the file is empty", 1, 1},
        {"text", "text outside the root element", 1, 1},
        {"<!-- only -->", "no element in the file", 1, 1},
        {"<r xmlns='n'>\xff</r>", "not valid UTF-8", 1, 14},
        {"<r xmlns='n'>\xed\xa0\x80</r>", "not valid UTF-8", 1, 14},
        {std::string("<r xmlns='n'>\n\x01</r>"), "control or invisible character U+000", 2, 1},
        {std::string("<r xmlns='n'>\n") + '\0' + "</r>", "control or invisible character U+000", 2, 1},
        {"<!DOCTYPE r [<!ENTITY a 'b'>]><r/>", "document type is not allowed", 1, 1},
        {"<?xml version='1.0' encoding='latin1'?><r/>", "encoding is not UTF-8", 1, 1},
        {"<r xmlns='n'/><q/>", "second root element <q>", 1, 15},
        {"<r xmlns='n'/>x", "text outside the root", 1, 15},
        {"<r xmlns='n'/></r>", "</r> closes nothing", 1, 15},
        {"<r xmlns='n'>\n<a>\n</r>", "</r> does not fit: <a> is open, since line 2", 3, 1},
        {"<r xmlns='n'>\n<a>\n<b>\n</a></b></r>", "</a> does not fit: <b> is open, since line 3", 4, 1},
        {"<r xmlns='n'>\n<a>\n", "the file ends inside <a>, which starts on line 2", 2, 4},
        {"<r xmlns='n'>\n<a>\n<b/>\n</a", "ends inside </a, which starts on line 4", 4, 4},
        {"<r xmlns='n'>\n<a b='1'\n c", "the file ends inside <a, which starts on line 2", 3, 3},
        {"<r xmlns='n'>\n<a\n b='1\n2", "inside the value of the attribute 'b', which starts on line 3", 4, 2},
        {"<r xmlns='n'>\n<a\n b='1\n/></r>", "attribute 'b' has a '<' on line 4", 3, 2},
        {"<r xmlns='n' a='1' a='2'/>", "'a' stands twice", 1, 20},
        {"<r xmlns='n'a='2'/>", "a blank is missing before 'a'", 1, 13},
        {"<r xmlns='n' a/>", "'a' needs a value in quotes", 1, 15},
        {"<r xmlns='n' a=1/>", "'a' needs a value in quotes", 1, 16},
        {"<r xmlns='n' =/>", "unexpected character in the tag <r>", 1, 14},
        {"<r xmlns='n'\n<a/></r>", "the tag <r that starts on line 1 is not closed", 2, 1},
        {"<r xmlns='n'>1 < 2</r>", "'<' does not start a tag", 1, 16},
        {"<r xmlns='n'>a &foo; b</r>", "undefined entity '&foo;'", 1, 16},
        {"<r xmlns='n'>\n a & b</r>", "'&' is not followed by", 2, 4},
        {"<r xmlns='n' a='&#0;'/>", "undefined entity '&#0;'", 1, 17},
        {"<r xmlns='n'>&#xD800;</r>", "undefined entity", 1, 14},
        {"<r xmlns='n'><!-- </r>", "inside a comment, which starts on line 1", 1, 23},
        {"<r xmlns='n'><![CDATA[ </r>", "inside a CDATA section", 1, 28},
        {"<r/>", "the root element has no namespace", 1, 1},
        {"<r\n xmlns='m'/>", "unknown namespace 'm'", 2, 2},
        {nested(65), "nested too deeply", 1, 203},
        {nested(100000), "nested too deeply", 1, 203},
    }));
    CAPTURE(row.text.substr(0, 200));
    const auto result = read_document(row.text);
    REQUIRE_FALSE(result);
    REQUIRE(result.error().size() == 1);
    const auto& d = result.error().front();
    CAPTURE(d.message.en);
    CHECK(test::in_one_language(result.error()).empty());
    CHECK(d.message.en.find(row.message) != std::string::npos);
    REQUIRE(d.source);
    CHECK(d.source->position(d.offset) == Position{row.line, row.column});
}

TEST_CASE("a document that is larger than the limit is refused", "[document]") {
    const auto result = read_document("<r xmlns='n'>" + std::string(read::largest_document, 'x') + "</r>");
    REQUIRE_FALSE(result);
    CHECK(result.error().front().message.en.find("larger than") != std::string::npos);
}

TEST_CASE("text knows where each of its characters stands in the file", "[document]") {
    const std::string text = "\xEF\xBB\xBF<r xmlns='n' q='a&amp;b'>x &lt; <!-- - --><![CDATA[<y]]> &#x7a;</r>";
    const auto root = read_document(text);
    REQUIRE(root);
    CHECK(root->text.text() == "x < <y z");
    CHECK(root->attribute("q")->value.text() == "a&b");
    CHECK(text.substr(root->text.offset_of(2), 4) == "&lt;");
    CHECK(text.substr(root->text.offset_of(4), 2) == "<y");
    CHECK(text.substr(root->text.offset_of(7), 6) == "&#x7a;");
    CHECK(text[root->attribute("q")->value.offset_of(2)] == 'b');
}

TEST_CASE("line ends are one character, in an attribute a blank", "[document]") {
    const auto root = read_document("<r xmlns='n' q='a\r\nb\tc'>1\r\n2\r3</r>");
    REQUIRE(root);
    CHECK(root->text.text() == "1\n2\n3");
    CHECK(root->attribute("q")->value.text() == "a b c");
}

TEST_CASE("elements may be as deep as the limit says", "[document]") { CHECK(read_document(nested(64))); }
