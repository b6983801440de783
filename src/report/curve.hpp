#pragma once
// The course of disposable income over one fact as bytes.  An output format is one file and one row of the table.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/income_profile.hpp"
#include "samenloop/finding.hpp"
#include "samenloop/report.hpp"

namespace samenloop::report {

struct CurveSheet {
    const RuleBase& rules;
    const engine::Program& program;
    const Situation& situation;
    const engine::IncomeProfile& course;
    Judgement judgement;     // of the amount over the whole course
    std::vector<Fact> held;  // other incomes that keep their value
};

struct CurveFormat {
    std::string_view name;
    std::string_view description;
    std::string (*write)(std::span<const CurveSheet>, const Style&);
};

std::span<const CurveFormat> curve_formats();

// Of one day, or of a day and the later ones on which the course becomes another; never of none.
std::string write_curve_text(std::span<const CurveSheet> sheets, const Style& style);
std::string write_curve_csv(std::span<const CurveSheet> sheets, const Style& style);
std::string write_curve_json(std::span<const CurveSheet> sheets, const Style& style);
std::string write_curve_svg(std::span<const CurveSheet> sheets, const Style& style);

}  // namespace samenloop::report
