// Any bytes as a whole folder: pieces that start at "<?xml" are its files.  A piece that is a situation is read against
// the rule base that the others make, or against a small one when they make none.  What can be read is checked; every
// finding must verify, and every format must write it, in both languages.

#include <cstdint>

#include <nlohmann/json.hpp>
#include <utf8.h>

#include "samenloop/check.hpp"
#include "samenloop/read.hpp"
#include "samenloop/report.hpp"
#include "samenloop/work.hpp"

using namespace samenloop;

namespace {

using Files = std::vector<std::shared_ptr<const Source>>;

constexpr const char* small_base = R"(<rulebase xmlns="urn:samenloop:rules:1">
<item id="age" type="number" unit="year" min="0" max="130" title="a" ordinary="40"/>
<item id="house" type="string" values="own|none" title="a" ordinary='if age &lt; 20 then "none" else "own"'/>
<item id="since" type="date" title="a"/><item id="wait" type="duration" title="a"/><item id="ok" type="boolean" title="a"/>
<list id="kids" title="a" ordinary="[]"><field id="age" type="number" min="0"/><field id="home" type="boolean" ordinary="age &lt; 18"/></list>
<list id="ties" of="string" title="a"/>
</rulebase>)";

constexpr const char* small_situation =
    R"(<situation xmlns="urn:samenloop:situation:1" id="s" title="s" date="2025-01-15"/>)";

void demand(bool holds) {
    if (!holds) __builtin_trap();
}

/// Prints what is wrong, as the command does: the places must lie inside the text.
void show(const Diagnostics& diagnostics) {
    for (const auto& d : diagnostics)
        demand(d.source && d.offset <= d.source->text().size() && !render(d, Language::en).empty());
}

struct Folder {
    Files rules;
    Files situations;
};

Folder folder_of(const std::string& text) {
    Folder folder;
    constexpr std::string_view start = "<?xml";
    for (std::size_t at = 0; at < text.size();) {
        const auto next = std::min(text.find(start, at + 1), text.size());
        auto piece = text.substr(at, next - at);
        at = next;
        const bool situation = piece.find("<situation") != std::string::npos;
        auto& files = situation ? folder.situations : folder.rules;
        files.push_back(std::make_shared<const Source>("input" + std::to_string(at) + ".xml", std::move(piece)));
    }
    return folder;
}

/// The layout of a picture takes most of the time and hardly depends on the language.
void write(const RuleBase& base, const Report& report) {
    for (const auto& format : output_formats())
        for (const auto language : {Language::nl, Language::en}) {
            if (format.name == "svg" && (language == Language::en || report.findings.empty())) continue;
            const auto out = format.write(base, {&report, 1}, {language, false});
            demand(utf8::is_valid(out));
            if (format.name == "json") demand(nlohmann::json::accept(out));
        }
}

void run(const RuleBase& base, const Situation& situation) try {
    const auto report = check(base, situation);
    for (const auto& finding : report.findings) demand(verify(base, report.situation, finding).empty());
    write(base, report);
} catch (const TooMuchWork&) {
    // What would take too long is given up, and the command tells so.
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Files files{std::make_shared<const Source>("small.xml", small_base)};
    static const RuleBase small = *read_rulebase(files);
    const auto folder = folder_of(std::string(reinterpret_cast<const char*>(data), size));
    const auto own = read_rulebase(folder.rules);
    if (!own) show(own.error());
    const auto& base = own ? *own : small;
    for (const auto& file : folder.situations) {
        const auto situation = read_situation(file, base);
        if (situation) run(base, *situation);
        else show(situation.error());
    }
    if (own && folder.situations.empty())
        run(base, *read_situation(std::make_shared<const Source>("s.xml", small_situation), base));
    return 0;
}
