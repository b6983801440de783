// The shipped bills on the shipped rules: each can be applied and undone, and does in the documented cases what it is
// for.

#include <catch2/catch.hpp>

#include "amending.hpp"
#include "samenloop/check.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

const Files& shipped() {
    static const Files files = rule_files(SAMENLOOP_SOURCE_DIR "/rules");
    return files;
}

Proposal bill(const std::string& name) {
    const auto path = std::string(SAMENLOOP_SOURCE_DIR "/examples/proposals/") + name + ".xml";
    auto proposal = read_proposal(source(name + ".xml", text_of_file(path)));
    INFO((proposal ? "" : render(proposal.error(), Language::en)));
    REQUIRE(proposal);
    return std::move(*proposal);
}

Report report(const RuleBase& rules, const std::string& of_case) {
    const auto path = std::string(SAMENLOOP_SOURCE_DIR "/tests/cases/") + of_case + "/situation.xml";
    const auto situation = read_situation(source(of_case, text_of_file(path)), rules);
    INFO((situation ? "" : render(situation.error(), Language::en)));
    REQUIRE(situation);
    return check(rules, *situation);
}

bool has(const Report& report, const std::string& code) {
    return std::any_of(
        report.findings.begin(), report.findings.end(), [&](const Finding& f) { return f.code == code; });
}

struct ExampleRow {
    std::string bill;
    std::string of_case;
    std::string code;
    bool before;
    bool after;
};

}  // namespace

TEST_CASE("every example proposal can be applied to the shipped rules and undone", "[proposal]") {
    const auto name =
        GENERATE(values<std::string>({"kostendeler-21", "een-partnerbegrip", "een-vermogensgrens",
                                      "nabetaling-apart-belast", "algemene-grondslag-gegevens", "met-fouten"}));
    CAPTURE(name);
    const auto proposal = bill(name);
    CHECK(not_restored(shipped(), proposal).empty());
}

TEST_CASE("the example proposals do what they are for", "[proposal]") {
    const auto row = GENERATE(values<ExampleRow>({
        // the son counted already: nothing changes on his 27th birthday
        {"kostendeler-21", "C12", "IM-2", true, false},
        // under 27 work still pays nothing: that is another provision
        {"kostendeler-21", "C22", "IM-2b", true, true},
        // a spouse abroad is no partner for any allowance, but still married for social assistance
        {"een-partnerbegrip", "C06", "IM-4", true, false},
        {"een-partnerbegrip", "C06", "CL-4", true, true},
        // a partner at the same address stays one
        {"een-partnerbegrip", "C05", "IM-1", true, true},
        // one euro above the old limit costs nothing any more
        {"een-vermogensgrens", "C28", "IM-2", true, false},
        // a back-payment moves no allowance
        {"nabetaling-apart-belast", "C23", "IM-3", true, false},
        // the bodies that are owed may tell the municipality
        {"algemene-grondslag-gegevens", "C31", "VA-4", true, false},
        {"algemene-grondslag-gegevens", "C31", "VA-1", true, false},
        // data that nobody may give
        {"met-fouten", "C12", "VA-4", false, true},
    }));
    CAPTURE(row.bill, row.of_case, row.code);
    static const auto rules = *read_rulebase(shipped());
    const auto amended = amend(shipped(), bill(row.bill));
    INFO((amended ? "" : render(amended.error(), Language::en)));
    REQUIRE(amended);
    CHECK(has(report(rules, row.of_case), row.code) == row.before);
    CHECK(has(report(amended->rules, row.of_case), row.code) == row.after);
}

TEST_CASE("in the example with flaws a reference can be left dangling no more than elsewhere", "[proposal]") {
    const auto path = std::string(SAMENLOOP_SOURCE_DIR "/examples/proposals/met-fouten.xml");
    const auto text = replaced_once(text_of_file(path), "overrides=\"PW-19\"", "overrides=\"PW-19x\"");
    const auto proposal = read_proposal(source("met-fouten.xml", text));
    REQUIRE(proposal);
    const auto result = amend(shipped(), *proposal);
    REQUIRE_FALSE(result);
    CHECK(result.error().front().source->name() == "met-fouten.xml");
    CHECK(result.error().front().message.en == "unknown rule 'PW-19x'");
    CHECK(result.error().front().hint.en == "did you mean 'PW-19'?");
}
