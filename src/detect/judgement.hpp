#pragma once
// What a check could not know, and which detectors could not answer because of it (definitions 11.1).

#include "detect/what_if.hpp"
#include "samenloop/notice.hpp"

namespace samenloop::detect {

/// A matter that would be a finding if what the rules lack were known.
struct Undecided {
    std::string code;
    std::vector<model::Path> depends_on;
};

/// How far the search went.
struct Limits {
    bool gave_up = false;    // more facts are open than were supposed: what rests on them was not looked at
    bool cut_short = false;  // what findings rest on, and how they end, was not sought to the end
};

/// The verdict alone.
Verdict verdict(const WhatIf& inquiry, Limits limits, const std::vector<Undecided>& undecided,
                std::vector<Finding>& findings);

/// Findings that rest on amounts that are carried forward are told so.
Judgement judge(const WhatIf& inquiry, Limits limits, const std::vector<Undecided>& undecided,
                std::vector<Finding>& findings);

}  // namespace samenloop::detect
