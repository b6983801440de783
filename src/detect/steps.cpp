#include "detect/steps.hpp"

#include <algorithm>

#include "engine/disposable.hpp"

namespace samenloop::detect {
namespace {

// Divisions by twelve and back leave dust in the last of some fifty digits; a rate of 100 % is 100 %.
constexpr int rate_digits = 12;

const Event* income_event(const DetectionContext& scene, const model::Path& path) {
    const auto at = std::ranges::find_if(scene.situation.events, [&](const Event& e) {
        return e.item == path.slot && e.element == path.element && e.to.get<Decimal>() != nullptr;
    });
    return at == scene.situation.events.end() ? nullptr : &*at;
}

Decimal norm_step(const DetectionContext& scene) { return norm_or(scene, "im2b.step", 1000); }

bool touches_money(const engine::Program& program, Index rule) {
    return std::ranges::any_of(program.arguments_of_rule[rule], [&](engine::ArgumentId a) {
        const auto kind = program.objects[program.arguments[a].object].kind;
        return kind == engine::ObjectKind::item || kind == engine::ObjectKind::scheme ||
               kind == engine::ObjectKind::charge;
    });
}

/// The item counts as earnings here: income before any grant rises with it (a figure beside other income does not).
bool is_income(const DetectionContext& scene, const model::Path& path) {
    if (!scene.base().disposable) return false;
    const auto without =
        engine::vary(scene.e, {{}, {}, {{path.slot, model::replaced(scene.e.facts, path, Decimal(0))}}});
    const auto income = [&](const engine::Evaluation& e) { return evaluate(*scene.base().disposable, {e.values, {}}); };
    return !(income(scene.e) == income(without));
}

EarningsStep forward_step(const DetectionContext& scene, const model::Path& path, const Decimal& now,
                          const Decimal& yearly) {
    EarningsStep step{path, now, now + norm_step(scene) / yearly, yearly, true};
    const auto* event = income_event(scene, path);
    if (event == nullptr) return step;
    const auto to = *event->to.get<Decimal>();
    if (to > now) step.to = to;
    else if (const auto* from = event->from.get<Decimal>(); from != nullptr && *from < to && to == now) {
        step.from = *from;
        step.to = to;
    }
    return step;
}

/// Percent of what is added that is not left.
Decimal rate(const Decimal& before, const Decimal& after, const Decimal& added) {
    return (Decimal(100) - (after - before) * Decimal(100) / added).rounded(rate_digits);
}

}  // namespace

Decimal norm_or(const DetectionContext& scene, std::string_view id, std::int64_t otherwise) {
    const auto* n = scene.base().norm(id);
    return n != nullptr ? n->value : Decimal(otherwise);
}

std::vector<EarningsStep> earnings_steps(const DetectionContext& scene) {
    std::vector<EarningsStep> steps;
    for (Slot s = 0; s < scene.base().items.size(); ++s) {
        const auto& item = scene.base().items[s];
        const auto* now = scene.e.values[s].get<Decimal>();
        if (!item.earnings || now == nullptr || *now <= Decimal(0)) continue;
        const model::Path path{s, 0, 0};
        // What was found over earnings is asked again over the same.
        if (scene.focus != nullptr ? scene.focus->path != path : !is_income(scene, path)) continue;
        const Decimal yearly = item.type.unit == "eur/month" ? 12 : 1;
        steps.push_back({path, Decimal(0), *now, yearly, false});
        steps.push_back(forward_step(scene, path, *now, yearly));
    }
    return steps;
}

std::optional<Decimal> curve_at(const DetectionContext& scene, const engine::Curve& c, const model::Path& path,
                                const Decimal& x) {
    for (const auto& p : c.pieces)
        if (p.low < x && x < p.high) return engine::at(p.disposable, x);
    return engine::disposable_at(scene.e, path, x);
}

std::optional<Decimal> marginal_rate(const DetectionContext& scene, const engine::Curve& c, const EarningsStep& step,
                                     const Decimal& from, const Decimal& to) {
    if (to <= from) return std::nullopt;
    const auto before = curve_at(scene, c, step.path, from);
    const auto after = curve_at(scene, c, step.path, to);
    if (!before || !after) return std::nullopt;
    return rate(*before, *after, (to - from) * step.yearly);
}

std::optional<Decimal> rate_within(const engine::CurvePiece& p, const EarningsStep& step) {
    const auto before = engine::at(p.disposable, p.low);
    const auto after = engine::at(p.disposable, p.high);
    if (!before || !after) return std::nullopt;
    return rate(*before, *after, (p.high - p.low) * step.yearly);
}

std::optional<Window> steepest(const DetectionContext& scene, const EarningsStep& step, const engine::Curve& c) {
    std::optional<Window> worst;
    const auto look = [&](const Decimal& from, const Decimal& to) {
        const auto rate = marginal_rate(scene, c, step, from, to);
        if (rate && (!worst || *rate > worst->rate)) worst = Window{*rate, from, to};
    };
    look(step.from, step.to);
    const auto width = norm_step(scene) / step.yearly;
    if (!step.forward || step.to - step.from <= width) return worst;
    for (const auto& p : c.pieces)
        for (const auto& from : {p.low, p.high - width, p.low - width / Decimal(2)})
            if (from >= step.from && from + width <= step.to) look(from, from + width);
    return worst;
}

std::vector<Index> rules_that_move(const DetectionContext& scene, const model::Path& path, const Decimal& from,
                                   const Decimal& to) {
    const auto at_x = [&](const Decimal& x) {
        return engine::vary(scene.e, {{}, {}, {{path.slot, model::replaced(scene.e.facts, path, x)}}});
    };
    return rules_between(at_x(from), at_x(to));
}

std::vector<Index> rules_between(const engine::Evaluation& before, const engine::Evaluation& after) {
    const auto& program = *after.program;
    const auto changes = [](const engine::Evaluation& e, Index r) {
        return !(engine::before_withholding(engine::vary(e, {{r}, {}, {}})) == engine::before_withholding(e));
    };
    std::vector<Index> all;
    for (Index r = 0; r < after.base().rules.size(); ++r) {
        if (before.applies(r) == Truth::no && after.applies(r) == Truth::no) continue;
        if (touches_money(program, r) && (changes(before, r) || changes(after, r))) all.push_back(r);
    }
    return all;
}

}  // namespace samenloop::detect
