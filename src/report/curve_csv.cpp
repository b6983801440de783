// One line a piece (RFC 4180, with bare line ends): amounts with a decimal point, whatever the language.  A column for
// every part that moves anywhere holds what is lost by it, in euro a year over the piece; `jump_at_to` is what D gains
// at the end of the piece.

#include <algorithm>

#include "report/curve_words.hpp"

namespace samenloop::report {
namespace {

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string rounded_text(const std::optional<Decimal>& d, int digits) {
    return d ? d->rounded(digits).to_string() : "";
}

std::vector<std::string> parts_of(std::span<const CurveSheet> sheets) {
    std::vector<std::string> ids;
    for (const auto& sheet : sheets)
        for (const auto& s : sheet.course.stretches)
            for (const auto& p : s.parts)
                if (auto id = part_id(sheet.rules, p); std::ranges::find(ids, id) == ids.end())
                    ids.push_back(std::move(id));
    return ids;
}

/// "aid" of "scheme:aid": L-7, and so on.
std::string rules_of(const CurveSheet& sheet, const engine::Stretch& s) {
    std::string all;
    for (const auto& p : s.parts)
        for (const auto& move : p.rules) all += (all.empty() ? "" : " ") + sheet.rules.rules[move.rule].id;
    return all;
}

std::optional<Decimal> jump_at(const engine::IncomeProfile& c, const Decimal& x) {
    const auto at = std::ranges::find(c.jumps, x, &engine::Jump::x);
    return at == c.jumps.end() ? std::nullopt : std::optional(at->after - at->before);
}

std::string line_of(const CurveSheet& sheet, const engine::Stretch& s, const std::vector<std::string>& ids) {
    auto line =
        rounded_text(s.low, 4) + "," + rounded_text(s.high, 4) + "," + rounded_text(s.before, 2) + "," +
        rounded_text(s.after, 2) + "," + rounded_text(s.rate, 3) + "," + rounded_text(jump_at(sheet.course, s.high), 2);
    for (const auto& id : ids) {
        const auto p =
            std::ranges::find_if(s.parts, [&](const engine::Part& each) { return part_id(sheet.rules, each) == id; });
        line += "," + (p == s.parts.end() ? std::string("0") : rounded_text(p->lost, 2));
    }
    return line + "," + quoted(rules_of(sheet, s)) + "\n";
}

}  // namespace

std::string write_curve_csv(std::span<const CurveSheet> sheets, const Style& /*style*/) {
    const auto ids = parts_of(sheets);
    const bool several = sheets.size() > 1;  // days: told in a column in front
    std::string out = several ? "date," : "";
    out += "from,to,disposable_from_year,disposable_to_year,lost_percent,jump_at_to_year";
    for (const auto& id : ids) out += "," + quoted("lost:" + id);
    out += ",rules\n";
    for (const auto& sheet : sheets)
        for (const auto& s : sheet.course.stretches)
            out += (several ? sheet.situation.date.to_string() + "," : "") + line_of(sheet, s, ids);
    return out;
}

}  // namespace samenloop::report
