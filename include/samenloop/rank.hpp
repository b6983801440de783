#pragma once
// Which rules and laws stand most in the way: what vanishes over given situations when a rule is taken out, or when a
// law reads another law's definition, always beside the harm that this does.

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "samenloop/finding.hpp"
#include "samenloop/model.hpp"

namespace samenloop {

/// A finding of severity 2 or more, as the law is.
struct Hindrance {
    std::size_t situation = 0;  // place in Ranking::situations
    Finding finding;
};

/// Somebody who has less to spend, eur/month; or may have, as what is left is no longer known.
struct Loss {
    std::size_t situation = 0;
    Value before;
    Value after;
    bool certain = true;
};

/// What a change of the law does, over all situations.
struct Relief {
    std::vector<std::size_t> gone;                         // places in Ranking::hindrances
    std::vector<std::pair<std::size_t, Index>> uncovered;  // situation and need, covered before
    std::vector<Loss> losses;
};

/// A rule that some hindrance names, taken out.
struct RuleRank {
    Index rule = none;
    std::size_t named = 0;  // by so many hindrances
    Relief relief;
};

/// Whoever reads the definition `from` of a word reads `to`, of another law.
struct Alignment {
    Index concept_ = none;
    Slot from = none;
    Slot to = none;
    std::vector<Index> rules;  // that read it
    Relief relief;
};

/// The rules of a law, an organisation or a ministry, one by one; what any of them does counts once.
struct RankGroup {
    std::string id;
    std::vector<std::size_t> rules;  // places in Ranking::rules; each takes something away
    std::vector<std::size_t> gone;
    std::vector<std::pair<std::size_t, Index>> uncovered;
    std::vector<std::size_t> losers;   // situations
    std::vector<std::size_t> perhaps;  // situations of those who may lose, and surely do by none of the rules
};

struct Ranking {
    std::vector<Situation> situations;  // on the day that was looked at
    std::vector<Hindrance> hindrances;
    std::vector<RuleRank> rules;  // most in the way first; also those without which nothing vanishes
    std::vector<Alignment> alignments;
    std::vector<RankGroup> laws;
    std::vector<RankGroup> organisations;
    std::vector<RankGroup> ministries;
    Judgement judgement;  // of the law as it is, over all situations
};

/// On each situation's own day, or all on one.
Ranking rank(const RuleBase& rules, std::span<const Situation> situations, std::optional<Date> day = {});

}  // namespace samenloop
