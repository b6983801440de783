#pragma once
// What disposable income is made of at one point of a curve, and which of it moves between two points.
//
// D = income + schemes that count - what is withheld, where income is net of the charges that lower D.  A *part* is one
// scheme, one charge, what one rule withholds, or the income before charges; parts of one movement add up to what D
// loses.  Beside a part stand the rules whose own amount moves: of tax, the brackets and each credit.

#include <map>
#include <optional>
#include <vector>

#include "engine/evaluation.hpp"

namespace samenloop::engine {

enum class PartKind : std::uint8_t { income, scheme, charge, withheld };

struct RuleMove {
    Index rule = none;
    Decimal lost;  // eur/year; negative: D gains
};

struct Part {
    PartKind kind{};
    Index index = none;  // scheme, charge, or the rule that withholds
    Decimal lost;
    std::vector<RuleMove> rules;
};

/// All amounts in eur/year at one x, known exactly.
struct Snapshot {
    Decimal disposable;
    Decimal income;  // before the charges that lower D
    std::vector<Decimal> schemes;
    std::vector<Decimal> charges;
    std::map<ArgumentId, Decimal> arguments;  // amounts of accepted grants, reductions, charges, withholdings
};

/// Of an evaluation on a piece, at one of its ends or inside; nothing when some amount is not known exactly.
std::optional<Snapshot> snapshot(const Evaluation& e, const Decimal& x);

/// What moved, in the order income, charges, schemes, withheld; what did not move by a thousandth is left out.
std::vector<Part> decomposition(const Program& program, const Snapshot& from, const Snapshot& to);

}  // namespace samenloop::engine
