// Random proposals over made-up laws, with fixed seeds: looking only at what a change reaches gives what looking at
// everything gives; and the modifications that are told as the cause of a difference are needed, each of them, and
// enough, by trying every part of the proposal.

#include "samenloop/compare.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "../bench/generated.hpp"
#include "amending.hpp"
#include "random.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

constexpr std::size_t laws = 3;

const Sources& sources() {
    static const Sources all{source("generated.xml", generated_rules(30 * laws))};
    return all;
}

const RuleBase& rules() {
    static const RuleBase all = *read_rulebase(sources());
    return all;
}

/// A person whom one or two laws concern.
Situation someone(Random& random, const std::string& id) {
    auto text = fmt::format(
        R"(<situation xmlns="urn:samenloop:situation:1" id="{}" title="x" date="2026-02-01" rest="ordinary">)", id);
    const std::set<std::int64_t> mine{random.between(0, laws - 1), random.between(0, laws - 1)};
    for (const auto l : mine)
        text +=
            fmt::format(R"(<fact item="l{0}.a">{1}</fact><fact item="l{0}.b">{2}</fact><fact item="l{0}.n">{3}</fact>)",
                        l, random.percent(80), random.percent(60), 100 * random.between(0, 20));
    return *read_situation(source(id + ".xml", text + "</situation>"), rules());
}

std::string modification(Random& random, std::set<std::string>& targets) {
    const auto l = random.between(0, laws - 1);
    const auto rule = fmt::format("rule:R{}-{}", l, random.between(1, 15));
    if (!targets.insert(rule).second) return {};
    switch (random.between(0, 3)) {
    case 0: return fmt::format(R"(<repeal target="{}"/>)", rule);
    case 1: return fmt::format(R"(<substitution target="{}/when">l{}.a</substitution>)", rule, l);
    case 2:
        return fmt::format(
            R"(<substitution target="{}/when">l{}.n &gt; {}</substitution>)", rule, l, 100 * random.between(0, 15));
    default: return fmt::format(R"(<substitution target="{}/@title">andere titel</substitution>)", rule);
    }
}

/// What is told, without what the situation is at.
std::set<std::string> told(const Comparison& c, std::size_t situation) {
    std::set<std::string> all;
    for (const auto& d : c.differences)
        if (d.situation == situation && d.baseline != Baseline::unchanged)
            all.insert(fmt::format("{} {} {}", static_cast<int>(d.baseline), d.before ? d.before->id : "",
                                   d.after ? fmt::format("{} {}", d.after->id, d.after->severity) : ""));
    return all;
}

Proposal part_of(const Proposal& whole, unsigned bits) {
    auto some = whole;
    some.modifications.clear();
    for (std::size_t m = 0; m < whole.modifications.size(); ++m)
        if ((bits >> m) % 2 == 1) some.modifications.push_back(whole.modifications[m]);
    return some;
}

bool same_difference(const Difference& a, const Difference& b) {
    if (a.baseline != b.baseline) return false;
    if (a.baseline == Baseline::resolved) return a.before->id == b.before->id;
    return a.after->id == b.after->id && a.after->severity == b.after->severity &&
           a.after->amounts == b.after->amounts && a.after->status == b.after->status &&
           a.after->certainty == b.after->certainty;
}

bool has(const Proposal& whole, unsigned bits, const Situation& s, const Difference& d) {
    const auto c = compare(sources(), rules(), part_of(whole, bits), {&s, 1}, {{}, true});
    return c && std::ranges::any_of(c->differences, [&](const Difference& other) { return same_difference(other, d); });
}

void check_causes(const Proposal& p, const Situation& s, const Difference& d) {
    unsigned bits = 0;
    for (const auto m : d.causes) bits |= 1U << m;
    CHECK(has(p, bits, s, d));
    for (unsigned fewer = (bits - 1) & bits; bits != 0; fewer = (fewer - 1) & bits) {
        CHECK_FALSE(has(p, fewer, s, d));
        if (fewer == 0) break;
    }
}

}  // namespace

TEST_CASE("what a change reaches is all that differs, and its causes are minimal") {
    Random random(31);
    int made = 0;
    int different = 0;
    int spared = 0;
    while (made < sample(200)) {
        std::string body;
        std::set<std::string> targets;
        const auto count = random.between(1, 3);
        for (int m = 0; m < count; ++m) body += modification(random, targets);
        const auto p = read_proposal(source("p.xml", proposal_text(body)));
        if (!p || !amend(sources(), *p)) continue;
        ++made;
        const std::vector situations{someone(random, "one"), someone(random, "two")};
        const auto some = compare(sources(), rules(), *p, situations, {});
        const auto all = compare(sources(), rules(), *p, situations, {{}, true});
        INFO(body);
        REQUIRE((some && all));
        spared += static_cast<int>(some->untouched.size());
        for (std::size_t s = 0; s < situations.size(); ++s) CHECK(told(*some, s) == told(*all, s));
        for (const auto& d : all->differences) {
            if (d.baseline == Baseline::unchanged) continue;
            ++different;
            if (made % 4 == 0) check_causes(*p, situations[d.situation], d);
        }
    }
    CHECK(different > sample(50));
    CHECK(spared > sample(50));
}
