#pragma once
// What a check could not know, and which detectors could not answer because of it (definitions 11.1).

#include "detect/inquiry.hpp"
#include "samenloop/notice.hpp"

namespace samenloop {

/// A matter that would be a finding if what the rules lack were known.
struct Undecided {
    std::string code;
    std::vector<Path> depends_on;
};

/// `gave_up`: more facts are open than were supposed, so that what rests on them was not looked at.  Findings that rest
/// on amounts that are carried forward are told so.
Judgement judge(const Inquiry& inquiry, bool gave_up, const std::vector<Undecided>& undecided,
                std::vector<Finding>& findings);

}  // namespace samenloop
