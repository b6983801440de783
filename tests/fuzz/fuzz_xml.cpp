// Any bytes as a file of a rule base; when they are one, as a situation as well.  And any bytes as a situation of a
// small rule base, so that the facts are reached too.

#include <cstdint>

#include "samenloop/read.hpp"

using namespace samenloop;

namespace {

constexpr const char* small_base = R"(<rulebase xmlns="urn:samenloop:rules:1">
<item id="age" type="number" unit="year" min="0" max="130" title="a" ordinary="40"/>
<item id="house" type="string" values="own|none" title="a" ordinary='if age &lt; 20 then "none" else "own"'/>
<item id="since" type="date" title="a"/><item id="wait" type="duration" title="a"/><item id="ok" type="boolean" title="a"/>
<list id="kids" title="a" ordinary="[]"><field id="age" type="number" min="0"/><field id="home" type="boolean" ordinary="age &lt; 18"/></list>
<list id="ties" of="string" title="a"/>
</rulebase>)";

/// Prints what is wrong, as the command does: the places must lie inside the text.
void show(const Diagnostics& diagnostics) {
    for (const auto& d : diagnostics)
        if (!d.source || d.offset > d.source->text().size() || render(d).empty()) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector files{std::make_shared<const Source>("small.xml", small_base)};
    static const RuleBase small = *read_rulebase(files);
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::vector input{std::make_shared<const Source>("input.xml", text)};
    const auto base = read_rulebase(input);
    if (!base) show(base.error());
    const auto situation = read_situation(input.front(), base ? *base : small);
    if (!situation) show(situation.error());
    return 0;
}
