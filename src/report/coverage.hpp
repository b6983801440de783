#pragma once
// What a rule base covers, and how well it was read: a page of Markdown for whoever asks what the answers rest on. Each
// law with the day of the text that was read, each organisation and scheme with its rules, each flow of data with its
// basis, and what is said to be left out.  It tells of the rules alone, so that it is the same on every day.

#include <string>

#include "samenloop/report.hpp"

namespace samenloop::report {

std::string coverage(const RuleBase& rules, Language language);

}  // namespace samenloop::report
