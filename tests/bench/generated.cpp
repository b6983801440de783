#include "generated.hpp"

#include <map>
#include <stdexcept>

#include <fmt/format.h>

using namespace samenloop;

namespace {

constexpr std::size_t per_law = 30;

std::string head() {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<rulebase xmlns="urn:samenloop:rules:1" jurisdiction="orania">
<organisation id="person" title="person" person="true"/><organisation id="town" title="town"/><organisation id="office" title="office"/>
<organisation id="desk" title="desk"/><organisation id="registry" title="registry"/>
<norm id="severity.amount_month" unit="eur/month" source="made up">50</norm>
)";
}

std::string things(std::size_t l) {
    return fmt::format(
        R"(<item id="l{0}.a" type="boolean" title="a" ordinary="false" holder="registry"/><item id="l{0}.b" type="boolean" title="b" ordinary="false"/>
<item id="l{0}.n" type="number" unit="eur/month" min="0" title="n" ordinary="0"/><item id="l{0}.d1" type="boolean" title="d1" otherwise="false"/>
<item id="l{0}.d2" type="boolean" title="d2" otherwise="false"/><item id="l{0}.d3" type="number" unit="eur/month" title="d3" otherwise="0"/>
<need id="need{0}" title="need"><active>l{0}.a</active></need>
<outcome id="card{0}" title="card" organisation="office"/><outcome id="key{0}" title="key" organisation="desk"/>
<act id="pay{0}" title="pay"/><act id="report{0}" title="report"/>
<exchange id="x{0}" item="l{0}.a" from="registry" to="office" basis="statute" citation="1" purpose="aid"/>
)",
        l);
}

std::string rule(std::size_t l, std::size_t k, std::string_view attributes, std::string_view when,
                 std::string_view what) {
    return fmt::format(R"(<rule id="R{}-{}" article="{}" actor="office" title="t"{}>{}{}</rule>
)",
                       l, k, k, attributes, when.empty() ? "" : fmt::format("<when>{}</when>", when), what);
}

/// Thirty rules on two schemes, a chain of definitions, acts, outcomes and a need.
std::string law(std::size_t l) {
    const auto before = l > 0 && l % 10 == 0 ? fmt::format(" or l{}.d1", l - 1) : "";
    auto text = things(l) +
                fmt::format(R"(<law id="law{0}" title="law" level="act" ministry="m{1}" from="2010-01-01" goal="g{0}">
<amount id="l{0}.full" unit="eur/month" title="full"><value>100</value></amount>
<scheme id="aid{0}" title="aid" executor="office" covers="need{0}"/><scheme id="extra{0}" title="extra" executor="office"/>
)",
                            l, l % 12);
    const auto f = [&](std::string_view pattern) { return fmt::format(fmt::runtime(pattern), l); };
    std::size_t k = 0;
    const auto add = [&](std::string_view attributes, std::string_view when, std::string_view what) {
        text += rule(l, ++k, f(attributes), f(when), f(what));
    };
    add("", "l{0}.a", f("<define item=\"l{0}.d1\">true</define>"));
    add("", "(l{0}.d1 and l{0}.b)" + before, "<define item=\"l{0}.d2\">true</define>");
    add("", "l{0}.d2", "<define item=\"l{0}.d3\">l{0}.n + l{0}.full</define>");
    add("", "l{0}.d1", "<grant scheme=\"aid{0}\">l{0}.full + l{0}.d3</grant>");
    add("", "l{0}.b and l{0}.n &gt; 500", "<deny scheme=\"aid{0}\"/>");
    add(" exception-to=\"R{0}-5\"", "l{0}.n &gt; 900", "<permission act=\"report{0}\"/>");
    add("", "l{0}.a", "<obligation act=\"pay{0}\"/>");
    add("", "l{0}.b", "<prohibition act=\"pay{0}\"/>");
    add("", "l{0}.a", "<refer need=\"need{0}\" to=\"desk\"/>");
    add("", "l{0}.a and not(l{0}.b)", "<allocate need=\"need{0}\"/>");
    add("", "l{0}.a", "<requires outcome=\"card{0}\">key{0}</requires>");
    add("", "l{0}.a and l{0}.b", "<requires outcome=\"key{0}\">card{0}</requires>");
    add("", "l{0}.a", "<requires-data decision=\"aid{0}\" item=\"l{0}.a\" purpose=\"aid\"/>");
    add("", "l{0}.d2", "<grant scheme=\"extra{0}\">l{0}.full</grant>");
    add(" overrides=\"R{0}-14\"", "l{0}.n &gt; 200", "<deny scheme=\"extra{0}\"/>");
    while (k < per_law) {
        const auto limit = 100 * k;
        add("", fmt::format("l{{0}}.b and l{{0}}.n between {} and {}", limit, limit + 50),
            k % 2 == 0 ? "<obligation act=\"report{0}\"/>" : "<define item=\"l{0}.d2\">true</define>");
    }
    return text + "</law>\n";
}

}  // namespace

std::string generated_rules(std::size_t rules) {
    auto text = head();
    for (std::size_t l = 0; l < (rules + per_law - 1) / per_law; ++l) text += law(l);
    return text + "</rulebase>\n";
}

std::string generated_situation() {
    std::string text = R"(<?xml version="1.0" encoding="UTF-8"?>
<situation xmlns="urn:samenloop:situation:1" id="made_up" title="made up" date="2025-01-15" rest="ordinary">
)";
    for (int l = 0; l < 3; ++l)
        text += fmt::format(
            "<fact item=\"l{0}.a\">true</fact><fact item=\"l{0}.b\">{1}</fact><fact item=\"l{0}.n\">{2}</fact>\n", l,
            l % 2 == 0, 300 * l);
    return text + "</situation>\n";
}

const Generated& generated(std::size_t rules) {
    static std::map<std::size_t, Generated> all;
    if (const auto at = all.find(rules); at != all.end()) return at->second;
    const std::vector files{std::make_shared<const Source>("generated.xml", generated_rules(rules))};
    auto base = read_rulebase(files);
    if (!base) throw std::runtime_error(render(base.error().front(), Language::en));
    auto& made = all[rules];
    made.rules = std::move(*base);
    auto situation = read_situation(std::make_shared<const Source>("made_up.xml", generated_situation()), made.rules);
    if (!situation) throw std::runtime_error(render(situation.error().front(), Language::en));
    made.situation = std::move(*situation);
    return made;
}
