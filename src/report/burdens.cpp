#include "report/burdens.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/core.h>

namespace samenloop::report {
namespace {

struct BurdenLine {
    std::string head;  // the kind, and what the sentences of several have in common, up to a colon
    std::string number;
    std::string text;
};

std::vector<std::size_t> burdens(const TextContext& c) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < c.report.findings.size(); ++i) {
        if (!c.numbering.alone(i) || !is_burden(c, i)) continue;
        found.push_back(i);
        std::ranges::copy(c.numbering.members(i), std::back_inserter(found));
    }
    return found;
}

/// "De burger moet 2 keer hetzelfde opgeven: "; empty without a colon.
std::string_view beginning(std::string_view sentence) {
    const auto colon = sentence.find(": ");
    return colon == std::string_view::npos ? std::string_view() : sentence.substr(0, colon + 2);
}

/// Nothing that only one of them has.
std::string_view shared_beginning(const TextContext& c, const std::vector<std::size_t>& all, std::size_t index) {
    const auto& findings = c.report.findings;
    const auto start = beginning(pick(c.language, findings[index].title));
    const auto same = [&](std::size_t i) {
        return findings[i].code == findings[index].code && beginning(pick(c.language, findings[i].title)) == start;
    };
    return std::ranges::count_if(all, same) > 1 ? start : std::string_view();
}

BurdenLine burden_line(const TextContext& c, std::size_t index, std::string_view start) {
    const auto& f = c.report.findings[index];
    BurdenLine line{fmt::format("{} ({})", pick(c.language, subtype_name(f.code)), f.code), c.numbering.numbers[index],
                    pick(c.language, f.title).substr(start.size())};
    if (!start.empty()) line.head += ": " + std::string(start.substr(0, start.size() - 2));
    if (f.certainty == Certainty::conditional)
        line.text += fmt::format(" ({})", certainty_word(f.certainty, c.language));
    if (f.status != Status::open) line.text += fmt::format(" ({})", status_words(f.status, c.language));
    return line;
}

/// In order, those with the same head together.
std::vector<BurdenLine> burden_lines(const TextContext& c) {
    std::vector<BurdenLine> lines;
    const auto all = burdens(c);
    for (const auto i : all) {
        auto line = burden_line(c, i, shared_beginning(c, all, i));
        const auto same =
            std::find_if(lines.rbegin(), lines.rend(), [&](const auto& l) { return l.head == line.head; });
        lines.insert(same == lines.rend() ? lines.end() : same.base(), std::move(line));
    }
    return lines;
}

}  // namespace

bool is_burden(const Finding& f) { return f.severity <= 1 && f.code.starts_with("PU-") && f.code != "PU-1"; }

bool is_burden(const TextContext& c, std::size_t root) {
    const auto light = [&](std::size_t i) { return is_burden(c.report.findings[i]); };
    return !c.detail.everything && light(root) && std::ranges::all_of(c.numbering.members(root), light);
}

void write_burdens(Page& page, const TextContext& c) {
    const auto lines = burden_lines(c);
    if (lines.empty()) return;
    page.paragraph(
        0, "",
        fmt::format("[1] {} ({})", severity_label(1, c.language), type_word(InterferenceKind::pile_up, c.language)),
        Paint::notice);
    std::size_t widest = 0;
    for (const auto& line : lines) widest = std::max(widest, line.number.size());
    const auto shown = std::min(lines.size(), c.detail.burdens);
    std::string_view head;
    for (std::size_t i = 0; i < shown; ++i) {
        if (lines[i].head != head) page.paragraph(3, "", lines[i].head, Paint::strong);
        head = lines[i].head;
        page.paragraph(3, fmt::format("{:<{}}  ", lines[i].number, widest), lines[i].text);
    }
    if (lines.size() > shown) page.paragraph(3, "", "… " + more_text(lines.size() - shown, c.language));
    page.blank();
}

}  // namespace samenloop::report
