// What only the rules lack is no finding: nobody could tell the fact that decides it.  And a way out ends a finding
// whatever the facts are that nobody gave.  On the shipped rules.

#include <algorithm>

#include <catch2/catch.hpp>

#include "detect/what_if.hpp"
#include "engine/calendar.hpp"
#include "samenloop/check.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

bool has(const Report& report, std::string_view code) {
    return std::ranges::find(report.findings, code, &Finding::code) != report.findings.end();
}

bool lacks_answer(const Report& report, std::string_view code) {
    return std::ranges::find(report.judgement.unanswered, code, &Unanswered::code) != report.judgement.unanswered.end();
}

bool is_told(const Report& report, NoticeKind kind) {
    return std::ranges::find(report.judgement.notices, kind, &Notice::kind) != report.judgement.notices.end();
}

/// On a pension or a benefit of the same amount, at this age; with an income that the rules leave out or without.
Report with_benefit(int age, const std::string& kind, bool box2 = false) {
    return check(shipped_rules(),
                 person({{"p.age", std::to_string(age)},
                         {"inc.wage_m", "0"},
                         {"inc.benefit_type", kind},
                         {"inc.benefit_m", "1903"},
                         {"ib.aanmerkelijk_belang", box2 ? "true" : "false"},
                         {"rent", "600"}}));
}

}  // namespace

TEST_CASE("whose tax the rules leave out is not said to be below the minimum, nor above it") {
    const auto old = with_benefit(77, "aow", true);
    CHECK(is_told(old, NoticeKind::unmodelled));
    for (const auto* code : {"IM-1", "VA-1"}) {
        CHECK_FALSE(has(old, code));
        CHECK(lacks_answer(old, code));
    }
    CHECK(old.judgement.verdict == Verdict::partial);
    // The same income without a substantial interest: all of it is known.
    const auto young = with_benefit(50, "wia");
    CHECK_FALSE(is_told(young, NoticeKind::unmodelled));
    for (const auto* code : {"IM-1", "VA-1"}) CHECK_FALSE(lacks_answer(young, code));
}

TEST_CASE("every conditional finding names a fact that somebody could tell") {
    for (const auto& report : {with_benefit(77, "aow"), with_benefit(67, "aow"), with_benefit(50, "wia")})
        for (const auto& f : report.findings) {
            INFO(f.code << " " << f.title.nl);
            if (f.certainty != Certainty::conditional) continue;
            CHECK(std::ranges::any_of(f.depends_on, [](const std::string& item) {
                const auto at = shipped_rules().names.find(item.substr(0, item.find('[')));
                return at != shipped_rules().names.end() &&
                       shipped_rules().items[at->second.slot].kind == SlotKind::item;
            }));
        }
}

TEST_CASE("what is paid of a scheme is never less than nothing") {
    // Whether income is below the norm depends on mutual care: with the partner's wage it is far above it.
    const auto known = household(
        {{"p.age", "44"},
         {"inc.wage_m", "1500"},
         {"contract.notarial", "true"},
         {"partner.same_addr", "true"},
         {"partner.age", "44"},
         {"partner.income", "38729"}});
    const auto mutual_care = shipped_rules().names.at("partner.mutual_care").slot;
    const auto e = engine::vary(known, {{}, {}, {{mutual_care, Value()}}});
    REQUIRE(e.values[mutual_care].is_unknown());
    for (const auto& scheme : shipped_rules().schemes) {
        INFO(scheme.id);
        const auto low = e.values[scheme.sum].bounds().low;
        if (low) CHECK(*low >= Decimal(0));
    }
}

TEST_CASE("a way out ends a conditional finding however the open fact turns out") {
    auto s = person({{"p.age", "44"},
                     {"inc.wage_m", "900"},
                     {"contract.notarial", "true"},
                     {"partner.same_addr", "true"},
                     {"partner.age", "44"},
                     {"partner.income", "38729"}});
    s.facts[shipped_rules().names.at("partner.mutual_care").slot] = Value();
    const auto report = check(shipped_rules(), s);
    const auto at = std::ranges::find(report.findings, "CL-4", &Finding::code);
    REQUIRE(at != report.findings.end());
    REQUIRE(at->certainty == Certainty::conditional);
    // Without it they are no partners for allowances; if they care for one another they still are for assistance.
    CHECK(std::ranges::none_of(at->removed_by, [](const WayOut& w) {
        return w.doing == Doing::leave_out_rule && shipped_rules().rules[w.rule].id == "AW-3-1";
    }));
}

TEST_CASE("what nobody knows the amount of has not gone") {
    const auto s = person(
        {{"p.age", "32"},
         {"partner.married", "true"},
         {"partner.same_addr", "true"},
         {"partner.nl", "false"},
         {"partner.vw8", "none"},
         {"partner.income", "0"},
         {"kids", "[{age: 3, lawful: true, at_addr: true}]"},
         {"rent", "700"},
         {"inc.wage_m", "0"}});
    const Calendar calendar(shipped_rules());
    const detect::WhatIf inquiry(calendar, s, {});
    const auto all = inquiry.all(detect::Suppositions{});
    const auto below =
        std::ranges::find_if(all, [](const detect::CandidateFinding& m) { return m.detector->code == "IM-1"; });
    REQUIRE(below != all.end());
    const auto with_wage = [&](const Value& wage) {
        const engine::Variation v{{}, {}, {{shipped_rules().names.at("inc.wage_m").slot, wage}}};
        return inquiry.gone(*below, v, inquiry.what_if(v));
    };
    CHECK_FALSE(with_wage(Value()));
    CHECK(with_wage(Decimal(9000)));
}
