// What is otherwise than assumed for very few is told last, and not among the limits of a finding unless everything is
// asked for.
#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>

#include <catch2/catch.hpp>

#include "samenloop/check.hpp"
#include "samenloop/report.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

/// Parents apart: the child benefit of the one rests on the other, too.
Report report_of_a_parent() {
    const std::string path = SAMENLOOP_SOURCE_DIR "/examples/situations/gescheiden-gezin.xml";
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    auto s = read_situation(source(path, text.str()), shipped_rules());
    REQUIRE(s.has_value());
    return check(shipped_rules(), *s);
}

bool is_rare(const std::string& item) {
    const auto& base = shipped_rules();
    return base.items[base.names.find(item.substr(0, item.find('[')))->second.slot].rare;
}

std::string told(const Report& report, bool verbose) {
    const auto formats = output_formats();
    const auto text = std::ranges::find(formats, "text", &OutputFormat::name);
    return text->write(shipped_rules(), {&report, 1}, {Language::en, false, verbose});
}

}  // namespace

TEST_CASE("what is rare is told last of what is assumed, and still told") {
    const auto report = report_of_a_parent();
    const auto rare = [](const Fact& f) { return is_rare(f.item); };
    CHECK(std::ranges::is_partitioned(report.assumed, std::not_fn(rare)));
    CHECK(std::ranges::any_of(report.assumed, rare));
}

TEST_CASE("what is rare is no limit that a short text tells") {
    const auto report = report_of_a_parent();
    const auto has_rare_border = [](const Finding& f) {
        return std::ranges::any_of(f.borders, [](const Border& b) { return is_rare(b.item); });
    };
    REQUIRE(std::ranges::any_of(report.findings, has_rare_border));
    CHECK(told(report, false).find("terrorist") == std::string::npos);
    CHECK(told(report, true).find("terrorist") != std::string::npos);
}
