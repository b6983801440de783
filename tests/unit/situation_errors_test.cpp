#include <catch2/catch.hpp>

#include "reading.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

struct SituationRow {
    std::string what;
    std::string by;
    std::string message;
    std::string hint;
    std::string at;
};

}  // namespace

TEST_CASE("what is wrong with a situation is told where it is", "[read]") {
    const auto row = GENERATE(values<SituationRow>({
        {"item=\"age\"", "item=\"aeg\"", "unknown item 'aeg'", "did you mean 'age'?", "aeg"},
        {"item=\"age\"", "item=\"aid_act.norm\"", "'aid_act.norm' is not a fact", "", "aid_act"},
        {"item=\"age\"", "item=\"granted.aid\"", "'granted.aid' is not a fact", "", "granted"},
        {">32<", ">old<", "expected a number, found", "", "old"},
        {">32<", ">-1<", "-1 is less than the smallest value, 0", "", "-1"},
        {">32<", ">131<", "131 is more than the largest value, 130", "", "131"},
        {">32<", "><", "the value is empty", "null", ""},
        {">none<", ">boat<", "unknown value 'boat'", "allowed here: own, barge, none", "boat"},
        {">2024-03-01<", ">2024-02-30<", "expected a date", "", "2024-02-30"},
        {">P28D<", ">28 days<", "expected a duration", "", "28"},
        {">null<", ">maybe<", "expected true or false", "", "maybe"},
        {"<fact item=\"wage\">", "<fact item=\"age\">", "the fact 'age' is declared twice", "situation.xml:3",
         "<fact item=\"age\">850"},
        {"<list item=\"kids\">", "<list item=\"rent\">", "'rent' is not a list", "<fact item=\"rent\">", "<list"},
        {"school=\"day\"", "shcool=\"day\"", "'kids' has no field 'shcool'", "did you mean 'school'?", "shcool"},
        {"school=\"day\"", "school=\"night\"", "unknown value 'night'", "", "night"},
        {"age=\"19\"", "age=\"190\"", "190 is more than the largest value, 130", "", "190"},
        {"sum: 120", "sum: -120", "-120 is less than the smallest value, 0", "", "[{"},
        {"sum: 120", "smu: 120", "unknown field 'smu'", "did you mean 'sum'?", "smu"},
        {"<value>A</value>", "<element age=\"1\"/>", "'ties' is a list of <value>, not of <element>", "",
         "<element age=\"1\""},
        {"kids[1].age", "kids[3].age", "there is no element 3 of 'kids', which has 2 here", "", "kids[3]"},
        {"kids[1].age", "kids[1].aeg", "'kids' has no field 'aeg'", "did you mean 'age'?", "kids[1].aeg"},
        {"kids[1].age", "kids[1]", "an event changes one field of an element", "kids[1].age", "kids[1]"},
        {"kids[1].age", "kids[x].age", "is not an item", "hh[1].age", "kids[x]"},
        {"to=\"4\"", "to=\"old\"", "expected a number", "", "old"},
        {"id=\"loss\"", "id=\"birthday\"", "the event 'birthday' is declared twice", "",
         "<event id=\"birthday\" date=\"2025-03-01\""},
        {"rest=\"ordinary\"", "rest=\"usual\"", "'usual' is not a value of 'rest'", "allowed here: unknown, ordinary",
         "usual"},
        {"date=\"2025-01-15\"", "date=\"15-1-2025\"", "'15-1-2025' is not a date", "", "15-1"},
        {"urn:samenloop:situation:1", "urn:samenloop:rules:1", "unknown namespace", "urn:samenloop:situation:1",
         "xmlns"},
    }));
    CAPTURE(row.what, row.by);
    const auto text = replaced_once(mini_situation(), row.what, row.by);
    const auto result = read_situation(source("situation.xml", text), mini());
    REQUIRE_FALSE(result);
    CAPTURE(render(result.error(), Language::en));
    CHECK(in_one_language(result.error()).empty());
    const auto said = std::any_of(result.error().begin(), result.error().end(), [&](const Diagnostic& d) {
        return d.source && d.message.en.find(row.message) != std::string::npos &&
               d.hint.en.find(row.hint) != std::string::npos && d.source->text().substr(d.offset).starts_with(row.at);
    });
    CHECK(said);
}

TEST_CASE("a situation has its facts, and the ordinary person has the rest", "[read]") {
    const auto& base = mini();
    const auto situation = read_situation(source("situation.xml", mini_situation()), base);
    if (!situation) FAIL(render(situation.error(), Language::en));
    const auto shown = [&](std::string_view name) {
        const auto slot = slot_of(base, name);
        return to_string(situation->facts[slot]) + (situation->assumed[slot] ? " assumed" : "");
    };
    CHECK(shown("age") == "32");
    CHECK(shown("registered") == "null");
    CHECK(shown("place") == "\"B\" assumed");  // follows the house that was given
    CHECK(shown("fee") == "0 assumed");        // the wage was given, so the other incomes are nothing
    CHECK(shown("savings") == "0 assumed");
    CHECK(shown("aid.partner") == "unknown");  // derived
    CHECK(shown("aid_act.norm") == "unknown");
    CHECK(shown("ties") == "[\"A\", \"de oude kade\"]");
    const auto* kids = situation->facts[slot_of(base, "kids")].get<List>();
    REQUIRE(kids != nullptr);
    REQUIRE(kids->elements->size() == 2);
    // A field that an element leaves out follows the fields of the element itself.
    const auto& first = *(*kids->elements)[0].get<Record>()->fields;
    const auto& second = *(*kids->elements)[1].get<Record>()->fields;
    CHECK(to_string(first[1]) == "true");
    CHECK(to_string(second[1]) == "false");
    CHECK(to_string(second[2]) == "\"none\"");
    REQUIRE(situation->events.size() == 2);
    CHECK(situation->events[0].element == 1);
    CHECK(situation->events[0].field == "age");
    CHECK(to_string(situation->events[0].to) == "4");
    CHECK(to_string(situation->events[1].from) == "850.25");  // as the fact says
}

TEST_CASE("without rest=ordinary what is not given is unknown", "[read]") {
    const auto text = replaced_once(mini_situation(), " rest=\"ordinary\"", "");
    const auto situation = read_situation(source("situation.xml", text), mini());
    REQUIRE(situation);
    CHECK(situation->facts[slot_of(mini(), "place")].is_unknown());
    CHECK(std::none_of(situation->assumed.begin(), situation->assumed.end(), [](bool b) { return b; }));
}
