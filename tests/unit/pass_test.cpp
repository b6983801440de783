// A what-if equals working everything out anew, and costs what depends on it.

#include "engine/pass.hpp"

#include <catch2/catch.hpp>

#include "engine/timeline.hpp"
#include "model/days.hpp"
#include "shipped.hpp"
#include "survey/reasons.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

/// Another value than the one there, of its kind; unknown where there is no plain one.
Value other_than(const Item& item, const Value& now) {
    if (item.type.kind == Kind::boolean) return now.truth() != Truth::yes;
    if (item.type.kind == Kind::number) return now == Value(Decimal(1)) ? Decimal(0) : Decimal(1);
    return {};
}

/// So many laws alike: an input, a definition with two steps, and a duty.
std::string alike(std::size_t laws) {
    std::string xml = R"(<act id="report" title="x" title-en="x"/><organisation id="o" title="o" title-en="o"/>)";
    for (std::size_t n = 0; n < laws; ++n) {
        const auto k = std::to_string(n);
        xml += R"(<item id="in)" + k + R"(" type="number" title="x" title-en="x"/><item id="one)" + k +
               R"(" type="number" title="x" title-en="x"/><item id="two)" + k +
               R"(" type="number" title="x" title-en="x"/><law id="l)" + k +
               R"(" title="x" title-en="x" level="act" from="2020-01-01"><rule id="A)" + k +
               R"(" actor="o" title="x" title-en="x"><define item="one)" + k + R"(">in)" + k +
               R"( + 1</define><define item="two)" + k + R"(">one)" + k + R"( * 2</define></rule><rule id="B)" + k +
               R"(" actor="o" title="x" title-en="x"><when>two)" + k +
               R"( &gt; 10</when><obligation act="report"/></rule></law>)";
    }
    return xml;
}

engine::Evaluation of_nobody(const engine::Program& program) {
    Situation s;
    s.facts.resize(program.base->items.size());
    s.date = program.day;
    return engine::evaluate(program, s, engine::World::law);
}

}  // namespace

TEST_CASE("a what-if equals working everything out anew") {
    const auto& base = shipped_rules();
    const auto situation =
        person({{"p.age", "44"},
                {"rent", "640"},
                {"hh", R"([{age: 27, rel: "child", student: true, income: 20000}])"},
                {"kids", "[{age: 3, lawful: true, at_addr: true}]"}});
    const auto e = engine::evaluate(shipped_program(), situation, engine::World::practice);
    Slot asked = 0;
    for (Slot s = 0; s < base.items.size(); s += 3) {
        const auto value = other_than(base.items[s], e.values[s]);
        if (value.is_unknown()) continue;
        ++asked;
        const engine::Variation v{{}, {}, {{s, value}}};
        const auto varied = engine::vary(e, v);
        const auto anew = engine::evaluate(shipped_program(), situation, engine::World::practice, v);
        INFO(base.items[s].id);
        CHECK(varied.values == anew.values);
        CHECK(varied.rules == anew.rules);
        CHECK(varied.labels == anew.labels);
    }
    CHECK(asked > 200);
    for (Index r = 0; r < base.rules.size(); r += 3) {
        const engine::Variation v{{r}, {}, {}};
        INFO(base.rules[r].id);
        CHECK(engine::vary(e, v).values ==
              engine::evaluate(shipped_program(), situation, engine::World::practice, v).values);
    }
}

TEST_CASE("what is worked out from the last time equals what is worked out from here") {
    const auto& base = shipped_rules();
    const auto e = household({{"p.age", "44"}, {"rent", "640"}, {"inc.wage_m", "900"}});
    const engine::Variation much{
        {3, 40, 41}, {}, {{slot_of(base, "inc.wage_m"), Decimal(0)}, {slot_of(base, "rent"), Decimal(500)}}};
    for (Slot s = 1; s < base.items.size(); s += 7) {
        const auto value = other_than(base.items[s], e.values[s]);
        if (value.is_unknown()) continue;
        const auto what_if = engine::vary(e, {{}, {}, {{s, value}}});
        INFO(base.items[s].id);
        const auto near = engine::vary_near(what_if, much);
        const auto far = engine::vary(what_if, much);
        CHECK(near.values == far.values);
        CHECK(near.facts == far.facts);
        CHECK(near.labels == far.labels);
        CHECK(near.out == far.out);
    }
}

TEST_CASE("a household on another day, begun from what is known of it, is what it is worked out anew") {
    const auto& base = shipped_rules();
    const auto now = person({{"p.age", "44"}, {"rent", "640"}, {"inc.wage_m", "900"}});
    const Calendar calendar(base);
    const auto e = engine::evaluate(calendar.on(now.date), now, engine::World::law);
    const auto known = engine::known_of(engine::moved_to(e, now, calendar, *Date::parse("2025-09-01")));
    for (const auto* day : {"2024-08-01", "2025-01-15", "2025-09-01", "2025-12-31", "2026-03-01"}) {
        const auto then = model::on_day(base, now, *Date::parse(day));
        auto steps = engine::steps_taken();
        const auto anew = engine::evaluate(calendar.on(then.date), then, engine::World::law);
        const auto all = engine::steps_taken() - steps;
        steps = engine::steps_taken();
        const auto begun = engine::evaluate(calendar.on(then.date), then, engine::World::law, {}, known);
        const auto some = engine::steps_taken() - steps;
        INFO(day);
        CHECK(begun.values == anew.values);
        CHECK(begun.rules == anew.rules);
        CHECK(begun.labels == anew.labels);
        CHECK(begun.day == anew.day);
        if (calendar.on(then.date).day == calendar.on(*Date::parse("2025-09-01")).day) CHECK(2 * some < all);
    }
}

TEST_CASE("a timeline asked for again is found, in whatever window, and is the same") {
    const auto& base = shipped_rules();
    auto now = person({{"p.age", "44"}, {"bij.report_date", "2025-02-03"}});
    const Calendar calendar(base);
    const auto day = [](const char* text) { return *Date::parse(text); };
    const auto fresh = [&] { return engine::evaluate(calendar.on(now.date), now, engine::World::law); };
    const auto e = fresh();
    const auto long_one = engine::timeline(e, now, calendar, {day("2025-01-15"), day("2026-02-01")});
    REQUIRE(long_one.spans.size() > 3);
    const auto ended_by_its_window = engine::timeline(e, now, calendar, {day("2025-01-15"), day("2025-02-10")});
    const auto asked_first = engine::timeline(fresh(), now, calendar, {day("2025-01-15"), day("2025-02-10")});
    REQUIRE(ended_by_its_window.spans.size() == asked_first.spans.size());
    for (std::size_t i = 0; i < asked_first.spans.size(); ++i) {
        CHECK(ended_by_its_window.spans[i].from == asked_first.spans[i].from);
        CHECK(ended_by_its_window.spans[i].to == asked_first.spans[i].to);
        CHECK(ended_by_its_window.spans[i].state.values == asked_first.spans[i].state.values);
    }
    const auto other = fresh();
    static_cast<void>(engine::timeline(other, now, calendar, {day("2025-01-15"), day("2025-02-10")}));
    const auto steps = engine::steps_taken();
    const auto longer = engine::timeline(other, now, calendar, {day("2025-01-15"), day("2026-02-01")});
    CHECK(engine::steps_taken() > steps);
    REQUIRE(longer.spans.size() == long_one.spans.size());
    for (std::size_t i = 0; i < longer.spans.size(); ++i) {
        CHECK(longer.spans[i].from == long_one.spans[i].from);
        CHECK(longer.spans[i].to == long_one.spans[i].to);
        CHECK(longer.spans[i].state.labels == long_one.spans[i].state.labels);
    }
    const auto known = engine::steps_taken();
    static_cast<void>(engine::timeline(other, now, calendar, {day("2025-01-15"), day("2026-02-01")}));
    CHECK(engine::steps_taken() == known);
}

TEST_CASE("what is so for a reason stays so whatever else is changed") {
    const auto& base = shipped_rules();
    const auto e = household({{"p.age", "44"}, {"rent", "640"}, {"inc.wage_m", "900"}});
    survey::PartsOfConditions parts;
    std::size_t changed = 0;
    std::size_t named = 0;
    for (const auto& scheme : base.schemes) {
        const auto truth = e.values[scheme.granted].truth();
        if (truth == Truth::unknown) continue;
        survey::Reasons why(e, parts);
        why.item(scheme.granted);
        const auto because = std::move(why).facts();
        named += because.size();
        engine::Variation others;
        for (Slot s = 0; s < base.items.size(); ++s) {
            const bool is_reason = std::ranges::find(because, s) != because.end() || s == e.program->today;
            if (is_reason || e.facts[s].is_unknown()) continue;
            if (auto value = other_than(base.items[s], e.facts[s]); !value.is_unknown())
                others.facts.emplace_back(s, std::move(value));
        }
        changed += others.facts.size();
        INFO(scheme.id);
        CHECK(engine::vary(e, others).values[scheme.granted].truth() == truth);
    }
    CHECK(named > 100);
    CHECK(changed > 5000);
}

TEST_CASE("what a rule defines by another of its definitions follows what changes that") {
    const auto rules = read_small(alike(1));
    INFO((rules ? "" : render(rules.error(), Language::en)));
    REQUIRE(rules.has_value());
    const auto program = engine::compile(*rules, *Date::parse("2025-01-15"));
    const auto e = engine::vary(of_nobody(program), {{}, {}, {{slot_of(*rules, "in0"), Decimal(1)}}});
    CHECK(e.values[slot_of(*rules, "two0")] == Value(Decimal(4)));
    const auto one = engine::vary(e, {{}, {}, {{slot_of(*rules, "one0"), Decimal(50)}}});
    CHECK(one.values[slot_of(*rules, "two0")] == Value(Decimal(100)));
    CHECK(one.applies(1) == Truth::yes);
}

TEST_CASE("a what-if takes the steps that depend on it, however many rules there are") {
    const auto steps_of = [](std::size_t laws) {
        const auto rules = read_small(alike(laws));
        REQUIRE(rules.has_value());
        const auto program = engine::compile(*rules, *Date::parse("2025-01-15"));
        const auto e = of_nobody(program);
        const auto before = engine::steps_taken();
        const auto after = engine::vary(e, {{}, {}, {{slot_of(*rules, "in0"), Decimal(9)}}});
        CHECK(after.applies(1) == Truth::yes);
        return engine::steps_taken() - before;
    };
    CHECK(steps_of(1) == 4);  // the input, two definitions, the duty
    CHECK(steps_of(500) == steps_of(1));
}
