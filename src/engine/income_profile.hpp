#pragma once
// The whole course of disposable income over one fact, for a reader: exact pieces (or steps of one width) with what
// moves in each, jumps, and the intervals in which earning more leaves no more.
//
// A *trap* is an interval in which D is nowhere above what it was before: it starts where D falls or stands still and
// ends where D is higher again, found exactly on each piece (a polynomial).  Only income is looked at so: of a fact
// that brings nothing in (rent, somebody's age) only the jumps are told.

#include "engine/curve.hpp"
#include "engine/decomposition.hpp"
#include "samenloop/notice.hpp"

namespace samenloop::engine {

/// A piece, or a step: amounts just beyond `low` and just below `high`.
struct Stretch {
    Decimal low;
    Decimal high;
    std::optional<Decimal> before;  // D, eur/year; nothing: not known exactly
    std::optional<Decimal> after;
    std::optional<Decimal> rate;  // percent lost of what is added, over the whole stretch
    std::vector<Part> parts;
};

struct Jump {
    Decimal x;
    Decimal before;
    Decimal after;
    std::vector<Part> parts;
};

struct Trap {
    Decimal from;
    Decimal to;
    Decimal level;       // D at its start
    Decimal lowest;      // D at its deepest
    bool ended = false;  // false: D is not higher again within the course
    std::vector<Part> parts;
};

/// One exact piece, for drawing.
struct DrawnPiece {
    Decimal low;
    Decimal high;
    Value disposable;
    std::vector<Part> parts;
};

struct IncomeProfile {
    model::Path over;
    Decimal yearly = 1;   // factor from the item's unit to a year
    bool money = false;   // the item is in euro: what is lost of each of them can be told
    bool earned = false;  // and D rises with it before charges and schemes
    std::vector<Stretch> stretches;
    std::vector<DrawnPiece> pieces;
    std::vector<Jump> jumps;
    std::vector<Trap> traps;
    bool cut_off = false;
};

struct CurveSpan {
    Decimal from;
    Decimal to;
    std::optional<Decimal> step;  // absent: exact pieces
};

IncomeProfile income_profile(const Evaluation& e, const model::Path& over, const CurveSpan& span);

/// Is disposable income known everywhere on the course, and if not, why?
Judgement judge_course(const Evaluation& e, const IncomeProfile& course, const CurveSpan& span);

}  // namespace samenloop::engine
