// The ranking against a count that knows nothing of it: for each rule, check every situation with it and without.

#include "samenloop/rank.hpp"

#include <set>

#include <catch2/catch.hpp>

#include "engine/calendar.hpp"
#include "reading.hpp"
#include "samenloop/check.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

const std::filesystem::path kingdom = std::filesystem::path(SAMENLOOP_SOURCE_DIR) / "tests" / "golden" / "rank";

const RuleBase& orania() {
    static const RuleBase rules = *read_rulebase(rule_files(kingdom / "rules"));
    return rules;
}

std::vector<Situation> people() {
    std::set<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(kingdom / "examples" / "situations"))
        paths.insert(entry.path());
    std::vector<Situation> all;
    for (const auto& path : paths)
        all.push_back(*read_situation(source(path.filename().string(), text_of_file(path)), orania()));
    return all;
}

/// "CL-2 guildsman": in Orania one finding of a code in a situation at the most.
using Told = std::set<std::string>;

Told told(const RuleBase& rules, const std::vector<Index>& without, int severity) {
    Told all;
    const Calendar calendar(rules);
    for (const auto& s : people()) {
        const LawBefore law{calendar, s};  // what there should be is measured by the law as it is
        for (const auto& f : check(rules, s, {{}, without, &law}).findings)
            if (f.severity >= severity) REQUIRE(all.insert(f.code + " " + s.id).second);
    }
    return all;
}

/// What could not be answered in the end is not known to be gone.
Told unanswered(const RuleBase& rules, const std::vector<Index>& without) {
    Told all;
    for (const auto& s : people())
        for (const auto& u : check(rules, s, {{}, without}).judgement.unanswered) all.insert(u.code + " " + s.id);
    return all;
}

Told minus(const Told& a, const Told& b) {
    Told left;
    for (const auto& each : a)
        if (!b.contains(each)) left.insert(each);
    return left;
}

Told gone_of(const Ranking& ranking, const std::vector<std::size_t>& gone) {
    Told all;
    for (const auto h : gone)
        all.insert(ranking.hindrances[h].finding.code + " " + ranking.situations[ranking.hindrances[h].situation].id);
    return all;
}

Told uncovered_of(const Ranking& ranking, const Relief& relief) {
    Told all;
    for (const auto& [s, n] : relief.uncovered) all.insert("VA-1 " + ranking.situations[s].id);
    return all;
}

std::string losses_of(const Ranking& ranking, const Relief& relief) {
    std::string text;
    for (const auto& l : relief.losses)
        text += ranking.situations[l.situation].id + (l.certain ? " " : " perhaps ") + to_string(l.before) + " " +
                to_string(l.after) + "; ";
    return text;
}

const RuleRank& of_rule(const Ranking& ranking, const std::string& id) {
    const auto at =
        std::ranges::find_if(ranking.rules, [&](const RuleRank& r) { return orania().rules[r.rule].id == id; });
    REQUIRE(at != ranking.rules.end());
    return *at;
}

}  // namespace

TEST_CASE("a ranking counts what vanishes and what is uncovered as a naive count does") {
    const auto ranking = rank(orania(), people());
    const auto before = told(orania(), {}, 2);
    Told uncovered;
    for (const auto& each : told(orania(), {}, 0))
        if (each.starts_with("VA-1")) uncovered.insert(each);
    REQUIRE(ranking.hindrances.size() == before.size());
    std::size_t ranked = 0;
    for (Index r = 0; r < orania().rules.size(); ++r) {
        std::size_t named = 0;
        for (const auto& h : ranking.hindrances) named += std::ranges::count(h.finding.rules, r) > 0 ? 1 : 0;
        if (named == 0) continue;
        ++ranked;
        CAPTURE(orania().rules[r].id);
        const auto& row = of_rule(ranking, orania().rules[r].id);
        CHECK(row.named == named);
        CHECK(gone_of(ranking, row.relief.gone) ==
              minus(minus(before, told(orania(), {r}, 0)), unanswered(orania(), {r})));
        Told now;
        for (const auto& each : told(orania(), {r}, 0))
            if (each.starts_with("VA-1")) now.insert(each);
        CHECK(uncovered_of(ranking, row.relief) == minus(now, uncovered));
    }
    CHECK(ranking.rules.size() == ranked);
}

TEST_CASE("a ranking tells the harm beside what vanishes") {
    const auto ranking = rank(orania(), people());
    // Without bread everybody has less: 160, and 100 for who shares a table; the hearth tax is 25, or 20 under a roof.
    CHECK(losses_of(ranking, of_rule(ranking, "BREAD-2").relief) ==
          "guildsman 135 -25; newcomer 135 -25; roof 140 -20; table 75 -25; widow 135 -25; ");
    // Without a definition of the household it is not known who is one.
    CHECK(losses_of(ranking, of_rule(ranking, "HEARTH-1").relief).starts_with("roof perhaps 140 "));
    CHECK(of_rule(ranking, "GATE-2").relief.losses.empty());
    // Without the grant who is cold has nothing: the widow had it, and of the guildsman it was in dispute.
    CHECK(uncovered_of(ranking, of_rule(ranking, "HEARTH-7").relief) == Told{"VA-1 guildsman", "VA-1 widow"});
    CHECK(orania().rules[ranking.rules.front().rule].id == "HEARTH-2");
}

TEST_CASE("a ranking reads each definition of a word in place of the other") {
    const auto ranking = rank(orania(), people());
    REQUIRE(ranking.alignments.size() == 2);
    const auto& bread = ranking.alignments.at(0);
    const auto& hearth = ranking.alignments.at(1);
    const auto id = [](Slot s) { return orania().items[s].id; };
    CHECK(id(bread.from) == "bread.together");
    CHECK(id(bread.to) == "hearth.together");
    CHECK(gone_of(ranking, bread.relief.gone) == Told{"CL-4 roof", "CL-4 table"});
    CHECK(losses_of(ranking, bread.relief) == "roof 140 80; ");
    CHECK(id(hearth.from) == "hearth.together");
    CHECK(gone_of(ranking, hearth.relief.gone) == Told{"CL-4 roof", "CL-4 table"});
    CHECK(losses_of(ranking, hearth.relief) == "roof 140 135; ");
}

TEST_CASE("a group of a ranking counts each finding once") {
    const auto ranking = rank(orania(), people());
    const auto group = [&](const std::vector<RankGroup>& all, const std::string& id) {
        const auto at = std::ranges::find(all, id, &RankGroup::id);
        REQUIRE(at != all.end());
        return gone_of(ranking, at->gone);
    };
    CHECK(group(ranking.laws, "bread") == Told{"CL-4 roof", "CL-4 table"});
    CHECK(group(ranking.organisations, "hearth_office") == Told{"CL-2 guildsman", "CL-4 roof", "CL-4 table"});
    CHECK(group(ranking.ministries, "walls") == Told{"CL-2 guildsman", "VA-1 newcomer"});
}

TEST_CASE("a definition that would rest on itself is not aligned") {
    // What is a household for the one law rests on what it is for the other: to read it the other way round is a
    // circle.
    auto text = text_of_file(kingdom / "rules" / "orania.xml");
    text = replaced_once(text, "<define item=\"hearth.together\">p.shares_roof</define>",
                         "<define item=\"hearth.together\">p.shares_roof and not(bread.together)</define>");
    const auto rules = read_rulebase(Files{source("orania.xml", text)});
    REQUIRE(rules.has_value());
    const auto s =
        read_situation(source("s.xml", text_of_file(kingdom / "examples" / "situations" / "table.xml")), *rules);
    REQUIRE(s.has_value());
    const auto ranking = rank(*rules, std::vector{*s});
    REQUIRE(ranking.hindrances.size() == 1);
    REQUIRE(ranking.alignments.size() == 1);
    CHECK(rules->items[ranking.alignments.front().from].id == "hearth.together");
}
