#include "report/text_finding.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "report/chain.hpp"
#include "report/numbers.hpp"

namespace samenloop {
namespace {

constexpr std::size_t finding_margin = 3;

Paint paint_of(int severity) {
    if (severity >= 3) return Paint::alarm;
    return severity == 2 ? Paint::warning : Paint::notice;
}

template <class Range, class Project>
std::string join(const Range& range, std::string_view separator, Project project) {
    std::string text;
    for (const auto& each : range) {
        if (!text.empty()) text += separator;
        text += project(each);
    }
    return text;
}

/// What the sentences tell with its unit is not told again as a bare number; what it is about, which has no name, comes
/// first.
std::string amounts_text(std::vector<std::pair<std::string, Decimal>> amounts, Language language) {
    static constexpr std::string_view told[] = {"threshold", "step_from", "step_to", "elements"};
    std::erase_if(amounts, [&](const auto& a) { return std::ranges::find(told, a.first) != std::end(told); });
    std::ranges::stable_partition(amounts, [](const auto& a) { return a.first == "eur_month"; });
    return join(amounts, "; ", [&](const auto& a) { return amount_text(a.first, a.second, language); });
}

std::string kind_text(const Finding& f, Language language) {
    return fmt::format("{} {}, {}", type_word(f.type, language), f.code, pick(language, subtype_name(f.code)));
}

/// "L-7-4, Voorbeeldwet art. 7 lid 4 (wet) [ongeverifieerd]: …"
std::string rule_text(const TextContext& c, const Rule& rule) {
    auto text = fmt::format("{}, {}", rule.id, c.names.citation(rule));
    if (rule.law != none) text += fmt::format(" ({})", c.names.level(c.rules.laws.at(rule.law)));
    if (rule.status == Verification::unverified) text += pick(c.language, " [ongeverifieerd]", " [unverified]");
    const auto& title = pick(c.language, rule.title);
    return title.empty() ? text : text + ": " + title;
}

/// "Voorbeeldwet L-7, L-8; Andere wet M-2"
std::string by_law(const TextContext& c, const std::vector<Index>& rules) {
    std::string text;
    Index law = none;
    for (const auto index : rules) {
        const auto& rule = c.rules.rules.at(index);
        if (text.empty() || rule.law != law)
            text += (text.empty() ? "" : "; ") +
                    (rule.law == none ? "" : pick(c.language, c.rules.laws.at(rule.law).title) + " ") + rule.id;
        else text += ", " + rule.id;
        law = rule.law;
    }
    return text;
}

template <class Things, class Thing>
bool has(const Things& things, const Thing& thing) {
    return std::ranges::find(things, thing) != things.end();
}

/// One finding being written; one that is grouped leaves out what its group has told before.
struct FindingTelling {
    const Finding& f;
    const Finding* before;  // null: in full; else the root, with all that has been told since
    std::size_t indent;

    template <class Things>
    Things news(Things Finding::* of) const {
        auto things = f.*of;
        if (before != nullptr) std::erase_if(things, [&](const auto& each) { return has(before->*of, each); });
        return things;
    }
};

void add_told(Finding& before, const Finding& f) {
    const auto add = [&](auto Finding::* of) {
        (before.*of).insert((before.*of).end(), (f.*of).begin(), (f.*of).end());
    };
    add(&Finding::rules);
    add(&Finding::organisations);
    add(&Finding::facts);
    add(&Finding::depends_on);
    add(&Finding::remedies);
    add(&Finding::removed_by);
}

/// Where many rules make an amount, those that the chain tells of are told in full and the others named.
void write_rules(Page& page, const TextContext& c, const FindingTelling& t) {
    constexpr std::size_t few = 6;
    std::string_view label = pick(c.language, "Regels", "Rules");
    std::vector<Index> others;
    const auto rules = t.news(&Finding::rules);
    for (const auto index : rules) {
        const auto& rule = c.rules.rules.at(index);
        const auto told = [&](const Link& l) { return l.from == "rule:" + rule.id || l.to == "rule:" + rule.id; };
        if (rules.size() > few && std::ranges::none_of(t.f.chain, told)) {
            others.push_back(index);
            continue;
        }
        page.entry(t.indent, label, rule_text(c, rule));
        label = "";
    }
    if (others.empty()) return;
    const auto lead = others.size() == rules.size()
                          ? pick(c.language, "Het bedrag rust op: ", "The amount rests on: ")
                          : pick(c.language, "Verder bepalen het bedrag: ", "The amount also rests on: ");
    page.entry(t.indent, label, std::string(lead) + by_law(c, others));
}

/// What is taken from the ordinary person is told once, at the end of the page.
void write_facts(Page& page, const TextContext& c, const FindingTelling& t) {
    auto given = t.news(&Finding::facts);
    std::erase_if(given, [&](const Fact& fact) {
        return std::ranges::find(c.report.assumed, fact.item, &Fact::item) != c.report.assumed.end();
    });
    page.entry(t.indent, pick(c.language, "Feiten", "Facts"),
               join(given, "; ", [&](const auto& fact) { return c.names.fact(fact); }));
}

void write_list(Page& page, std::size_t indent, std::string_view label, const std::vector<std::string>& lines) {
    for (const auto& line : lines) {
        page.entry(indent, label, line);
        label = "";
    }
}

std::string remedy_text(const TextContext& c, const Remedy& remedy) {
    std::string text;
    if (!remedy.organisation.empty()) {
        const auto verb =
            remedy.discretion == Discretion::may ? pick(c.language, "kan", "may") : pick(c.language, "moet", "must");
        text = fmt::format("{} {}: ", c.names.organisation(remedy.organisation), verb);
    }
    text += pick(c.language, remedy.text);
    if (!remedy.amounts.empty()) text += " (" + amounts_text(remedy.amounts, c.language) + ")";
    if (remedy.rule == none) return text;
    const auto& rule = c.rules.rules.at(remedy.rule);
    text += fmt::format(" ({}, {})", rule.id, c.names.citation(rule));
    if (rule.status == Verification::unverified) text += pick(c.language, " [ongeverifieerd]", " [unverified]");
    return text;
}

void write_ways_out(Page& page, const TextContext& c, const FindingTelling& t) {
    std::vector<std::string> lines;
    for (const auto& remedy : t.f.remedies) {
        const auto same = [&](const Remedy& r) { return r.rule == remedy.rule && r.amounts == remedy.amounts; };
        if (t.before == nullptr || std::ranges::none_of(t.before->remedies, same))
            lines.push_back(remedy_text(c, remedy));
    }
    write_list(page, t.indent, pick(c.language, "Wat kan helpen", "What may help"), lines);
    lines.clear();
    for (const auto& change : t.news(&Finding::removed_by))
        lines.push_back(fmt::format("{}: {} → {}", c.names.item(change.item), c.names.value(change.item, change.from),
                                    c.names.value(change.item, change.to)));
    write_list(page, t.indent, pick(c.language, "Verdwijnt bij", "Gone with"), lines);
}

/// Findings elsewhere on the page that touch this one; those of the same cause stand under it already.
void write_related(Page& page, const TextContext& c, std::size_t index) {
    const auto& f = c.report.findings[index];
    const auto members = c.numbering.members(index);
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < c.report.findings.size(); ++i)
        if (std::ranges::find(f.related, c.report.findings[i].id) != f.related.end() &&
            std::ranges::find(members, i) == members.end())
            numbers.push_back(c.numbering.numbers[i]);
    page.entry(
        finding_margin, pick(c.language, "Zie ook", "See also"), join(numbers, ", ", [](const auto& n) { return n; }));
}

/// "[3] onder het minimum · botsing CL-3, vicieuze cirkel · open · zeker"
std::string standing(const TextContext& c, const FindingTelling& t) {
    auto text =
        fmt::format("[{}] {} · {}", t.f.severity, severity_label(t.f.severity, c.language), kind_text(t.f, c.language));
    if (t.before == nullptr || t.before->status != t.f.status)
        text += fmt::format(" · {}", status_words(t.f.status, c.language));
    if (t.before == nullptr || t.before->certainty != t.f.certainty)
        text += fmt::format(" · {}", certainty_word(t.f.certainty, c.language));
    return text;
}

void write_body(Page& page, const TextContext& c, const FindingTelling& t) {
    const auto& f = t.f;
    page.paragraph(t.indent, "", standing(c, t), paint_of(f.severity));
    for (const auto& line : f.explanation) page.paragraph(t.indent, "", pick(c.language, line));
    page.entry(t.indent, pick(c.language, "Bedragen", "Amounts"), amounts_text(f.amounts, c.language));
    write_rules(page, c, t);
    page.entry(t.indent, pick(c.language, "Organisaties", "Organisations"),
               join(t.news(&Finding::organisations), "; ", [&](const auto& id) { return c.names.organisation(id); }));
    write_facts(page, c, t);
    page.entry(t.indent, pick(c.language, "Hangt af van", "Depends on"),
               join(t.news(&Finding::depends_on), "; ", [&](const auto& item) { return c.names.item(item); }));
    write_chain(page, t.indent, c.names, t.news(&Finding::chain), c.language);
    write_ways_out(page, c, t);
}

void write_members(Page& page, const TextContext& c, std::size_t root) {
    const auto members = c.numbering.members(root);
    if (members.empty()) return;
    page.paragraph(finding_margin, "", pick(c.language, "Zelfde oorzaak:", "Same cause:"));
    auto before = c.report.findings[root];
    for (const auto index : members) {
        const auto& f = c.report.findings[index];
        const auto number = c.numbering.numbers[index] + " ";
        page.paragraph(finding_margin, number, pick(c.language, f.title), Paint::strong);
        write_body(page, c, {f, &before, finding_margin + number.size()});
        add_told(before, f);
    }
}

}  // namespace

void write_finding(Page& page, const TextContext& c, std::size_t index) {
    const auto& f = c.report.findings[index];
    page.paragraph(0, c.numbering.numbers[index] + ". ", pick(c.language, f.title), Paint::strong);
    write_body(page, c, {f, nullptr, finding_margin});
    write_related(page, c, index);
    write_members(page, c, index);
}

/// Why it is settled: the rule with what it says.
void write_settled(Page& page, const TextContext& c, const Finding& f) {
    auto text = fmt::format("{}: {}", kind_text(f, c.language), pick(c.language, f.title));
    if (!f.amounts.empty()) text += " (" + amounts_text(f.amounts, c.language) + ")";
    text += fmt::format(" — {}", status_words(f.status, c.language));
    if (!f.settled_by.empty())
        text += ": " + join(f.settled_by, "; ", [&](Index rule) {
                    const auto& found = c.rules.rules.at(rule);
                    const auto& says = pick(c.language, found.title);
                    return fmt::format("{} ({}){}", found.id, c.names.citation(found), says.empty() ? "" : ": " + says);
                });
    page.paragraph(0, "– ", text);
}

}  // namespace samenloop
