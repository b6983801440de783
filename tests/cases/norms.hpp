#pragma once
// Who must, may or may not do something according to the law in the situation of a run, and who is responsible for a
// need:
//
//   norms:
//     - {line: "…", who: svb, must: grant_double_unasked, within: P28D}
//     - {who: "gemeente*[A]", may: accept_application}
//     - {who: deurwaarder, must_not: set_off, absent: true}
//     - {who: "gemeente*[B]", responsible: income_minimum}
//
// `*` in `who` stands for any text; `absent`: nothing of the kind holds for certain.

#include <string>

#include "trial.hpp"

/// "" when it is so, else what is.
std::string unmet_norm(const Trial& trial, const YAML::Node& norm);
