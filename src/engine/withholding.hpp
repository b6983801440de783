#pragma once
// Money in order: who takes how much from an income in one month (or a year), and what is left of it.
//
// A floor is an amount of an income stream that the law leaves to the person.  Those that take from the stream go in
// the order the law gives them.  One that keeps to the floor takes at most what is above it and not yet taken (`free`);
// one that reckons for itself takes what is above it whatever the others took (`own`); one that may reach below takes
// its claim from what is there (`all`), and leaves the room of the others as it was: Zvw 18f lid 5 is such a rule.
//
//   stream 2,244   floor 1,429   free room 815
//     care office, all, claim 161      takes 161   left 2,083
//     bailiff, free, claim 6,000       takes 815   left 1,268, which is 161 below the floor
//
// Claims of one order that do not fit share the room in proportion.  What is taken from something else than a stream
// with a floor (a set-off with an allowance) is the whole claim.

#include "engine/evaluation.hpp"

namespace samenloop::engine {

struct Take {
    ArgumentId argument = 0;
    std::size_t instance = 0;
    Index floor = none;
    Index charge = none;   // not none: a charge withheld at the source, and no argument
    std::string creditor;  // organisation
    Truth holds = Truth::no;
    Value claim;   // what it would take
    Value amount;  // what it takes
};

struct Taken {
    std::vector<Take> takes;
    Value total = Decimal(0);
};

/// Everything that is taken in this many months: a claim given once counts whole, a periodic one for these months.
Taken taken(const Evaluation& e, const Decimal& months);

/// What the floor protects and what streams in, in one month.
Value protected_amount(const Evaluation& e, Index floor);
Value stream(const Evaluation& e, Index floor);
/// What is left of the stream in one month.
Value left(const Evaluation& e, const Taken& month, Index floor);

}  // namespace samenloop::engine
