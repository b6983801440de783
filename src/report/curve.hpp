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
    std::string (*write)(const CurveSheet&, const Style&);
};

std::span<const CurveFormat> curve_formats();

std::string write_curve_text(const CurveSheet& sheet, const Style& style);
std::string write_curve_csv(const CurveSheet& sheet, const Style& style);
std::string write_curve_json(const CurveSheet& sheet, const Style& style);
std::string write_curve_svg(const CurveSheet& sheet, const Style& style);

}  // namespace samenloop::report
