// A page of text has two screens, however much was found; what is left out is counted.

#include <algorithm>

#include <catch2/catch.hpp>
#include <fmt/core.h>

#include "report/formats.hpp"

namespace samenloop::test {
namespace {

Finding finding_on_page(int k, std::string code, int severity) {
    Finding f;
    f.id = fmt::format("f{}", k);
    f.code = std::move(code);
    f.severity = severity;
    f.title = {fmt::format("Bevinding {}", k), fmt::format("Finding {}", k)};
    for (int i = 0; i < 9; ++i) f.explanation.push_back({fmt::format("zin {} van {}", i, k), {}});
    for (int i = 0; i < 9; ++i)
        f.chain.push_back({fmt::format("rule:R-{}", i), "need:shelter", {"staat in de weg", "stands in the way"}});
    f.organisations = {"A", "B", "C"};
    for (int i = 0; i < 40; ++i) f.depends_on.push_back(fmt::format("een.onbekend.gegeven.{}", i));
    f.amounts = {{"eur_month", Decimal(100)}};
    return f;
}

Report report_with(int findings, const std::string& code, int severity) {
    Report report;
    report.situation.id = "s";
    report.situation.date = *Date::parse("2025-01-15");
    for (int k = 1; k <= findings; ++k) report.findings.push_back(finding_on_page(k, code, severity));
    return report;
}

std::string page_with(const Report& report, bool verbose = false, Language language = Language::nl) {
    return report::write_text(RuleBase{}, std::span(&report, 1), {.language = language, .verbose = verbose});
}

auto page_lines(const std::string& page) { return std::ranges::count(page, '\n'); }

bool page_has(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("a page of text has at most two screens") {
    for (const int findings : {0, 1, 3, 6, 10, 25, 200})
        for (const auto* code : {"CL-1", "PU-2"}) {
            CAPTURE(findings, code);
            const auto report = report_with(findings, code, 1);
            CHECK(page_lines(page_with(report)) <= 80);
            for (int k = 1; k <= findings; ++k)
                CHECK(page_has(page_with(report, true), fmt::format("Bevinding {}\n", k)));
        }
}

TEST_CASE("findings and sentences that a page leaves out are counted") {
    const auto page = page_with(report_with(200, "VA-1", 3));
    CHECK(page_has(page, "Bevinding 7\n"));
    CHECK_FALSE(page_has(page, "Bevinding 8\n"));
    CHECK(page_has(page, "… nog 193 bevindingen, met --verbose\n"));
    CHECK(page_has(page_with(report_with(2, "VA-1", 3)), "… en 3 meer\n"));
    CHECK(
        page_has(page_with(report_with(200, "VA-1", 3), false, Language::en), "… 193 more findings, with --verbose\n"));
}

TEST_CASE("burdens are one line each, behind what costs money, rights or time") {
    auto report = report_with(3, "PU-2", 1);
    report.findings.front() = finding_on_page(1, "CL-1", 2);
    const auto page = page_with(report);
    CHECK(page_has(page, "1. Bevinding 1\n"));
    CHECK(page_has(page, "   2  Bevinding 2\n   3  Bevinding 3\n"));
    CHECK_FALSE(page_has(page, "zin 0 van 2"));
    CHECK(page_has(page_with(report, true), "zin 0 van 2"));
    // One that costs a right is told like any other.
    CHECK(page_has(page_with(report_with(1, "PU-2", 2)), "zin 0 van 1"));
    CHECK(page_has(page_with(report_with(1, "PU-1", 1)), "zin 0 van 1"));
}

}  // namespace samenloop::test
