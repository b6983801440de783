#pragma once
// How disposable income depends on one fact, exactly: pieces on which it is a polynomial, with the breakpoints that the
// expressions themselves have (constants they compare with, crossings of min and max), not a grid of steps.
//
// The fact is given the polynomial x on a piece (low, high).  Every comparison whose answer changes inside the piece
// moves its end down to the crossing (see feel/polynomial.hpp); what is left is one exact piece; go on from its end.
// Cost: one partial evaluation a piece.

#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

#include "engine/evaluation.hpp"
#include "model/path.hpp"

namespace samenloop::engine {

inline constexpr std::size_t max_pieces = 1000;

/// What an accepted reduction takes off a charge (a tax credit) a year.
struct Reduction {
    ArgumentId argument;
    Value amount;
};

struct CurvePiece {
    Decimal low;
    Decimal high;
    Value disposable;            // Decimal, polynomial, or Unknown
    std::vector<Value> schemes;  // eur/year, one a scheme
    std::vector<Value> charges;  // eur/year, one a charge
    std::vector<Reduction> reductions;
};

struct Curve {
    std::vector<CurvePiece> pieces;
    bool cut_off = false;  // after max_pieces
};

/// What was asked of one evaluation, and is shared by its copies until their values change.
struct WorkedOut {
    std::optional<Value> level;                   // the protected level
    std::shared_ptr<const Evaluation> reference;  // the reference household, by the law itself
    std::map<std::tuple<model::Path, Decimal, Decimal>, Curve> curves;
};

/// The fact as x on the piece, whose high end moves down to where the first answer changes.  The values hold `piece`.
Evaluation on_piece(const Evaluation& from, const model::Path& over, Piece& piece);

/// Worked out once for each place and range: several detectors look at the same earnings.
const Curve& curve(const Evaluation& from, const model::Path& over, const Decimal& low, const Decimal& high);

/// The value of a piece's quantity at x; nothing when it is not known exactly.
std::optional<Decimal> at(const Value& quantity, const Decimal& x);
/// Its slope at x.
std::optional<Decimal> slope(const Value& quantity, const Decimal& x);

/// D per year with the fact at that value.
std::optional<Decimal> disposable_at(const Evaluation& from, const model::Path& over, const Decimal& x);

}  // namespace samenloop::engine
