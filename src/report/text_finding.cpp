#include "report/text_finding.hpp"

#include <algorithm>
#include <functional>
#include <span>

#include <fmt/core.h>

#include "report/burdens.hpp"
#include "report/chain.hpp"
#include "report/numbers.hpp"
#include "report/way_out_text.hpp"
#include "samenloop/people.hpp"

namespace samenloop::report {
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
    add(&Finding::borders);
}

const FindingDetail& detail(const TextContext& c, const FindingTelling& t) {
    return t.before == nullptr ? c.detail.alone : c.detail.grouped;
}

/// Joined, the first of them; the others counted.
std::string cut(const std::vector<std::string>& all, std::size_t most, std::string_view separator, Language language) {
    auto text = join(std::span(all).first(std::min(most, all.size())), separator, std::identity());
    if (all.size() > most)
        text += (text.empty()        ? ""
                 : separator == ", " ? " "
                                     : std::string(separator)) +
                more_text(all.size() - most, language);
    return text;
}

/// "Wie in een tent slaapt, krijgt een sleutel (HOUSE-3, Huizenwet art. 3)"
std::string short_rule_text(const TextContext& c, const Rule& rule) {
    const auto& title = pick(c.language, rule.title);
    auto text = title.empty() ? fmt::format("{}, {}", rule.id, c.names.citation(rule))
                              : fmt::format("{} ({}, {})", title, rule.id, c.names.citation(rule));
    if (rule.status == Verification::unverified) text += pick(c.language, " [ongeverifieerd]", " [unverified]");
    return text;
}

/// "12 regels van Participatiewet, Zorgverzekeringswet en 2 meer"
std::string counted_rules(const TextContext& c, const std::vector<Index>& rules) {
    constexpr std::size_t few = 3;
    std::vector<std::string> laws;
    for (const auto index : rules) {
        const auto law = c.names.law(c.rules.rules.at(index).law);
        if (!law.empty() && !has(laws, law)) laws.push_back(law);
    }
    auto text =
        fmt::format("{} {}", rules.size(),
                    rules.size() == 1 ? pick(c.language, "regel", "rule") : pick(c.language, "regels", "rules"));
    if (laws.empty()) return text;
    return text + std::string(pick(c.language, " van ", " of ")) + cut(laws, few, ", ", c.language);
}

/// Those that carry the finding, and those that its amount merely rests on: where many rules make an amount, its chain
/// tells which carry it.
struct Carried {
    std::vector<Index> by;
    std::vector<Index> rests_on;
};

Carried carried(const TextContext& c, const FindingTelling& t) {
    constexpr std::size_t few = 6;
    Carried result;
    const auto rules = t.news(&Finding::rules);
    for (const auto index : rules) {
        const auto id = "rule:" + c.rules.rules.at(index).id;
        const auto told = [&](const Link& l) { return l.from == id || l.to == id; };
        (rules.size() > few && std::ranges::none_of(t.f.chain, told) ? result.rests_on : result.by).push_back(index);
    }
    return result;
}

/// Of many, those that act in a rule that carries the finding.
std::vector<std::string> acting(const TextContext& c, const FindingTelling& t) {
    auto all = t.news(&Finding::organisations);
    const auto [by, rests_on] = carried(c, t);
    if (c.detail.everything || by.empty() || rests_on.empty()) return all;
    std::erase_if(all, [&](const std::string& id) {
        return std::ranges::none_of(by, [&](Index rule) {
            const auto& actor = c.rules.rules.at(rule).actor;
            return actor.organisation != none && c.rules.organisations.at(actor.organisation).id == parse_path(id).base;
        });
    });
    return all;
}

void write_rules(Page& page, const TextContext& c, const FindingTelling& t) {
    const auto most = detail(c, t).rules;
    const bool everything = c.detail.everything;
    const auto [by, rests_on] = carried(c, t);
    std::string_view label = pick(c.language, "Regels", "Rules");
    const auto line = [&](std::string_view lead, const std::string& text) {
        page.entry(t.indent, label, std::string(lead) + text);
        label = "";
    };
    if (by.size() <= most)
        for (const auto index : by)
            line("", everything ? rule_text(c, c.rules.rules.at(index)) : short_rule_text(c, c.rules.rules.at(index)));
    else line("", by_law(c, by));
    if (rests_on.empty()) return;
    line(by.empty() ? pick(c.language, "Het bedrag rust op: ", "The amount rests on: ")
                    : pick(c.language, "Het bedrag rust ook op: ", "The amount also rests on: "),
         everything ? by_law(c, rests_on) : counted_rules(c, rests_on));
}

/// What is taken from the ordinary person is told once, at the end of the page.
void write_facts(Page& page, const TextContext& c, const FindingTelling& t) {
    const auto most = detail(c, t).facts;
    if (most == 0) return;
    std::vector<std::string> given;
    for (const auto& fact : t.news(&Finding::facts))
        if (std::ranges::find(c.report.assumed, fact.item, &Fact::item) == c.report.assumed.end())
            given.push_back(c.detail.everything
                                ? c.names.fact(fact)
                                : c.names.item_title(fact.item) + " = " + c.names.value(fact.item, fact.value));
    page.entry(t.indent, pick(c.language, "Feiten", "Facts"), cut(given, most, "; ", c.language));
}

/// At most `most` of them, and how many more there are; how many may follow.
std::size_t write_list(Page& page, const TextContext& c, std::size_t indent, std::string_view label,
                       const std::vector<std::string>& lines, std::size_t most) {
    const auto shown = std::min(lines.size(), most);
    for (std::size_t i = 0; i < shown; ++i) {
        page.entry(indent, label, lines[i]);
        label = "";
    }
    if (lines.size() > shown && shown > 0)
        page.entry(indent, label, "… " + more_text(lines.size() - shown, c.language));
    return most - shown;
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

/// A rule whose use ends it is told there, not once more among what may help.
std::vector<std::string> what_may_help(const TextContext& c, const FindingTelling& t) {
    std::vector<std::string> lines;
    for (const auto& remedy : t.f.remedies) {
        const auto same = [&](const Remedy& r) { return r.rule == remedy.rule && r.amounts == remedy.amounts; };
        const auto ends = [&](const WayOut& w) { return w.doing == Doing::use_rule && w.rule == remedy.rule; };
        if (std::ranges::any_of(t.f.removed_by, ends)) continue;
        if (t.before == nullptr || std::ranges::none_of(t.before->remedies, same))
            lines.push_back(remedy_text(c, remedy));
    }
    return lines;
}

bool is_rare(const RuleBase& rules, const Border& b) {
    const auto at = rules.names.find(std::string_view(b.item).substr(0, b.item.find('[')));
    return at != rules.names.end() && rules.items[at->second.slot].rare;
}

void write_ways_out(Page& page, const TextContext& c, const FindingTelling& t) {
    constexpr std::size_t most_told = 5;
    const auto most = detail(c, t).ways_out;
    if (most == 0) return;
    const bool with_ids = c.detail.everything;
    std::vector<std::string> lines;
    for (const auto& way : t.news(&Finding::removed_by))
        lines.push_back(way_out_text(c.rules, c.names, way, c.language, with_ids));
    write_list(page, c, t.indent, pick(c.language, "Verdwijnt bij", "Gone with"), lines, std::min(most, most_told));
    write_list(page, c, t.indent, pick(c.language, "Wat kan helpen", "What may help"), what_may_help(c, t), most);
    std::vector<std::string> borders;
    for (const auto& b : t.news(&Finding::borders))
        if (with_ids || !is_rare(c.rules, b)) borders.push_back(border_text(c.names, b, c.language, with_ids));
    page.entry(t.indent, pick(c.language, "Geldt binnen", "Holds within"), cut(borders, most_told, "; ", c.language));
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

/// The unknown facts that it hangs on.
void write_dependence(Page& page, const TextContext& c, const FindingTelling& t) {
    constexpr std::size_t least = 3;
    std::vector<std::string> names;
    for (const auto& item : t.news(&Finding::depends_on))
        names.push_back(c.detail.everything ? c.names.item(item) : c.names.item_title(item));
    page.entry(t.indent, pick(c.language, "Hangt af van", "Depends on"),
               cut(names, std::max(least, detail(c, t).facts), "; ", c.language));
}

void write_sentences(Page& page, const TextContext& c, const FindingTelling& t) {
    const auto all = t.f.explanation.size();
    auto most = detail(c, t).sentences;
    if (all == most + 1) ++most;  // "and 1 more" takes a line, too
    for (std::size_t i = 0; i < std::min(all, most); ++i)
        page.paragraph(t.indent, "", pick(c.language, t.f.explanation[i]));
    if (all > most && most > 0) page.paragraph(t.indent, "", "… " + more_text(all - most, c.language), Paint::faint);
}

/// Whom it is about and because of whom, where that is more than whom the question is about.
void write_people(Page& page, const TextContext& c, const FindingTelling& t) {
    const auto& people = c.report.situation.people;
    if (people == nullptr || t.f.people.size() < 2) return;
    page.entry(t.indent, pick(c.language, "Wie", "Who"), join(t.f.people, ", ", [&](const auto& id) {
                   const auto at = std::ranges::find(people->all, id, &Person::id);
                   return at == people->all.end() ? id : pick(c.language, at->title);
               }));
}

void write_body(Page& page, const TextContext& c, const FindingTelling& t) {
    const auto& f = t.f;
    const auto steps = detail(c, t).steps;
    page.paragraph(t.indent, "", standing(c, t), paint_of(f.severity));
    write_sentences(page, c, t);
    write_people(page, c, t);
    page.entry(t.indent, pick(c.language, "Bedragen", "Amounts"), amounts_text(f.amounts, c.language));
    write_rules(page, c, t);
    page.entry(t.indent, pick(c.language, "Organisaties", "Organisations"),
               join(acting(c, t), "; ", [&](const auto& id) { return c.names.organisation(id); }));
    write_facts(page, c, t);
    write_dependence(page, c, t);
    if (steps > 0) write_chain(page, t.indent, c.names, t.news(&Finding::chain), c.language, steps);
    write_ways_out(page, c, t);
}

/// "botsing CL-1, tegenstrijdige plichten": a burden under a finding of weight is its title and this.
void write_member(Page& page, const TextContext& c, std::size_t index, const Finding& before) {
    const auto& f = c.report.findings[index];
    const auto number = c.numbering.numbers[index] + " ";
    const bool short_one = !c.detail.everything && (is_burden(f) || f.severity == 0);
    const auto& title = pick(c.language, f.title);
    if (!short_one) {
        page.paragraph(finding_margin, number, title, Paint::strong);
        write_body(page, c, {f, &before, finding_margin + number.size()});
        return;
    }
    auto text = fmt::format("{} ({}", title, f.code);
    if (f.status != Status::open) text += fmt::format(", {}", status_words(f.status, c.language));
    for (const auto& [key, number_of] : f.amounts)
        if (key == "eur_month" || key == "eur_once") text += ", " + amount_text(key, number_of, c.language);
    page.paragraph(finding_margin, number, text + ")");
}

void write_members(Page& page, const TextContext& c, std::size_t root) {
    const auto members = c.numbering.members(root);
    if (members.empty()) return;
    page.paragraph(finding_margin, "", pick(c.language, "Zelfde oorzaak:", "Same cause:"));
    auto before = c.report.findings[root];
    for (std::size_t i = 0; i < std::min(members.size(), c.detail.members); ++i) {
        write_member(page, c, members[i], before);
        add_told(before, c.report.findings[members[i]]);
    }
    if (members.size() > c.detail.members)
        page.paragraph(finding_margin, "", "… " + more_text(members.size() - c.detail.members, c.language));
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

}  // namespace samenloop::report
