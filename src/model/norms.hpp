#pragma once
// The norms that somebody reads.  A norm with another name decides nothing, and a detector whose norm is missing finds
// nothing: one letter in an id would switch it off.

#include <algorithm>
#include <array>
#include <string_view>

namespace samenloop::model {

inline constexpr std::array<std::string_view, 25> norms_read{
    "cl4.amount_month",
    "im1.tolerance",
    "im2.event_months",
    "im2.threshold_year",
    "im2b.full",
    "im2b.high",
    "im2b.step",
    "im3.ratio",
    "im5.amount_month",
    "im6.proportion",
    "knowledge.months",
    "pu1.creditors",
    "pu2.decisions",
    "pu3.organisations",
    "pu4.laws",
    "pu4.mtr",
    "pu5.rules",
    "pu6.sanctions",
    "pu7.organisations",
    "severity.amount_month",
    "severity.amount_once",
    "time.months_ahead",
    "va5.tolerance_days",
    "va6.tolerance_days",
    "va6.tolerance_days_income",
};

inline bool is_read(std::string_view norm) { return std::ranges::find(norms_read, norm) != norms_read.end(); }

}  // namespace samenloop::model
