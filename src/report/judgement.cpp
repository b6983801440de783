#include "report/judgement.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "report/page.hpp"
#include "samenloop/finding.hpp"

namespace samenloop::report {
namespace {

/// "IM-1 onder het minimum": detectors by name, everything else by its id.
std::string asked(const std::string& code, Language language) {
    if (code == "curve") return std::string(pick(language, "besteedbaar inkomen", "disposable income"));
    if (code == "data") return std::string(pick(language, "welke gegevens nodig zijn", "which data are needed"));
    const auto name = pick(language, subtype_name(code));
    return name.empty() ? code : code + " " + name;
}

std::string verdict_line(const Judgement& judgement, Language language) {
    constexpr std::size_t few = 6;  // of all detectors nobody reads the list
    const bool amounts =
        std::ranges::find(judgement.notices, NoticeKind::amount, &Notice::kind) != judgement.notices.end();
    const std::string head(
        judgement.verdict != Verdict::none
            ? pick(language, "Niet alles kon worden beoordeeld", "Not everything could be judged")
        : amounts ? pick(language, "Niets dat van bedragen afhangt, kon worden beoordeeld",
                         "Nothing that depends on amounts could be judged")
                  : pick(language, "Niets kon volledig worden beoordeeld", "Nothing could be judged in full"));
    if (judgement.verdict == Verdict::none && judgement.unanswered.size() > few) return head + ".";
    std::string what;
    for (const auto& u : judgement.unanswered) what += (what.empty() ? "" : "; ") + asked(u.code, language);
    return head + std::string(pick(language, ". Onbeantwoord: ", ". Unanswered: ")) + what + ".";
}

std::string_view kind_words(NoticeKind kind, Language language) {
    switch (kind) {
    case NoticeKind::amount:
        return pick(language, "Bedragen zonder waarde op deze dag", "Amounts without a value on this day");
    case NoticeKind::carried:
        return pick(language, "Bedragen die zijn doorgetrokken", "Amounts that are carried forward");
    case NoticeKind::unread:
        return pick(language, "De tekst is niet gelezen tot deze dag", "The text was not read up to this day");
    case NoticeKind::undefined:
        return pick(language, "Geen geldende regel zegt wat dit is", "No rule in force says what this is");
    case NoticeKind::fact: return pick(language, "Niet opgegeven en wel beslissend", "Not given, and decisive");
    case NoticeKind::search: return pick(language, "Niet alles is doorzocht", "Not everything was searched");
    case NoticeKind::unmodelled: return pick(language, "Niet in de geladen regels", "Not in the loaded rules");
    default: return pick(language, "Opgegeven, en door geen regel gelezen", "Given, and read by no rule");
    }
}

}  // namespace

std::vector<std::string> judgement_lines(const Judgement& judgement, Language language) {
    std::vector<std::string> lines;
    if (!is_complete(judgement)) lines.push_back(verdict_line(judgement, language));
    std::vector<NoticeKind> told;
    for (const auto& n : judgement.notices) {
        if (std::ranges::find(told, n.kind) != told.end()) continue;
        told.push_back(n.kind);
        std::string all;
        for (const auto& same : judgement.notices)
            if (same.kind == n.kind) all += (all.empty() ? "" : "; ") + pick(language, notice_about(same));
        lines.push_back(fmt::format("{}: {}.", kind_words(n.kind, language), all));
    }
    return lines;
}

void write_judgement(Page& page, const Judgement& judgement, Language language, Room room) {
    const auto lines = judgement_lines(judgement, language);
    if (lines.empty()) return;
    if (room == Room::before) page.blank();
    page.paragraph(0, "", pick(language, "Wat niet bekend is", "What is not known"), Paint::strong);
    for (const auto& line : lines) page.paragraph(0, "- ", line, Paint::warning);
    if (room == Room::after) page.blank();
}

void add_judgement(Json& to, const Judgement& judgement, Language language) {
    to["verdict"] = to_string(judgement.verdict);
    to["unanswered"] =
        json_list(judgement.unanswered, [](const Unanswered& u) { return Json{{"code", u.code}, {"lacks", u.lacks}}; });
    to["notices"] = json_list(judgement.notices, [&](const Notice& n) {
        return Json{{"kind", to_string(n.kind)},
                    {"text", pick(language, notice_text(n))},
                    {"ids", ids(n)},
                    {"rests_on_it", n.rests_on_it}};
    });
}

}  // namespace samenloop::report
