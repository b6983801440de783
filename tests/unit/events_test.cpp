// Events tell what their item is before and after their day; facts and other events must agree with them.

#include <catch2/catch.hpp>

#include "model/days.hpp"
#include "reading.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

Result<Situation> told(const std::string& body, const std::string& head = "date=\"2025-03-15\" rest=\"ordinary\"") {
    return read_situation(
        source("situation.xml", "<situation xmlns=\"urn:samenloop:situation:1\" id=\"x\" title=\"x\" " + head + ">" +
                                    body + "</situation>"),
        mini());
}

std::string event(const std::string& day, const std::string& item, const std::string& from, const std::string& to) {
    static int number = 0;
    return "<event id='e" + std::to_string(++number) + "' date='" + day + "' item='" + item + "' from='" + from +
           "' to='" + to + "'/>";
}

/// What an item is on its own day and on others: "2500 1000 2500".
std::string on(const Situation& situation, const std::string& item, const std::vector<std::string>& days) {
    std::string all;
    for (const auto& day : days) {
        const auto then = model::on_day(mini(), situation, *Date::parse(day));
        all += (all.empty() ? "" : " | ") + to_string(then.facts[slot_of(mini(), item)]);
    }
    return all;
}

}  // namespace

TEST_CASE("an event tells the value before and after its day", "[events]") {
    struct Row {
        std::string body;
        std::string item;
        std::string before_now_after;  // 1 January, 15 March, 1 June
    };
    const auto row = GENERATE(values<Row>({
        {event("2025-03-10", "wage", "1000", "2500"), "wage", "1000 | 2500 | 2500"},
        {event("2025-03-15", "wage", "1000", "2500"), "wage", "1000 | 2500 | 2500"},
        {event("2025-03-16", "wage", "1000", "2500"), "wage", "1000 | 1000 | 2500"},
        {event("2025-05-01", "wage", "900", "800") + event("2025-02-01", "wage", "1000", "900"), "wage",
         "1000 | 900 | 800"},
        {event("2025-04-01", "kids", "[]", "[{age: 0}]"), "kids", "[] | [] | [{0, true, \"none\"}]"},
        {event("2025-02-01", "kids", "[{age: 3, school: \"day\"}]", "[{age: 3}, {age: 0}]"), "kids",
         "[{3, true, \"day\"}] | [{3, true, \"day\"}, {0, true, "
         "\"none\"}] | [{3, true, \"day\"}, {0, true, \"none\"}]"},
        {event("2025-02-01", "kids", "[]", "[{age: 3}]") + event("2025-04-01", "kids[1].age", "3", "4"), "kids",
         "[] | [{3, true, \"none\"}] | [{4, true, \"none\"}]"},
        {event("2025-02-01", "kids[1].age", "3", "4") + event("2025-04-01", "kids", "[{age: 4}]", "[]"), "kids",
         "[{3, true, \"none\"}] | [{4, true, \"none\"}] | []"},
        {event("2025-02-01", "kids[1].age", "3", "4") + "<list item='kids'><element school='day'/></list>", "kids",
         "[{3, true, \"day\"}] | [{4, true, \"day\"}] | [{4, "
         "true, \"day\"}]"},
        {event("2025-02-01", "ties", "[\"A\"]", "[\"A\", \"B\"]"), "ties", "[\"A\"] | [\"A\", \"B\"] | [\"A\", \"B\"]"},
        // What the ordinary person has because of an item follows it.
        {event("2025-02-01", "house", "none", "own"), "place", "\"B\" | \"A\" | \"A\""},
    }));
    CAPTURE(row.body);
    const auto situation = told(row.body);
    if (!situation) FAIL(render(situation.error(), Language::en));
    CHECK(on(*situation, row.item, {"2025-01-01", "2025-03-15", "2025-06-01"}) == row.before_now_after);
}

TEST_CASE("what contradicts an event is told at the event, with the other place", "[events]") {
    struct Row {
        std::string body;
        std::string message;
        std::string hint;
    };
    const auto wage = std::string("<fact item='wage'>3000</fact>");
    const auto row = GENERATE_COPY(values<Row>({
        {wage + event("2025-02-01", "wage", "2700", "0"),
         "after the event (to) 'wage' is 0, but the fact says 3000 on "
         "2025-03-15",
         "the fact is at situation.xml:1"},
        {wage + event("2025-03-15", "wage", "3000", "0"), "after the event (to) 'wage' is 0, but the fact says 3000",
         "may be left out"},
        {wage + event("2025-04-01", "wage", "2700", "0"),
         "before the event (from) 'wage' is 2700, but the fact says 3000", "the fact is at"},
        {event("2025-02-01", "wage", "1", "2") + event("2025-03-01", "wage", "3", "4"),
         "after the event (to) 'wage' is 2, but the event of 2025-03-01 finds it at 3", "situation.xml:1"},
        {event("2025-04-01", "wage", "1", "2") + event("2025-05-01", "wage", "3", "4"),
         "before the event (from) 'wage' is 3, but the event of 2025-04-01 leaves it at 2", "situation.xml:1"},
        {event("2025-02-01", "wage", "1", "2") + event("2025-05-01", "wage", "3", "4"),
         "before the event (from) 'wage' is 3, but the fact says 2", "may be left out"},
        {event("2025-02-01", "wage", "1", "2") + event("2025-02-01", "wage", "1", "3"),
         "two events change 'wage' on one day", "situation.xml:1"},
        {"<list item='kids'><element age='3'/></list>" + event("2025-02-01", "kids", "[]", "[{age: 3}, {age: 0}]"),
         "after the event (to) the number of 'kids' is 2, but the fact says 1", "the fact is at"},
        {"<list item='kids'><element age='3'/></list>" + event("2025-02-01", "kids", "[]", "[{age: 4}]"),
         "after the event (to) 'kids[1].age' is 4, but the fact says 3", "the fact is at"},
        {"<list item='kids'><element age='3'/></list>" + event("2025-02-01", "kids[1].age", "3", "4"),
         "after the event (to) 'kids[1].age' is 4, but the fact says 3", "the fact is at"},
        {event("2025-04-01", "kids", "[{age: 3}]", "[{age: 3}, {age: 0}]") +
             event("2025-03-20", "kids[2].age", "0", "1"),
         "there is no element 2 of 'kids' on 2025-03-20, when it has 1", ""},
        {"<fact item='wage' from='2025-01-01' to='2025-02-01'>5</fact><fact item='wage' from='2025-02-01'>6</fact>" +
             event("2025-05-01", "wage", "5", "7"),
         "before the event (from) 'wage' is 5, but the fact says 6", "the fact is at"},
    }));
    CAPTURE(row.body);
    const auto situation = told(row.body);
    REQUIRE_FALSE(situation);
    CAPTURE(render(situation.error(), Language::en));
    CHECK(in_one_language(situation.error()).empty());
    REQUIRE(situation.error().size() == 1);
    const auto& d = situation.error().front();
    CHECK(d.message.en.starts_with(row.message));
    CHECK(d.hint.en.find(row.hint) != std::string::npos);
    CHECK(d.source->text().substr(d.offset).starts_with("<event"));
}

TEST_CASE("what agrees with an event may stand beside it", "[events]") {
    const auto body = GENERATE(values<std::string>({
        "<fact item='wage'>0</fact>" + event("2025-02-01", "wage", "2700", "0"),
        "<fact item='wage'>0.00</fact>" + event("2025-03-15", "wage", "2700", "0"),
        "<fact item='wage'>2700</fact>" + event("2025-03-16", "wage", "2700", "0"),
        "<list item='kids'><element age='0'/><element age='3'/></list>" +
            event("2025-02-01", "kids", "[{age: 3}]", "[{age: 3}, {age: 0}]"),
        "<list item='kids'><element school='day'/></list>" + event("2025-02-01", "kids", "[]", "[{age: 4}]"),
        event("2025-02-01", "wage", "1", "2") + event("2025-02-01", "house", "none", "own"),
    }));
    CAPTURE(body);
    const auto situation = told(body);
    if (!situation) FAIL(render(situation.error(), Language::en));
}

TEST_CASE("without the ordinary person what an event leaves open is unknown", "[events]") {
    const auto situation = told(event("2025-04-01", "kids", "[]", "[{age: 0}]"), "date=\"2025-03-15\"");
    REQUIRE(situation);
    CHECK(on(*situation, "kids", {"2025-06-01"}) == "[{0, unknown, unknown}]");
}
