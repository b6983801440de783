// Implication, and the search behind it: what it proves, what it refutes, and when it says that it does not know.

#include "solve/satisfy.hpp"

#include <catch2/catch.hpp>

#include "reading.hpp"
#include "solve/domain.hpp"
#include "solve/implies.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

const RuleBase& facts() {
    static const auto base = read_small(R"(
<item id="a" type="boolean" title="a"/>
<item id="b" type="boolean" title="b"/>
<item id="age" type="number" unit="year" min="0" max="130" title="age"/>
<item id="x" type="number" title="x"/>
<item id="y" type="number" title="y"/>
<item id="kind" type="string" values="home|post|none" title="kind"/>
<item id="place" type="string" title="place"/>
<item id="day" type="date" title="day"/>
<list id="kids" title="kids"><field id="age" type="number" min="0" title="age"/></list>)");
    return *base;
}

Expression condition(const std::string& text) {
    Type boolean;
    boolean.kind = Kind::boolean;
    auto e = Expression::parse(text, {&facts().names, {}}, boolean);
    if (!e) throw std::runtime_error(render(e.error(), Language::en));
    return std::move(*e);
}

RuleBase one_item(std::string unit) {
    RuleBase base;
    Item item;
    item.id = "x";
    item.type.kind = Kind::number;
    item.type.unit = std::move(unit);
    item.minimum = Decimal(0);
    base.items.push_back(std::move(item));
    return base;
}

std::vector<Value> inside(const std::string& unit, std::initializer_list<const char*> constants) {
    std::vector<Value> compared;
    for (const auto* c : constants) compared.emplace_back(*Decimal::parse(c));
    std::vector<Value> all;
    for (const auto& cell : solve::axis_of(one_item(unit), 0, compared, false).cells) all.push_back(cell.inside);
    return all;
}

Value number_of(const char* text) { return *Decimal::parse(text); }

}  // namespace

TEST_CASE("one condition implies another, does not, or nobody knows") {
    struct Row {
        const char* premise;
        const char* conclusion;
        Truth answer;
    };
    const auto row = GENERATE(values<Row>({
        {"a and b", "a", Truth::yes},
        {"a", "a and b", Truth::no},
        {"a or b", "b or a", Truth::yes},
        {"age >= 21", "age >= 18", Truth::yes},
        {"age >= 18", "age >= 21", Truth::no},
        {"age > 130", "a", Truth::yes},  // outside the domain: never
        {"age in [18..27)", "age >= 18 and not(age >= 27)", Truth::yes},
        {"kind != \"home\" and kind != \"post\"", "kind = \"none\"", Truth::yes},
        {"place = \"A\"", "place != \"B\"", Truth::yes},
        {"place != \"A\"", "place = \"B\"", Truth::no},
        {"day > date(\"2025-01-15\")", "day >= date(\"2025-01-15\")", Truth::yes},
        {"x > 5", "x > 4", Truth::yes},
        // arithmetic hides where the answer changes: a counterexample may be missed, a proof may not be claimed
        {"x + y > 5", "x > 3", Truth::unknown},
        {"x + y > 5 and y = 4", "x > 3", Truth::no},
        {"x - y > x", "y < 0", Truth::unknown},
        {"x > y", "x > y", Truth::yes},
        // lists are tried, never exhausted
        {"count(kids[age < 12]) >= 1", "count(kids) >= 1", Truth::unknown},
        {"count(kids) >= 1", "count(kids[age < 12]) >= 1", Truth::no},
        {"a and count(kids) >= 1", "a", Truth::yes},
        // only what shares a fact with the conclusion, or with what does, is searched
        {"a and kind = \"home\" and age >= 21", "age >= 18 and a", Truth::yes},
        {"a and kind = \"home\" and age >= 18", "age >= 21 and a", Truth::no},
        {"a and (b or age >= 21) and not(b)", "age >= 18", Truth::yes},
        {"a and (b or age >= 21)", "age >= 18", Truth::no},
        {"a", "age >= 0", Truth::yes},             // whatever the premise: the domain says so
        {"a and age > 130", "b", Truth::yes},      // never, so nothing is amiss
        {"x + y > 5 and a", "b", Truth::unknown},  // nobody knows whether the premise is ever so
    }));
    INFO(row.premise << " => " << row.conclusion);
    CHECK(solve::implies(condition(row.premise), condition(row.conclusion), facts()) == row.answer);
}

TEST_CASE("a search gives a witness of no more facts than needed, a proof, or gives up") {
    const auto a = slot_of(facts(), "a");
    const auto b = slot_of(facts(), "b");
    const std::vector<solve::Axis> axes{solve::axis_of(facts(), a, {}, false), solve::axis_of(facts(), b, {}, false)};
    const auto value = [](const samenloop::solve::Facts& given, Slot s) {
        for (const auto& [slot, v] : given)
            if (slot == s) return v.truth();
        return Truth::unknown;
    };
    SECTION("only b matters, though a is asked for first") {
        const auto answer = solve::satisfy(
            axes, [&](const samenloop::solve::Facts& given) -> solve::Reply { return {value(given, b), {a, b}}; });
        REQUIRE(answer.verdict == solve::SearchResult::witness);
        CHECK(answer.facts == samenloop::solve::Facts{{b, Value(true)}});
    }
    SECTION("a and not a") {
        const auto answer = solve::satisfy(axes, [&](const samenloop::solve::Facts& given) -> solve::Reply {
            return {value(given, a) && !value(given, a), {a}};
        });
        CHECK(answer.verdict == solve::SearchResult::unsatisfiable);
        CHECK(answer.facts.empty());
    }
    SECTION("what cannot be split is not guessed") {
        const auto answer = solve::satisfy(
            axes, [&](const samenloop::solve::Facts& /*given*/) -> solve::Reply { return {Truth::unknown, {a, b}}; });
        CHECK(answer.verdict == solve::SearchResult::gave_up);
    }
    SECTION("nor what does not fit the budget") {
        const auto never = [&](const samenloop::solve::Facts& given) -> solve::Reply {
            return {value(given, a) && value(given, b) && !value(given, b), {a, b}};
        };
        CHECK(solve::satisfy(axes, never, solve::Aim::proof, 2).verdict == solve::SearchResult::gave_up);
        CHECK(solve::satisfy(axes, never, solve::Aim::proof, 20).verdict == solve::SearchResult::unsatisfiable);
    }
}

TEST_CASE("what a refutation does not rest on is not tried in its other values") {
    constexpr Slot n = 10;
    std::vector<solve::Axis> axes;
    for (Slot s = 0; s < n; ++s) axes.push_back({s, {{true, true}, {false, false}}, true});
    // Nobody: it is always the first fact's fault, seen when all are given.
    const auto asked = [&](bool told) {
        const auto question = [&](const solve::Facts& given) -> solve::Reply {
            if (given.size() < n) return {Truth::unknown, {static_cast<Slot>(given.size())}};
            return told ? solve::Reply{Truth::no, {}, std::vector<Slot>{0}} : solve::Reply{Truth::no, {}};
        };
        const auto answer = solve::satisfy(axes, question, solve::Aim::proof);
        CHECK(answer.verdict == solve::SearchResult::unsatisfiable);
        return answer.asked;
    };
    CHECK(asked(true) == 1 + 2 * n);  // down once for each value of the first
    CHECK(asked(false) == 2047);      // every node of the tree
}

TEST_CASE("a refutation of one value of a box is none of the box") {
    const std::vector<solve::Axis> axes{
        {0, {{Range{Decimal(0), Decimal(9)}, Decimal(5)}}, true}, {1, {{true, true}, {false, false}}, true}};
    // So only for 7, which no cell names; for 5 it is not so.
    const auto question = [](const solve::Facts& given) -> solve::Reply {
        if (given.empty()) return {Truth::unknown, {0}};
        if (given.front().second.get<Range>() != nullptr) return {Truth::unknown, {0, 1}};
        return {Truth::no, {}, std::vector<Slot>{0}};
    };
    CHECK(solve::satisfy(axes, question).verdict == solve::SearchResult::gave_up);
}

TEST_CASE("a search that begins at who was found before asks less, and finds the same ordinary person") {
    std::vector<solve::Axis> axes;
    for (Slot s = 0; s < 6; ++s) axes.push_back({s, {{true, true}, {false, false}}, true});
    // The first five are not so, and of the sixth it is known.
    const auto question = [](const solve::Facts& given) -> solve::Reply {
        for (Slot s = 0; s < 6; ++s) {
            const auto at = std::ranges::find(given, s, &std::pair<Slot, Value>::first);
            if (at == given.end()) return {Truth::unknown, {s}};
            if (s < 5 && at->second.truth() == Truth::yes) return {Truth::no, {}};
        }
        return {Truth::yes, {}};
    };
    solve::Facts before;  // nothing is so of who was found before
    for (Slot s = 0; s < 6; ++s) before.emplace_back(s, false);
    const auto afresh = solve::satisfy(axes, question);
    const auto from_before = solve::satisfy(axes, question, solve::Aim::witness, solve::question_budget, before);
    REQUIRE(afresh.verdict == solve::SearchResult::witness);
    REQUIRE(from_before.verdict == solve::SearchResult::witness);
    CHECK(from_before.facts == afresh.facts);
    CHECK(from_before.facts.back() == std::pair<Slot, Value>{5, true});
    CHECK(from_before.asked < afresh.asked);
}

TEST_CASE("nobody has half a cent", "[domain]") {
    const auto next_to = inside("eur/month", {"1000", "1000.01"});
    CHECK(std::ranges::count(next_to, number_of("1000.005")) == 0);
    const auto a_share = inside("eur/year", {"1614.545"});
    for (const auto& v : a_share) CHECK(v.get<Decimal>()->rounded(2) == *v.get<Decimal>());
    CHECK(a_share.size() == 3);  // nothing, below the border, above it
}

TEST_CASE("of money a whole cent between two borders is found", "[domain]") {
    CHECK(std::ranges::count(inside("eur", {"0.001", "0.012"}), number_of("0.01")) == 1);
    CHECK(std::ranges::count(inside("eur", {"10.01", "10.04"}), number_of("10.02")) == 1);
}

TEST_CASE("what is no money may be halved", "[domain]") {
    CHECK(std::ranges::count(inside("", {"0.5", "0.51"}), number_of("0.505")) == 1);
}
