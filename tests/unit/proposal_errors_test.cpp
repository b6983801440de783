// What is wrong with a proposal is told in the proposal: at the word that is wrong, with what was meant.

#include <catch2/catch.hpp>

#include "amending.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

struct ProposalErrorRow {
    std::string body;
    std::string at;       // the text that the message points at
    std::string message;  // a part of it
    std::string hint;     // a part of it
};

}  // namespace

TEST_CASE("a proposal that cannot be applied is refused, with place and hint", "[proposal]") {
    const auto row = GENERATE(values<ProposalErrorRow>({
        // not a proposal
        {R"(<repeel target="rule:W-1"/>)", "<repeel", "unknown element <repeel>", "did you mean 'repeal'?"},
        {R"(<repeal tarket="rule:W-1"/>)", "tarket", "unknown attribute 'tarket'", "did you mean 'target'?"},
        {R"(<repeal/>)", "<repeal", "the attribute 'target' is missing", ""},
        {R"(<repeal target="rule:W-1" dated="yes"/>)", "yes", "'yes' is not true or false", ""},
        {R"(<repeal target="rule:W-1"><rule id="x"/></repeal>)", "<repeal", "a <repeal> brings no new text",
         "write a <substitution>"},
        {R"(<substitution target="rule:W-1"/>)", "<substitution", "<substitution> brings no new text",
         "write a <repeal>"},
        {R"(<substitution target="rule:W-1">text <rule id="x"/></substitution>)", "<substitution",
         "text beside an element", "either one or the other"},
        {R"(<insertion><rule id="x"/></insertion>)", "<insertion", "the insertion says no place",
         "one of into, before, after"},
        {R"(<insertion into="law:ways" after="rule:W-1"><rule id="x"/></insertion>)", "after=", "a second one",
         "one of into, before, after"},
        {R"(<repeal target="rule:AA-2-1/when" words="age" dated="true"/>)", "age\" dated", "words cannot be dated", ""},
        // something that is not there
        {R"(<repeal target="rule:W-11"/>)", "rule:W-11", "there is no 'rule:W-11' in the rules",
         "did you mean 'rule:W-1'?"},
        {R"(<repeal target="W-1"/>)", "W-1", "there is no 'W-1'", "a target is a kind and an id"},
        {R"(<repeal target="law:aid_akt"/>)", "law:aid_akt", "there is no 'law:aid_akt'",
         "did you mean 'law:aid_act'?"},
        {R"(<substitution target="rule:AA-2-1/wen">true</substitution>)", "wen", "'rule:AA-2-1' has no part 'wen'",
         "did you mean 'when'?"},
        {R"(<repeal target="rule:AA-1-2/when"/>)", "when", "'rule:AA-1-2' has no part 'when'", "define"},
        {R"(<repeal target="rule:AA-2-1/@from-date"/>)", "@from-date", "has no attribute 'from-date'",
         "there are: id, lid"},
        {R"(<repeal target="rule:AA-2-1/@disretion"/>)", "@disretion", "has no attribute 'disretion'",
         "did you mean 'discretion'?"},
        {R"(<substitution target="rule:AA-2-4/reduce">1</substitution>)", "reduce", "has more than one 'reduce'",
         "say which: reduce[aid], reduce[levy]"},
        {R"(<substitution target="rule:AA-2-4/reduce[3]">1</substitution>)", "reduce[3]", "has no part 'reduce[3]'",
         "reduce[aid]"},
        {R"(<substitution target="item:aid_act.norm/value[2025-01-01]">141.896</substitution>)", "141.896",
         "three decimals", "write 141896"},
        {R"(<substitution target="item:aid_act.norm/value[2025-01-02]">1</substitution>)", "value[2025-01-02]",
         "has no value from 2025-01-02", "did you mean 'value[20"},
        {R"(<substitution target="rule:AA-2-1/when" words="age &gt;= 81">age</substitution>)", "age &gt;= 81",
         "the words 'age >= 81' do not stand in", "it says: age >= 18 and savings < 5000"},
        {R"(<substitution target="rule:AA-2-1/when" words="a">b</substitution>)", "a\">b",
         "the words 'a' stand more than once", "say more of the words"},
        {R"(<repeal target="rule:AA-2-1/@to/when"/>)", "@to/when", "an attribute has no parts", ""},
        {R"(<insertion into="file:new/law.xml"><law id="x" title="x"/></insertion>)", "file:new/law.xml",
         "cannot be the name of a file", "written like wet_x.xml"},
        // what cannot be done with it
        {R"(<insertion into="rule:AA-2-1/@to">2028-01-01</insertion>)", "rule:AA-2-1/@to", "is there already",
         "substitute it"},
        {R"(<substitution target="rule:AA-2-1/@title" exact="true">a "b"</substitution>)", "@title",
         "has no attribute 'title'", ""},
        {R"(<substitution target="law:ways/@title" exact="true">a "b"</substitution>)", "law:ways/@title",
         "has a '<' or its quote in it", "write &lt; and &quot;"},
        {R"(<insertion into="rule:AA-2-1">text</insertion>)", "rule:AA-2-1", "takes an element, not text", "/@name"},
        {R"(<insertion after="rule:AA-2-1/@to">2028-01-01</insertion>)", "rule:AA-2-1/@to",
         "before or after an attribute", "insert into it"},
        {R"(<insertion after="file:ways.xml"><law id="x" title="x"/></insertion>)", "file:ways.xml",
         "before or after a file", "insert into it"},
        {R"(<insertion into="rule:W-1/@to"><when>true</when></insertion>)", "rule:W-1/@to", "is text, not an element",
         ""},
        {R"(<substitution target="rule:W-1">true</substitution>)", "rule:W-1", "has elements in it", "say which part"},
        {R"(<substitution target="rule:W-1"><law id="x" title="x"/></substitution>)", "rule:W-1",
         "a <rule> is replaced by a <rule>, not by a <law>", ""},
        {R"(<substitution target="item:age">12</substitution>)", "item:age", "has no text that could be replaced",
         "/@name"},
        {R"(<repeal target="rule:AA-2-1/when" dated="true"/>)", "rule:AA-2-1/when", "a <when> has no days",
         "a rule, a law"},
        {R"(<repeal target="rule:AA-2-1/@to" dated="true"/>)", "rule:AA-2-1/@to", "an attribute cannot be dated", ""},
        {R"(<repeal target="item:aid_act.norm/value[2020-01-01]" dated="true"/>)", "item:aid_act",
         "has ended on 2025-01-01, before the entry into force on 2026-01-01", ""},
        // twice the same thing
        {R"(<repeal target="rule:W-1"/><repeal target="rule:W-1/when"/>)", "rule:W-1/when", "is modified twice",
         "the other modification is on line 2"},
        {R"(<substitution target="rule:W-1/@status">verified</substitution>
            <repeal target="rule:W-1/@status"/>)",
         "rule:W-1/@status\"/>", "is modified twice", "on line 2"},
        {R"(<insertion into="rule:W-1/@to">2026-01-01</insertion>
            <insertion into="rule:W-1/@to">2027-01-01</insertion>)",
         "rule:W-1/@to\">2027", "is modified twice", "on line 2"},
        {R"(<repeal target="file:ways.xml"/><repeal target="norm:im1.tolerance"/>)", "norm:", "is modified twice", ""},
        // new text that the rules refuse
        {R"(<substitution target="rule:W-1/when">huose = "none"</substitution>)", "huose", "unknown item 'huose'",
         "did you mean 'house'?"},
        {R"(<substitution target="rule:AA-2-1/when" words="age &gt;=">agee &gt;=</substitution>)", "agee",
         "unknown item 'agee'", "did you mean 'age'?"},
        {R"(<insertion into="rule:W-1"><wen>true</wen></insertion>)", "<wen>", "unknown element <wen>",
         "did you mean 'when'?"},
        {R"(<substitution target="rule:W-1/@status">verifed</substitution>)", "verifed", "is not a value of 'status'",
         "did you mean 'verified'?"},
        {R"(<insertion into="rule:W-1/@sancton">true</insertion>)", "<insertion", "unknown attribute 'sancton'",
         "did you mean 'sanction'?"},
        {R"(<insertion after="rule:W-1"><rule id="AA-1-1"><basis scheme="aid"/></rule></insertion>)",
         "<rule id=\"AA-1-1\"", "the rule 'AA-1-1' is declared twice", "the first one is at aid_act.xml:"},
        {R"(<insertion into="rule:AA-2-3/@overrides">AA-22</insertion>)", "AA-22", "unknown rule 'AA-22'",
         "did you mean 'AA-2-2'?"},
        // what is left dangling elsewhere
        {R"(<repeal target="rule:AA-2-9"/>)", "rule:AA-2-9",
         "this leaves 'rule:AA-2-2' (aid_act.xml:29) wrong: unknown rule 'AA-2-9'", "modify 'rule:AA-2-2' as well"},
        {R"(<repeal target="law:ways"/>)", "law:ways", "this leaves 'rule:AA-2-3'", "modify 'rule:AA-2-3' as well"},
        {R"(<repeal target="item:house"/>)", "item:house", "unknown item 'house'", "as well"},
        {R"(<substitution target="rule:AA-2-9/@id">AA-2-8</substitution>)", "rule:AA-2-9/@id", "unknown rule 'AA-2-9'",
         "modify 'rule:AA-2-2' as well"},
        {R"(<repeal target="organisation:port"/>)", "organisation:port", "this leaves 'exchange:port_office'",
         "as well"},
    }));
    CAPTURE(row.body);
    const auto result = amended(row.body);
    REQUIRE_FALSE(result);
    CAPTURE(rendered(result.error()));
    const auto wanted = std::find_if(result.error().begin(), result.error().end(), [&](const Diagnostic& d) {
        return d.message.en.find(row.message) != std::string::npos && d.hint.en.find(row.hint) != std::string::npos;
    });
    REQUIRE(wanted != result.error().end());
    CHECK(in_one_language(result.error()).empty());
    REQUIRE(wanted->source);
    CHECK(wanted->source->name() == "p.xml");
    CHECK(std::string(wanted->source->text().substr(wanted->offset, row.at.size())) == row.at);
    for (const auto& each : result.error()) CHECK(each.source->name() == "p.xml");
}

TEST_CASE("all that is wrong is told at once", "[proposal]") {
    const auto result =
        amended(R"(<repeal target="rule:W-11"/><repeal target="item:agee"/><repeal target="law:ways/x"/>)");
    REQUIRE_FALSE(result);
    CHECK(result.error().size() == 3);
}

TEST_CASE("the root of a proposal says what it is", "[proposal]") {
    const auto row = GENERATE(values<std::pair<std::string, std::string>>({
        {R"(<proposal xmlns="urn:samenloop:rules:1" id="p" title="t" in-force="2026-01-01"/>)", "unknown namespace"},
        {R"(<proposal xmlns="urn:samenloop:proposal:1" id="p" title="t"/>)", "'in-force' is missing"},
        {R"(<proposal xmlns="urn:samenloop:proposal:1" id="p" title="t" in-force="2026-02-30"/>)", "is not a date"},
        {R"(<proposal xmlns="urn:samenloop:proposal:1" id="p" in-force="2026-01-01"/>)", "'title' is missing"},
        {R"(<rulebase xmlns="urn:samenloop:proposal:1"/>)", "expected <proposal>"},
        {R"(<proposal xmlns="urn:samenloop:proposal:1" id="p" title="t" in-force="2026-01-01"><repeal)",
         "the file ends"},
    }));
    const auto result = read_proposal(source("p.xml", row.first));
    REQUIRE_FALSE(result);
    CAPTURE(rendered(result.error()));
    CHECK(rendered(result.error()).find(row.second) != std::string::npos);
}

TEST_CASE("rules that are wrong without the proposal are told as they are", "[proposal]") {
    const auto broken =
        source("b.xml", small(R"(<law id="l" title="t"><rule id="R"><basis scheme="none"/></rule></law>)"));
    const auto result = amended(R"(<substitution target="law:l/@title">x</substitution>)", {broken});
    REQUIRE_FALSE(result);
    CHECK(result.error().front().source == broken);
}
