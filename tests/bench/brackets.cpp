#include "brackets.hpp"

#include <stdexcept>

#include <fmt/format.h>

using namespace samenloop;

namespace {

RuleBase read_made_up(const std::string& items, const std::string& law) {
    const auto text = R"(<?xml version="1.0" encoding="UTF-8"?>
<rulebase xmlns="urn:samenloop:rules:1" jurisdiction="orania">
<organisation id="office" title="Office"/>
)" + items + R"(
<law id="law" title="Law" level="act" ministry="m" from="2000-01-01">
)" + law + "</law>\n</rulebase>\n";
    const std::vector files{std::make_shared<const Source>("made_up.xml", text)};
    auto base = read_rulebase(files);
    if (!base) throw std::runtime_error(render(base.error().front(), Language::en));
    return std::move(*base);
}

}  // namespace

RuleBase brackets(std::size_t n) {
    std::string tax = "0";
    std::string benefit = "0";
    for (std::size_t k = n; k-- > 0;) {
        tax += fmt::format(" + 0.0{} * max(0, per_year(p.wage) - {})", k % 7 + 1, 1000 * k + 137);
        benefit = fmt::format("(if p.wage &lt; {} then {} else {})", 60 * k + 31, 20 * (n - k), benefit);
    }
    return read_made_up(
        R"(<item id="p.wage" type="number" unit="eur/month" min="0" title="wage"/><disposable>per_year(p.wage)</disposable>)",
        fmt::format(R"(<charge id="tax" title="tax" creditor="office"/>
<scheme id="aid" title="aid" executor="office" disposable="true"/>
<rule id="T-1" article="1" actor="office" title="tax"><charge id="tax">{}</charge></rule>
<rule id="T-2" article="2" actor="office" title="aid"><grant scheme="aid">{}</grant></rule>
)",
                    tax, benefit));
}

RuleBase ages(std::size_t n) {
    std::string bonus = "0";
    for (std::size_t k = n; k-- > 0;)
        bonus = fmt::format(R"((if date.today &lt; p.born + duration("P{}Y{}M") then {} else {}))", k / 2, 6 * (k % 2),
                            12 * k + 12, bonus);
    return read_made_up(R"(<item id="date.today" type="date" title="today" ordinary="null"/>
<item id="p.born" type="date" title="born"/><item id="p.wage" type="number" unit="eur/month" min="0" title="wage"/>
<disposable>per_year(p.wage)</disposable>)",
                        fmt::format(R"(<scheme id="aid" title="aid" executor="office" disposable="true"/>
<rule id="A-1" article="1" actor="office" title="bonus"><grant scheme="aid">{}</grant></rule>
)",
                                    bonus));
}

RuleBase creditors() {
    std::string takers;
    for (int order = 1; order <= 5; ++order)
        takers +=
            fmt::format(R"(<rule id="C-{0}" article="{0}" each="c in claims" actor="office" title="takes in order {0}">
<when>c.order = {0}</when><attach to="[c.who]" floor="safe" order="{0}">c.sum</attach></rule>
)",
                        order);
    return read_made_up(R"(<item id="p.wage" type="number" unit="eur/month" min="0" title="wage"/>
<item id="safe" type="number" unit="eur/month" title="what nobody may take"/>
<list id="claims" title="claims"><field id="who" type="string" title="creditor"/>
<field id="sum" type="number" unit="eur" min="0" title="claim"/><field id="order" type="number" min="1" title="order"/></list>
<disposable>per_year(p.wage)</disposable><floor id="safe" item="safe" title="safe" source="made up"><stream>p.wage</stream></floor>)",
                        takers);
}

Situation somebody(const RuleBase& rules, const std::string& facts) {
    const auto text =
        R"(<?xml version="1.0" encoding="UTF-8"?><situation xmlns="urn:samenloop:situation:1" id="s" title="s" date="2025-01-15">)" +
        facts + "</situation>";
    auto read = read_situation(std::make_shared<const Source>("somebody.xml", text), rules);
    if (!read) throw std::runtime_error(render(read.error().front(), Language::en));
    return std::move(*read);
}
