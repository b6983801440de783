// Each kind of modification: what the text then says, how an amending act words it, and the way back.

#include <catch2/catch.hpp>

#include "amending.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

struct ProposalRow {
    std::string modification;
    std::string before;   // stands in the text, and no more afterwards ("" = nothing goes)
    std::string after;    // stands in it afterwards
    std::string wording;  // Dutch
};

std::string all_text(const Sources& sources) {
    std::string all;
    for (const auto& each : sources) all += std::string(each->text());
    return all;
}

}  // namespace

TEST_CASE("each kind of modification changes what it says and nothing else", "[proposal]") {
    const auto row = GENERATE(values<ProposalRow>({
        // conditions
        {R"(<substitution target="rule:AA-2-1/when" words="age &gt;= 18">age &gt;= 21</substitution>)",
         "<when>age &gt;= 18 and savings", "<when>age &gt;= 21 and savings",
         "In artikel 2 lid 1 Steunwet (AA-2-1) wordt in de voorwaarde „age >= 18” vervangen door „age >= 21”."},
        {R"(<substitution target="rule:AA-2-1/when"><when>age &gt;= 21</when></substitution>)",
         "<when>age &gt;= 18 and savings &lt; 5000</when>", "<when>age &gt;= 21</when>",
         "In artikel 2 lid 1 Steunwet (AA-2-1) komt de voorwaarde te luiden: „age >= 21”."},
        {R"(<substitution target="rule:AA-2-1/when">age &gt;= 21</substitution>)",
         "<when>age &gt;= 18 and savings &lt; 5000</when>", "<when>age &gt;= 21</when>",
         "In artikel 2 lid 1 Steunwet (AA-2-1) komt de voorwaarde te luiden: „age >= 21”."},
        {R"(<repeal target="rule:AA-2-1/when" words="and savings &lt; 5000"/>)", "age &gt;= 18 and savings &lt; 5000",
         "<when>age &gt;= 18</when>",
         "In artikel 2 lid 1 Steunwet (AA-2-1) vervalt in de voorwaarde „and savings < 5000”."},
        {R"(<repeal target="rule:AA-2-3/when"/>)", "\n        <when>rent &gt; 500</when>",
         "request=\"registered\">\n        <deny", "In artikel 2 lid 3 Steunwet (AA-2-3) vervalt de voorwaarde."},
        {R"(<insertion into="rule:AA-2-4"><when>age &lt; 67</when></insertion>)", "",
         "actor=\"office\">\n        <when>age &lt; 67</when>\n        <reduce",
         "Aan artikel 2 lid 4 Steunwet (AA-2-4) wordt toegevoegd: „age < 67”."},
        // effects
        {R"(<substitution target="rule:AA-2-4/reduce[2]"><reduce charge="levy">100 * aid_act.rate</reduce></substitution>)",
         "<reduce charge=\"levy\">aid_act.norm</reduce>", "<reduce charge=\"levy\">100 * aid_act.rate</reduce>",
         "In artikel 2 lid 4 Steunwet (AA-2-4) komt de vermindering te luiden: "
         "de vermindering: „100 * aid_act.rate”."},
        {R"(<repeal target="rule:AA-5/prohibition[refuse_person]"/>)",
         "\n      <prohibition act=\"refuse_person\" actor=\"office\"/>",
         "<permission act=\"give_advice\"/>\n      <requires-data",
         "In artikel 5 Steunwet (AA-5) vervalt het verbod refuse_person."},
        {R"(<insertion into="rule:AA-2-1"><deny scheme="bonus"/></insertion>)", "",
         "</requires>\n        <deny scheme=\"bonus\"/>\n        <premise",
         "Aan artikel 2 lid 1 Steunwet (AA-2-1) wordt toegevoegd: „<deny scheme=\"bonus\"/>”."},
        {R"(<repeal target="rule:AA-2-1/premise/@otherwise"/>)", " otherwise=\"aid_act.norm\"",
         "title-en=\"has a house\">house",
         "In artikel 2 lid 1 Steunwet (AA-2-1) vervalt de waarde die anders geldt van de veronderstelling heeft een "
         "huis."},
        // amounts and dates
        {R"(<substitution target="item:aid_act.norm/value[2025-01-01]">1100</substitution>)",
         "<value from=\"2025-01-01\">1000.50</value>", "<value from=\"2025-01-01\">1100</value>",
         "In het bedrag „norm” (aid_act.norm) komt de waarde vanaf 1 januari 2025 te luiden: „1100”."},
        {R"(<substitution target="item:aid_act.norm/value[2025-01-01]" dated="true"><value>1100</value></substitution>)",
         "",
         "<value from=\"2025-01-01\" to=\"2026-01-01\">1000.50</value>\n      <value from=\"2026-01-01\">1100</value>",
         "In het bedrag „norm” (aid_act.norm) wordt de waarde vanaf 1 januari 2025 met ingang van 1 januari 2026 "
         "vervangen door: „1100”."},
        {R"(<substitution target="rule:AA-2-1/@to">2027-01-01</substitution>)", "to=\"2030-01-01\"",
         "to=\"2027-01-01\"", "In artikel 2 lid 1 Steunwet (AA-2-1) komt de einddatum te luiden: „2027-01-01”."},
        {R"(<insertion into="law:ways/@to">2027-01-01</insertion>)", "", "contract=\"false\" to=\"2027-01-01\">",
         "In de wet „Hoe het gaat” wordt de einddatum ingevoegd: „2027-01-01”."},
        {R"(<repeal target="rule:W-1" dated="true"/>)", "",
         "title-en=\"No registration without a house\" to=\"2026-01-01\">",
         "Hoe het gaat (W-1) vervalt met ingang van 1 januari 2026."},
        // rules
        {R"(<repeal target="rule:W-1"/>)", "No registration without a house", "contract=\"false\">\n  </law>",
         "Hoe het gaat (W-1) vervalt."},
        {R"(<insertion after="rule:AA-1-2"><rule id="AA-1-3" lid="3" title="Nieuw"><define item="aid.partner">false</define></rule></insertion>)",
         "", "</rule>\n      <rule id=\"AA-1-3\" lid=\"3\" title=\"Nieuw\">",
         "Na artikel 1 lid 2 a, b Steunwet (AA-1-2) wordt ingevoegd: lid 3 „Nieuw” (AA-1-3)."},
        {R"(<insertion before="rule:AA-2-1"><rule id="AA-2-0" lid="0"><basis scheme="bonus"/></rule></insertion>)", "",
         "<provision article=\"2\">\n      <rule id=\"AA-2-0\"",
         "Voor artikel 2 lid 1 Steunwet (AA-2-1) wordt ingevoegd: "
         "„<rule id=\"AA-2-0\" lid=\"0\"><basis scheme=\"bonus\"/></rule>”."},
        {R"(<insertion into="law:aid_act/provision[2]"><rule id="AA-2-10" lid="10" title="Laatste"><basis scheme="bonus"/></rule></insertion>)",
         "", "</rule>\n      <rule id=\"AA-2-10\" lid=\"10\"",
         "Aan artikel 2 in de wet „Steunwet” wordt toegevoegd: lid 10 „Laatste” (AA-2-10)."},
        // how rules stand to one another
        {R"(<insertion into="rule:AA-2-3/@overrides">AA-2-2</insertion>)", "overrides=\"AA-2-1\"",
         "overrides=\"AA-2-1 AA-2-2\"",
         "Aan de afwijking van andere voorschriften in artikel 2 lid 3 Steunwet (AA-2-3) wordt toegevoegd: „AA-2-2”."},
        {R"(<repeal target="rule:AA-2-2/@exception-to"/>)", " exception-to=\"AA-2-9\"",
         "actor=\"village[place]\" rebuts",
         "In artikel 2 lid 2 Steunwet (AA-2-2) vervalt de uitzondering op andere voorschriften."},
        // definitions
        {R"(<substitution target="item:age/@max">120</substitution>)", "",
         "min=\"0\" max=\"120\" title=\"leeftijd\" title-en=\"age\" holder",
         "In het gegeven „leeftijd” (age) komt het maximum te luiden: „120”."},
        {R"(<insertion after="item:fee"><item id="tips" type="number" unit="eur/month" title="fooien"/></insertion>)",
         "", "/>\n  <item id=\"tips\"", "Na het gegeven „gage” (fee) wordt ingevoegd: het gegeven „fooien” (tips)."},
        {R"(<repeal target="item:kids/field[school]"/>)", "<field id=\"school\"",
         "ordinary=\"age &lt; 18\"/>\n  </list>", "In de lijst „kinderen” (kids) vervalt het kenmerk school."},
        // exchanges, organisations, schemes, norms
        {R"(<substitution target="exchange:port_office/@latency">P1D</substitution>)", "latency=\"P1M\"",
         "latency=\"P1D\"",
         "In de verstrekking van „schulden” door de haven aan het kantoor (port_office) komt de duur van de "
         "verstrekking te luiden: „P1D”."},
        {R"(<substitution target="exchange:port_office/@basis">none</substitution>)", "basis=\"statute\"",
         "basis=\"none\"",
         "In de verstrekking van „schulden” door de haven aan het kantoor (port_office) komt de grondslag te luiden: "
         "„none”."},
        {R"(<substitution target="scheme:aid/@executor">office</substitution>)", "executor=\"village[place]\"",
         "title-en=\"aid\" executor=\"office\"",
         "In de regeling „steun” (aid) komt de uitvoerder te luiden: „office”."},
        {R"(<repeal target="scheme:bonus/goal"/>)", "<goal>age &lt; 67</goal>", "executor=\"office\"></scheme>",
         "In de regeling „bonus” (bonus) vervalt het doel."},
        {R"(<insertion into="file:country.xml"><organisation id="court" title="het hof"/></insertion>)", "",
         "ordinary=\"[]\"/>\n  <organisation id=\"court\" title=\"het hof\"/>\n</rulebase>",
         "Aan het bestand country.xml wordt toegevoegd: de organisatie „het hof” (court)."},
        {R"(<substitution target="norm:im1.tolerance">30</substitution>)", ">25</norm>", ">30</norm>",
         "De drempel „marge” (im1.tolerance) komt te luiden: „30”."},
        {R"(<substitution target="disposable">income_y</substitution>)", "income_y - charge.levy",
         "<disposable>income_y</disposable>", "Het besteedbaar inkomen komt te luiden: „income_y”."},
        {R"(<substitution target="disposable" words="charge.levy">0</substitution>)", "income_y - charge.levy",
         "income_y - 0", "In het besteedbaar inkomen wordt „charge.levy” vervangen door „0”."},
        {R"(<repeal target="disposable" words=" - charge.levy"/>)", "income_y - charge.levy",
         "<disposable>income_y</disposable>", "In het besteedbaar inkomen vervalt „- charge.levy”."},
        {R"(<substitution target="reference/omit/@rules">AA-2-3 AA-2-4</substitution>)", "rules=\"AA-2-3\"",
         "rules=\"AA-2-3 AA-2-4\"",
         "In het vergelijkingshuishouden komt het kenmerk rules van het onderdeel omit te luiden: „AA-2-3 AA-2-4”."},
        // text as XML has it
        {R"(<substitution target="law:ways/@title">Hoe <![CDATA[<het> "&"]]> gaat<!-- note --> &amp; staat</substitution>)",
         "title=\"Hoe het gaat\"", "title=\"Hoe &lt;het> &quot;&amp;&quot; gaat &amp; staat\"",
         "In de wet „Hoe het gaat” komt het opschrift te luiden: „Hoe <het> \"&\" gaat & staat”."},
        {"<substitution target=\"law:ways/@title\">\n  Hoe\n  het\tloopt\n</substitution>", "title=\"Hoe het gaat\"",
         "title=\"Hoe   het loopt\"", "In de wet „Hoe het gaat” komt het opschrift te luiden: „Hoe het loopt”."},
        // laws and files
        {R"(<insertion into="file:new_act.xml"><law id="new_act" title="Nieuwe wet"><rule id="N-1"><basis scheme="bonus"/></rule></law></insertion>)",
         "", "<rulebase xmlns=\"urn:samenloop:rules:1\">\n  <law id=\"new_act\" title=\"Nieuwe wet\">",
         "Er wordt toegevoegd: „Nieuwe wet” (new_act), met N-1."},
        {R"(<repeal target="law:ways"/><substitution target="rule:AA-2-3/@overrides-law">aid_act</substitution>)",
         "<law id=\"ways\"", "overrides-law=\"aid_act\"", "De wet „Hoe het gaat” vervalt."},
    }));
    CAPTURE(row.modification);
    const auto before = rule_files(mini_folder());
    const auto result = amended(row.modification);
    INFO((result ? "" : rendered(result.error())));
    REQUIRE(result);
    if (!row.before.empty()) {
        CHECK(all_text(before).find(row.before) != std::string::npos);
        CHECK(all_text(result->sources).find(row.before) == std::string::npos);
    }
    CHECK(all_text(before).find(row.after) == std::string::npos);
    CHECK(all_text(result->sources).find(row.after) != std::string::npos);
    CHECK(result->modifications.front().wording.nl == row.wording);
    const auto proposal = *read_proposal(source("p.xml", proposal_text(row.modification)));
    CHECK(not_restored(before, proposal).empty());
    CHECK(reverse(before, proposal)->source->text().size() < 1500);  // not the whole file
}

TEST_CASE("an empty proposal changes nothing", "[proposal]") {
    const auto before = rule_files(mini_folder());
    const auto result = amended("");
    REQUIRE(result);
    CHECK(result->modifications.empty());
    REQUIRE(result->sources.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(result->sources[i]->text() == before[i]->text());
    CHECK(result->rules.fingerprint == mini().fingerprint);
}

TEST_CASE("a dated substitution of a rule keeps the old one until then, and who names it names both", "[proposal]") {
    const auto result = amended(R"(<substitution target="rule:AA-2-1" dated="true">
        <rule id="AA-2-1-2026" lid="1" actor="village[place]"><grant scheme="aid" component="base">aid_act.norm</grant></rule>
      </substitution>)");
    INFO((result ? "" : rendered(result.error())));
    REQUIRE(result);
    const auto rule = [&](const std::string& id) {
        return *std::find_if(
            result->rules.rules.begin(), result->rules.rules.end(), [&](const Rule& r) { return r.id == id; });
    };
    CHECK(rule("AA-2-1").in_force.to == Date::parse("2026-01-01"));
    CHECK(rule("AA-2-1-2026").in_force.from == Date::parse("2026-01-01"));
    CHECK(rule("AA-2-3").overrides.size() == 2);
    CHECK(rule("AA-2-2").rebuts.size() == 2);
}

TEST_CASE("the things that a modification touches", "[proposal]") {
    const auto touches = [](const std::string& body) {
        const auto result = amended(body);
        INFO((result ? "" : rendered(result.error())));
        REQUIRE(result);
        return result->modifications.front().touches;
    };
    using Ids = std::vector<std::string>;
    CHECK(touches(R"(<repeal target="rule:W-1"/>)") == Ids{"rule:W-1"});
    CHECK(touches(R"(<substitution target="rule:AA-2-3/when">rent &gt; 600</substitution>)") == Ids{"rule:AA-2-3"});
    CHECK(touches(R"(<insertion after="item:fee"><item id="tips" type="boolean" title="x"/></insertion>)") ==
          Ids{"item:fee", "item:tips"});
    CHECK(touches(R"(<repeal target="law:ways"/><repeal target="rule:AA-2-3/@overrides-law"/>)") ==
          Ids{"law:ways", "rule:W-1"});
}

TEST_CASE("text of the consolidated rules knows whether it comes from the law or from the proposal", "[proposal]") {
    const auto result = amended(
        "<insertion after=\"rule:AA-1-2\">\n<rule id=\"AA-1-3\" lid=\"3\">\n"
        "<define item=\"aid.partner\">false</define></rule></insertion>");
    REQUIRE(result);
    for (const auto& rule : result->rules.rules) {
        const auto from = result->origin(rule.at);
        CHECK(from.source->name() == (rule.id == "AA-1-3" ? "p.xml" : rule.at.source->name()));
        CHECK(from.source->text().substr(from.offset).starts_with("<rule id=\"" + rule.id + "\""));
        if (rule.id == "AA-1-3") {
            const auto effect = result->origin(rule.effects.front().at);
            CHECK(effect.source->text().substr(effect.offset).starts_with("<define item=\"aid.partner\">false"));
        }
    }
}

TEST_CASE("a proposal can be applied in part", "[proposal]") {
    auto proposal = *read_proposal(source("p.xml", proposal_text(R"(<repeal target="rule:W-1"/>
      <substitution target="norm:im1.tolerance">30</substitution>)")));
    proposal.modifications.erase(proposal.modifications.begin());
    const auto result = amend(rule_files(mini_folder()), proposal);
    REQUIRE(result);
    CHECK(result->modifications.size() == 1);
    CHECK(result->rules.norm("im1.tolerance")->value == Decimal(30));
    CHECK(result->rules.rules.size() == mini().rules.size());
}

TEST_CASE("a whole file can go, and comes back with every byte", "[proposal]") {
    auto before = rule_files(mini_folder());
    for (auto& each : before)
        if (each->name() == "ways.xml")
            each = source("ways.xml", "<!-- \"a\" & b -->\r\n" +
                                          std::string(each->text().substr(each->text().find("<rulebase"))) + "\t\n");
    const auto proposal = *read_proposal(source(
        "p.xml", proposal_text(R"(<repeal target="file:ways.xml"/><repeal target="rule:AA-2-3/@overrides-law"/>)")));
    const auto result = amend(before, proposal);
    INFO((result ? "" : rendered(result.error())));
    REQUIRE(result);
    CHECK(result->sources.size() == before.size() - 1);
    CHECK(result->modifications.front().wording.nl == "Het bestand ways.xml vervalt.");
    CHECK(not_restored(before, proposal).empty());
}
