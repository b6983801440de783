// The curve as data.  Amounts in euro a year with two digits, rates in percent with three, null where not known.

#include <nlohmann/json.hpp>

#include "report/curve_words.hpp"
#include "report/judgement.hpp"

namespace samenloop::report {
namespace {

constexpr int version = 1;

Json rounded_json(const std::optional<Decimal>& d, int digits) {
    return d ? Json(d->rounded(digits).to_double()) : Json();
}

Json parts_json(const CurveSheet& sheet, const std::vector<engine::Part>& parts) {
    auto all = Json::array();
    for (const auto& p : parts) {
        auto rules = Json::array();
        for (const auto& move : p.rules)
            rules.push_back({{"rule", sheet.rules.rules[move.rule].id}, {"lost_year", rounded_json(move.lost, 2)}});
        all.push_back({{"part", part_id(sheet.rules, p)}, {"lost_year", rounded_json(p.lost, 2)}, {"rules", rules}});
    }
    return all;
}

Json stretch_json(const CurveSheet& sheet, const engine::Stretch& s) {
    return {{"from", rounded_json(s.low, 4)},
            {"to", rounded_json(s.high, 4)},
            {"disposable_from_year", rounded_json(s.before, 2)},
            {"disposable_to_year", rounded_json(s.after, 2)},
            {"lost_percent", rounded_json(s.rate, 3)},
            {"parts", parts_json(sheet, s.parts)}};
}

Json jump_json(const CurveSheet& sheet, const CurveWords& words, const engine::Jump& j) {
    return {{"at", rounded_json(j.x, 4)},
            {"disposable_before_year", rounded_json(j.before, 2)},
            {"disposable_after_year", rounded_json(j.after, 2)},
            {"cliff", words.is_cliff(j)},
            {"parts", parts_json(sheet, j.parts)}};
}

Json trap_json(const CurveSheet& sheet, const engine::Trap& t) {
    return {{"from", rounded_json(t.from, 4)},
            {"to", rounded_json(t.to, 4)},
            {"disposable_year", rounded_json(t.level, 2)},
            {"lowest_year", rounded_json(t.lowest, 2)},
            {"ends_within", t.ended},
            {"parts", parts_json(sheet, t.parts)}};
}

Json sheet_json(const CurveSheet& sheet, const Style& style) {
    const CurveWords words(sheet, style.language);
    Json all{{"format", "samenloop-curve"}, {"version", version}, {"situation", sheet.situation.id}};
    all["date"] = sheet.situation.date.to_string();
    all["over"] = words.item_path();
    all["unit"] = model::type_at(sheet.rules, sheet.course.over).unit;
    all["earned"] = sheet.course.earned;
    all["pieces"] = Json::array();
    for (const auto& s : sheet.course.stretches) all["pieces"].push_back(stretch_json(sheet, s));
    all["jumps"] = Json::array();
    for (const auto& j : sheet.course.jumps) all["jumps"].push_back(jump_json(sheet, words, j));
    all["traps"] = Json::array();
    for (const auto& t : sheet.course.traps) all["traps"].push_back(trap_json(sheet, t));
    add_judgement(all, sheet.judgement, style.language);
    all["cut_off"] = sheet.course.cut_off;
    return all;
}

}  // namespace

std::string write_curve_json(std::span<const CurveSheet> sheets, const Style& style) {
    auto all = sheet_json(sheets.front(), style);
    for (const auto& later : sheets.subspan(1)) all["ahead"].push_back(sheet_json(later, style));
    return all.dump(2) + "\n";
}

}  // namespace samenloop::report
