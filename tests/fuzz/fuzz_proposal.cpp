// Any bytes as a proposal over a made-up rule base.  What can be applied can be undone, byte for byte; the rest is told
// at a place.

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "samenloop/proposal.hpp"

using namespace samenloop;

namespace {

std::shared_ptr<const Source> harbour() {
    std::ifstream in(SAMENLOOP_SOURCE_DIR "/tests/golden/amend/rules/harbour.xml", std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return std::make_shared<const Source>("harbour.xml", text.str());
}

void require(bool holds) {
    if (!holds) std::abort();
}

void told(const Diagnostics& all) {
    require(!all.empty() && !render(all, Language::en).empty());
    for (const auto& each : all) require(each.source != nullptr && each.offset <= each.source->text().size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Sources before{harbour()};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as characters
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto proposal = read_proposal(std::make_shared<const Source>("p.xml", text));
    if (!proposal) return told(proposal.error()), 0;
    const auto there = amend(before, *proposal);
    if (!there) return told(there.error()), 0;
    const auto back = reverse(before, *proposal);
    require(back.has_value());
    const auto again = amend(there->sources, *back);
    require(again.has_value() && again->sources.size() == 1 &&
            again->sources.front()->text() == before.front()->text());
    return 0;
}
