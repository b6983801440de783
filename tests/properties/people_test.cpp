// Families told as people, through time: what the program works out for whole stretches is what each day by itself
// says.

#include "model/people.hpp"

#include <map>
#include <set>

#include "engine/timeline.hpp"
#include "random.hpp"
#include "samenloop/check.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

constexpr int families = 50;
constexpr std::uint64_t seed = 20261128;
const Date start = *Date::from_civil(2025, 1, 1);
constexpr Duration a_day{0, 1};

/// One of the family, as the plain way sees it.
struct One {
    std::string relation;
    Date birth;
    std::optional<Date> moves_in;  // elsewhere before it
};

struct Family {
    std::vector<One> people;
    std::string xml;
};

Date born(Random& random, int youngest, int oldest) {
    return start.plus({static_cast<std::int32_t>(-12 * random.between(youngest, oldest)),
                       static_cast<std::int32_t>(-random.between(0, 364))});
}

Family family(Random& random) {
    Family f;
    f.people.push_back({"self", born(random, 20, 66), {}});
    if (random.percent(40)) f.people.push_back({"partner", born(random, 20, 66), {}});
    for (auto n = random.between(0, 3); n > 0; --n) f.people.push_back({"child", born(random, 0, 19), {}});
    if (random.percent(30)) f.people.push_back({"child", born(random, 20, 28), {}});
    if (random.percent(40))
        f.people.push_back(
            {"parent", born(random, 67, 85), start.plus({0, static_cast<std::int32_t>(random.between(5, 300))})});
    f.xml = R"(<situation xmlns="urn:samenloop:situation:1" id="f" title="f" date="2025-01-01" rest="ordinary">)";
    std::string events;
    for (std::size_t k = 0; k < f.people.size(); ++k) {
        const auto& one = f.people[k];
        const auto id = "p" + std::to_string(k);
        f.xml += "<person id=\"" + id + "\" relation=\"" + one.relation + "\" birth=\"" + one.birth.to_string() + "\"";
        if (one.relation == "partner") f.xml += " married=\"true\"";
        if (one.relation != "child")
            f.xml += " wage_m=\"" + std::to_string(random.one_of<int>({0, 0, 900, 1800, 3200})) + "\"";
        if (one.moves_in) f.xml += " at_addr=\"false\"";
        f.xml += "/>";
        if (one.moves_in)
            events += "<event id=\"in" + std::to_string(k) + "\" title=\"in\" date=\"" + one.moves_in->to_string() +
                      "\" person=\"" + id + "\" item=\"at_addr\" to=\"true\"/>";
    }
    f.xml += "<fact item=\"rent\">" + std::to_string(random.between(400, 800)) + "</fact>";
    if (random.percent(50)) f.xml += R"(<fact item="bij.applied">true</fact>)";
    f.xml += events + "</situation>";
    return f;
}

Situation situation_of(const Family& f) {
    auto s = read_situation(source("family.xml", f.xml), shipped_rules());
    INFO((s ? "" : render(s.error(), Language::en)));
    REQUIRE(s.has_value());
    return std::move(*s);
}

/// Counted on the fingers: a year more with each birthday.
int years(Date birth, Date day) {
    int n = 0;
    while (birth.plus({12 * (n + 1), 0}) <= day) ++n;
    return n;
}

std::vector<int> ages(const Situation& s, Date day, std::string_view list) {
    const auto& base = shipped_rules();
    const auto slot = base.names.find(list)->second.slot;
    const auto at = model::field_index(*base.items[slot].type.element, "age");
    std::vector<int> all;
    const auto there = model::on_day(base, s, day);
    for (const auto& e : *there.facts[slot].get<List>()->elements)
        all.push_back(static_cast<int>((*e.get<Record>()->fields)[at].get<Decimal>()->to_int()));
    return all;
}

/// What is granted, and what it pays a month.
std::map<Index, std::pair<Truth, std::optional<Decimal>>> rights(const engine::Evaluation& e) {
    std::map<Index, std::pair<Truth, std::optional<Decimal>>> all;
    for (Index s = 0; s < e.base().schemes.size(); ++s) {
        const auto* sum = e.values[e.base().schemes[s].sum].get<Decimal>();
        all[s] = {e.values[e.base().schemes[s].granted].truth(),
                  sum != nullptr ? std::optional(*sum / Decimal(12)) : std::nullopt};
    }
    return all;
}

/// Is it told that something becomes of the scheme on that day?
bool told(const Report& report, Date day, const Scheme& scheme) {
    return std::ranges::any_of(report.timeline, [&](const Moment& m) {
        return m.day == day && m.finding.empty() && m.text.nl.starts_with(scheme.title.nl + ":");
    });
}

}  // namespace

TEST_CASE("who is a child, and who an adult in the house, on each day") {
    Random random(seed);
    for (int n = 0; n < sample(50); ++n) {
        const auto f = family(random);
        INFO(f.xml);
        const auto s = situation_of(f);
        for (int step = 0; step < 30; ++step) {
            const auto day = start.plus({0, static_cast<std::int32_t>(random.between(-400, 2000))});
            INFO(day.to_string());
            std::vector<int> kids;
            std::vector<int> adults;
            for (const auto& one : f.people) {
                if (one.relation == "self" || one.relation == "partner" || one.birth > day) continue;
                const auto age = years(one.birth, day);
                if (one.relation == "child" && age < 19) kids.push_back(age);
                if (age >= 18 && (!one.moves_in || *one.moves_in <= day)) adults.push_back(age);
            }
            CHECK(ages(s, day, "kids") == kids);
            CHECK(ages(s, day, "hh") == adults);
        }
    }
}

TEST_CASE("what is told of the year to come is what changes from one day to the next") {
    Random random(seed + 1);
    const auto& base = shipped_rules();
    const Calendar calendar(base);
    const auto until = *Date::from_civil(2025, 12, 30);
    std::size_t changes = 0;
    for (int n = 0; n < sample(families); ++n) {
        const auto f = family(random);
        INFO(f.xml);
        const auto s = situation_of(f);
        CheckOptions options;
        options.until = until;
        const auto report = check(base, s, options);
        const auto now = engine::evaluate(calendar.on(start), s, engine::World::law);
        auto before = rights(now);
        for (auto day = start.plus(a_day); day <= until; day = day.plus(a_day)) {
            const auto there = model::on_day(base, s, day);
            const auto after = rights(engine::evaluate(calendar.on(day), there, engine::World::law));
            for (const auto& [scheme, right] : after) {
                const auto& [was, paid] = before[scheme];
                const auto& [is, pays] = right;
                const bool flips = was != Truth::unknown && is != Truth::unknown && was != is;
                const bool another = is == Truth::yes && was == is && paid && pays &&
                                     (*paid - *pays >= Decimal(1) || *pays - *paid >= Decimal(1));
                INFO(day.to_string() << " " << base.schemes[scheme].id);
                if (flips || another) CHECK(told(report, day, base.schemes[scheme]));
                if (right == before[scheme] && is != Truth::yes) CHECK_FALSE(told(report, day, base.schemes[scheme]));
                changes += flips || another ? 1 : 0;
            }
            before = after;
        }
    }
    CHECK((changes > 10 || sample(families) < families));
}

TEST_CASE("a finding that is told to begin or end does so on that day, and on no other") {
    Random random(seed + 2);
    const auto& base = shipped_rules();
    for (int n = 0; n < sample(12); ++n) {
        const auto f = family(random);
        INFO(f.xml);
        const auto s = situation_of(f);
        CheckOptions options;
        options.until = Date::from_civil(2025, 12, 30);
        const auto report = check(base, s, options);
        std::set<std::string> open;
        for (const auto& finding : report.findings)
            if (finding.severity >= 1 && !finding.period) open.insert(finding.id);
        std::set<Date> days{start.plus({3, 11}), start.plus({7, 5})};
        for (const auto& m : report.timeline) days.insert({m.day, Date::from_days(m.day.days() - 1)});
        auto next = report.timeline.begin();
        for (const auto day : days) {
            for (; next != report.timeline.end() && next->day <= day; ++next) {
                if (next->finding.empty()) continue;
                if (next->text.nl.starts_with("Voorbij")) open.erase(next->finding);
                else open.insert(next->finding);
            }
            if (day < start) continue;
            INFO(day.to_string());
            CheckOptions then;
            then.date = day;
            then.ways_out = false;
            const auto there = check(base, s, then);
            if (there.judgement.verdict != Verdict::complete) continue;
            for (const auto& finding : there.findings)
                if (finding.severity >= 1 && !finding.period) {
                    INFO(finding.code << " " << finding.title.nl);
                    CHECK(open.contains(finding.id));
                }
        }
    }
}
