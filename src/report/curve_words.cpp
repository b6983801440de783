#include "report/curve_words.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "report/numbers.hpp"
#include "report/words.hpp"

namespace samenloop::report {
namespace {

Decimal absolute(const Decimal& d) { return d < Decimal(0) ? -d : d; }

Decimal cliff_norm(const RuleBase& rules) {
    const auto* n = rules.norm("im2.threshold_year");
    return n != nullptr ? n->value : Decimal(600);
}

std::string_view minus(const Decimal& d) { return d < Decimal(0) ? "−" : ""; }

}  // namespace

std::string CurveWords::title() const {
    const auto& s = sheet_.situation;
    const auto& title = pick(language_, s.title);
    return fmt::format("{} ({}), {}", title.empty() ? s.id : title, s.id, date_text(s.date, language_));
}

std::string CurveWords::item() const { return names_.item(item_path()); }

std::string CurveWords::item_path() const { return model::to_string(sheet_.rules, sheet_.course.over); }

std::string CurveWords::x(const Decimal& d) const {
    const auto& unit = model::type_at(sheet_.rules, sheet_.course.over).unit;
    if (unit.starts_with("eur")) return money_text(d, language_);
    return quantity_text(d.rounded(2), unit, language_);
}

std::string CurveWords::unit() const {
    const auto& unit = model::type_at(sheet_.rules, sheet_.course.over).unit;
    if (unit == "eur/month") return std::string(pick(language_, "€ per maand", "€ a month"));
    if (unit == "eur/year") return std::string(pick(language_, "€ per jaar", "€ a year"));
    if (unit == "eur") return "€";
    if (unit == "year") return std::string(pick(language_, "jaar", "years"));
    if (unit == "month") return std::string(pick(language_, "maanden", "months"));
    return unit == "day" ? std::string(pick(language_, "dagen", "days")) : unit;
}

std::string CurveWords::monthly(const Decimal& yearly) const { return money_text(yearly / Decimal(12), language_); }

std::string CurveWords::percent(const Decimal& p) const {
    const auto rounded = p.rounded(1);
    return std::string(minus(rounded)) + number_text(absolute(rounded), 1, language_) +
           std::string(pick(language_, " %", "%"));
}

std::string CurveWords::rate_name() const {
    return std::string(sheet_.course.earned ? pick(language_, "marginale druk", "marginal rate")
                                            : pick(language_, "verlies per euro", "lost per euro"));
}

std::string CurveWords::part(const engine::Part& part) const {
    if (part.kind == engine::PartKind::scheme) return pick(language_, sheet_.rules.schemes[part.index].title);
    if (part.kind == engine::PartKind::charge) return pick(language_, sheet_.rules.charges[part.index].title);
    if (part.kind == engine::PartKind::withheld)
        return fmt::format("{} {}", pick(language_, "inhouding", "withheld"), sheet_.rules.rules[part.index].id);
    return std::string(pick(language_, "inkomen vóór heffingen", "income before charges"));
}

std::string CurveWords::rules(const engine::Part& part) const {
    std::string all;
    for (const auto& move : part.rules) all += (all.empty() ? "" : ", ") + sheet_.rules.rules[move.rule].id;
    return all.empty() ? "" : " (" + all + ")";
}

std::string CurveWords::part_rate(const engine::Part& p, const Decimal& added) const {
    const auto share = [&](const Decimal& lost) { return lost * Decimal(100) / added; };
    const auto name = part(p) + " " + percent(p.kind == engine::PartKind::income ? share(-p.lost) : share(p.lost));
    if (p.rules.size() < 2) return name + rules(p);
    std::string all;
    for (const auto& move : p.rules)
        all += (all.empty() ? "" : "; ") + sheet_.rules.rules[move.rule].id + " " + percent(share(move.lost));
    return name + " (" + all + ")";
}

std::string CurveWords::part_change(const engine::Part& p) const {
    return fmt::format("{} {}{}{}", part(p), p.lost > Decimal(0) ? "−" : "+", monthly(absolute(p.lost)), rules(p));
}

bool CurveWords::is_cause(const engine::Part& part, const Decimal& added) const {
    if (part.kind != engine::PartKind::income || !sheet_.course.earned) return true;
    return absolute(part.lost + added) * Decimal(1000) > added;
}

bool CurveWords::is_cliff(const engine::Jump& jump) const {
    return jump.before - jump.after >= cliff_norm(sheet_.rules);
}

std::string CurveWords::jump(const engine::Jump& jump) const {
    const auto by = jump.after - jump.before;
    const auto verb = by < Decimal(0) ? pick(language_, "daalt", "falls") : pick(language_, "stijgt", "rises");
    std::string parts;
    for (const auto& p : jump.parts) parts += (parts.empty() ? ": " : "; ") + part_change(p);
    return fmt::format(fmt::runtime(pick(language_, "bij {} {} het besteedbaar inkomen met {} per maand{}",
                                         "at {} disposable income {} by {} a month{}")),
                       x(jump.x), verb, monthly(absolute(by)), parts);
}

std::string CurveWords::takers(const engine::Trap& trap) const {
    std::string all;
    for (const auto& p : trap.parts)
        if (p.lost > Decimal(1)) all += (all.empty() ? "" : ", ") + part(p) + rules(p);
    return all;
}

std::string CurveWords::trap(const engine::Trap& trap) const {
    const auto taken = takers(trap);
    auto text = fmt::format(
        fmt::runtime(trap.ended ? pick(language_, "van {} tot {} blijft er niet meer over dan {} per maand",
                                       "from {} to {} no more than {} a month is left")
                                : pick(language_,
                                       "van {} tot het eind van de lijn ({}) blijft er niet meer over dan {} per maand",
                                       "from {} to the end of the line ({}) no more than {} a month is left")),
        x(trap.from), x(trap.to), monthly(trap.level));
    if (trap.level - trap.lowest >= Decimal(12))
        text += fmt::format("{} {}", pick(language_, ", op het laagst", ", at the lowest"), monthly(trap.lowest));
    if (!taken.empty()) text += fmt::format("; {}: {}", pick(language_, "dat komt door", "because of"), taken);
    return text;
}

std::string part_id(const RuleBase& rules, const engine::Part& part) {
    if (part.kind == engine::PartKind::scheme) return "scheme:" + rules.schemes[part.index].id;
    if (part.kind == engine::PartKind::charge) return "charge:" + rules.charges[part.index].id;
    return part.kind == engine::PartKind::withheld ? "rule:" + rules.rules[part.index].id : "income";
}

}  // namespace samenloop::report
