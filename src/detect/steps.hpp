#pragma once
// The steps in earnings that a trap or a concurrence of phase-outs is looked for in (definitions 10.6): from nothing to
// the present earnings, and from the present ones to those of an income event, else a norm's step (1,000 a year) more.

#include <optional>
#include <vector>

#include "detect/detection_context.hpp"
#include "engine/curve.hpp"

namespace samenloop::detect {

struct EarningsStep {
    model::Path path;
    Decimal from;  // in the item's own unit
    Decimal to;
    Decimal yearly;       // factor to a year: 12 for eur/month, else 1
    bool forward = true;  // from the present ones on; else from nothing to the present ones
};

/// What the rule base declares, else this.
Decimal norm_or(const DetectionContext& scene, std::string_view id, std::int64_t otherwise);

/// Empty without earnings.
std::vector<EarningsStep> earnings_steps(const DetectionContext& scene);

/// What is lost of the extra earnings, in percent of them, between two amounts earned.  At a limit counts what is left
/// exactly there, so that a step that starts on the last euro below a limit holds the fall behind it.
std::optional<Decimal> marginal_rate(const DetectionContext& scene, const engine::Curve& c, const EarningsStep& step,
                                     const Decimal& from, const Decimal& to);

/// The same within one piece, whatever happens at its ends.
std::optional<Decimal> rate_within(const engine::CurvePiece& p, const EarningsStep& step);

/// The steepest window of a step: its rate and its ends.
struct Window {
    Decimal rate;
    Decimal from;
    Decimal to;
};
/// The step itself, and windows of a norm's width (1,000 a year) that start or end at a breakpoint inside it.
std::optional<Window> steepest(const DetectionContext& scene, const EarningsStep& step, const engine::Curve& c);

/// D per year at exactly x: of the piece that x lies within; where pieces meet or end, evaluated there.
std::optional<Decimal> curve_at(const DetectionContext& scene, const engine::Curve& c, const model::Path& path,
                                const Decimal& x);

/// Rules that disposable income depends on at either of two values of the item.
std::vector<Index> rules_that_move(const DetectionContext& scene, const model::Path& path, const Decimal& from,
                                   const Decimal& to);
/// The same of two states of a situation.
std::vector<Index> rules_between(const engine::Evaluation& before, const engine::Evaluation& after);

}  // namespace samenloop::detect
