// verify must refuse what is not so: real findings of the shipped situations, each falsified in one way.

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include <catch2/catch.hpp>

#include "samenloop/check.hpp"
#include "samenloop/read.hpp"

using namespace samenloop;
namespace fs = std::filesystem;

namespace {

std::shared_ptr<const Source> load(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::make_shared<const Source>(
        file.filename().string(), std::string(std::istreambuf_iterator<char>(in), {}));
}

const RuleBase& shipped() {
    static const RuleBase rules = [] {
        std::vector<std::shared_ptr<const Source>> files;
        for (const auto& entry : fs::directory_iterator(fs::path(SAMENLOOP_SOURCE_DIR) / "rules"))
            if (entry.path().extension() == ".xml") files.push_back(load(entry.path()));
        return *read_rulebase(files);
    }();
    return rules;
}

/// Of an example by its name, or of "cases/X" among the tests.
Report report_of(const std::string& name) {
    const fs::path root = SAMENLOOP_SOURCE_DIR;
    const auto file = name.starts_with("cases/") ? root / "tests" / name / "situation.xml"
                                                 : root / "examples" / "situations" / (name + ".xml");
    return check(shipped(), *read_situation(load(file), shipped()));
}

/// Every finding of the code verifies; falsified, none does.
void refuses(const std::string& situation, const std::string& code, const std::function<void(Finding&)>& falsify) {
    const auto report = report_of(situation);
    bool met = false;
    for (auto f : report.findings) {
        if (f.code != code) continue;
        met = true;
        INFO(situation << " " << code << " " << f.title.en);
        REQUIRE(verify(shipped(), report.situation, f).empty());
        falsify(f);
        REQUIRE_FALSE(verify(shipped(), report.situation, f).empty());
    }
    INFO(situation << " has no " << code);
    REQUIRE(met);
}

Index rule(const std::string& id) {
    for (Index r = 0; r < shipped().rules.size(); ++r)
        if (shipped().rules[r].id == id) return r;
    return none;
}

void raise(Finding& f, const std::string& key) {
    for (auto& [name, amount] : f.amounts)
        if (name == key) amount += Decimal(10);
}

}  // namespace

TEST_CASE("a finding with another rule is refused", "[verify]") {
    refuses("briefadres", "CL-1", [](Finding& f) { f.rules = {rule("PW-21"), rule("HT-21")}; });
    refuses("briefadres", "CL-1", [](Finding& f) { f.rules.pop_back(); });
    refuses("briefadres", "CL-1", [](Finding& f) { f.rules.push_back(rule("PW-21")); });
    refuses("regiobinding", "CL-2", [](Finding& f) { f.rules = {rule("PW-21")}; });
    refuses("jongerennorm", "CL-5", [](Finding& f) { f.rules = {rule("PW-21")}; });
    refuses("schulden-buiten-beeld", "VA-4", [](Finding& f) { f.rules = {rule("PW-21")}; });
}

TEST_CASE("a finding with another amount or fact is refused", "[verify]") {
    refuses("partner-zonder-status", "IM-1", [](Finding& f) { raise(f, "eur_month"); });
    refuses("kind-wordt-27", "IM-2", [](Finding& f) { raise(f, "eur_month_before"); });
    refuses("meer-werken", "PU-4", [](Finding& f) { raise(f, "step_gain_year"); });
    refuses("jongerennorm", "CL-5", [](Finding& f) { f.facts.front().value = Value(std::string("other")); });
    refuses("briefadres", "CL-1", [](Finding& f) {
        f.removed_by = {{Mover::person, Doing::change_fact, "", none, "zvw.insured", Value(false), Value(true), {}}};
    });
}

TEST_CASE("an amount at a limit is computed anew on both sides of it", "[verify]") {
    const auto shifted = [](Finding& f, std::initializer_list<std::string_view> keys) {
        for (const auto key : keys) raise(f, std::string(key));
    };
    const std::string by_an_event = "kind-wordt-27";
    const std::string by_itself = "cases/C28";
    for (const auto& situation : {by_an_event, by_itself}) {
        for (const auto* key : {"eur_month", "eur_year", "eur_month_before", "eur_month_after", "threshold"})
            refuses(situation, "IM-2", [&](Finding& f) { shifted(f, {key}); });
        // Sums that fit one another are not enough.
        refuses(situation, "IM-2", [&](Finding& f) { shifted(f, {"eur_month_before", "eur_month_after"}); });
        refuses(situation, "IM-2", [&](Finding& f) {
            shifted(f, {"eur_month_before", "eur_month"});
            for (auto& [name, amount] : f.amounts)
                if (name == "eur_year") amount += Decimal(120);
        });
    }
}

TEST_CASE("a finding about data that counts wrong or puts things in another order is refused", "[verify]") {
    refuses("ontslag", "PU-2", [](Finding& f) { raise(f, "decisions"); });
    refuses("ontslag", "PU-2", [](Finding& f) { raise(f, "avoidable_now"); });
    refuses("ontslag", "PU-7", [](Finding& f) { raise(f, "organisations"); });
    refuses("ontslag", "PU-7", [](Finding& f) { f.organisations.push_back("svb"); });
    refuses("cafe-rotterdam", "PU-3", [](Finding& f) { f.organisations.pop_back(); });
    refuses("cafe-rotterdam", "PU-3", [](Finding& f) {
        for (auto& link : f.chain)
            if (link.from.starts_with("outcome:")) std::swap(link.from, link.to);
    });
}

TEST_CASE("a finding about another need, circle or organisation is refused", "[verify]") {
    refuses("briefadres", "VA-1", [](Finding& f) { f.needs.clear(); });
    refuses("briefadres", "CL-3", [](Finding& f) { f.chain.clear(); });
    refuses("regiobinding", "VA-2", [](Finding& f) { f.organisations.push_back("svb"); });
    refuses("schulden-buiten-beeld", "VA-4", [](Finding& f) { f.items.clear(); });
}

TEST_CASE("what a loss is made of comes to it") {
    const auto more = [](Finding& f) {
        REQUIRE(f.losses.size() > 1);
        f.losses.front().eur_month = f.losses.front().eur_month + Decimal(1);
    };
    refuses("partner-zonder-status", "IM-1", more);
    refuses("cases/C05", "IM-1", more);
}
