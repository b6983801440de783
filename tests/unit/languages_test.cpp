// Whatever is wrong with the deliberately broken files of the golden folders is told in Dutch and in English.

#include <catch2/catch.hpp>

#include "amending.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

namespace fs = std::filesystem;

/// The rules of each folder, and each situation and proposal over the small rule base.
Diagnostics all_wrong_in(const fs::path& folder) {
    Diagnostics all;
    const auto add = [&](const Diagnostics& found) { all.insert(all.end(), found.begin(), found.end()); };
    const auto rules = read_rulebase(rule_files(folder));
    if (!rules) add(rules.error());
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.is_directory()) add(all_wrong_in(entry.path()));
        if (entry.path().extension() != ".xml") continue;
        const auto file = source(entry.path().filename().string(), text_of_file(entry.path()));
        if (file->text().find("<rulebase") != std::string::npos) continue;
        if (file->text().find("<proposal") != std::string::npos) {
            const auto proposal = read_proposal(file);
            if (!proposal) add(proposal.error());
            else if (const auto law = amend(rule_files(mini_folder()), *proposal); !law) add(law.error());
            continue;
        }
        const auto situation = read_situation(file, mini());
        add(situation ? situation->warnings : situation.error());
    }
    return all;
}

}  // namespace

TEST_CASE("what is wrong is told in both languages", "[read]") {
    std::size_t told = 0;
    for (const auto& entry : fs::directory_iterator(SAMENLOOP_SOURCE_DIR "/tests/golden")) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with("error-")) continue;
        const auto all = all_wrong_in(entry.path());
        INFO(name);
        CHECK(in_one_language(all).empty());
        told += all.size();
    }
    CHECK(told > 50);
}

TEST_CASE("a diagnostic is rendered in the language that is asked for", "[read]") {
    const auto file = source("p.xml", "<a>\n<b>");
    const Diagnostic d{
        {"er is geen gegeven 'x'", "unknown item 'x'"},
        {"bedoelt u 'y'?", "did you mean 'y'?"},
        4,
        file,
        false,
        Severity::warning};
    CHECK(render(d, Language::nl) ==
          "p.xml:2:1: waarschuwing: er is geen gegeven 'x'\n  <b>\n  ^\n  tip: bedoelt u 'y'?\n");
    CHECK(render(d, Language::en) == "p.xml:2:1: warning: unknown item 'x'\n  <b>\n  ^\n  hint: did you mean 'y'?\n");
    const Diagnostics many(300, d);
    CHECK(render(many, Language::nl) == render(d, Language::nl));
}
