#pragma once
// Writers of a ranking.

#include <string>

#include "samenloop/rank.hpp"
#include "samenloop/report.hpp"

namespace samenloop::report {

std::string rank_text(const RuleBase& rules, const Ranking& ranking, const Style& style);
std::string rank_json(const RuleBase& rules, const Ranking& ranking, const Style& style);

}  // namespace samenloop::report
