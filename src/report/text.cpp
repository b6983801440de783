// One page that a person can act on: the worst first, then what only looked like a conflict, then what it rests on.

#include <algorithm>
#include <optional>

#include <fmt/core.h>

#include "report/burdens.hpp"
#include "report/coming.hpp"
#include "report/formats.hpp"
#include "report/judgement.hpp"
#include "report/names.hpp"
#include "report/numbering.hpp"
#include "report/numbers.hpp"
#include "report/page.hpp"
#include "report/text_finding.hpp"
#include "report/way_out_text.hpp"

namespace samenloop::report {
namespace {

void write_head(Page& page, const Situation& situation, Language language) {
    const auto& title = pick(language, situation.title);
    page.paragraph(0, "",
                   fmt::format("{} ({}), {}", title.empty() ? situation.id : title, situation.id,
                               date_text(situation.date, language)),
                   Paint::strong);
    page.blank();
}

void write_coming(Page& page, const TextContext& context) {
    const auto lines = coming_lines(context.report, context.language);
    for (const auto& line : lines) page.paragraph(0, "", line, Paint::warning);
    if (!lines.empty()) page.blank();
}

void write_findings(Page& page, const TextContext& context) {
    if (context.report.findings.empty()) {
        page.paragraph(0, "",
                       is_complete(context.report.judgement)
                           ? pick(context.language, "Geen botsing, vacuüm, implosie of stapeling gevonden.",
                                  "No clash, vacuum, implosion or pile-up found.")
                           : pick(context.language, "In wat wel kon worden beoordeeld zit geen samenloop.",
                                  "What could be judged holds no interference."));
        page.blank();
    }
    write_coming(page, context);
    std::size_t told = 0;
    std::size_t untold = 0;
    for (std::size_t i = 0; i < context.report.findings.size(); ++i) {
        if (!context.numbering.alone(i) || is_burden(context, i)) continue;
        if (told == context.detail.findings) {
            untold += 1 + context.numbering.members(i).size();
            continue;
        }
        ++told;
        write_finding(page, context, i);
        page.blank();
    }
    if (untold > 0) {
        page.paragraph(0, "",
                       fmt::format(fmt::runtime(pick(context.language, "… nog {} bevindingen, met --verbose",
                                                     "… {} more findings, with --verbose")),
                                   untold));
        page.blank();
    }
    write_burdens(page, context);
}

void write_all_settled(Page& page, const TextContext& context) {
    const auto& settled = context.report.settled;
    if (settled.empty()) return;
    page.paragraph(
        0, "", pick(context.language, "Leek een conflict, maar is geregeld", "Looked like a conflict, but is settled"),
        Paint::strong);
    const auto shown = std::min(settled.size(), context.detail.settled);
    for (std::size_t i = 0; i < shown; ++i) write_settled(page, context, settled[i]);
    if (settled.size() > shown) page.paragraph(0, "– ", more_text(settled.size() - shown, context.language));
    page.blank();
}

/// By which rules, and which step prevents it.
void write_moment(Page& page, const TextContext& context, const std::string& day, const Moment& moment) {
    std::string text(pick(context.language, moment.text));
    std::string rules;
    for (const auto r : moment.rules) rules += (rules.empty() ? "" : ", ") + context.rules.rules[r].id;
    if (context.report.until && !rules.empty()) text += " (" + rules + ")";
    page.paragraph(0, fmt::format("{:<18}", day), text);
    if (moment.prevent)
        page.paragraph(0, std::string(18, ' '),
                       std::string(pick(context.language, "vóór die dag: ", "before that day: ")) +
                           way_out_text(context.rules, context.names, *moment.prevent, context.language, false),
                       Paint::faint);
}

void write_timeline(Page& page, const TextContext& context) {
    const auto& timeline = context.report.timeline;
    const auto& until = context.report.until;
    if (timeline.empty() && !until) return;
    page.paragraph(
        0, "",
        std::string(pick(context.language, "Tijdlijn", "Timeline")) +
            (until
                 ? std::string(pick(context.language, " tot en met ", " up to ")) + date_text(*until, context.language)
                 : std::string()),
        Paint::strong);
    if (timeline.empty()) page.paragraph(0, "", pick(context.language, "Er verandert niets.", "Nothing changes."));
    const auto shown = until ? timeline.size() : std::min(timeline.size(), context.detail.moments);
    std::optional<Date> before;
    for (std::size_t i = 0; i < shown; ++i) {
        const auto day = before == timeline[i].day ? std::string() : date_text(timeline[i].day, context.language);
        before = timeline[i].day;
        write_moment(page, context, day, timeline[i]);
    }
    if (timeline.size() > shown)
        page.paragraph(
            0, std::string(18, ' '), "… " + more_text(timeline.size() - shown, context.language), Paint::faint);
    page.blank();
}

void write_assumed(Page& page, const TextContext& context) {
    const auto& assumed = context.report.assumed;
    if (assumed.empty()) return;
    const auto shown = std::min(assumed.size(), context.detail.assumed);
    std::string text;
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& [item, value] = assumed[i];
        text += (text.empty() ? "" : "; ") +
                (context.detail.everything ? context.names.fact(assumed[i])
                                           : context.names.item_title(item) + " = " + context.names.value(item, value));
    }
    if (assumed.size() > shown)
        text += shown == 0 ? fmt::format("{} {}", assumed.size(), pick(context.language, "feiten", "facts"))
                           : "; " + more_text(assumed.size() - shown, context.language);
    page.paragraph(0, pick(context.language, "Aangenomen (gewone persoon): ", "Assumed (ordinary person): "),
                   text + ".", Paint::faint);
}

void write_counts(Page& page, const TextContext& context) {
    const auto& findings = context.report.findings;
    auto text = fmt::format("{}: {}", pick(context.language, "Bevindingen", "Findings"), findings.size());
    std::string parts;
    for (const auto type :
         {InterferenceKind::clash, InterferenceKind::vacuum, InterferenceKind::implosion, InterferenceKind::pile_up}) {
        const auto count = std::ranges::count(findings, type, &Finding::type);
        if (count > 0)
            parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", type_word(type, context.language), count);
    }
    if (!parts.empty()) text += " (" + parts + ")";
    if (context.report.until)
        text += fmt::format("; {}: {}", pick(context.language, "op komst", "coming"), coming(context.report).size());
    text += fmt::format("; {}: {}", pick(context.language, "geregeld", "settled"), context.report.settled.size());
    text += ".";
    if (const auto told = context.report.told_before; told > 0)
        text += fmt::format(" {} {}.",
                            pick(context.language,
                                 "Ook van deze persoon, en hierboven verteld:", "Also of this person, and told above:"),
                            told);
    if (!context.detail.everything && !findings.empty())
        text += pick(context.language, " Alles over elk, met de ketens en alle regels: --verbose.",
                     " Everything about each, with the chains and all rules: --verbose.");
    page.paragraph(0, "", text);
}

void write_source(Page& page, const TextContext& context) {
    const auto day = date_text(context.report.situation.date, context.language);
    page.paragraph(
        0, "",
        fmt::format(fmt::runtime(pick(
                        context.language,
                        "Dit volgt uit de geladen regels, {} regels uit {} wetten en andere bronnen, zoals zij golden "
                        "op {}. Het is geen besluit en geen advies.",
                        "This follows from the loaded rules, {} rules of {} laws and other sources, as in force on {}. "
                        "It is not a decision and not advice.")),
                    context.rules.rules.size(), context.rules.laws.size(), day));
}

void write_report(Page& page, const TextContext& context) {
    write_head(page, context.report.situation, context.language);
    write_judgement(page, context.report.judgement, context.language);
    write_findings(page, context);
    write_all_settled(page, context);
    write_timeline(page, context);
    write_assumed(page, context);
    write_counts(page, context);
    write_source(page, context);
}

/// With all the detail for which two screens have room.
Page page_of(const RuleBase& rules, const Report& report, const Style& style) {
    const Names names(rules, style.language);
    const auto numbering = number(report.findings);
    const auto with = [&](const PageDetail& detail) {
        Page page(style);
        write_report(page, {rules, names, report, numbering, style.language, detail});
        return page;
    };
    if (style.verbose) return with(everything);
    for (const auto& detail : std::span(page_details).first(page_details.size() - 1))
        if (auto page = with(detail); page.lines() <= detail.lines) return page;
    return with(page_details.back());
}

}  // namespace

std::string write_text(const RuleBase& rules, std::span<const Report> reports, const Style& style) {
    std::string text;
    for (const auto& report : reports) text += (text.empty() ? "" : "\n") + page_of(rules, report, style).take();
    return text;
}

}  // namespace samenloop::report
